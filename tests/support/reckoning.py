"""Figures reckoned and written without the program's help."""

import re
from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

Figure = Fraction | None


def typed(text: str) -> Figure:
    """Read a figure by Vietnamese custom; None for one that is not known or not asked for."""
    return None if text in ("~", "x", "") else Fraction(text.replace(".", "").replace(",", "."))


def summed(figures: Iterable[Figure]) -> Figure:
    """Add up what is known; None where nothing is."""
    known = [figure for figure in figures if figure is not None]
    return sum(known, Fraction()) if known else None


def quotient(dividend: Figure, divisor: Figure, times: int = 1) -> Figure:
    """Divide; None where either is not known, or the divisor is zero."""
    if dividend is None or divisor is None or divisor == 0:
        return None
    return dividend * times / divisor


def written(figure: Figure, places: int, blank: str) -> str:
    """Write a figure, rounded half up, by Vietnamese custom."""
    if figure is None:
        return blank
    with localcontext(prec=60):
        exact = Decimal(figure.numerator) / Decimal(figure.denominator)
        rounded = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, rest = f"{abs(rounded):f}".partition(".")
    grouped = re.sub(r"(?<=\d)(?=(?:\d{3})+$)", ".", whole)
    sign = "-" if rounded < 0 else ""
    return f"{sign}{grouped},{rest}" if rest else f"{sign}{grouped}"
