"""How those proposed stand to the award rules: their figures, and the grounds that they have."""

from collections.abc import Mapping
from decimal import Decimal

from baocao.calc.expression import FormCell, find_cell
from baocao.calc.tabulation import tabulate
from baocao.model.award import Collective, Person
from baocao.model.award_rules import Award, Basis, Criterion, Threshold
from baocao.model.content import Statistics
from baocao.model.form import Form


def unit_amount(
    threshold: Threshold, statistics: Mapping[str, Statistics], forms: Mapping[str, Form]
) -> Decimal | None:
    """Give the unit's own figure for a threshold, from its form; None where it has none."""
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
    """Give the figure by which a collective meets a threshold or misses it; None where blank."""
    if collective.is_unit:
        return unit_amount(threshold, statistics, forms)
    typed = collective.figures.get(threshold.comparison.row)
    return None if typed is None else Decimal(typed.value)


def qualifying_criteria(award: Award, person: Person) -> tuple[Criterion, ...]:
    """Give the grounds on which a person may be proposed.

    What there are only so many places for counts where there is no other ground.
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
