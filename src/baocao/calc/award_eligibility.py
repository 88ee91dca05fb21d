"""The numbers that thresholds compare, and the criteria that a person meets."""

from collections.abc import Mapping
from decimal import Decimal

from baocao.calc.reference import FormCell, find_cell
from baocao.calc.tabulation import tabulate
from baocao.model.award import Collective, Person
from baocao.model.award_rules import Award, Basis, Criterion, Threshold
from baocao.model.content import Statistics
from baocao.model.form import Form


def unit_amount(
    threshold: Threshold, statistics: Mapping[str, Statistics], forms: Mapping[str, Form]
) -> Decimal | None:
    """Return the unit's own number for a threshold, from its form; None if it has none."""
    laid_out = {form_id: each.form for form_id, each in statistics.items()}
    path = threshold.comparison.path
    cell = find_cell(path, {**forms, **laid_out})
    if not isinstance(cell, FormCell):
        return None
    return tabulate(cell.form, statistics.get(cell.form.id)).value(cell.row.id, cell.column)


def collective_amount(
    threshold: Threshold,
    collective: Collective,
    statistics: Mapping[str, Statistics],
    forms: Mapping[str, Form],
) -> Decimal | None:
    """Return the number that a threshold is held against; None if it is blank."""
    if collective.is_unit:
        return unit_amount(threshold, statistics, forms)
    typed = collective.figures.get(threshold.comparison.row)
    return None if typed is None else Decimal(typed.value)


def qualifying_criteria(award: Award, person: Person) -> tuple[Criterion, ...]:
    """Return the criteria by which a person may be proposed.

    A criterion with limited places counts only if the person meets no other.
    """
    having = tuple(merit for merit in award.criteria if _has(merit, person))
    free = tuple(merit for merit in having if merit.for_each_collective is None)
    return free or having[:1]


def _has(merit: Criterion, person: Person) -> bool:
    if merit.basis is Basis.ADVICE:
        return person.is_adviser
    if merit.basis is Basis.FOLLOWING:
        return person.is_follower
    return person.diplomas is not None and person.diplomas.value >= merit.minimum
