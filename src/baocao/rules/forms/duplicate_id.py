"""Checks that no id of a form is given twice, nor added twice to one sum."""

from collections.abc import Iterable

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.form_source import FormSource
from baocao.load.records.duplicates import duplicates
from baocao.load.records.messages import DUPLICATE_NAME
from baocao.model.text import Text
from baocao.rules.registry import block_rule, form_rule, forms_rule


@forms_rule
def check_forms(forms: tuple[FormSource, ...]) -> Diagnostics:
    yield from duplicates(form.spec.id for form in forms if form.spec.id is not None)


@block_rule
def check_blocks(form: FormSource) -> Diagnostics:
    yield from duplicates(block.id for block in form.spec.blocks if block.id is not None)


@form_rule
def check_columns(form: FormSource) -> Diagnostics:
    """Check the ids of columns as they are in their places, blocks opened."""
    typed = ((cell.id, cell.spec.id) for cell in form.cells if cell.id)
    yield from duplicates(text._replace(value=own) for own, text in typed if text is not None)


@form_rule
def check_rows(form: FormSource) -> Diagnostics:
    """Check the ids of rows, which must not be those of columns: both are keys of one file."""
    ids = tuple(row.id for row in form.rows if row.id is not None)
    yield from duplicates(ids)
    columns = {cell.id: cell.spec.id for cell in form.cells if cell.id}
    for text in ids:
        column = columns.get(text.stripped)
        if column is not None:
            yield from duplicates((column._replace(value=text.value), text))


@form_rule
def check_addends(form: FormSource) -> Diagnostics:
    """Check that no sum counts a column or row twice."""
    for leaf in form.leaves:
        yield from _named_twice(leaf.named(leaf.spec.addends))
        yield from _named_twice(leaf.named_parts())
    for row in form.rows:
        yield from _named_twice(row.named_addends())
        yield from _named_twice(row.named_parts())


def _named_twice(named: Iterable[tuple[str, Text]]) -> Diagnostics:
    seen: set[str] = set()
    for name, text in named:
        if name in seen:
            yield DUPLICATE_NAME.error(
                text.span,
                f"«{name}» ghi hai lần ở đây nên sẽ cộng hai lần.",
                "Đề nghị xóa một chỗ.",
            )
        seen.add(name)
