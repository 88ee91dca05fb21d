"""A campaign's form expanded for one unit: repeated columns and the rows of lists are copied.

The n-th copy of the column or row `id` is `id_n`. Totals, formulas, parts and cells without a
number that name the original then name all its copies; within a repeated group they name the
columns of the same copy.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count
from typing import TypeAlias

from baocao.model.form import Column, Form, Row, RowRole
from baocao.model.formula import Formula, renamed

CopyIds: TypeAlias = Mapping[str, tuple[str, ...]]
"""The ids of the copies, by the original's."""


def expand(
    form: Form,
    groups: Mapping[str, tuple[str, ...]],
    lists: Mapping[str, tuple[tuple[str, ...], ...]],
) -> Form:
    """Return the form as one unit fills it.

    `groups` are the titles of the copies of each repeated branch, `lists` the labels of the rows
    added to each list: for every row one a label column. A branch or list not named stays.
    """
    if not groups and not lists:
        return form
    columns_to = {
        leaf.id: _copy_ids(leaf.id, len(groups[branch.id]))
        for branch in form.repeated_branches
        if branch.id in groups
        for leaf in branch.leaves()
    }
    rows_to = {row_id: _copy_ids(row_id, len(labels)) for row_id, labels in lists.items() if labels}
    columns = tuple(
        each for top in form.columns for each in _copied_column(top, groups, columns_to)
    )
    rows = (
        each
        for row in form.rows
        for each in _copied_row(row, lists.get(row.id, ()), rows_to, columns_to)
    )
    return replace(form, columns=_renumbered(columns) if groups else columns, rows=tuple(rows))


def _copy_ids(original: str, copies: int) -> tuple[str, ...]:
    return tuple(f"{original}_{place}" for place in range(1, copies + 1))


def _copied_column(
    column: Column, groups: Mapping[str, tuple[str, ...]], to: CopyIds
) -> Iterator[Column]:
    """Yield a cell of the header, or its copies under their titles if a unit repeats it."""
    if not column.repeated or column.id not in groups:
        children = (each for child in column.children for each in _copied_column(child, groups, to))
        yield replace(_with_sources(column, to), children=tuple(children))
        return
    for place, title in enumerate(groups[column.id], start=1):
        own = {cell.id: (f"{cell.id}_{place}",) for cell in column.walk() if cell.id}
        yield replace(_renamed_column(column, own, {**to, **own}), title=title, repeated=False)


def _renamed_column(column: Column, own: CopyIds, to: CopyIds) -> Column:
    """Return a copy of a cell and of all under it, with their `own` ids."""
    return replace(
        _with_sources(column, to),
        id=own.get(column.id, (column.id,))[0],
        children=tuple(_renamed_column(child, own, to) for child in column.children),
    )


def _with_sources(column: Column, to: CopyIds) -> Column:
    """Replace the ids that a column is computed from and compared with."""
    return replace(
        column,
        addends=_renamed_ids(column.addends, to),
        parts=_renamed_ids(column.parts, to),
        whole=None if column.whole is None else to.get(column.whole, (column.whole,))[0],
        formula=_renamed_formula(column.formula, to),
        expected=_renamed_formula(column.expected, to),
    )


def _copied_row(
    row: Row, labels: tuple[tuple[str, ...], ...], to: CopyIds, columns_to: CopyIds
) -> Iterator[Row]:
    """Yield a row, or instead of a list the rows that a unit added, with their `labels`."""
    not_applicable = frozenset(_renamed_ids(row.not_applicable, columns_to))
    if row.id in to:
        for place, (row_id, own) in enumerate(zip(to[row.id], labels, strict=True), start=1):
            yield replace(
                row,
                id=row_id,
                ordinal=str(place),
                labels=own or row.labels,
                role=RowRole.ADDED,
                not_applicable=not_applicable,
            )
    elif row.addends or row.parts or row.formula or row.expected or not_applicable:
        yield replace(
            row,
            addends=_renamed_ids(row.addends, to),
            parts=_renamed_ids(row.parts, to),
            formula=_renamed_formula(row.formula, to),
            expected=_renamed_formula(row.expected, to),
            not_applicable=not_applicable,
        )
    else:
        yield row


def _renamed_ids(ids: Iterable[str], to: CopyIds) -> tuple[str, ...]:
    return tuple(other for each in ids for other in to.get(each, (each,)))


def _renamed_formula(formula: Formula | None, to: CopyIds) -> Formula | None:
    return None if formula is None else renamed(formula, to)


def _renumbered(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Renumber the symbols that are numbers, so that they run on through the copies."""
    leaves = (leaf for column in columns for leaf in column.leaves())
    first = next((int(leaf.symbol) for leaf in leaves if leaf.symbol.isdecimal()), 0)
    numbers = count(first)
    return tuple(_numbered(column, numbers) for column in columns)


def _numbered(column: Column, numbers: Iterator[int]) -> Column:
    symbol = str(next(numbers)) if column.symbol.isdecimal() else column.symbol
    children = tuple(_numbered(child, numbers) for child in column.children)
    return replace(column, symbol=symbol, children=children)
