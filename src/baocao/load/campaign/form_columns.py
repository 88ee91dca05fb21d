"""The columns of a form, built from a header without faults."""

from collections.abc import Iterator
from itertools import count
from string import ascii_uppercase

from baocao.load.campaign.form_header import HeaderCell
from baocao.load.campaign.form_source import FormSource
from baocao.load.campaign.form_specs import is_yes
from baocao.load.campaign.formulas import formula_of
from baocao.load.records.bind import read, words
from baocao.model.form import Column, ColumnRole
from baocao.model.scalars import DIGIT, FIGURE


def build_columns(form: FormSource) -> tuple[Column, ...]:
    """Build the top cells of the header, with all that stands under them."""
    waiting = iter(symbols(form))
    return tuple(_column(cell, waiting) for cell in form.header)


def _column(cell: HeaderCell, waiting: Iterator[str]) -> Column:
    spec = cell.spec
    ids = {name: (meant,) for name, meant in cell.scope.items()}
    children = tuple(_column(child, waiting) for child in cell.children)
    return Column(
        id=cell.id,
        title=cell.title,
        role=cell.role or ColumnRole.FIGURE,
        addends=tuple(column_id for column_id, _ in cell.named(spec.addends)),
        children=children,
        symbol="" if children else next(waiting),
        formula=formula_of(spec.formula, ids),
        expected=formula_of(spec.expected, ids),
        parts=tuple(column_id for column_id, _ in cell.named_parts()),
        whole=cell.resolve(words(spec.whole)) or None,
        decimals=read(spec.decimals, DIGIT, None),
        measure=words(spec.measure),
        minimum=read(spec.minimum, FIGURE, None),
        maximum=read(spec.maximum, FIGURE, None),
        choices=tuple(map(words, spec.choices)),
        merged=is_yes(spec.merged),
        repeated=is_yes(spec.repeated),
        footnote=words(spec.footnote),
        legend=words(spec.legend),
    )


def symbols(form: FormSource) -> tuple[str, ...]:
    """Return the symbol of each leaf: as typed, else A, B … and 1, 2 … if the form numbers them."""
    chosen = [""] * len(form.leaves)
    if form.spec.numbered:
        letters, numbers = iter(ascii_uppercase), count(1)
        for place, leaf in enumerate(form.leaves):
            has_number = leaf.is_numeric or leaf.is_typed
            chosen[place] = str(next(numbers)) if has_number else next(letters, "")
    first = 0
    for cell in form.header:
        first = _write_symbols(cell, first, chosen)
    return tuple(chosen)


def _write_symbols(cell: HeaderCell, first: int, chosen: list[str]) -> int:
    """Write the symbols typed at a cell whose first leaf is `first`; return the place after it."""
    typed = tuple(map(words, cell.spec.symbols))
    chosen[first : first + len(typed)] = typed[: len(chosen) - first]
    if not cell.children:
        return first + 1
    for child in cell.children:
        first = _write_symbols(child, first, chosen)
    return first
