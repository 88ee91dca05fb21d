"""What each tag of a template may stand for, read from the dataclasses of `model.document`.

A shape is what is known of a value without a document at hand. A record knows the path by which a
template reached it, such as `appendix.signature`, so that what a template prints can be listed.
"""

import datetime as dt
import enum
import types
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache

from baocao.model.document import Document

WORD_BLOCKS = ("body", "form_head", "signers", "signed")  # of a document and of each appendix
DOCUMENT_BLOCKS = (*WORD_BLOCKS, "recipient_list")
RULES = ("rule_under_issuing_body", "rule_under_motto", "rule_under_abstract")


@dataclass(frozen=True, slots=True)
class Anything:
    """A value of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value that can be printed; `kind` is its Python type."""

    kind: type
    path: str = ""


@dataclass(frozen=True, slots=True)
class Blocks:
    """Paragraphs and tables, ready for a paragraph of their own in Word."""

    path: str = ""


@dataclass(frozen=True, slots=True)
class RecordType:
    """One of the dataclasses; `more` holds what a format adds or has in a field's place."""

    kind: type
    path: str = ""
    more: tuple[tuple[str, "FieldType"], ...] = ()


@dataclass(frozen=True, slots=True)
class SequenceType:
    """A sequence."""

    of: "FieldType"
    path: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several shapes, such as the blocks of a body."""

    of: tuple["FieldType", ...]


FieldType = Anything | Scalar | Blocks | RecordType | SequenceType | Choice


def roots(*, word: bool) -> Mapping[str, FieldType]:
    """Give the names with which a template begins: a document's fields, and what a format adds."""
    own = dict(members(RecordType(Document)))
    if not word:
        return {**own, "family": Scalar(str, "family")}
    appendices = own["appendices"]
    assert isinstance(appendices, SequenceType)  # noqa: S101 - the type of the field
    assert isinstance(appendices.of, RecordType)  # noqa: S101
    path = appendices.of.path
    added = (*((name, Blocks(f"{path}.{name}")) for name in WORD_BLOCKS),)
    appendix = RecordType(
        appendices.of.kind, path, (*added, ("section_break", Blocks(f"{path}.section_break")))
    )
    return {
        **own,
        "appendices": SequenceType(appendix, "appendices"),
        **{name: Blocks(name) for name in (*DOCUMENT_BLOCKS, *RULES)},
    }


@cache
def members(record: RecordType) -> Mapping[str, FieldType]:
    """Give the fields and the properties of a record, by name."""
    hints = typing.get_type_hints(record.kind)
    found = {field.name: hints[field.name] for field in fields(record.kind)}
    for name, value in vars(record.kind).items():
        if isinstance(value, property) and value.fget is not None:
            found[name] = typing.get_type_hints(value.fget)["return"]
    prefix = f"{record.path}." if record.path else ""
    return {
        **{name: _shape(hint, f"{prefix}{name}") for name, hint in found.items()},
        **dict(record.more),
    }


def is_optional(record: RecordType, name: str) -> bool:
    """Tell whether a field of a record may be None."""
    hint = typing.get_type_hints(record.kind).get(name)
    return type(None) in typing.get_args(hint)


def alternatives(shape: FieldType) -> Iterator[FieldType]:
    """Give the shapes of a choice one by one, or the shape itself."""
    if isinstance(shape, Choice):
        for each in shape.of:
            yield from alternatives(each)
    else:
        yield shape


def either(*shapes: FieldType) -> FieldType:
    """Give the shape of a value that has one of these."""
    every = tuple(dict.fromkeys(one for shape in shapes for one in alternatives(shape)))
    if len(every) == 1:
        return every[0]
    return Anything() if Anything() in every or not every else Choice(every)


def _shape(hint: object, path: str) -> FieldType:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return either(*(_shape(each, path) for each in arguments if each is not type(None)))
    if origin in {tuple, frozenset}:
        return SequenceType(_shape(arguments[0], _singular(path)), path)
    if isinstance(hint, type) and is_dataclass(hint):
        return RecordType(hint, path)
    if isinstance(hint, type) and issubclass(hint, enum.Enum):
        return RecordType(_Constant, path, (("value", Scalar(str, f"{path}.value")),))
    if isinstance(hint, type) and issubclass(hint, str | int | float | dt.date):
        return Scalar(hint, path)
    return Anything()


@dataclass(frozen=True, slots=True)
class _Constant:
    """A member of an enumeration: `.value` is what templates compare."""


def _singular(path: str) -> str:
    """Give the usual name of one of a sequence: `appendix` of `appendices`."""
    return "appendix" if path == "appendices" else f"{path}[]"
