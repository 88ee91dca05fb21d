"""A `Shape` as JSON Schema, so that an editor underlines what `check` reports.

A schema sees values where the loader sees texts: it cannot tell `1.200` from `1.2`, look from one
value to another, or see through what `decoding` puts right. There it is the more lenient; of a
text that needed no putting right it is never the stricter.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from baocao.authoring.schema.json_schema import (
    DIALECT,
    SCALARS,
    SOMETHING,
    Json,
    mapping,
    matching,
    one_of,
    refuse,
    refuse_all_but,
    refuse_blank,
    refuse_words,
    sentence,
    snippet,
)
from baocao.load.records.check import check, problem
from baocao.load.records.messages import missing_key, unknown_key
from baocao.load.yaml import tree
from baocao.model.record import Key, ListOf, Record, Recursive, Scalar, ScalarOrRecord, Shape
from baocao.model.text import Source, Text

_BOOLEANS = ("true", "True", "TRUE", "false", "False", "FALSE")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")


def document(title: str, name: str, shape: Record) -> Json:
    """Give the schema of the whole file `name`; `title` stands beside what an editor reports."""
    definitions: dict[str, Json] = {}
    schema = of(shape, name, definitions)
    return {"$schema": DIALECT, "title": title, **schema, "definitions": definitions}


def of(shape: Shape, name: str, definitions: dict[str, Json]) -> Json:
    """Give the schema of what stands under the key `name`; recursive shapes go to `definitions`."""
    inner = shape.shape() if isinstance(shape, Recursive) else shape
    if isinstance(inner, Record) and _contains_itself(inner):
        if name not in definitions:
            definitions[name] = {}
            definitions[name] |= _record(inner, name, definitions)
        return {"$ref": f"#/definitions/{name}"}
    if isinstance(inner, Record):
        return _record(inner, name, definitions)
    if isinstance(inner, ScalarOrRecord):
        record = of(inner.record, name, definitions)
        words = of(inner.words, name, definitions)
        return {"if": {"type": "object"}, "then": record, "else": words}
    return {"allOf": list(_conditions(inner, name, definitions))}


def _contains_itself(record: Record) -> bool:
    """Tell whether a record may stand inside itself, so that it must be written once."""
    items = (
        e.shape.item if isinstance(e.shape, ListOf) else e.shape for e in record.entries.values()
    )
    return any(isinstance(item, Recursive) and item.shape() is record for item in items)


def keyed(entry: Key, name: str, definitions: dict[str, Json]) -> Json:
    """Give the schema of a record's key, with what an editor shows of it and inserts for it."""
    absent = _absent(entry, name) if entry.required else ()
    return {
        "title": entry.title if entry.hint else name,
        "description": entry.hint or entry.title,
        "defaultSnippets": list(_snippets(entry)),
        "allOf": [*_conditions(entry.shape, name, definitions), *absent],
    }


def conditions(shape: Shape, name: str) -> Iterator[Json]:
    """Give what a value under the key `name` must meet, one schema for each sentence."""
    yield from _conditions(shape, name, {})


def any_number(choices: tuple[str, ...]) -> bool:
    """Tell whether one of the words that may be chosen is a number to YAML."""
    return any(map(_NUMBER.fullmatch, choices))


def _record(shape: Record, name: str, definitions: dict[str, Json]) -> Json:
    properties = {key: keyed(entry, key, definitions) for key, entry in shape.entries.items()}
    required = {
        key: _missing(entry, key)
        for key, entry in shape.entries.items()
        if entry.required and not entry.unless
    }
    unknown = sentence(unknown_key(SOMETHING, tuple(shape.entries)))
    return {
        "defaultSnippets": list(_new_record(shape)),
        **mapping(properties, required, unknown, _unlike(shape, name), *_required_unless(shape)),
    }


def _required_unless(shape: Record) -> Iterator[Json]:
    for key, entry in shape.entries.items():
        if entry.required and entry.unless:
            missing = {"required": [key], "errorMessage": _missing(entry, key)}
            yield {"if": {"required": [entry.unless]}, "else": missing}


def _conditions(shape: Shape, name: str, definitions: dict[str, Json]) -> Iterator[Json]:
    if isinstance(shape, Scalar):
        yield from _words(shape, name)
    elif isinstance(shape, ListOf):
        yield from _many(shape, name, definitions)
    else:
        yield of(shape, name, definitions)


def _words(shape: Scalar, name: str) -> Iterator[Json]:
    yield refuse_all_but(SCALARS, _unlike(shape, name))
    found = problem(SOMETHING, shape)
    if found is None:
        return
    wrong = sentence(found)
    yield matching(one_of(shape.choices) or shape.pattern, wrong)
    takes_numbers = any_number(shape.choices) if shape.choices else shape.numbers
    takes_booleans = not all(_is_refused(shape, text) for text in _BOOLEANS)
    if not (takes_numbers and takes_booleans):
        types = {"number": takes_numbers, "boolean": takes_booleans}
        yield refuse(tuple(name for name, is_taken in types.items() if not is_taken), wrong)


def _many(shape: ListOf, name: str, definitions: dict[str, Json]) -> Iterator[Json]:
    item = of(shape.item, name, definitions)
    if shape.or_one:
        yield {"if": {"type": "array"}, "then": {"items": item}, "else": item}
        return
    yield {"if": {"type": "array"}, "then": {"items": item}}
    yield refuse_all_but(("array", "null", "string"), _unlike(shape, name))
    yield refuse_words(_unlike(shape, name))


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
    return sentence(missing_key(SOMETHING.span, name, entry.title))


def _unlike(shape: Shape, name: str) -> str:
    """Give what the loader says of a value that is not of the shape at all."""
    node = SOMETHING if isinstance(shape, Record) else tree.Mapping({}, SOMETHING)
    return sentence(next(check(node, shape, name)))


def _is_refused(shape: Scalar, text: str) -> bool:
    typed = Text(text, Source(Path(), text), 0, len(text))
    return problem(typed, shape) is not None
