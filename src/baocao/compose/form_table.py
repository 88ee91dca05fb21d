"""A form with its figures, as a table: header cells merged as printed, totals computed."""

from decimal import Decimal

from baocao.model.document import Cell, CellStyle, Table
from baocao.model.form import Column, ColumnRole, Row
from baocao.model.tabulation import Tabulation
from baocao.typeface import width_mm
from baocao.vietnamese.figures import format_figure

_NARROWEST_MM = {ColumnRole.ORDINAL: 11.0, ColumnRole.FIGURE: 18.0, ColumnRole.TOTAL: 18.0}
_NARROWEST_LABEL_MM, _WIDEST_WORD_MM = 40.0, 35.0
_SIZE, _PADDING_MM = 12, 4.0
_STYLES = {
    ColumnRole.ORDINAL: CellStyle.ORDINAL,
    ColumnRole.LABEL: CellStyle.LABEL,
    ColumnRole.FIGURE: CellStyle.FIGURE,
    ColumnRole.TOTAL: CellStyle.TOTAL,
}


def form_table(tabulation: Tabulation, text_mm: float) -> Table:
    """Make the table of a form, as wide as the text: `text_mm`."""
    form = tabulation.form
    depth = max(column.depth for column in form.columns)
    leaves = form.leaves()
    texts = tuple(tuple(_text(tabulation, row, leaf) for leaf in leaves) for row in form.rows)
    return Table(
        caption=" ".join(form.title),
        widths_mm=_widths(leaves, texts, text_mm),
        head=tuple(_head_row(form.columns, row, depth) for row in range(depth)),
        rows=tuple(
            tuple(Cell(text, _STYLES[leaf.role]) for leaf, text in zip(leaves, row, strict=True))
            for row in texts
        ),
    )


def _widths(
    leaves: tuple[Column, ...], texts: tuple[tuple[str, ...], ...], text_mm: float
) -> tuple[float, ...]:
    """Give figures the width of the longest among them, and share the rest among the labels.

    Where that leaves too little for labels, figures give way in proportion, and break in print.
    """
    columns = zip(leaves, zip(*texts, strict=True), strict=True)
    fixed = [_fixed_width(leaf, column) for leaf, column in columns]
    labels = fixed.count(None)
    wanted = sum(width for width in fixed if width is not None)
    shrink = min(1.0, (text_mm - labels * _NARROWEST_LABEL_MM) / wanted) if wanted else 1.0
    rest = text_mm - wanted * shrink
    return tuple(round(rest / labels if width is None else width * shrink, 2) for width in fixed)


def _fixed_width(leaf: Column, texts: tuple[str, ...]) -> float | None:
    if leaf.role is ColumnRole.LABEL:
        return None
    longest_word = max((width_mm(word, _SIZE, bold=True) for word in leaf.title.split()), default=0)
    longest_figure = max(width_mm(text, _SIZE, bold=True) for text in texts)
    longest = max(min(longest_word, _WIDEST_WORD_MM), longest_figure)
    return max(_NARROWEST_MM[leaf.role], longest + _PADDING_MM)


def _head_row(columns: tuple[Column, ...], row: int, depth: int) -> tuple[Cell, ...]:
    """Give the cells that begin in header row `row`, counted from 0; leaves reach to the last."""
    if row > 0:
        return tuple(
            cell
            for column in columns
            if column.children
            for cell in _head_row(column.children, row - 1, depth - 1)
        )
    return tuple(
        Cell(
            column.title,
            CellStyle.HEAD,
            columns=len(tuple(column.leaves())),
            rows=1 if column.children else depth,
        )
        for column in columns
    )


def _text(tabulation: Tabulation, row: Row, leaf: Column) -> str:
    if leaf.role is ColumnRole.ORDINAL:
        return row.ordinal
    if leaf.role is ColumnRole.LABEL:
        return row.label
    return _figure(tabulation.value(row.id, leaf.id), row, tabulation.form.blank)


def _figure(value: Decimal | None, row: Row, blank: str) -> str:
    return blank if value is None else format_figure(value, row.decimals)
