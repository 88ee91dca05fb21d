"""The types of attributes, items and filter results in the templates' part of Jinja2."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from baocao.render.templates.field_types import (
    AnyType,
    FieldType,
    RecordType,
    ScalarType,
    SequenceType,
    alternatives,
    either,
    record_fields,
)
from baocao.render.templates.sandbox import METHODS

ANYTHING = AnyType()
TAKES_ATTRIBUTE = {"map", "max", "min", "rejectattr", "selectattr", "sort", "sum", "unique"}
ATTRIBUTE_IS_FIRST = {"rejectattr", "selectattr"}
_SAME_TYPE = {"list", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique"}
_ONE_ITEM = {"first", "last", "max", "min"}
_INTEGER = {"count", "length", "wordcount", "int"}
_ANY_INPUT = {"abs", "d", "default", "float", "round"}
_DATE_ATTRIBUTES = frozenset({"day", "month", "year", "isoformat"})


@dataclass(frozen=True, slots=True)
class _LoopVariable:
    """Stands for Jinja2's `loop`."""


LOOP = RecordType(
    _LoopVariable,
    "loop",
    tuple(
        (name, ANYTHING)
        for name in (
            *("changed", "cycle", "depth", "depth0", "first", "index", "index0", "last", "length"),
            *("nextitem", "previtem", "revindex", "revindex0"),
        )
    ),
)


def attribute_type(owner: FieldType, name: str) -> FieldType | None:
    """Return the type of an attribute, None if `owner` does not have it."""
    if isinstance(owner, AnyType):
        return owner
    if isinstance(owner, RecordType):
        return record_fields(owner).get(name)
    return ANYTHING if name in attribute_names(owner) else None


def attribute_names(owner: FieldType) -> Iterable[str]:
    if isinstance(owner, RecordType):
        return record_fields(owner)
    if isinstance(owner, ScalarType) and issubclass(owner.kind, str):
        return METHODS[str]
    if isinstance(owner, ScalarType) and issubclass(owner.kind, dt.date):
        return _DATE_ATTRIBUTES
    return ()


def item_type(sequence: FieldType) -> FieldType:
    """Return the type of the items; those of a value that is no sequence may be anything."""
    return either(
        *(
            part.of if isinstance(part, SequenceType) else ANYTHING
            for part in alternatives(sequence)
        )
    )


def filter_type(
    name: str, value: FieldType, arguments: list[FieldType], attribute: FieldType | None
) -> FieldType:
    """Return the type of what a filter gives; `attribute` is that by which it takes items."""
    if name in _SAME_TYPE:
        return value
    if name in _ONE_ITEM:
        return item_type(value)
    if name == "map":
        return SequenceType(attribute if attribute is not None else ANYTHING)
    if name in _INTEGER:
        return ScalarType(int)
    if name in _ANY_INPUT:
        return either(value, *arguments[:1]) if name in {"d", "default"} else value
    return ANYTHING if name == "sum" else ScalarType(str)
