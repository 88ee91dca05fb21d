"""How a form is typed in `so-lieu.yaml`: its rows at once, or group by group of its columns.

A line that looks like the printed row is best compared with the paper; one that would leave the
screen is parted where the header parts it, at the highest tier whose groups fit.
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
    """Columns typed together under the key `id`, on one line or several; no key: at the form's."""

    id: str
    lines: tuple[Columns, ...]

    @property
    def columns(self) -> Columns:
        """The columns, from left to right."""
        return tuple(column for line in self.lines for column in line)


def with_default_groups(form: Form) -> Form:
    """Give the form with each branch that repeats standing once, under its own title."""
    return expand(form, {branch.id: (branch.title,) for branch in form.repeated_branches}, {})


def column_groups(form: Form, margin: int) -> tuple[ColumnGroup, ...]:
    """Give the blocks in which a form that has begun is typed, its keys `margin` blanks in."""
    start = margin + key_width(form) + GAP
    typed = form.typed_columns()
    if _fits(form, typed, start):
        return (ColumnGroup("", (typed,)),)
    parted = tuple(_parted(form, form.columns, start + NESTED))
    if _singles(parted) > _MOST_SINGLES:
        return (ColumnGroup("", _broken(form, typed, start)),)
    return parted


def key_width(form: Form) -> int:
    """Give the width of the longest key of a row, its colon with it."""
    return max((len(row.id) for row in form.typed_rows), default=0) + 1


def column_width(form: Form, column: Column) -> int:
    """Give the width of a column, in which its title, wrapped, and a usual figure have room."""
    title = column.title
    words = [word for head in (title, *_heads_of_one(form, column)) for word in head.split()]
    short = len(title) if len(title) <= _WITH_DECIMALS else 0
    return max((_room(form, column), short, *map(len, words)))


def _heads_of_one(form: Form, column: Column) -> Iterator[str]:
    """Give the titles of the branches that have no other typed column than this."""
    cells = (cell for top in form.columns for cell in top.walk() if cell.children)
    return (cell.title for cell in cells if tuple(typed_under(cell)) == (column,))


def typed_under(cell: Column) -> Iterator[Column]:
    """Give the typed columns under a cell of the header, from the left."""
    return (leaf for leaf in cell.leaves() if leaf.role.is_typed)


def _room(form: Form, column: Column) -> int:
    if column.role is not ColumnRole.FIGURE:
        return _WIDTHS.get(column.role, 0)
    decimals = max((form.decimals(row, column) for row in form.typed_rows), default=0)
    return _WITH_DECIMALS if decimals else _WHOLE


def _fits(form: Form, columns: Columns, start: int) -> bool:
    return start + _width(form, columns) <= WIDEST


def _width(form: Form, columns: Columns) -> int:
    """Give the width of the columns' cells, with the bracket or the comma after the last."""
    return sum(column_width(form, column) + GAP for column in columns) - 1


def _parted(form: Form, cells: Columns, start: int) -> Iterator[ColumnGroup]:
    for cell in cells:
        typed = tuple(typed_under(cell))
        if cell.id and typed and (not cell.children or _fits(form, typed, start)):
            yield ColumnGroup(cell.id, (typed,))
            continue
        inner = tuple(_parted(form, cell.children, start))
        if cell.id and _singles(inner) > _MOST_SINGLES:
            yield ColumnGroup(cell.id, _broken(form, typed, start))
        else:
            yield from inner


def _singles(parted: tuple[ColumnGroup, ...]) -> int:
    return sum(len(block.columns) == 1 for block in parted)


def _broken(form: Form, columns: Columns, start: int) -> tuple[Columns, ...]:
    """Break one row over as few lines as fit, of as many columns each as can be."""
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
