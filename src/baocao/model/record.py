"""How the files that people write are described: a record is the dataclass that it becomes.

Each typed field declares with `key` its YAML key, the shape of its value, and what editors and
manuals say of it. Reading and checking (`load.records`), JSON Schema and scaffolds (`authoring`)
and the key tables of the docs all come from these declarations.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields, replace
from functools import cache
from typing import Any

from baocao.diagnostics import Diagnostic
from baocao.model.text import Text


def stripped(text: Text) -> str:
    """Return a text's value without blanks around it."""
    return text.stripped


@dataclass(frozen=True, slots=True)
class Scalar:
    """The text of one value.

    `read` returns the value of a text, None of one that is not what is `expected`; `rule` is the
    rule that such a text breaks. Where its sentence depends on more than that, `problem` returns
    the diagnostic instead. `pattern` tells an editor what is let through, or more: a regular
    expression that means the same to Python and to JavaScript. `choices` are all that the value
    can be, `numbers` whether a plain number can be it.
    """

    read: Callable[[Text], object] = stripped
    expected: str = ""
    rule: str = "malformed-value"
    pattern: str = ""
    choices: tuple[str, ...] = ()
    numbers: bool = True
    problem: Callable[[Text], Diagnostic | None] | None = None


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; `or_one` lets a single item stand without a dash."""

    item: "Shape"
    or_one: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: its shape, and what an editor shows of it.

    A key that is `required` need not be there beside the key `unless`.
    """

    shape: "Shape"
    title: str = ""
    hint: str = ""
    required: bool = False
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys; `cls` is the dataclass that it becomes, where there is one."""

    entries: Mapping[str, Key]
    cls: type | None = None


@dataclass(frozen=True, slots=True)
class ScalarOrRecord:
    """Words, or in their place a mapping that says more.

    Words alone become a list of one in the mapping's field `alone`.
    """

    words: Scalar
    record: Record
    alone: str = ""


@dataclass(frozen=True, slots=True)
class Recursive:
    """A shape that contains itself, such as a section of an outline."""

    shape: Callable[[], "Shape"]


Shape = Scalar | ListOf | Record | ScalarOrRecord | Recursive


def key(  # noqa: PLR0913 - all that is said of a key
    name: str,
    title: str,
    shape: Shape,
    hint: str = "",
    *,
    required: bool | None = None,
    unless: str = "",
    default: object = MISSING,
    factory: Callable[[], object] | None = None,
) -> Any:  # noqa: ANN401 - as `dataclasses.field`, of the type that the field declares
    """Declare a dataclass's field by its YAML key; it is `required` unless it has a default."""
    has_default = default is not MISSING or factory is not None
    needed = not has_default if required is None else required
    metadata = {_KEY: (name, Key(shape, title, hint, required=needed, unless=unless))}
    if factory is not None:
        return field(default_factory=factory, metadata=metadata)
    return field(default=default, metadata=metadata)


def optional_key(name: str, title: str, shape: Shape) -> Any:  # noqa: ANN401 - as `key`
    """Declare a field by its YAML key; one that is absent is None, or empty if it is a list."""
    return key(name, title, shape, default=None)


_KEY = "key"


@cache
def record_of(cls: type) -> Record:
    """Return the shape of the mapping that becomes a `cls`."""
    return Record(dict(keys_of(cls).values()), cls)


def record_with(cls: type, **shapes: Shape) -> Record:
    """Return the shape of a `cls`; `shapes` are of fields whose keys only a campaign knows."""
    entries = (
        (name, replace(entry, shape=shapes.get(field_name, entry.shape)))
        for field_name, (name, entry) in keys_of(cls).items()
    )
    return Record(dict(entries), cls)


def keys_of(cls: type) -> Mapping[str, tuple[str, Key]]:
    """Return the YAML key of each field of a dataclass that has one, by the field's name."""
    return {each.name: each.metadata[_KEY] for each in fields(cls) if _KEY in each.metadata}
