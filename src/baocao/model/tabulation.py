"""A form with a unit's figures in it: every cell's value, the totals computed."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal
from functools import reduce

from baocao.model.content import Statistics
from baocao.model.form import Column, ColumnRole, Form, Row

_EXACT = Context(prec=60)  # figures have at most 30 digits, so no sum is ever rounded


@dataclass(frozen=True, slots=True)
class Tabulation:
    """A form's values by row id and column id; None where there is no figure."""

    form: Form
    values: Mapping[str, Mapping[str, Decimal | None]]

    def value(self, row: str, column: str) -> Decimal | None:
        """Give the figure of a cell, or None where the unit has none."""
        return self.values[row][column]


def tabulate(form: Form, statistics: Statistics | None) -> Tabulation:
    """Fill `form` with a unit's figures and compute its totals in exact decimals."""
    return Tabulation(form, {row.id: _row_values(form, row, statistics) for row in form.rows})


def total(figures: tuple[Decimal | None, ...]) -> Decimal | None:
    """Add up the figures that are given; None where none is (blank is not zero)."""
    given = [figure for figure in figures if figure is not None]
    return reduce(_EXACT.add, given) if given else None


def _row_values(form: Form, row: Row, statistics: Statistics | None) -> dict[str, Decimal | None]:
    columns = form.figure_columns()
    values: dict[str, Decimal | None] = dict.fromkeys(column.id for column in columns)
    if statistics is not None and row.id in statistics.rows:
        cells = statistics.rows[row.id].cells
        values |= {column.id: cell.value for column, cell in zip(columns, cells, strict=True)}
    totals = (leaf for leaf in form.leaves() if leaf.role is ColumnRole.TOTAL)
    return values | {column.id: _total_of(column, row, values) for column in totals}


def _total_of(column: Column, row: Row, values: Mapping[str, Decimal | None]) -> Decimal | None:
    if not row.summed:
        return None
    return total(tuple(values[addend] for addend in column.addends))
