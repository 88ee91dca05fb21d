"""Checks that columns and rows have the keys that they need where they stand."""

from collections.abc import Mapping

from baocao.diagnostics import Diagnostic, Diagnostics
from baocao.load.campaign.form_header import HeaderCell
from baocao.load.campaign.form_source import FormSource, given
from baocao.load.campaign.form_specs import ColumnSpec, is_yes
from baocao.load.records.messages import MISSING_KEY, missing_key
from baocao.model.form import ColumnRole, RowRole
from baocao.model.record import keys_of
from baocao.rules.registry import block_rule, form_rule

_NEEDED: Mapping[ColumnRole, str] = {
    ColumnRole.TOTAL: "addends",
    ColumnRole.FORMULA: "formula",
    ColumnRole.CHOICE: "choices",
}


@block_rule
def check_blocks(form: FormSource) -> Diagnostics:
    """Check that a cell over a block has an id, with which the ids of the block's columns begin."""
    yield from (_without_id(cell) for cell in form.cells if cell.opened and not cell.id)


@form_rule
def check_figures(form: FormSource) -> Diagnostics:
    """Check that a unit has a column to fill in."""
    if form.leaves and not form.has_typed_column:
        yield MISSING_KEY.error(
            form.spec.place.span,
            "Biểu không có cột số liệu nào để điền.",
            "Đề nghị thêm ít nhất một cột loại «so» vào «cot».",
        )


@form_rule
def check_columns(form: FormSource) -> Diagnostics:
    """Check the keys that a column's role needs, and the ids by which units and lists call it."""
    has_list = any(row.role is RowRole.LIST for row in form.rows)
    for cell in form.cells:
        is_label = has_list and cell.role is ColumnRole.LABEL
        is_called = cell.is_numeric or cell.is_typed or is_label
        if not cell.id and (is_yes(cell.spec.repeated) if cell.children else is_called):
            yield _without_id(cell)
        needed = None if cell.children or cell.role is None else _NEEDED.get(cell.role)
        if needed is not None and not any(given(cell.spec, (needed,))):
            key, entry = keys_of(ColumnSpec)[needed]
            yield missing_key(cell.spec.place.span, key, entry.title)


@form_rule
def check_rows(form: FormSource) -> Diagnostics:
    """Check that each row with figures has an id."""
    for row in form.rows:
        if row.id is None and row.role is not RowRole.HEADING:
            yield missing_key(row.place.span, "ma", "mã của chỉ tiêu")


def _without_id(cell: HeaderCell) -> Diagnostic:
    return missing_key(cell.spec.place.span, "ma", "mã của cột")
