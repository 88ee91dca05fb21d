"""The Jinja2 environment of Word and HTML templates: sandboxed, escaping, strict and limited.

A template prints fields, chooses and repeats, and nothing else: only the filters, tests, globals
and methods named here exist, `language` refuses all other constructs, and `budget` stops endless
work. So no tag reaches Python, a file or the network, or takes more time or memory than stated.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sized
from dataclasses import is_dataclass
from functools import wraps
from itertools import islice

from jinja2 import BaseLoader, StrictUndefined, Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError
from jinja2.filters import FILTERS as ALL_FILTERS
from jinja2.runtime import BlockReference, Context, LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS as ALL_TESTS

from baocao.model import document
from baocao.render.templates.budget import MOST_STEPS, spend
from baocao.render.templates.language import (
    COUNT,
    MEASURE,
    SPEND,
    forbidden_constructs,
    with_counters,
)

_PLAIN = (
    *("abs", "capitalize", "count", "d", "default", "e", "escape", "first", "float", "int"),
    *("last", "length", "list", "lower", "map", "max", "min", "reject", "rejectattr"),
    *("reverse", "round", "select", "selectattr", "sort", "string", "sum", "title", "trim"),
    *("truncate", "unique", "upper", "wordcount"),
)
FILTERS = (*_PLAIN, "join", "replace")
TESTS = tuple(name for name in ALL_TESTS if name not in {"callable", "filter", "test"})
METHODS = {
    str: frozenset(
        {"capitalize", "count", "endswith", "find", "isdigit", "isupper", "lower", "lstrip"}
        | {"removeprefix", "removesuffix", "rstrip", "split", "splitlines", "startswith"}
        | {"strip", "title", "upper"}
    ),
    dt.date: frozenset({"isoformat"}),
    LoopContext: frozenset({"cycle", "changed"}),
}
LONGEST_RANGE = 10_000
_RECORDS = frozenset(each for each in vars(document).values() if is_dataclass(each))
_LARGEST_NUMBER = 10**15
_FINEST_PRECISION = 10
_LETTERS_A_STEP = 64
_PRINTABLE = (str, int, float, dt.date, Undefined)


def environment(loader: BaseLoader | None = None) -> "TemplateEnvironment":
    """Return an environment in which no template runs code, and a misspelt field is an error."""
    return TemplateEnvironment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        finalize=_printable,
    )


class TemplateEnvironment(ImmutableSandboxedEnvironment):
    """Jinja2's sandbox with fewer features, whose work is counted."""

    intercepted_binops = frozenset({"+", "*", "%", "/", "//", "-"})

    def __init__(self, **options: object) -> None:
        super().__init__(**options)
        self.filters = {
            **{name: _counted_filter(ALL_FILTERS[name]) for name in _PLAIN},
            "join": _counted_filter(ALL_FILTERS["join"], _cost_of_join),
            "replace": _counted_filter(ALL_FILTERS["replace"], _cost_of_replace),
            "round": _counted_filter(ALL_FILTERS["round"], _cost_of_round),
            COUNT: _count,
            MEASURE: _measure,
            SPEND: _spend,
        }
        self.tests = {name: ALL_TESTS[name] for name in TESTS}
        self.globals = {"range": _range}

    def _generate(
        self,
        source: nodes.Template,
        name: str | None,
        filename: str | None,
        defer_init: bool = False,  # noqa: FBT001, FBT002 - its signature
    ) -> str:
        """Refuse forbidden constructs and add counters; Jinja2 calls this before it compiles."""
        for _, construct in forbidden_constructs(source):
            message = f"{construct} không dùng được trong mẫu"
            raise SecurityError(message)
        return super()._generate(with_counters(source), name, filename, defer_init)

    def getattr(self, obj: object, attribute: str) -> object:
        """Return an attribute, of a document's records directly, of all else by the sandbox."""
        if type(obj) in _RECORDS and not attribute.startswith("_"):
            try:
                return getattr(obj, attribute)
            except AttributeError:
                return self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: object, /, *args: object, **kwargs: object) -> object:
        """Call a macro, a block or one of `METHODS`; raises `SecurityError` for all else."""
        if not isinstance(obj, Macro | BlockReference) and obj is not _range:
            owner = getattr(obj, "__self__", None)
            allowed = next((METHODS[kind] for kind in METHODS if isinstance(owner, kind)), ())
            if getattr(obj, "__name__", "") not in allowed:
                message = f"không được gọi «{getattr(obj, '__name__', type(obj).__name__)}»"
                raise SecurityError(message)
            for value in (owner, *args):
                _measured(value)
        spend(1)
        return context.call(obj, *args, **kwargs)  # type: ignore[arg-type] # checked above

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:  # noqa: ARG002 - its signature
        """Compute with numbers below a limit; `+` may also join texts and lists."""
        if operator == "+" and isinstance(left, str | tuple | list):
            _measured(left)
            _measured(right)
        elif not all(
            isinstance(each, int | float) and abs(each) < _LARGEST_NUMBER for each in (left, right)
        ):
            message = f"phép «{operator}» chỉ dùng cho số dưới 1 triệu tỷ"
            raise SecurityError(message)
        return self.binop_table[operator](left, right)


