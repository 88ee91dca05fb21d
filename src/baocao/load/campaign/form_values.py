"""Values that columns and rows of a form have in common: figures, formulas, yes and no."""

from collections.abc import Iterator, Mapping

from baocao.calc.formula import Malformed, parse
from baocao.diagnostics import Diagnostic
from baocao.load.records.messages import malformed_value
from baocao.load.records.reader import RecordReader
from baocao.model.formula import Formula, names, renamed
from baocao.model.record import Scalar
from baocao.model.text import Text
from baocao.rules import malformed_formula


def _unlike_formula(text: Text) -> Diagnostic | None:
    formula = parse(text.value)
    if not isinstance(formula, Malformed):
        return None
    if formula.is_too_long:
        return malformed_formula.too_long(text.span)
    return malformed_formula.fault(text, formula.offset)


FORMULA = Scalar(problem=_unlike_formula, pattern=r"^[a-z0-9_\[\]()+*×/:,\s−-]+$")


def formula_of(
    fields: RecordReader, key: str, ids: Mapping[str, tuple[str, ...]] | None = None
) -> Formula | None:
    """Give the formula under `key`, its names as `ids` has them; None where there is none."""
    text = fields.optional(key)
    formula = None if text is None else parse(text.value)
    if formula is None or isinstance(formula, Malformed):
        return None
    return renamed(formula, ids or {})


def formula_names(fields: RecordReader, key: str) -> Iterator[Text]:
    """Give the names in the formula under `key`, each as a text in its place."""
    text = fields.optional(key)
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


def limits(fields: RecordReader) -> Iterator[Diagnostic]:
    """Give a greatest figure that lies below the least."""
    least, most = fields.figure("nho_nhat"), fields.figure("lon_nhat")
    typed = fields.optional("lon_nhat")
    if typed is not None and least is not None and most is not None and most < least:
        yield malformed_value(typed, "một số không nhỏ hơn nho_nhat")


def cyclic(sources: Mapping[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Give the ids whose sources lead back to themselves, each with the source that does.

    By Tarjan's algorithm: ids on one circle make one strongly connected component.
    """
    circle = _components(sources)
    for each, named in sources.items():
        back = next((s for s in named if s == each or _is_with(circle, s, each)), None)
        if back is not None:
            yield each, back


def _is_with(circle: Mapping[str, int], one: str, other: str) -> bool:
    return one in circle and circle[one] == circle[other]


def _components(sources: Mapping[str, tuple[str, ...]]) -> Mapping[str, int]:
    """Give a number for each id; those that lead to one another have the same (Tarjan)."""
    search = _Search(sources)
    for first in sources:
        search.start(first)
    return search.component


class _Search:
    """Goes depth first from id to source; `lowest` is the earliest id that a branch leads to."""

    def __init__(self, sources: Mapping[str, tuple[str, ...]]) -> None:
        self._sources = sources
        self._found: dict[str, int] = {}
        self._lowest: dict[str, int] = {}
        self._open: list[str] = []
        self._path: list[tuple[str, Iterator[str]]] = []
        self.component: dict[str, int] = {}

    def start(self, first: str) -> None:
        """Find the components of all that `first` leads to."""
        self._enter(first)
        while self._path:
            each, sources = self._path[-1]
            source = next(sources, None)
            if source is None:
                self._leave(each)
            elif source not in self._found:
                self._enter(source)
            elif source not in self.component:
                self._lowest[each] = min(self._lowest[each], self._found[source])

    def _enter(self, each: str) -> None:
        if each in self._found or each not in self._sources:
            return
        self._found[each] = self._lowest[each] = len(self._found)
        self._open.append(each)
        self._path.append((each, iter(self._sources[each])))

    def _leave(self, each: str) -> None:
        self._path.pop()
        if self._path:
            above = self._path[-1][0]
            self._lowest[above] = min(self._lowest[above], self._lowest[each])
        if self._lowest[each] == self._found[each]:
            members = self._open[self._open.index(each) :]
            del self._open[-len(members) :]
            self.component |= dict.fromkeys(members, self._found[each])
