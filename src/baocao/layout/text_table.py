"""A table that a unit typed between bars, its columns as wide as their texts need."""

import re

from baocao.layout.typeface import width_mm
from baocao.model.document import CELL_PADDING_MM, GENERAL_SIZE_PT, CellStyle, Table, TableCell

TEXT_WIDTH_MM = 165.0
_EDGES_MM = 2 * CELL_PADDING_MM + 1.0
_WIDEST_MM = 90.0  # caps a text's preferred width when columns share the rest
_FIGURE = re.compile(r"[-−]?[0-9][0-9.,]*%?")
_SHORT = re.compile(r"[0-9]{1,3}\.?|[IVXLC]+\.?")


def text_table(caption: str, rows: tuple[tuple[str, ...], ...]) -> Table:
    """Build a table from rows of equally many cells, the first of them its head."""
    head, *body = rows
    columns = tuple(zip(*rows, strict=True))
    styles = tuple(_style(place, column[1:]) for place, column in enumerate(columns))
    return Table(
        caption=caption,
        widths_mm=_widths(columns),
        head=(tuple(TableCell(text, CellStyle.HEAD) for text in head),),
        rows=tuple(
            tuple(TableCell(text, style) for text, style in zip(row, styles, strict=True))
            for row in body
        ),
    )


def minimum_width_mm(rows: tuple[tuple[str, ...], ...]) -> float:
    """Return the minimum table width that breaks no word."""
    return sum(_least(column) for column in zip(*rows, strict=True))


def _style(place: int, cells: tuple[str, ...]) -> CellStyle:
    """Return the style of a column: numbers flush right, ordinals centred."""
    filled = tuple(filter(None, cells))
    if filled and place == 0 and all(map(_SHORT.fullmatch, filled)):
        return CellStyle.ORDINAL
    if filled and all(map(_FIGURE.fullmatch, filled)):
        return CellStyle.FIGURE
    return CellStyle.WORDS


def _widths(columns: tuple[tuple[str, ...], ...]) -> tuple[float, ...]:
    least = [_least(column) for column in columns]
    wishes = [
        max(0.0, min(max(map(_width, column)) + _EDGES_MM, _WIDEST_MM) - needed)
        for column, needed in zip(columns, least, strict=True)
    ]
    left = TEXT_WIDTH_MM - sum(least)
    wished = sum(wishes)
    shares = [left * wish / wished if wished else left / len(columns) for wish in wishes]
    return tuple(round(needed + share, 2) for needed, share in zip(least, shares, strict=True))


def _least(column: tuple[str, ...]) -> float:
    return max((_width(word) for cell in column for word in cell.split()), default=0) + _EDGES_MM


def _width(text: str) -> float:
    return width_mm(text, GENERAL_SIZE_PT, bold=True)
