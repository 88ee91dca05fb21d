"""Records to the dataclasses that declare them (`model.record`)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, TypeVar, get_args, get_origin, get_type_hints

from baocao.load.yaml import tree
from baocao.model.record import (
    ListOf,
    Record,
    Recursive,
    Scalar,
    ScalarOrRecord,
    Shape,
    keys_of,
)
from baocao.model.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Spec:
    """A record as typed, kept with its places: where it begins, and every key that stands in it.

    Rules hold such records against one another; what is sound is then built from them. A required
    key that is absent is None, or an empty tuple.
    """

    place: Text
    keys: Mapping[str, Text]


Bound = TypeVar("Bound")
Collect = Callable[[tuple[object, ...]], object]
Plan = Mapping[str, tuple[str, Shape, bool, Collect | None]]
_PLANS: dict[type, Plan] = {}


def bind(cls: type[Bound], node: tree.Mapping, **others: object) -> Bound:
    """Build a `cls` from a mapping; `others` are its fields without a key.

    What is absent, blank or cannot be read is left to the field's default; a record within that
    lacks a field without one is left out. A field of type `Text` keeps any text in its place, a
    mapping holds the records of a list by their first field.
    """
    return cls(**_fields(cls, node, others))


def node_of(cls: type, field: str, node: tree.Mapping) -> tree.Node | None:
    """Return what stands under the key of a field, None if nothing does."""
    return node.value(_plan(cls)[field][0])


def _fields(cls: type, node: tree.Mapping, others: Mapping[str, object]) -> dict[str, Any]:
    values = dict(others)
    if issubclass(cls, Spec):
        values["place"] = node.place
        values["keys"] = {name: typed for name, (typed, _) in node.entries.items()}
    for name, (key, shape, is_text, collect) in _plan(cls).items():
        typed = node.value(key)
        found = () if typed is None else tuple(_values(typed, shape, is_text=is_text))
        if found:
            values[name] = found[0] if collect is None else collect(found)
        elif issubclass(cls, Spec):
            values[name] = None if collect is None else ()
    return values


def words(text: Text | None) -> str:
    """Return the words of a key of a spec, none for one that is absent."""
    return "" if text is None else text.stripped


def read(text: Text | None, scalar: Scalar, default: Any) -> Any:  # noqa: ANN401 - the scalar's type
    """Return the value of a key of a spec that was checked, `default` for one that is absent."""
    return default if text is None else scalar.read(text)


def _values(node: tree.Node, shape: Shape, *, is_text: bool) -> Iterator[object]:
    """Yield what a node says that is of its shape: one value, or those of a list."""
    inner = shape.shape() if isinstance(shape, Recursive) else shape
    if isinstance(inner, ListOf):
        lone = (node,) if inner.or_one or is_text else ()
        items = node.items if isinstance(node, tree.Sequence) else lone
        for item in items:
            yield from _values(item, inner.item, is_text=is_text)
    elif isinstance(node, Text):
        yield from _scalar(node, inner, is_text=is_text)
    elif isinstance(node, tree.Mapping):
        record = inner.record if isinstance(inner, ScalarOrRecord) else inner
        if isinstance(record, Record) and record.cls is not None:
            values = _fields(record.cls, node, {})
            if values.keys() >= _needed(record.cls):
                yield record.cls(**values)


def _scalar(text: Text, shape: Shape, *, is_text: bool) -> Iterator[object]:
    words = shape.words if isinstance(shape, ScalarOrRecord) else shape
    if text.is_blank or not isinstance(words, Scalar):
        return
    value = text if is_text else words.read(text)
    if value is None:
        return
    if isinstance(shape, ScalarOrRecord) and shape.record.cls is not None:
        yield shape.record.cls(**{shape.alone: (value,)})
    else:
        yield value


def _plan(cls: type) -> Plan:
    """Return of each field its key and shape, whether it is a `Text`, and how a list is kept."""
    if cls not in _PLANS:
        hints = get_type_hints(cls)
        _PLANS[cls] = {
            name: (key, entry.shape, _mentions(hints[name], Text), _collector(hints[name]))
            for name, (key, entry) in keys_of(cls).items()
        }
    return _PLANS[cls]


@cache
def _needed(cls: type) -> frozenset[str]:
    """Return the fields of a dataclass that have no default."""
    return frozenset(
        each.name
        for each in fields(cls)
        if each.default is MISSING and each.default_factory is MISSING
    )


def _mentions(hint: object, wanted: type) -> bool:
    return hint is wanted or any(_mentions(each, wanted) for each in get_args(hint))


def _collector(hint: object) -> Collect | None:
    for each in (hint, *get_args(hint)):
        origin = get_origin(each)
        if origin is tuple:
            return tuple
        if origin is frozenset:
            return frozenset
        if origin is Mapping:
            return _by_first_field
    return None


def _by_first_field(found: tuple[object, ...]) -> Mapping[object, object]:
    return {getattr(each, next(iter(_plan(type(each))))): each for each in found}
