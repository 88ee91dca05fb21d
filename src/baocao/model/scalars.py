"""The scalars that keys take: words, ids, dates, numbers, choices."""

import enum
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Final

from baocao.model.record import Scalar
from baocao.model.text import Text
from baocao.vietnamese.dates import parse_date
from baocao.vietnamese.figures import parse_figure

LETTER = r"[^\x00-@\[-`{-\x7f]"
"""For a `pattern`: any letter, and what else lies beyond ASCII."""

_FOLDER = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_NAME = r"^[a-z0-9]+(_[a-z0-9]+)*$"
_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$")  # Windows keeps these
_MAX_LENGTH = 80  # folders and file names of every system hold this and a suffix
_DAY, _MONTH, _YEAR = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "[1-9][0-9]{3}"
_DATE = (
    rf"^(?:{_DAY}([-/.]){_MONTH}\1{_YEAR}|{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"
    rf"|[Nn]\S*\s+{_DAY}\s+[Tt]\S*\s+{_MONTH}\s+[Nn]\S*\s+{_YEAR})$"
)
_YES: Final = "co"


def is_folder_id(text: str) -> bool:
    """Return whether a unit's or level's id can name a folder on any system, inside its parent."""
    fits = len(text) <= _MAX_LENGTH and re.fullmatch(_FOLDER, text) is not None
    return fits and _RESERVED.match(text) is None


def is_name(text: str) -> bool:
    """Return whether a section's, row's or column's id can stand in `{{ … }}`."""
    return len(text) <= _MAX_LENGTH and re.fullmatch(_NAME, text) is not None


def is_year(text: str) -> bool:
    """Return whether a text is a year of four digits."""
    return re.fullmatch(r"(19|20)[0-9]{2}", text) is not None


def pattern(
    accepts: Callable[[str], object],
    regex: str,
    expected: str,
    read: Callable[[str], object] = str,
) -> Scalar:
    """Return the shape of a word that `accepts` takes; `regex` says so to an editor."""

    def read_text(text: Text) -> object:
        word = text.stripped
        return read(word) if accepts(word) else None

    return Scalar(read_text, expected, pattern=regex)


def choice(*values: str, read: Callable[[str], object] = str) -> Scalar:
    """Return the shape of a word that is one of `values`."""

    def read_text(text: Text) -> object:
        word = text.stripped
        return read(word) if word in values else None

    return Scalar(read_text, f"một trong các giá trị {', '.join(values)}", choices=values)


def member(of: type[enum.Enum]) -> Scalar:
    """Return the shape of a word that is a value of an enumeration."""
    return choice(*(each.value for each in of), read=of)


TEXT = Scalar()
LINE = Scalar(rule="wrong-shape")
"""Words on one line, such as a name."""

PRINTED = Scalar(rule="uncovered-character")
"""Words of the campaign's author that stand in documents; a unit's have a rule of their own."""

DATE = Scalar(
    lambda text: parse_date(text.value), rule="malformed-date", pattern=_DATE, numbers=False
)
FOLDER_ID = pattern(
    is_folder_id, _FOLDER, "chữ thường không dấu, chữ số và dấu gạch nối, ví dụ ldld-thi-du"
)
NAME = pattern(is_name, _NAME, "chữ thường không dấu, chữ số và dấu gạch dưới, ví dụ sang_kien")
YEAR = pattern(is_year, r"^(19|20)[0-9]{2}$", "một năm bốn chữ số", int)
DIGIT = pattern(frozenset("0123456").__contains__, "^[0-6]$", "một số từ 0 đến 6", int)
FIGURE = pattern(
    lambda text: isinstance(parse_figure(text), Decimal),
    r"^[-−]?[0-9][0-9.,\s]*$",
    "một con số",
    parse_figure,
)
YES_NO = choice(_YES, "khong", read=_YES.__eq__)
COUNT = pattern(re.compile(r"[1-9][0-9]{0,5}").fullmatch, r"^[1-9][0-9]{0,5}$", "một số đếm", int)
