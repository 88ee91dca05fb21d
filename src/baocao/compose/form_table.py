"""A form with its figures, as a table: cells merged as printed, decimal commas in line.

The head ends with the line of column symbols where the form has one; footnotes and legends follow
the table.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from baocao.model.document import Block, Cell, CellStyle, Paragraph, ParagraphStyle, Run, Table
from baocao.model.fitting import Fit, edges_mm
from baocao.model.form import Column, ColumnRole, Form, Row, RowRole
from baocao.model.printed_form import Texts, footnote_marks, printed_title
from baocao.typeface import width_mm
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


def form_table(form: Form, texts: Texts, fit: Fit) -> Table:
    """Make the table of a form from the text of its cells, as it fits its sheet."""
    depth = max(column.depth for column in form.columns)
    marks = footnote_marks(form)
    head = tuple(_head_row(form.columns, row, depth, marks) for row in range(depth))
    symbols = tuple(Cell(leaf.symbol, CellStyle.SYMBOL) for leaf in form.leaves())
    return Table(
        caption=form.name,
        widths_mm=fit.widths_mm,
        head=(*head, symbols) if any(leaf.symbol for leaf in form.leaves()) else head,
        rows=tuple(_rows(form, texts, fit)),
        headings=_headings(form),
        size_pt=fit.size_pt,
    )


def table_foot(form: Form) -> Iterator[Block]:
    """Give the footnotes of a form, then how its columns are to be filled in."""
    notes = tuple(f"{mark} {note}" for note, mark in footnote_marks(form).items())
    legends = tuple(
        f"Cột {f'({_number(leaf.symbol)})' if leaf.symbol else f'«{leaf.title}»'}: {leaf.legend}"
        for leaf in form.leaves()
        if leaf.legend
    )
    if notes or legends:
        label = Run("Ghi chú:", bold=True, italic=True)
        yield Paragraph(ParagraphStyle.TABLE_FOOT, (label,), keeps_next=True)
    for line in (*notes, *legends):
        yield Paragraph(ParagraphStyle.TABLE_FOOT, (Run(bind(line)),))


def _number(symbol: str) -> str:
    """Give a column's number or letter without the formula that its symbol shows: `7 (6:3)`."""
    found = _NUMBER.match(symbol)
    return found[0] if found else symbol


def _head_row(
    columns: tuple[Column, ...], row: int, depth: int, marks: Mapping[str, str]
) -> tuple[Cell, ...]:
    """Give the cells that begin in header row `row`, counted from 0; leaves reach to the last."""
    if row > 0:
        return tuple(
            cell
            for column in columns
            if column.children
            for cell in _head_row(column.children, row - 1, depth - 1, marks)
        )
    return tuple(
        Cell(
            printed_title(column, marks),
            CellStyle.HEAD,
            columns=len(tuple(column.leaves())),
            rows=1 if column.children else depth,
        )
        for column in columns
    )


def _rows(form: Form, texts: Texts, fit: Fit) -> Iterator[tuple[Cell, ...]]:
    """Give the body; a cell that goes on over the rows below stands in the first of them only."""
    heights = _heights(form, texts)
    after_comma = _places_in_line(form, texts, fit)
    widths = [_widths(form, row, cells) for row, cells in zip(form.rows, texts, strict=True)]
    for place, (row, cells) in enumerate(zip(form.rows, texts, strict=True)):
        yield tuple(
            Cell(
                text,
                _style(row, leaf),
                columns=widths[place][column],
                rows=heights[column][place],
                right_mm=_right_mm(after_comma[column], text, fit.size_pt)
                if _is_figure(row, leaf)
                else 0,
            )
            for column, (leaf, text) in enumerate(zip(form.leaves(), cells, strict=True))
            if heights[column][place] and widths[place][column]
        )


def _widths(form: Form, row: Row, cells: tuple[str, ...]) -> list[int]:
    """Give over how many columns each cell of a row goes; none where one beside it covers it.

    A heading goes on over the label columns to its right that say nothing.
    """
    widths = [1] * len(cells)
    for place in range(len(cells) - 1, 0, -1):
        before, leaf = form.leaves()[place - 1 : place + 1]
        are_labels = before.role is leaf.role is ColumnRole.LABEL
        if row.role is RowRole.HEADING and are_labels and not cells[place]:
            widths[place - 1] += widths[place]
            widths[place] = 0
    return widths


def _heights(form: Form, texts: Texts) -> list[list[int]]:
    """Give over how many rows each cell goes, by column and row; none where one above covers it.

    Cells are merged where they say the same and so do the merged columns before them, but never
    with a heading.
    """
    heights: list[list[int]] = []
    headings = _headings(form)
    starts = headings | {place + 1 for place in headings if place + 1 < len(texts)}
    for column, leaf in enumerate(form.leaves()):
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


def _style(row: Row, leaf: Column) -> CellStyle:
    style = _STYLES.get(leaf.role, CellStyle.CENTRED)
    if leaf.id in row.barred:
        return CellStyle.CENTRED
    return _BOLD_STYLES.get(style, style) if row.bold else style


def _is_figure(row: Row, leaf: Column) -> bool:
    return leaf.role.is_numeric and leaf.id not in row.barred


def _places_in_line(form: Form, texts: Texts, fit: Fit) -> list[int]:
    """Count the places that figures of each column keep free, so that commas stand in line.

    Where one column has no room for that, none does so: figures then all end at the edge.
    """
    places: list[int] = []
    for leaf, column, width in zip(
        form.leaves(), zip(*texts, strict=True), fit.widths_mm, strict=True
    ):
        most = max(map(_places, column), default=0) if leaf.role.is_numeric else 0
        longest = max(
            (width_mm(t, fit.size_pt, bold=True) + _right_mm(most, t, fit.size_pt) for t in column),
            default=0,
        )
        if most and longest + edges_mm(fit.size_pt) > width:
            return [0] * len(texts[0])
        places.append(most)
    return places


def _places(text: str) -> int:
    """Count the decimal places of a printed figure."""
    return len(text.rpartition(",")[2]) if "," in text else 0


def _right_mm(most: int, text: str, size: float) -> float:
    """Give how far a figure stands from the edge for its comma to stand under the others."""
    if most == 0 or not text[-1:].isdigit():
        return 0
    own = _places(text)
    lacking = "0" * (most - own) + ("" if own else ",")
    return round(width_mm(lacking, size, bold=False), 2)
