"""Lengths as Office Open XML writes them: twentieths of a point (twips), and EMU in drawings."""

from typing import Final

_TWIPS_PER_MM: Final = 1440 / 25.4
_EMU_PER_MM: Final = 36_000


def twips(mm: float) -> int:
    """Convert millimetres to twentieths of a point (ECMA-376, ST_TwipsMeasure)."""
    return round(mm * _TWIPS_PER_MM)


def emu(mm: float) -> int:
    """Convert millimetres to English Metric Units, 914,400 to the inch."""
    return round(mm * _EMU_PER_MM)
