"""Ids: of what lies in folders (with hyphens), and of what stands in formulas (underscores)."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from baocao.diagnostics import Diagnostic
from baocao.load.records.messages import added_twice, duplicate_name
from baocao.load.records.shape import Scalar, choice, pattern
from baocao.model.text import Text
from baocao.vietnamese.figures import parse_figure

_FOLDER = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_NAME = r"^[a-z0-9]+(_[a-z0-9]+)*$"
_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$")  # Windows keeps these
_MAX_LENGTH = 80  # folders and file names of every system hold this and a suffix


def is_folder_id(text: str) -> bool:
    """Tell whether a unit's or level's id can name a folder on any system, inside its parent."""
    fits = len(text) <= _MAX_LENGTH and re.fullmatch(_FOLDER, text) is not None
    return fits and _RESERVED.match(text) is None


def is_name(text: str) -> bool:
    """Tell whether a section's, row's or column's id can stand in `{{ … }}`."""
    return len(text) <= _MAX_LENGTH and re.fullmatch(_NAME, text) is not None


def is_year(text: str) -> bool:
    """Tell whether a text is a year of four digits."""
    return re.fullmatch(r"(19|20)[0-9]{2}", text) is not None


FOLDER_ID: Scalar = pattern(
    is_folder_id, _FOLDER, "chữ thường không dấu, chữ số và dấu gạch nối, ví dụ ldld-thi-du"
)
NAME: Scalar = pattern(
    is_name, _NAME, "chữ thường không dấu, chữ số và dấu gạch dưới, ví dụ sang_kien"
)
YEAR: Scalar = pattern(is_year, r"^(19|20)[0-9]{2}$", "một năm bốn chữ số")


DIGIT: Scalar = pattern(frozenset("0123456").__contains__, "^[0-6]$", "một số từ 0 đến 6")
FIGURE: Scalar = pattern(
    lambda text: isinstance(parse_figure(text), Decimal), r"^[-−]?[0-9][0-9.,\s]*$", "một con số"
)
YES_NO: Scalar = choice("co", "khong")
COUNT: Scalar = pattern(
    re.compile(r"[1-9][0-9]{0,5}").fullmatch, r"^[1-9][0-9]{0,5}$", "một số đếm"
)


def duplicates(ids: Iterable[Text]) -> Iterator[Diagnostic]:
    """Give a diagnostic for each id that an earlier one has taken."""
    seen: dict[str, Text] = {}
    for text in ids:
        if text.value in seen:
            yield duplicate_name(text, seen[text.value])
        else:
            seen[text.value] = text


def duplicate_addends(named: Iterable[tuple[str, Text]]) -> Iterator[Diagnostic]:
    """Give a diagnostic for each id that a sum names again, or has among what it stands for."""
    seen: set[str] = set()
    for name, text in named:
        if name in seen:
            yield added_twice(text, name)
        seen.add(name)
