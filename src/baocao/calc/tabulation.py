"""A form with a unit's numbers: the value of every cell, typed or computed.

Numbers are exact until print, and a cell is rounded once, half up, to the places of the form. A
computed column is computed by its own formula in every row, so that the per cent of a total row is
that of its totals, not a sum of per cents; other cells follow the row's total or formula.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from baocao.calc.formula import AddUp, Exact, Value, evaluate, strict_sum, sum_given
from baocao.model.content import Statistics
from baocao.model.form import Column, ColumnRole, ColumnTotal, Form, Row, RowRole

Cells = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Tabulation:
    """A form's figures as printed, by row id and column id; None if there is none.

    `words` are what was typed in columns that hold no figures, as printed; blank ones are left out.
    """

    form: Form
    values: Mapping[str, Mapping[str, Decimal | None]]
    words: Mapping[str, Mapping[str, str]]

    def value(self, row: str, column: str) -> Decimal | None:
        """Return the number of a cell, None if the unit has none."""
        return self.values[row][column]


@lru_cache(maxsize=8)  # called for the same form by check, then by compose
def tabulate(form: Form, statistics: Statistics | None) -> Tabulation:
    """Fill `form` with a unit's figures, as it has laid it out, and compute the others."""
    form = form if statistics is None else statistics.form
    exact = _values(form, statistics, sum_given, None)
    words = {} if statistics is None else _words(statistics)
    rows, columns = form.computation_order
    values = {
        row.id: {column.id: _printed(form, row, column, exact[row.id]) for column in columns}
        for row in rows
    }
    return Tabulation(form, values, words)


def tabulate_all(
    forms: Mapping[str, Form], statistics: Mapping[str, Statistics]
) -> dict[str, Tabulation]:
    """Fill every form with a unit's figures; both by the form's id."""
    return {form_id: tabulate(form, statistics.get(form_id)) for form_id, form in forms.items()}


@lru_cache(maxsize=4)  # called by several rules in a row
def known_values(statistics: Statistics) -> Mapping[str, Cells]:
    """Return the numbers that filling in blank cells would not change, for comparing.

    A sum over a blank cell is blank here; a cell without a number and an empty list add nothing.
    """
    return _values(statistics.form, statistics, strict_sum, 0)


def _values(
    form: Form, statistics: Statistics | None, add_up: AddUp, not_applicable: Value
) -> Mapping[str, Cells]:
    rows, columns = form.computation_order
    exact = {row.id: Cells() for row in form.rows if row.role is RowRole.LIST}
    for list_id, cells in exact.items():  # an unexpanded list has no rows
        is_empty = statistics is not None and list_id in statistics.typed
        cells.update(dict.fromkeys((c.id for c in columns), not_applicable if is_empty else None))
    typed = {} if statistics is None else _exact_figures(statistics)
    blank = Cells.fromkeys(column.id for column in form.figure_columns)
    for row in rows:
        given = blank | typed.get(row.id, {}) if row.role.is_typed else {}
        exact[row.id] = cells = given | dict.fromkeys(row.not_applicable, not_applicable)
        for column in columns:
            if column.id not in cells:
                cells[column.id] = _computed(row, column, exact, add_up)
    return exact


@lru_cache(maxsize=4)
def _exact_figures(statistics: Statistics) -> Mapping[str, Cells]:
    return {
        row_id: {column: to_exact(figure) for column, figure in statistics.figures(row_id).items()}
        for row_id in statistics.rows
    }


def _printed(form: Form, row: Row, column: Column, cells: Cells) -> Decimal | None:
    value = cells[column.id]
    return (
        Decimal(value)
        if isinstance(value, int)
        else round_half_up(value, form.decimals(row, column))
    )


def round_half_up(value: Value, places: int) -> Decimal | None:
    """Round a value half away from zero to so many decimal places, once."""
    if value is None:
        return None
    if isinstance(value, int):
        return Decimal(value)
    doubled = abs(value.numerator) * 10**places * 2
    units = (doubled + value.denominator) // (value.denominator * 2)
    sign = "-" if value < 0 < units else ""  # no minus for a number rounded to zero
    return Decimal(f"{sign}{units}E-{places}")


def _computed(row: Row, column: Column, exact: Mapping[str, Cells], add_up: AddUp) -> Value:
    """Compute a cell that is not typed; None in a row that has none, such as of a total column."""
    cells = exact[row.id]
    if row.role is RowRole.COPY and row.copied_from is not None:
        return exact[row.copied_from][column.id]
    if column.role is ColumnRole.FORMULA and column.formula is not None:
        return evaluate(column.formula, cells.__getitem__, add_up)
    if row.role is RowRole.FORMULA and row.formula is not None:
        return evaluate(row.formula, lambda source: exact[source][column.id], add_up)
    if column.role is ColumnRole.TOTAL:
        return _column_total(
            row, [cells[a] for a in column.addends if a not in row.not_applicable], add_up
        )
    if row.role is RowRole.TOTAL:
        return None if column.is_share else add_up([exact[each][column.id] for each in row.addends])
    return None


def to_exact(figure: Decimal) -> Exact:
    """Return an `int` if the number is whole, which adds up faster than a `Fraction`."""
    whole = int(figure)
    return whole if whole == figure else Fraction(figure)


def _column_total(row: Row, values: list[Value], add_up: AddUp) -> Value:
    if row.column_total is ColumnTotal.NONE:
        return None
    if row.column_total is ColumnTotal.LAST:
        given = [place for place, value in enumerate(values) if value is not None]
        return add_up(values[given[-1] :]) if given else None  # the cells after it are blank
    return add_up(values)


def _words(statistics: Statistics) -> Mapping[str, Mapping[str, str]]:
    return {
        row_id: {column: cell.words for column, cell in row.cells.items() if cell.words}
        for row_id, row in statistics.rows.items()
    }
