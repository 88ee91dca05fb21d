r"""The keywords of JSON Schema (draft-07) that our schemas are built from.

yaml-language-server, which editors use, sets the form:

- `errorMessage` replaces its own message for `type`, `required` and `additionalProperties`, and
  `patternErrorMessage` for `pattern`; there is none for `minItems` or `not`. So `refuse` has the
  unwanted value under `if` and, under `then`, the message beside a `type` that no such value has.
- A schema has one `errorMessage`, so each refusal is a schema of its own under `allOf`.
- At the top of a property a `type` would complete true, false and null, and `items` would suppress
  the snippet beside it: both stand under `allOf`.
- Keys are completed by the one entry of `defaultSnippets`; `$1` in its `body` is the cursor.
- Completion shows only the `description`, hover also the `title`.

The messages are those of `check`, with «Giá trị này» for a quoted value.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.model.text import Source, Text

Json = dict[str, object]

DIALECT = "http://json-schema.org/draft-07/schema#"
SCALARS = ("string", "number", "boolean", "null")
PLACEHOLDER = Text("…", Source(Path(), "…"), 0, 1)
"""Stands for the typed text in a diagnostic that is built only for its message."""

_TYPES = ("string", "object", "array", "boolean", "null", "number")
_SYNTAX = re.compile(r"[$()*+./?\[\\\]^{|}]")
_STRIPPED = r"[\s\x1c-\x1f\x85]*"  # what Python strips, of which JavaScript's \s is a part


def to_text(schema: Json) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class Definitions:
    """The `definitions` of one schema: parts that are written once and referred to."""

    written: dict[str, Json] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def refer(self, part: Json) -> Json:
        """Return a reference to a part; equal parts share one definition."""
        name = self._names.setdefault(json.dumps(part), str(len(self._names) + 1))
        self.written.setdefault(name, part)
        return {"$ref": f"#/definitions/{name}"}


def if_type(name: str, then: Json) -> Json:
    return {"if": {"type": name}, "then": then}


def require(key: str, message: str) -> Json:
    return {"required": [key], "errorMessage": message}


def mapping_schema(
    properties: Mapping[str, Json],
    required: Mapping[str, str],
    unknown: str,
    wrong_type: str,
    *also: Json,
) -> Json:
    """Return the schema of a mapping; `also` must hold as well.

    Messages: `required` has one for each key that is missing, `unknown` is for any other key,
    `wrong_type` for a value that is no mapping.
    """
    missing = (require(key, message) for key, message in required.items())
    return {
        "properties": {**properties},
        "additionalProperties": False,
        "errorMessage": unknown,
        "allOf": [refuse_all_but(("object",), wrong_type), *missing, *also],
    }


def refuse(types: tuple[str, ...], message: str, **also: object) -> Json:
    """Refuse, with a message, values of these JSON types that match the keywords `also`."""
    impossible = next(name for name in _TYPES if name not in types)
    found = {"type": list(types), **also}
    return {"if": found, "then": {"type": impossible, "errorMessage": message}}


def refuse_all_but(types: tuple[str, ...], message: str) -> Json:
    return refuse(tuple(name for name in _TYPES if name not in types), message)


def refuse_blank(message: str) -> Json:
    """Refuse null and blank text, which the loader takes for an absent value."""
    return refuse(("null", "string"), message, pattern=f"^{_STRIPPED}$")


def refuse_other(types: tuple[str, ...], message: str) -> tuple[Json, Json]:
    """Refuse what is neither of these JSON types nor null or blank text."""
    text = refuse(("string",), message, pattern=r"\S")
    return refuse_all_but((*types, "null", "string"), message), text


def refuse_everything(message: str) -> Json:
    return {"allOf": [refuse_all_but(("null",), message), refuse(("null",), message)]}


def regex_of(choices: tuple[str, ...]) -> str:
    return "|".join(_SYNTAX.sub(r"\\\g<0>", choice) for choice in choices)


def must_match(regex: str, message: str) -> Json:
    """Refuse text that is neither blank nor, its outer blanks removed, matched by `regex`."""
    bare = regex.removeprefix("^").removesuffix("$")
    return {
        "pattern": f"^{_STRIPPED}(?:(?:{bare}){_STRIPPED})?$",
        "patternErrorMessage": message,
    }


def message_of(diagnostic: Diagnostic) -> str:
    """Return message and hint of a diagnostic on `PLACEHOLDER`, with no quoted value."""
    message = re.sub("^«…»", "Giá trị này", diagnostic.message)
    message = message.replace(", mà ghi «…»", "").replace(" «…»", " này")
    return f"{message} {diagnostic.hint.replace(' dòng …', ' dòng này')}"


def snippet(label: str, body: object, description: str = "") -> Json:
    """Return a completion: `body` is inserted, `label` and `description` are shown."""
    return {"label": label, "description": description, "body": body}
