"""The formulas of `bieu-so-lieu.yaml`: their shape, and the names in them with their places."""

from collections.abc import Iterator, Mapping

from baocao.calc.formula import Malformed, parse
from baocao.diagnostics import Diagnostic
from baocao.load.campaign.messages import malformed_formula, too_long_formula
from baocao.model.formula import Formula, names, renamed
from baocao.model.record import Scalar
from baocao.model.text import Text


def _problem(text: Text) -> Diagnostic | None:
    formula = parse(text.value)
    if not isinstance(formula, Malformed):
        return None
    if formula.is_too_long:
        return too_long_formula(text.span)
    return malformed_formula(text, formula.offset)


FORMULA = Scalar(problem=_problem, pattern=r"^[a-z0-9_\[\]()+*×/:,\s−-]+$")


def formula_of(
    text: Text | None, ids: Mapping[str, tuple[str, ...]] | None = None
) -> Formula | None:
    """Return a formula, its names replaced as `ids` says; None if absent or malformed."""
    formula = None if text is None else parse(text.value)
    if formula is None or isinstance(formula, Malformed):
        return None
    return renamed(formula, ids or {})


def formula_names(text: Text | None) -> Iterator[Text]:
    """Yield the names in a formula, each as a text in its place."""
    formula = None if text is None else parse(text.value)
    if text is None or formula is None or isinstance(formula, Malformed):
        return
    typed = text.source.text
    starts = (
        start for start in (text.start, text.start + 1) if typed.startswith(text.value, start)
    )
    first = next(starts, None)
    for name in names(formula):
        offset = text.value.index(name.id, name.offset)
        if first is None:  # typed over several lines
            start = text.span_of(offset, len(name.id))
            begin = text.source.start_of(start.line) + start.column - 1
        else:
            begin = first + offset
        yield Text(name.id, text.source, begin, begin + len(name.id))
