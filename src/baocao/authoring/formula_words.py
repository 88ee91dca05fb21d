"""A form's formula in words: names of columns or rows in place of their ids."""

from collections.abc import Mapping

from baocao.model.formula import GROWTH, RATIO, SUM, Formula, Name, Number
from baocao.vietnamese.figures import format_figure

_SIGNS = {"+": "+", "-": "−", "*": "×", "/": ":"}
_PRODUCTS = ("*", "/")
_SUMS = ("+", "-")
_IN_BRACKETS = {"+": (), "-": _SUMS, "*": _SUMS, "/": (*_SUMS, *_PRODUCTS)}
"""By sign, the operations that stand in brackets after it."""


def formula_words(formula: Formula, names: Mapping[str, str]) -> str:
    """Return a formula in words and signs; `names` are by id."""
    if isinstance(formula, Number):
        return format_figure(formula.value.numerator)
    if isinstance(formula, Name):
        return f"«{names[formula.id]}»"
    if formula.sign in _SIGNS:
        first, *others = formula.operands  # a sum has two or more
        before = _operand(first, names, in_brackets=_SUMS if formula.sign in _PRODUCTS else ())
        brackets = _IN_BRACKETS[formula.sign]
        after = (_operand(other, names, in_brackets=brackets) for other in others)
        return f" {_SIGNS[formula.sign]} ".join((before, *after))
    operands = [formula_words(operand, names) for operand in formula.operands]
    if formula.sign == SUM:
        return f"tổng của ({'; '.join(operands)})"
    return {
        RATIO: "tỷ lệ phần trăm của {} trong {}",
        GROWTH: "tỷ lệ phần trăm tăng từ {} đến {}",
    }[formula.sign].format(*operands)


def _operand(formula: Formula, names: Mapping[str, str], in_brackets: tuple[str, ...]) -> str:
    words = formula_words(formula, names)
    is_bare = isinstance(formula, Number | Name) or formula.sign not in in_brackets
    return words if is_bare else f"({words})"
