"""Vietnamese text as a whole: folded for comparison, and bound where no line may break."""

import re
import unicodedata
from functools import lru_cache

_NBSP = "\u00a0"

_BOUND_FIGURES = re.compile(
    r"[1-9](?:(?<![0-9.,].)[0-9]{0,2}(?: [0-9]{3})+"
    r"|(?<=[12])(?<![0-9].)[0-9]{3} ?[-–] ?[12][0-9]{3})(?![0-9])"
)
_BOUND_WORDS = (
    "ngày", "tháng", "năm", "quý", "điều", "khoản", "điểm", "mục", "phần", "chương", "phụ lục",
    "khóa", "khoá", "số", "số:", "thứ",
)  # fmt: skip
_AFTER_WORD = "|".join(f"(?<={word} )" for word in _BOUND_WORDS)
_BOUND_SPACE = re.compile(
    rf" (?:(?=[0-9]|[IVXLC]+(?!\w))(?i:{_AFTER_WORD})"
    r"|(?=[a-zđ](?!\w))(?i:(?<=điểm ))"
    r"|(?<=[0-9] )"
    r"(?=%|(?:nghìn|triệu|tỷ|đồng|người|giờ|kg|km|ha|m|m2|m3|m²|m³)(?!\w))"
    r"(?!tỷ (?:lệ|trọng)|triệu tập|đồng (?:thời|bộ|loạt|hành)))"
)  # both patterns begin with a sign to look for, and then look back: that is many times faster


def fold(text: str) -> str:
    """Lower-case without marks, ``đ`` as ``d``: ``Thuận lợi`` → ``thuan loi``, NFC or NFD."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    unmarked = "".join(sign for sign in decomposed if not unicodedata.combining(sign))
    return unmarked.replace("đ", "d")


def squeeze(text: str) -> str:
    """Collapse each run of white space to one blank, without any at the ends."""
    return " ".join(text.split())


@lru_cache(maxsize=256)  # titles are the same for unit after unit
def bind(text: str) -> str:
    """Replace U+0020 by U+00A0 between a figure and what belongs to it; change nothing else.

    ``ngày 05 tháng 7``, ``quý III``, ``điểm a khoản 2 Điều 5``, ``12,5 triệu đồng``, ``1 200``,
    ``2012 - 2017``.
    A number and a following ``năm`` stay apart, since ``tháng 7 năm 2017`` may break there.
    Expects NFC.
    """
    text = _BOUND_FIGURES.sub(lambda found: found[0].replace(" ", _NBSP), text)
    return _BOUND_SPACE.sub(_NBSP, text)
