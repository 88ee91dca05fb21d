"""The types of the values that a template can use, read from the dataclasses of `model.document`.

A type holds what is known of a value without a document at hand. It knows the path by which a
template reaches the value, such as `appendix.signature`, so that printed fields can be listed.
"""

import datetime as dt
import enum
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache

from baocao.model.document import Appendix, Document

WORD_BLOCKS = ("body", "form_head", "signers", "signed")  # of a document and of each appendix
DOCUMENT_BLOCKS = (*WORD_BLOCKS, "recipient_list")
RULES = ("rule_under_issuing_body", "rule_under_motto", "rule_under_abstract")


@dataclass(frozen=True, slots=True)
class AnyType:
    """The type of a value of which nothing is known."""


@dataclass(frozen=True, slots=True)
class ScalarType:
    """A value that can be printed; `kind` is its Python type."""

    kind: type
    path: str = ""


@dataclass(frozen=True, slots=True)
class BlocksType:
    """Paragraphs and tables that the program lays out, for a paragraph of their own in Word."""

    path: str = ""


@dataclass(frozen=True, slots=True)
class RecordType:
    """A dataclass of the model; `more` holds what a format adds, or has instead of a field."""

    kind: type
    path: str = ""
    more: tuple[tuple[str, "FieldType"], ...] = ()


@dataclass(frozen=True, slots=True)
class SequenceType:
    """A sequence of items of one type."""

    of: "FieldType"
    path: str = ""


@dataclass(frozen=True, slots=True)
class ChoiceType:
    """One of several types, such as the blocks of a body."""

    of: tuple["FieldType", ...]


FieldType = AnyType | ScalarType | BlocksType | RecordType | SequenceType | ChoiceType


def template_variables(*, word: bool) -> Mapping[str, FieldType]:
    """Return the global variables of a template: fields of `Document`, and what a format adds."""
    own = dict(record_fields(RecordType(Document)))
    if not word:
        return {**own, "family": ScalarType(str, "family")}
    added = (*WORD_BLOCKS, "section_break")
    more = tuple((name, BlocksType(f"appendix.{name}")) for name in added)
    return {
        **own,
        "appendices": SequenceType(RecordType(Appendix, "appendix", more), "appendices"),
        **{name: BlocksType(name) for name in (*DOCUMENT_BLOCKS, *RULES)},
    }


@cache
def record_fields(record: RecordType) -> Mapping[str, FieldType]:
    """Return the types of the fields and properties of a record, by name."""
    hints = typing.get_type_hints(record.kind)
    found = {field.name: hints[field.name] for field in fields(record.kind)}
    for name, value in vars(record.kind).items():
        if isinstance(value, property) and value.fget is not None:
            found[name] = typing.get_type_hints(value.fget)["return"]
    prefix = f"{record.path}." if record.path else ""
    return {
        **{name: _type_of(hint, f"{prefix}{name}") for name, hint in found.items()},
        **dict(record.more),
    }


def is_optional(record: RecordType, name: str) -> bool:
    hint = typing.get_type_hints(record.kind).get(name)
    return type(None) in typing.get_args(hint)


def alternatives(type_: FieldType) -> Iterator[FieldType]:
    """Yield the types of a choice one by one, or the type itself."""
    if isinstance(type_, ChoiceType):
        for each in type_.of:
            yield from alternatives(each)
    else:
        yield type_


def is_printable(type_: FieldType) -> bool:
    """Return whether a tag may print a value; it may not print a whole record or sequence."""
    return any(isinstance(each, ScalarType | BlocksType | AnyType) for each in alternatives(type_))


def either(*types_: FieldType) -> FieldType:
    """Return the type of a value that has one of these types."""
    every = tuple(dict.fromkeys(one for each in types_ for one in alternatives(each)))
    if len(every) == 1:
        return every[0]
    return AnyType() if AnyType() in every or not every else ChoiceType(every)


def _type_of(hint: object, path: str) -> FieldType:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return either(*(_type_of(each, path) for each in arguments if each is not type(None)))
    if origin in {tuple, frozenset}:
        return SequenceType(_type_of(arguments[0], _singular(path)), path)
    if isinstance(hint, type) and is_dataclass(hint):
        return RecordType(hint, path)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return RecordType(_EnumMember, path, (("value", ScalarType(str, f"{path}.value")),))
    if isinstance(hint, type) and issubclass(hint, str | int | float | dt.date):
        return ScalarType(hint, path)
    return AnyType()


@dataclass(frozen=True, slots=True)
class _EnumMember:
    """Stands for a member of an enumeration; templates compare its `.value`."""


def _singular(path: str) -> str:
    """Return the path of an item: `appendix` for `appendices`, `lines[]` for `lines`."""
    return "appendix" if path == "appendices" else f"{path}[]"
