"""The lines in which `so-lieu.yaml` has the rows of a form: whole, or by groups of columns.

A line that looks like the printed row is easiest to compare with the paper. A row too wide for the
screen is split where the header splits it, at the highest tier whose groups fit.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from baocao.calc.form_expansion import expand
from baocao.model.form import Column, ColumnRole, Form

WIDEST = 110
GAP = 2  # the comma and the blank between two cells
NESTED = 2
_MOST_SINGLES = 3
_WHOLE, _WITH_DECIMALS = 7, 11
_WIDTHS = {ColumnRole.WORDS: 14, ColumnRole.DATE: 10, ColumnRole.CHOICE: 11, ColumnRole.MARK: 3}

Columns = tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """Columns typed together, on one line or several, under the key `id`; if "", the form's."""

    id: str
    lines: tuple[Columns, ...]

    @property
    def columns(self) -> Columns:
        return tuple(column for line in self.lines for column in line)


def with_default_groups(form: Form) -> Form:
    """Return the form with each repeatable column group expanded once."""
    return expand(form, {branch.id: (branch.title,) for branch in form.repeated_branches}, {})


def column_groups(form: Form, margin: int) -> tuple[ColumnGroup, ...]:
    """Split a form into the column groups typed separately; `margin` is the indentation.

    `form` comes from `with_default_groups`.
    """
    start = margin + key_width(form) + GAP
    typed = form.typed_columns()
    if _fits(form, typed, start):
        return (ColumnGroup("", (typed,)),)
    groups = tuple(_grouped(form, form.columns, start + NESTED))
    if _singles(groups) > _MOST_SINGLES:
        return (ColumnGroup("", _wrapped(form, typed, start)),)
    return groups


def key_width(form: Form) -> int:
    """Return the width of the longest row key, colon included."""
    return max((len(row.id) for row in form.typed_rows), default=0) + 1


def column_width(form: Form, column: Column) -> int:
    """Return the width, in characters, that holds the wrapped title and a usual figure."""
    title = column.title
    words = [word for head in (title, *_titles_over_only(form, column)) for word in head.split()]
    short = len(title) if len(title) <= _WITH_DECIMALS else 0
    return max((_room(form, column), short, *map(len, words)))


def _titles_over_only(form: Form, column: Column) -> Iterator[str]:
    """Yield the titles of the header cells over this typed column and no other."""
    cells = (cell for top in form.columns for cell in top.walk() if cell.children)
    return (cell.title for cell in cells if tuple(typed_leaves(cell)) == (column,))


def typed_leaves(cell: Column) -> Iterator[Column]:
    return (leaf for leaf in cell.leaves() if leaf.role.is_typed)


def _room(form: Form, column: Column) -> int:
    if column.role is not ColumnRole.FIGURE:
        return _WIDTHS.get(column.role, 0)
    decimals = max((form.decimals(row, column) for row in form.typed_rows), default=0)
    return _WITH_DECIMALS if decimals else _WHOLE


def _fits(form: Form, columns: Columns, start: int) -> bool:
    width = sum(column_width(form, column) + GAP for column in columns)
    return start + width - 1 <= WIDEST  # of the gap after the last cell only a bracket or comma


def _grouped(form: Form, cells: Columns, start: int) -> Iterator[ColumnGroup]:
    for cell in cells:
        typed = tuple(typed_leaves(cell))
        if cell.id and typed and (not cell.children or _fits(form, typed, start)):
            yield ColumnGroup(cell.id, (typed,))
            continue
        inner = tuple(_grouped(form, cell.children, start))
        if cell.id and _singles(inner) > _MOST_SINGLES:
            yield ColumnGroup(cell.id, _wrapped(form, typed, start))
        else:
            yield from inner


def _singles(groups: tuple[ColumnGroup, ...]) -> int:
    return sum(len(group.columns) == 1 for group in groups)


def _wrapped(form: Form, columns: Columns, start: int) -> tuple[Columns, ...]:
    """Break a row into as few lines as fit, evenly filled; else one column a line."""
    fewest = len(tuple(_filled(form, columns, start)))
    for count in range(fewest, len(columns)):
        each = ceil(len(columns) / count)
        lines = tuple(columns[first : first + each] for first in range(0, len(columns), each))
        if all(_fits(form, line, start) for line in lines):
            return lines
    return tuple((column,) for column in columns)


def _filled(form: Form, columns: Columns, start: int) -> Iterator[Columns]:
    line: Columns = ()
    for column in columns:
        if line and not _fits(form, (*line, column), start):
            yield line
            line = ()
        line = (*line, column)
    yield line
