"""A form with its figures, as a table: header cells merged as printed, totals computed."""

from decimal import Decimal

from baocao.model.document import Cell, CellStyle, Table
from baocao.model.form import Column, ColumnRole, Row
from baocao.model.tabulation import Tabulation
from baocao.vietnamese.figures import format_figure

_ORDINAL_MM, _FIGURE_MM, _TOTAL_MM = 11.0, 23.0, 27.0
_WIDTHS = {
    ColumnRole.ORDINAL: _ORDINAL_MM,
    ColumnRole.FIGURE: _FIGURE_MM,
    ColumnRole.TOTAL: _TOTAL_MM,
}
_STYLES = {
    ColumnRole.ORDINAL: CellStyle.ORDINAL,
    ColumnRole.LABEL: CellStyle.LABEL,
    ColumnRole.FIGURE: CellStyle.FIGURE,
    ColumnRole.TOTAL: CellStyle.TOTAL,
}


def form_table(tabulation: Tabulation, width_mm: float) -> Table:
    """Make the table of a form, as wide as the text: `width_mm`."""
    form = tabulation.form
    depth = max(column.depth for column in form.columns)
    leaves = form.leaves()
    return Table(
        caption=" ".join(form.title),
        widths_mm=_widths(leaves, width_mm),
        head=tuple(_head_row(form.columns, row, depth) for row in range(depth)),
        rows=tuple(
            tuple(Cell(_text(tabulation, row, leaf), _STYLES[leaf.role]) for leaf in leaves)
            for row in form.rows
        ),
    )


def _widths(leaves: tuple[Column, ...], width_mm: float) -> tuple[float, ...]:
    """Give figures their width, and share what is left among the labels."""
    labels = sum(leaf.role is ColumnRole.LABEL for leaf in leaves)
    fixed = sum(_WIDTHS.get(leaf.role, 0) for leaf in leaves)
    label = (width_mm - fixed) / max(1, labels)
    return tuple(round(_WIDTHS.get(leaf.role, label), 2) for leaf in leaves)


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
