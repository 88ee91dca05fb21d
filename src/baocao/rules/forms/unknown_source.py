"""Checks that the blocks, columns and rows that a form names are there."""

from collections.abc import Iterator, Mapping

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.form_source import FormSource
from baocao.load.campaign.form_specs import CHILDREN, RowSpec
from baocao.load.campaign.formulas import formula_names
from baocao.load.records.bind import words
from baocao.model.form import RowRole
from baocao.model.text import Text
from baocao.rules.campaign.unknown_name import unknown
from baocao.rules.registry import block_rule, form_rule

_ROW = "chỉ tiêu"


@block_rule
def check_blocks(form: FormSource) -> Diagnostics:
    """Check the block that stands under a cell of the header."""
    known = tuple(dict.fromkeys(words(block.id) for block in form.spec.blocks))
    for cell in form.cells:
        if cell.spec.block is not None and cell.spec.block.stripped not in known:
            yield unknown(cell.spec.block, "khối cột", known)


@form_rule
def check_columns(form: FormSource) -> Diagnostics:
    """Check the columns with which a column is computed or compared: figures stand in them."""
    columns = form.numeric_columns
    for leaf in form.leaves if form.has_typed_column else ():  # else there is none to be named
        named = (leaf.named_sources, leaf.named_expected, leaf.named_parts, leaf.named_whole)
        for column_id, text in (each for names in named for each in names()):
            if column_id not in columns:
                yield unknown(text, "cột số liệu", _others(leaf.id, columns))


@form_rule
def check_rows(form: FormSource) -> Diagnostics:
    """Check the rows with which a row is computed or compared."""
    rows = form.numeric_rows
    for row in form.rows:
        for text in _named(row):
            if text.stripped not in rows:
                yield unknown(text, _ROW, _others(words(row.id), rows))


@form_rule
def check_lists(form: FormSource) -> Diagnostics:
    """Check that no list, which is many rows, is named as the one row of a key."""
    single = {own: row for own, row in form.numeric_rows.items() if row.role is not RowRole.LIST}
    for row in form.rows:
        for text in filter(None, (row.whole, row.copied_from)):
            if text.stripped in form.numeric_rows and text.stripped not in single:
                yield unknown(text, "dòng số liệu đơn", _others(words(row.id), single))


@form_rule
def check_not_applicable(form: FormSource) -> Diagnostics:
    """Check the columns in which a row takes no figure."""
    cells = dict.fromkeys(cell.id for cell in form.cells if cell.id)
    for row in form.rows:
        for text in row.not_applicable:
            if text.stripped not in cells:
                yield unknown(text, "cột", tuple(cells))


def _named(row: RowSpec) -> Iterator[Text]:
    yield from (text for text in (*row.parts, *row.addends) if text.stripped != CHILDREN)
    yield from filter(None, (row.whole, row.copied_from))
    yield from formula_names(row.formula)
    yield from formula_names(row.expected)


def _others(own: str, known: Mapping[str, object]) -> tuple[str, ...]:
    return tuple(each for each in known if each != own)
