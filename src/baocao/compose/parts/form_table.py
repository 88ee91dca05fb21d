"""A form with its figures, as a table: cells merged as printed, decimal commas in line.

The head ends with the line of column symbols if the form has one; footnotes and legends follow the
table.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from baocao.layout.fitting import TableFit, cell_margins_mm
from baocao.layout.printed_form import CellTexts, footnote_marks, printed_title
from baocao.layout.typeface import width_mm
from baocao.model.document import Block, CellStyle, Paragraph, ParagraphStyle, Run, Table, TableCell
from baocao.model.form import Column, ColumnRole, Form, Row, RowRole
from baocao.vietnamese.text import bind

_STYLES = {
    ColumnRole.ORDINAL: CellStyle.ORDINAL,
    ColumnRole.LABEL: CellStyle.LABEL,
    ColumnRole.WORDS: CellStyle.WORDS,
    ColumnRole.FIGURE: CellStyle.FIGURE,
    ColumnRole.FORMULA: CellStyle.FIGURE,
    ColumnRole.TOTAL: CellStyle.TOTAL,
}
_NUMBER = re.compile(r"\w+")
_BOLD_STYLES = {CellStyle.LABEL: CellStyle.SUBTOTAL_LABEL, CellStyle.FIGURE: CellStyle.TOTAL}


def form_table(form: Form, texts: CellTexts, fit: TableFit) -> Table:
    """Build the table of a form from the text of its cells."""
    return Table(
        caption=form.name,
        widths_mm=fit.widths_mm,
        head=_head(form),
        rows=tuple(_rows(form, texts, fit)),
        headings=_headings(form),
        size_pt=fit.size_pt,
    )


@lru_cache(maxsize=64)  # most units share the campaign's form
def _head(form: Form) -> tuple[tuple[TableCell, ...], ...]:
    depth = max(column.depth for column in form.columns)
    marks = footnote_marks(form)
    head = tuple(_head_row(form.columns, row, depth, marks) for row in range(depth))
    symbols = tuple(TableCell(leaf.symbol, CellStyle.SYMBOL) for leaf in form.leaves)
    return (*head, symbols) if any(leaf.symbol for leaf in form.leaves) else head


def table_foot(form: Form) -> Iterator[Block]:
    """Yield the footnotes of a form, then the legends of its columns."""
    notes = tuple(f"{mark} {note}" for note, mark in footnote_marks(form).items())
    legends = tuple(
        f"Cột {f'({_number(leaf.symbol)})' if leaf.symbol else f'«{leaf.title}»'}: {leaf.legend}"
        for leaf in form.leaves
        if leaf.legend
    )
    if notes or legends:
        label = Run("Ghi chú:", bold=True, italic=True)
        yield Paragraph(ParagraphStyle.TABLE_FOOT, (label,), keeps_next=True)
    for line in (*notes, *legends):
        yield Paragraph(ParagraphStyle.TABLE_FOOT, (Run(bind(line)),))


def _number(symbol: str) -> str:
    """Return a column's number without the formula in its symbol: `7 (6:3)`."""
    found = _NUMBER.match(symbol)
    return found[0] if found else symbol


def _head_row(
    columns: tuple[Column, ...], row: int, depth: int, marks: Mapping[str, str]
) -> tuple[TableCell, ...]:
    """Return the cells that begin in header row `row`, counted from 0."""
    if row > 0:
        return tuple(
            cell
            for column in columns
            if column.children
            for cell in _head_row(column.children, row - 1, depth - 1, marks)
        )
    return tuple(
        TableCell(
            printed_title(column, marks),
            CellStyle.HEAD,
            columns=len(tuple(column.leaves())),
            rows=1 if column.children else depth,
        )
        for column in columns
    )


