"""The expressions in `{{ … }}` of a narrative: a small closed grammar, parsed and evaluated.

sang_kien.tong                               a figure of the form
bieu_hai.sang_kien.2016                      the same, if several forms have such a row
tang_truong(sang_kien.2012, sang_kien.2016)  growth in per cent, to one decimal
bang_chu(gia_tri_sang_kien.tong)             the amount in words, with its measure
"""

import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from baocao.calc.tabulation import Tabulation
from baocao.model.form import Form, Row
from baocao.vietnamese.figures import format_count, format_figure
from baocao.vietnamese.words import in_words

_PATH = r"[a-z0-9]+(?:_[a-z0-9]+)*(?:\.[a-z0-9]+(?:_[a-z0-9]+)*){1,2}"
_FIGURE = re.compile(_PATH)
_CALL = re.compile(rf"([a-z_]+)\(\s*({_PATH})\s*(?:,\s*({_PATH})\s*)?\)")
_LARGEST_IN_WORDS = Decimal(10) ** 18
_EXACT = Context(prec=80, rounding=ROUND_HALF_UP)


class Function(enum.Enum):
    """What may be done to figures; the value is the name that a writer types."""

    GROWTH = "tang_truong"
    IN_WORDS = "bang_chu"

    @property
    def arity(self) -> int:
        """The number of figures that the function takes."""
        return 2 if self is Function.GROWTH else 1


class ExpressionProblem(enum.Enum):
    """Why an expression prints nothing."""

    MALFORMED = "malformed"
    UNKNOWN = "unknown"
    AMBIGUOUS = "ambiguous"
    BLANK = "blank"
    ZERO_BASE = "zero-base"
    TOO_LARGE = "too-large"


@dataclass(frozen=True, slots=True)
class Expression:
    """One or two figures, each a path of ids, under a function or bare."""

    function: Function | None
    paths: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class FormCell:
    """A cell that a path leads to."""

    form: Form
    row: Row
    column: str

    @property
    def decimals(self) -> int:
        return self.form.decimals(self.row, self.form.leaves_by_id[self.column])

    @property
    def measure(self) -> str:
        """The unit of measure of its number."""
        return self.form.measure(self.row, self.form.leaves_by_id[self.column])


@lru_cache(maxsize=4096)  # units refer to the same few numbers
def parse(text: str) -> Expression | None:
    """Parse the inside of `{{ … }}`; None if it is not in the grammar."""
    text = text.strip()
    if _FIGURE.fullmatch(text):
        return Expression(None, (_path(text),))
    call = _CALL.fullmatch(text)
    if call is None or call[1] not in {function.value for function in Function}:
        return None
    function = Function(call[1])
    figures = tuple(_path(argument) for argument in call.groups()[1:] if argument)
    return Expression(function, figures) if len(figures) == function.arity else None


def find_cell(path: tuple[str, ...], forms: Mapping[str, Form]) -> FormCell | ExpressionProblem:
    """Return the cell that `row.column` or `form.row.column` names."""
    *form_id, row_id, column_id = path
    found: FormCell | None = None
    for form in forms.values():
        row = form.find(row_id, column_id) if not form_id or form.id == form_id[0] else None
        if row is not None and found is not None:
            return ExpressionProblem.AMBIGUOUS
        if row is not None:
            found = FormCell(form, row, column_id)
    return ExpressionProblem.UNKNOWN if found is None else found


def evaluate(text: str, tabulations: Mapping[str, Tabulation]) -> str | ExpressionProblem:
    """Return what `text` prints, by Vietnamese custom, or why it prints nothing."""
    expression = parse(text)
    if expression is None:
        return ExpressionProblem.MALFORMED
    forms = {form_id: tabulation.form for form_id, tabulation in tabulations.items()}
    cells: list[FormCell] = []
    values: list[Decimal] = []
    for path in expression.paths:
        cell = find_cell(path, forms)
        if isinstance(cell, ExpressionProblem):
            return cell
        value = tabulations[cell.form.id].value(cell.row.id, cell.column)
        if value is None:
            return ExpressionProblem.BLANK
        cells.append(cell)
        values.append(value)
    return _print(expression.function, cells[0], values)


def _print(
    function: Function | None, cell: FormCell, values: list[Decimal]
) -> str | ExpressionProblem:
    if function is Function.IN_WORDS and abs(values[0]) > _LARGEST_IN_WORDS:
        return ExpressionProblem.TOO_LARGE
    if function is Function.IN_WORDS:
        return f"{in_words(values[0])} {cell.measure}".strip()
    if function is Function.GROWTH:
        before, after = values
        if before == 0:
            return ExpressionProblem.ZERO_BASE
        change = _EXACT.divide(
            _EXACT.multiply(_EXACT.subtract(after, before), Decimal(100)), before
        )
        rounded = change.quantize(Decimal("0.1"), context=_EXACT).normalize()
        return f"{format_figure(rounded, max(0, -_exponent(rounded)))}%"
    value = values[0]
    return format_count(value) if cell.decimals == 0 else format_figure(value, cell.decimals)


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _path(text: str) -> tuple[str, ...]:
    return tuple(text.split("."))
