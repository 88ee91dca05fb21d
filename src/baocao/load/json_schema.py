r"""A `Shape` as JSON Schema (draft-07), so that an editor underlines what `check` reports.

A schema sees values where the loader sees texts: it cannot tell `1.200` from `1.2`, nor look from
one value to another. There it is the more lenient; never is it the stricter. Both speak the
sentences of `rules`, the schema with «Giá trị này» where the rule quotes what was typed.

What yaml-language-server honours shapes what is written here:

- `errorMessage` speaks for `type`, `required` and `additionalProperties`, `patternErrorMessage` for
  `pattern`; nothing speaks for `minItems` or `not`. So `refuse` puts what will not do into `if`,
  and its sentence into `then`, on a `type` that it cannot have.
- A schema has one `errorMessage`, so each refusal is a schema of its own under `allOf`.
- A `type` makes it propose true, false and null, and `items` beside a snippet make it ignore the
  snippet; neither stands at the top of a property.
- Keys are completed by the one entry of `defaultSnippets`, in whose `body` `$1` is the cursor.
"""

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load import tree
from baocao.load.shape import Entry, Many, Record, Recursive, Shape, Words, check
from baocao.model.text import Source, Text
from baocao.rules import missing_key, unknown_key

Json = dict[str, object]

DIALECT = "http://json-schema.org/draft-07/schema#"
SCALARS = ("string", "number", "boolean", "null")
SOMETHING = Text("…", Source(Path(), "…"), 0, 1)
"""Stands in for what was typed, where a rule is asked for its sentence."""

_TYPES = ("string", "object", "array", "boolean", "null", "number")
_STRIPPED = r"[\s\x1c-\x1f\x85]*"  # what Python strips, of which JavaScript's \s is a part
_BLANK = f"^{_STRIPPED}$"
_BOOLEANS = ("true", "True", "TRUE", "false", "False", "FALSE")
_NUMBER = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_SYNTAX = re.compile(r"[$()*+./?\[\\\]^{|}]")


def document(title: str, name: str, shape: Record) -> Json:
    """Give the schema of the whole file `name`; `title` stands beside what an editor reports."""
    definitions: dict[str, Json] = {}
    schema = of(shape, name, definitions)
    return {"$schema": DIALECT, "title": title, **schema, "definitions": definitions}


def as_text(schema: Json) -> str:
    """Give a schema as it is written to its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def of(shape: Shape, name: str, definitions: dict[str, Json]) -> Json:
    """Give the schema of what stands under the key `name`; recursive shapes go to `definitions`."""
    if isinstance(shape, Recursive):
        if name not in definitions:
            definitions[name] = {}
            definitions[name] |= of(shape.shape(), name, definitions)
        return {"$ref": f"#/definitions/{name}"}
    if isinstance(shape, Record):
        return _record(shape, name, definitions)
    return {"allOf": list(_conditions(shape, name, definitions))}


def keyed(entry: Entry, name: str, definitions: dict[str, Json]) -> Json:
    """Give the schema of a record's key, with what an editor shows of it and inserts for it."""
    absent = _absent(entry, name) if entry.required else ()
    return {
        "title": entry.title if entry.hint else name,
        "description": entry.hint or entry.title,
        "defaultSnippets": list(_snippets(entry)),
        "allOf": [*_conditions(entry.shape, name, definitions), *absent],
    }


def mapping(
    properties: Mapping[str, Json], required: Mapping[str, str], unknown: str, unlike: str
) -> Json:
    """Give the schema of a mapping; `required` has the sentence for each key that is missing."""
    missing = ({"required": [key], "errorMessage": words} for key, words in required.items())
    return {
        "properties": {**properties},
        "additionalProperties": False,
        "errorMessage": unknown,
        "allOf": [refuse_all_but(("object",), unlike), *missing],
    }


def refuse(types: tuple[str, ...], words: str, **also: object) -> Json:
    """Refuse the values of these JSON types that match the keywords `also`, with these words."""
    impossible = next(name for name in _TYPES if name not in types)
    found = {"type": list(types), **also}
    return {"if": found, "then": {"type": impossible, "errorMessage": words}}


def refuse_all_but(types: tuple[str, ...], words: str) -> Json:
    """Refuse every value of another JSON type."""
    return refuse(tuple(name for name in _TYPES if name not in types), words)