def _rows(form: Form, texts: CellTexts, fit: TableFit) -> Iterator[tuple[TableCell, ...]]:
    """Yield the body rows; a cell over several rows stands in the first of them only."""
    heights = _heights(form, texts)
    right_mm = _figures_in_line(form, texts, fit)
    plain, bold = _styles(form, bold=False), _styles(form, bold=True)
    for place, (row, cells) in enumerate(zip(form.rows, texts, strict=True)):
        widths, styles = _widths(form, row, cells), bold if row.bold else plain
        yield tuple(
            TableCell(
                text,
                CellStyle.CENTRED if leaf.id in row.not_applicable else styles[column],
                columns=widths[column],
                rows=heights[column][place],
                right_mm=0 if leaf.id in row.not_applicable else right_mm[column][place],
            )
            for column, (leaf, text) in enumerate(zip(form.leaves, cells, strict=True))
            if heights[column][place] and widths[column]
        )


def _widths(form: Form, row: Row, cells: tuple[str, ...]) -> list[int]:
    """Return how many columns each cell of a row spans, 0 if a cell beside covers it.

    A heading spans the empty label columns to its right.
    """
    widths = [1] * len(cells)
    if row.role is not RowRole.HEADING:
        return widths
    for place in range(len(cells) - 1, 0, -1):
        before, leaf = form.leaves[place - 1 : place + 1]
        are_labels = before.role is leaf.role is ColumnRole.LABEL
        if are_labels and not cells[place]:
            widths[place - 1] += widths[place]
            widths[place] = 0
    return widths


def _heights(form: Form, texts: CellTexts) -> list[list[int]]:
    """Return how many rows each cell spans, by column and row, 0 if one above covers it.

    Equal cells are merged if the merged columns before them are equal too, never with a heading.
    """
    heights: list[list[int]] = []
    headings = _headings(form)
    starts = headings | {place + 1 for place in headings if place + 1 < len(texts)}
    for column, leaf in enumerate(form.leaves):
        if not leaf.merged:
            heights.append([1] * len(texts))
            continue
        starts |= {
            place
            for place, cells in enumerate(texts)
            if place == 0 or not cells[column] or cells[column] != texts[place - 1][column]
        }
        own = [0] * len(texts)
        for start, end in pairwise([*sorted(starts), len(texts)]):
            own[start] = end - start
        heights.append(own)
    return heights


def _headings(form: Form) -> frozenset[int]:
    return frozenset(p for p, row in enumerate(form.rows) if row.role is RowRole.HEADING)


def _styles(form: Form, *, bold: bool) -> tuple[CellStyle, ...]:
    styles = (_STYLES.get(leaf.role, CellStyle.CENTRED) for leaf in form.leaves)
    return tuple(_BOLD_STYLES.get(style, style) if bold else style for style in styles)


def _figures_in_line(form: Form, texts: CellTexts, fit: TableFit) -> list[list[float]]:
    """Return each number's distance from the edge, in mm by column and row, to align commas.

    If one column has no room for that, all numbers end at the edge.
    """
    edges = cell_margins_mm(fit.size_pt)
    columns: list[list[float]] = []
    for leaf, cells, width in zip(
        form.leaves, zip(*texts, strict=True), fit.widths_mm, strict=True
    ):
        places = [_places(text) for text in cells] if leaf.role.is_numeric else []
        if not any(places):
            columns.append([0.0] * len(cells))
            continue
        columns.append(_right_mm(cells, places, fit.size_pt))
        if any(
            width_mm(text, fit.size_pt, bold=True) + right + edges > width
            for text, right in zip(cells, columns[-1], strict=True)
        ):
            return [[0.0] * len(texts)] * len(texts[0])
    return columns


def _places(text: str) -> int:
    return len(text.rpartition(",")[2]) if "," in text else 0


def _right_mm(cells: tuple[str, ...], places: list[int], size: float) -> list[float]:
    """Return each number's distance from the edge in mm; `places` are its decimal places."""
    most = max(places)
    lacking = ("0" * (most - own) + ("" if own else ",") for own in range(most + 1))
    room = [round(width_mm(figure, size, bold=False), 2) for figure in lacking]
    return [
        room[own] if text[-1:].isdigit() else 0.0 for text, own in zip(cells, places, strict=True)
    ]
