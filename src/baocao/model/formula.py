"""A formula of a form, parsed: an expression tree over the ids of columns or of rows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SUM, RATIO, GROWTH = "tong", "ty_le", "tang_truong"


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number as typed."""

    value: int


@dataclass(frozen=True, slots=True)
class Name:
    """A column or a row by its id; `offset` is where it stands in the formula."""

    id: str
    offset: int = 0


@dataclass(frozen=True, slots=True)
class Operation:
    """A function (`SUM`, `RATIO`, `GROWTH`) or a sign (`+ - * /`) over its operands."""

    sign: str
    operands: tuple["Formula", ...]


Formula = Number | Name | Operation


def names(formula: Formula) -> Iterator[Name]:
    """Yield every id in a formula, from left to right."""
    if isinstance(formula, Name):
        yield formula
    elif isinstance(formula, Operation):
        for operand in formula.operands:
            yield from names(operand)


def is_ratio(formula: Formula) -> bool:
    """Return whether a formula divides, so that its values are shares, which no sum may take."""
    if not isinstance(formula, Operation):
        return False
    return formula.sign in (RATIO, GROWTH, "/") or any(map(is_ratio, formula.operands))


def renamed(formula: Formula, ids: Mapping[str, tuple[str, ...]]) -> Formula:
    """Replace the ids in a formula; one that becomes several becomes their sum."""
    if isinstance(formula, Name):
        others = tuple(Name(other) for other in ids.get(formula.id, (formula.id,)))
        return others[0] if len(others) == 1 else Operation(SUM, others)
    if isinstance(formula, Operation):
        return Operation(formula.sign, tuple(renamed(each, ids) for each in formula.operands))
    return formula
