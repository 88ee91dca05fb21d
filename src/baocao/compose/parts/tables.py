"""Tables of fixed columns on an upright page, and their cells."""

from collections.abc import Iterator

from baocao.model.document import CellStyle, Table, TableCell
from baocao.vietnamese.text import bind, squeeze


def fixed_table(
    caption: str, columns: tuple[tuple[str, float], ...], rows: Iterator[tuple[TableCell, ...]]
) -> Table:
    """Build a table on an upright page; `columns` are titles and widths in mm, 165 together."""
    return Table(
        caption=caption,
        widths_mm=tuple(width for _, width in columns),
        head=(tuple(TableCell(bind(title), CellStyle.HEAD) for title, _ in columns),),
        rows=tuple(rows),
    )


def ordinal_cell(place: int) -> TableCell:
    return TableCell(str(place), CellStyle.ORDINAL)


def text_cell(text: str) -> TableCell:
    return TableCell(bind(squeeze(text)), CellStyle.WORDS)


def centred_cell(text: str) -> TableCell:
    return TableCell(text, CellStyle.CENTRED)
