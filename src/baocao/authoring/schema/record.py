"""A shape of `load` as JSON Schema, so that an editor underlines what `check` reports.

A schema sees values, the loader texts: a schema can't distinguish `1.200` from `1.2`, compare two
values, or see what `decoding` corrects. There it is more lenient than `check`; it is never stricter
on a text that needed no correction.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from baocao.authoring.schema.json_schema import (
    DIALECT,
    PLACEHOLDER,
    SCALARS,
    Json,
    if_type,
    mapping_schema,
    message_of,
    must_match,
    refuse,
    refuse_all_but,
    refuse_blank,
    refuse_other,
    regex_of,
    require,
    snippet,
)
from baocao.load.records.check import check, problem
from baocao.load.records.messages import missing_key, unknown_key
from baocao.load.yaml import tree
from baocao.model.record import Key, ListOf, Record, Recursive, Scalar, ScalarOrRecord, Shape
from baocao.model.text import Source, Text

_BOOLEANS = ("true", "True", "TRUE", "false", "False", "FALSE")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def file_schema(title: str, name: str, shape: Record) -> Json:
    """Return the schema of the whole file `name`; editors show `title` beside an error."""
    definitions: dict[str, Json] = {}
    schema = value_schema(shape, name, definitions)
    return {"$schema": DIALECT, "title": title, **schema, "definitions": definitions}


def value_schema(shape: Shape, name: str, definitions: dict[str, Json]) -> Json:
    """Return the schema of the value of the key `name`; recursive shapes go to `definitions`."""
    inner = shape.shape() if isinstance(shape, Recursive) else shape
    if isinstance(inner, Record) and _is_recursive(inner):
        if name not in definitions:
            definitions[name] = {}
            definitions[name] |= _record_schema(inner, name, definitions)
        return {"$ref": f"#/definitions/{name}"}
    if isinstance(inner, Record):
        return _record_schema(inner, name, definitions)
    if isinstance(inner, ScalarOrRecord):
        record = value_schema(inner.record, name, definitions)
        words = value_schema(inner.words, name, definitions)
        return {**if_type("object", record), "else": words}
    return {"allOf": list(conditions(inner, name, definitions))}


def _is_recursive(record: Record) -> bool:
    items = (
        e.shape.item if isinstance(e.shape, ListOf) else e.shape for e in record.entries.values()
    )
    return any(isinstance(item, Recursive) and item.shape() is record for item in items)


def key_schema(entry: Key, name: str, definitions: dict[str, Json]) -> Json:
    """Return the schema of a key: what its value must meet, its hover text, its completion."""
    absent = _absent(entry, name) if entry.required else ()
    return {
        "title": entry.title if entry.hint else name,
        "description": entry.hint or entry.title,
        "defaultSnippets": list(_snippets(entry)),
        "allOf": [*conditions(entry.shape, name, definitions), *absent],
    }


def any_number(choices: tuple[str, ...]) -> bool:
    """Return whether YAML reads one of the choices as a number."""
    return any(map(_NUMBER.fullmatch, choices))


def _record_schema(shape: Record, name: str, definitions: dict[str, Json]) -> Json:
    properties = {key: key_schema(entry, key, definitions) for key, entry in shape.entries.items()}
    required = {
        key: _missing(entry, key)
        for key, entry in shape.entries.items()
        if entry.required and not entry.unless
    }
    unknown = message_of(unknown_key(PLACEHOLDER, tuple(shape.entries)))
    return {
        "defaultSnippets": list(_new_record(shape)),
        **mapping_schema(
            properties, required, unknown, _wrong_type(shape, name), *_required_unless(shape)
        ),
    }


def _required_unless(shape: Record) -> Iterator[Json]:
    for key, entry in shape.entries.items():
        if entry.required and entry.unless:
            missing = require(key, _missing(entry, key))
            yield {"if": {"required": [entry.unless]}, "else": missing}


def conditions(shape: Shape, name: str, definitions: dict[str, Json]) -> Iterator[Json]:
    """Yield what the value of the key `name` must meet, one schema for each message."""
    if isinstance(shape, Scalar):
        yield from _scalar_conditions(shape, name)
    elif isinstance(shape, ListOf):
        yield from _list_conditions(shape, name, definitions)
    else:
        yield value_schema(shape, name, definitions)


def _scalar_conditions(shape: Scalar, name: str) -> Iterator[Json]:
    yield refuse_all_but(SCALARS, _wrong_type(shape, name))
    found = problem(PLACEHOLDER, shape)
    if found is None:
        return
    wrong = message_of(found)
    yield must_match(regex_of(shape.choices) or shape.pattern, wrong)
    takes_numbers = any_number(shape.choices) if shape.choices else shape.numbers
    takes_booleans = not all(_is_refused(shape, text) for text in _BOOLEANS)
    if not (takes_numbers and takes_booleans):
        types = {"number": takes_numbers, "boolean": takes_booleans}
        yield refuse(tuple(name for name, is_taken in types.items() if not is_taken), wrong)


def _list_conditions(shape: ListOf, name: str, definitions: dict[str, Json]) -> Iterator[Json]:
    item = value_schema(shape.item, name, definitions)
    if shape.or_one:
        yield {**if_type("array", {"items": item}), "else": item}
        return
    yield if_type("array", {"items": item})
    yield from refuse_other(("array",), _wrong_type(shape, name))


def _new_record(shape: Record) -> Iterator[Json]:
    required = [(key, entry.shape) for key, entry in shape.entries.items() if entry.required]
    if required:
        body = {
            key: [f"${stop}"] if isinstance(inner, ListOf) else f"${stop}"
            for stop, (key, inner) in enumerate(required, start=1)
        }
        yield snippet("các khóa bắt buộc", body, f"Gồm: {', '.join(body)}")


def _snippets(entry: Key) -> Iterator[Json]:
    shape = entry.shape
    if isinstance(shape, Scalar) and shape.choices:
        yield from (snippet(choice, choice) for choice in shape.choices)
    elif isinstance(shape, Scalar):
        yield snippet(entry.title, "$1" if entry.required else "${1:~}", entry.hint)
    else:
        yield snippet(entry.title, ["$1"], entry.hint)


def _absent(entry: Key, name: str) -> Iterator[Json]:
    yield refuse_blank(_missing(entry, name))
    if isinstance(entry.shape, ListOf):
        yield refuse(("array",), _missing(entry, name), maxItems=0)


def _missing(entry: Key, name: str) -> str:
    return message_of(missing_key(PLACEHOLDER.span, name, entry.title))


def _wrong_type(shape: Shape, name: str) -> str:
    """Return the loader's message for a value of another type."""
    node = PLACEHOLDER if isinstance(shape, Record) else tree.Mapping({}, PLACEHOLDER)
    return message_of(next(check(node, shape, name)))


def _is_refused(shape: Scalar, text: str) -> bool:
    typed = Text(text, Source(Path(), text), 0, len(text))
    return problem(typed, shape) is not None
