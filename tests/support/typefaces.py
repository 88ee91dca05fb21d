"""Widths of text in Liberation Serif, whose widths are those of Times New Roman."""

from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDERS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
LINE_HEIGHT = (1825 + 443 + 87) / 2048  # of the size: what Word calls a single line
_POINTS_PER_MM = 72 / 25.4


def width_mm(text: str, size: float, *, bold: bool) -> float:
    """Measure a line set at `size` points by the advance widths in the font's own tables."""
    advances, units_per_em = _advances("Bold" if bold else "Regular")
    return sum(advances[ord(sign)] for sign in text) / units_per_em * size / _POINTS_PER_MM


@cache
def _advances(weight: str) -> tuple[dict[int, int], int]:
    name = f"LiberationSerif-{weight}.ttf"
    path = next(path for folder in FOLDERS for path in folder.rglob(name))
    with TTFont(path) as font:
        widths = font["hmtx"]
        advances = {code: widths[glyph][0] for code, glyph in font.getBestCmap().items()}
        return advances, font["head"].unitsPerEm