def _counted_filter(
    filter_: Callable[..., object], cost: Callable[..., int] | None = None
) -> Callable[..., object]:
    """Wrap a filter: it pays for its arguments, and returns a list instead of an iterator."""
    place = 1 if hasattr(filter_, "jinja_pass_arg") else 0

    @wraps(filter_)
    def counted(*args: object, **kwargs: object) -> object:
        for value in args[place:]:
            _measured(value)
        if cost is not None:
            spend(1, cost(*args[place:], **kwargs))
        result = filter_(*args, **kwargs)
        return _materialised(result) if isinstance(result, Iterator) else result

    return counted


def _cost_of_join(values: object, separator: str = "", attribute: object = None) -> int:  # noqa: ARG001 - its signature
    items = list(values) if isinstance(values, Sized) else []  # type: ignore[call-overload]
    return len(items) * len(str(separator)) + sum(
        len(item) for item in items if isinstance(item, str)
    )


def _cost_of_replace(text: object, old: str = "", new: str = "", count: int | None = None) -> int:  # noqa: ARG001 - its signature
    return len(str(text)) + (len(str(text)) + 1) * len(str(new))


def _cost_of_round(value: object, precision: int = 0, method: str = "common") -> int:  # noqa: ARG001 - its signature
    if not isinstance(precision, int) or abs(precision) > _FINEST_PRECISION:
        message = f"bộ lọc round chỉ làm tròn tới {_FINEST_PRECISION} chữ số"
        raise SecurityError(message)
    return 0


def _measured(value: object) -> None:
    if isinstance(value, str):
        spend(1 + len(value) // _LETTERS_A_STEP, len(value))
    elif isinstance(value, Sized):
        spend(1 + len(value))


def _materialised(items: Iterator[object]) -> list[object]:
    found = list(islice(items, MOST_STEPS // 10))
    spend(1 + len(found))
    return found


@pass_context
def _count(_: Context, iterable: object, steps: int, characters: int) -> object:
    """Pay for all iterations of a loop over `iterable` before the first."""
    if isinstance(iterable, Undefined):
        return iterable  # the loop itself complains of it
    items = iterable if isinstance(iterable, Sized) else _materialised(iter(iterable))  # type: ignore[call-overload]
    rounds = len(items)
    spend(1 + rounds * steps, rounds * characters)
    return items


@pass_context
def _measure(_: Context, value: object) -> object:
    _measured(value)
    return value


@pass_context
def _spend(_: Context, nothing: str, steps: int, characters: int) -> str:
    spend(steps, characters)
    return nothing


def _printable(value: object) -> object:
    """Let text, numbers and dates be printed; raises for a whole record or list."""
    if isinstance(value, str):
        spend(1, len(value))
    elif value is not None and not isinstance(value, _PRINTABLE):
        message = "thẻ in cả một nhóm trường hoặc một dãy chứ không phải một giá trị"
        raise TemplateRuntimeError(message)
    return value


def _range(*limits: int) -> range:
    """Return a range; raises `SecurityError` for more than `LONGEST_RANGE` numbers."""
    numbers = range(*limits)
    if len(numbers[: LONGEST_RANGE + 1]) > LONGEST_RANGE:
        message = f"range chỉ đếm tới {LONGEST_RANGE} số"
        raise SecurityError(message)
    return numbers