def refuse_blank(words: str) -> Json:
    """Refuse what the loader takes as nothing given."""
    return refuse(("null", "string"), words, pattern=_BLANK)


def refuse_words(words: str) -> Json:
    """Refuse a text that says anything."""
    return refuse(("string",), words, pattern=r"\S")


def matching(regex: str, words: str) -> Json:
    """Refuse texts that are neither blank nor, within blanks, what `regex` describes."""
    bare = regex.removeprefix("^").removesuffix("$")
    return {
        "pattern": f"^{_STRIPPED}(?:(?:{bare}){_STRIPPED})?$",
        "patternErrorMessage": words,
    }


def sentence(diagnostic: Diagnostic) -> str:
    """Give what a rule says of `SOMETHING`, as said of a value that need not be quoted."""
    message = re.sub("^«…»", "Giá trị này", diagnostic.message).replace(" «…»", " này")
    return f"{message} {diagnostic.hint}"


def snippet(label: str, body: object, description: str = "") -> Json:
    """Give what completion inserts."""
    return {"label": label, "description": description, "body": body}


def _record(shape: Record, name: str, definitions: dict[str, Json]) -> Json:
    properties = {key: keyed(entry, key, definitions) for key, entry in shape.entries.items()}
    required = {key: _missing(entry, key) for key, entry in shape.entries.items() if entry.required}
    unknown = sentence(unknown_key.fault(SOMETHING, tuple(shape.entries)))
    return {
        "defaultSnippets": list(_new_record(shape)),
        **mapping(properties, required, unknown, _unlike(shape, name)),
    }


def _conditions(shape: Shape, name: str, definitions: dict[str, Json]) -> Iterator[Json]:
    if isinstance(shape, Words):
        yield from _words(shape, name)
    elif isinstance(shape, Many):
        yield from _many(shape, name, definitions)
    else:
        yield of(shape, name, definitions)


def _words(shape: Words, name: str) -> Iterator[Json]:
    yield refuse_all_but(SCALARS, _unlike(shape, name))
    problem = shape.problem(SOMETHING) if shape.problem is not None else None
    if problem is None:
        return
    wrong = sentence(problem)
    choices = "|".join(_SYNTAX.sub(r"\\\g<0>", choice) for choice in shape.choices)
    yield matching(choices or shape.pattern, wrong)
    takes_numbers = any(map(_NUMBER.fullmatch, shape.choices)) if choices else shape.numbers
    takes_booleans = not all(_is_refused(shape, text) for text in _BOOLEANS)
    if not (takes_numbers and takes_booleans):
        types = {"number": takes_numbers, "boolean": takes_booleans}
        yield refuse(tuple(name for name, is_taken in types.items() if not is_taken), wrong)


def _many(shape: Many, name: str, definitions: dict[str, Json]) -> Iterator[Json]:
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
            key: [f"${place}"] if isinstance(inner, Many) else f"${place}"
            for place, (key, inner) in enumerate(required, start=1)
        }
        yield snippet("các khóa bắt buộc", body, f"Gồm: {', '.join(body)}")


def _snippets(entry: Entry) -> Iterator[Json]:
    shape = entry.shape
    if isinstance(shape, Words) and shape.choices:
        yield from (snippet(choice, choice) for choice in shape.choices)
    elif isinstance(shape, Words):
        yield snippet(entry.title, "$1" if entry.required else "${1:~}", entry.hint)
    else:
        yield snippet(entry.title, ["$1"], entry.hint)


def _absent(entry: Entry, name: str) -> Iterator[Json]:
    yield refuse_blank(_missing(entry, name))
    if isinstance(entry.shape, Many):
        yield refuse(("array",), _missing(entry, name), maxItems=0)


def _missing(entry: Entry, name: str) -> str:
    return sentence(missing_key.fault(SOMETHING.span, name, entry.title))


def _unlike(shape: Shape, name: str) -> str:
    """Give what the loader says of a value that is not of the shape at all."""
    node = SOMETHING if isinstance(shape, Record) else tree.Mapping({}, SOMETHING)
    return sentence(next(check(node, shape, name)))


def _is_refused(shape: Words, text: str) -> bool:
    typed = Text(text, Source(Path(), text), 0, len(text))
    return shape.problem is not None and shape.problem(typed) is not None
