"""Formulas of a form: a small closed grammar over the ids of columns or of rows, exact.

tong(nu, nam)                the sum of what is given; blank cells are passed over
ke_hoach + bo_sung           the same for two, or for more
thuc_hien - ke_hoach         blank if either is
100 * thuc_hien / ke_hoach   also with `×` and `:`; blank if it would divide by zero
ty_le(thuc_hien, ke_hoach)   the same, in words
tang_truong([2012], [2016])  growth in per cent; an id of digits alone stands in brackets

Values are whole numbers and `fractions.Fraction`, so nothing is rounded before it is printed. A sum
passes over blank cells only: what is subtracted, multiplied or divided within it and comes out
blank makes it blank, so that `ton_dau - xuat + nhap` is never `nhap` alone.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache, reduce
from operator import add

from baocao.model.formula import GROWTH, RATIO, SUM, Formula, Name, Number, Operation

_TOKEN = re.compile(
    r"\s*(?:(?P<number>[0-9]+(?![0-9a-z_]))|(?P<name>[a-z0-9_]*[a-z][a-z0-9_]*)"
    r"|\[\s*(?P<bracketed>[a-z0-9_]+)\s*\]|(?P<sign>[-−+*×/:(),]))"
)
_BLANKS = re.compile(r"\s*")
_DIVIDES = frozenset("/:")
_MINUS = frozenset("-−")
_TIMES = frozenset("*×")
MAX_DEPTH = 40  # brackets within brackets
MAX_OPERATIONS = 100  # bounds the depth of the tree, which is walked by recursion
_MAX_DIGITS = 30
_ARITIES: Mapping[str, int | None] = {SUM: None, RATIO: 2, GROWTH: 2}

Exact = Fraction | int
"""A whole number is an `int`, which is many times faster; only `_apply` divides."""

Value = Exact | None
Lookup = Callable[[str], Value]
AddUp = Callable[[list[Value]], Value]


@dataclass(frozen=True, slots=True)
class Malformed:
    """Where a text leaves the grammar, at its end too; or there is more than a formula may have."""

    offset: int
    is_too_long: bool = False


@lru_cache(maxsize=4096)  # checking a form parses the same formulas again and again
def parse(text: str) -> Formula | Malformed:
    """Parse a formula, or return the place of the first thing that cannot stand there."""
    reader = _Parser(text)
    try:
        formula = reader.sum(0)
        reader.expect_end()
    except _ParseError as left:
        return Malformed(left.offset, left.is_too_long)
    return formula


def sum_given(values: list[Value]) -> Value:
    """Return the sum of the values given, None if none is (blank is not zero)."""
    given = [value for value in values if value is not None]
    return reduce(add, given) if given else None


def strict_sum(values: list[Value]) -> Value:
    """Return the sum of the values, None if any is not given."""
    return None if None in values else sum_given(values)


def evaluate(formula: Formula, lookup: Lookup, add_up: AddUp = sum_given) -> Value:
    """Return a formula's value, None if a number it needs is blank or a divisor is zero."""
    if isinstance(formula, Number):
        return formula.value
    if isinstance(formula, Name):
        return lookup(formula.id)
    values = [evaluate(operand, lookup, add_up) for operand in formula.operands]
    if _is_sum(formula):
        unknown = (
            v is None and _is_worked_out(o) for v, o in zip(values, formula.operands, strict=True)
        )
        return None if any(unknown) else add_up(values)
    left, right = values
    if left is None or right is None:
        return None
    return _apply(formula.sign, left, right)


def _is_sum(formula: Formula) -> bool:
    return isinstance(formula, Operation) and formula.sign in (SUM, "+")


def _is_worked_out(formula: Formula) -> bool:
    """Return whether an addend is neither a cell nor a sum of cells."""
    return isinstance(formula, Operation) and not _is_sum(formula)


def _apply(sign: str, left: Exact, right: Exact) -> Value:
    if sign == "-":
        return left - right
    if sign == "*":
        return left * right
    if sign == GROWTH:
        return Fraction((right - left) * 100) / left if left else None
    if right == 0:
        return None
    return Fraction(left * 100 if sign == RATIO else left) / right


def _sum(addends: list[Formula]) -> Formula:
    return addends[0] if len(addends) == 1 else Operation("+", tuple(addends))


class _ParseError(Exception):
    def __init__(self, offset: int, *, is_too_long: bool = False) -> None:
        super().__init__(offset)
        self.offset = offset
        self.is_too_long = is_too_long


class _Parser:
    """A recursive-descent parser: a sum of products of atoms."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._operations = 0

    def sum(self, depth: int) -> Formula:
        if depth > MAX_DEPTH:
            raise _ParseError(self._next_offset(), is_too_long=True)
        addends = [self._product(depth)]
        while sign := self._sign("+") or self._sign(*_MINUS):
            right = self._product(depth)
            if sign == "+":
                addends.append(right)
            else:
                addends = [self._operation("-", (_sum(addends), right))]
        return _sum(addends)

    def expect_end(self) -> None:
        if self._next_offset() < len(self._text):
            raise _ParseError(self._next_offset())

    def _product(self, depth: int) -> Formula:
        formula = self._atom(depth)
        while sign := self._sign(*_TIMES) or self._sign(*_DIVIDES):
            right = self._atom(depth)
            formula = self._operation("*" if sign in _TIMES else "/", (formula, right))
        return formula

    def _atom(self, depth: int) -> Formula:
        if self._sign("("):
            formula = self.sum(depth + 1)
            self._demand(")")
            return formula
        start = self._next_offset()
        token = _TOKEN.match(self._text, self._at)
        if token is None or token["sign"]:
            raise _ParseError(start)
        self._at = token.end()
        if token["number"]:
            if len(token["number"]) > _MAX_DIGITS:
                raise _ParseError(start)
            return Number(int(token["number"]))
        if token["name"] and self._sign("("):
            return self._call(token["name"], start, depth)
        return Name(token["name"] or token["bracketed"], start)

    def _call(self, function: str, start: int, depth: int) -> Formula:
        operands = [self.sum(depth + 1)]
        while self._sign(","):
            operands.append(self.sum(depth + 1))
        self._demand(")")
        if function not in _ARITIES or _ARITIES[function] not in (None, len(operands)):
            raise _ParseError(start)
        return self._operation(function, tuple(operands))

    def _operation(self, sign: str, operands: tuple[Formula, ...]) -> Operation:
        self._operations += 1
        if self._operations > MAX_OPERATIONS:
            raise _ParseError(self._next_offset(), is_too_long=True)
        return Operation(sign, operands)

    def _sign(self, *signs: str) -> str:
        token = _TOKEN.match(self._text, self._at)
        if token is None or token["sign"] not in signs:
            return ""
        self._at = token.end()
        return token["sign"]

    def _demand(self, sign: str) -> None:
        if not self._sign(sign):
            raise _ParseError(self._next_offset())

    def _next_offset(self) -> int:
        blanks = _BLANKS.match(self._text, self._at)
        return self._at if blanks is None else blanks.end()
