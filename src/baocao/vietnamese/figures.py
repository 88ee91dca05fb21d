"""Figures by Vietnamese custom: a dot groups thousands, a comma marks decimals.

``1.234.567,89`` is the written form of Luật Kế toán 2003, Điều 12; ``1 234 567,89`` is read too.
A text that an English or a Vietnamese reader could read differently is refused, not guessed.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

_MOST_DIGITS = 30

_SIGN = "[-\u2212]?"
_BLANK = "[ \u00a0\u202f\u2009]"
_DIGITS = "[0-9]+"
_GROUPED_BY_DOTS = r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"
_GROUPED_BY_BLANKS = f"[1-9][0-9]{{0,2}}(?:{_BLANK}[0-9]{{3}})+"

_CERTAIN = re.compile(
    f"(?P<sign>{_SIGN})"
    f"(?P<whole>{_DIGITS}|{_GROUPED_BY_DOTS}|{_GROUPED_BY_BLANKS})"
    f"(?:,(?P<decimals>{_DIGITS}))?"
)
_ENGLISH_COMMAS = re.compile(rf"{_SIGN}(?!0+,)[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.{_DIGITS})?")
_ENGLISH_DOT = re.compile(rf"{_SIGN}(?:{_DIGITS}|{_GROUPED_BY_BLANKS})\.{_DIGITS}")


class FigureProblem(Enum):
    """Why a text is not taken for a figure; whoever reports it finds the words."""

    NOT_A_FIGURE = "not-a-figure"
    DOT_IS_AMBIGUOUS = "dot-is-ambiguous"
    """``1.23``: the dot does not group thousands, so it may be an English decimal point."""
    COMMA_IS_AMBIGUOUS = "comma-is-ambiguous"
    """``1,200``: one and a fifth to a Vietnamese reader, twelve hundred to an English one."""
    TOO_LONG = "too-long"


@dataclass(frozen=True)
class Digits:
    """A number as the digits to print: no leading zero, no decimal zero that says nothing."""

    negative: bool
    whole: str
    decimals: str


def parse_figure(text: str) -> Decimal | FigureProblem:
    """Read ``1200``, ``02``, ``1.200``, ``1 200``, ``12,5``, ``-5`` exactly, or say why not.

    Grouping blanks may be ordinary, non-breaking, narrow or thin: to the eye they are one sign.
    """
    figure = text.strip()
    if figure.isascii() and figure.isdigit() and len(figure) <= _MOST_DIGITS:
        return Decimal(figure)
    if _ENGLISH_COMMAS.fullmatch(figure):
        return FigureProblem.COMMA_IS_AMBIGUOUS
    certain = _CERTAIN.fullmatch(figure)
    if certain:
        return _exact(certain)
    if _ENGLISH_DOT.fullmatch(figure):
        return FigureProblem.DOT_IS_AMBIGUOUS
    return FigureProblem.NOT_A_FIGURE


def format_figure(value: Decimal | int, places: int = 0) -> str:
    """Write ``1.234.567,89`` with ``places`` decimals, or more where the value has more.

    Never rounds; a minus is the ASCII hyphen. Raises ValueError for an infinity or a NaN.
    """
    if isinstance(value, int):
        value = Decimal(value)
    if places == 0 and value.is_finite() and value == (whole_value := int(value)):
        return f"{whole_value:,}".replace(",", ".")
    digits = digits_of(value)
    sign = "-" if digits.negative else ""
    whole = f"{int(digits.whole):,}".replace(",", ".")
    decimals = digits.decimals.ljust(places, "0")
    return f"{sign}{whole},{decimals}" if decimals else f"{sign}{whole}"


def format_count(value: Decimal | int) -> str:
    """Write a count as prose has it: ``01`` to ``09``, but ``0`` and ``10``, ``-2``, ``2,5``."""
    figure = format_figure(value)
    is_small = len(figure) == 1 and figure != "0"
    return f"0{figure}" if is_small else figure


def digits_of(value: Decimal) -> Digits:
    """Part a number into digits, the same for ``1E+3`` and ``1000.0``; minus zero is zero.

    Raises ValueError for an infinity or a NaN.
    """
    if not value.is_finite():
        message = f"no digits in {value}"
        raise ValueError(message)
    whole, _, decimals = f"{value.copy_abs():f}".partition(".")
    return Digits(negative=value < 0, whole=whole, decimals=decimals.rstrip("0"))


def _exact(figure: re.Match[str]) -> Decimal | FigureProblem:
    whole = re.sub("[^0-9]", "", figure["whole"])
    decimals = figure["decimals"] or ""
    if len(whole) + len(decimals) > _MOST_DIGITS:
        return FigureProblem.TOO_LONG
    sign = "-" if figure["sign"] else ""
    return Decimal(f"{sign}{whole}.{decimals}")
