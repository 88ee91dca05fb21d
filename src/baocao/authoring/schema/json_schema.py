r"""The JSON Schema (draft-07) that our schemas are put together from, and the words in it.

What yaml-language-server honours shapes what is written here:

- `errorMessage` speaks for `type`, `required` and `additionalProperties`, `patternErrorMessage` for
  `pattern`; nothing speaks for `minItems` or `not`. So `refuse` puts what will not do into `if`,
  and its sentence into `then`, on a `type` that it cannot have.
- A schema has one `errorMessage`, so each refusal is a schema of its own under `allOf`.
- A `type` makes it propose true, false and null, and `items` beside a snippet make it ignore the
  snippet; neither stands at the top of a property.
- Keys are completed by the one entry of `defaultSnippets`, in whose `body` `$1` is the cursor.
- Completion shows a `description` only, hover the `title` over it.

The sentences are those of `rules`, with «Giá trị này» where a rule quotes what was typed.
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
SOMETHING = Text("…", Source(Path(), "…"), 0, 1)
"""Stands in for what was typed, where a rule is asked for its sentence."""

_TYPES = ("string", "object", "array", "boolean", "null", "number")
_SYNTAX = re.compile(r"[$()*+./?\[\\\]^{|}]")
_STRIPPED = r"[\s\x1c-\x1f\x85]*"  # what Python strips, of which JavaScript's \s is a part


def as_text(schema: Json) -> str:
    """Give a schema as it is written to its file."""
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


@dataclass(frozen=True)
class Definitions:
    """Parts of one schema that stand in it once, however often they are called for."""

    written: dict[str, Json] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)

    def refer(self, part: Json) -> Json:
        """Give a reference to a part, which is written where no other is alike."""
        name = self._names.setdefault(json.dumps(part), str(len(self._names) + 1))
        self.written.setdefault(name, part)
        return {"$ref": f"#/definitions/{name}"}


def mapping(
    properties: Mapping[str, Json],
    required: Mapping[str, str],
    unknown: str,
    unlike: str,
    *also: Json,
) -> Json:
    """Give the schema of a mapping; `required` has the sentence for each key that is missing.

    `unknown` is said of any other key, `unlike` of what is no mapping; `also` must hold too.
    """
    missing = ({"required": [key], "errorMessage": words} for key, words in required.items())
    return {
        "properties": {**properties},
        "additionalProperties": False,
        "errorMessage": unknown,
        "allOf": [refuse_all_but(("object",), unlike), *missing, *also],
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
    return refuse(("null", "string"), words, pattern=f"^{_STRIPPED}$")


def refuse_words(words: str) -> Json:
    """Refuse a text that says anything."""
    return refuse(("string",), words, pattern=r"\S")


def refuse_everything(words: str) -> Json:
    """Refuse whatever stands there."""
    return {"allOf": [refuse_all_but(("null",), words), refuse(("null",), words)]}


def one_of(choices: tuple[str, ...]) -> str:
    """Give the regular expression of words of which one is to be typed."""
    return "|".join(_SYNTAX.sub(r"\\\g<0>", choice) for choice in choices)


def matching(regex: str, words: str) -> Json:
    """Refuse texts that are neither blank nor, within blanks, what `regex` describes."""
    bare = regex.removeprefix("^").removesuffix("$")
    return {
        "pattern": f"^{_STRIPPED}(?:(?:{bare}){_STRIPPED})?$",
        "patternErrorMessage": words,
    }


def sentence(diagnostic: Diagnostic) -> str:
    """Give what a rule says of `SOMETHING`, as said of a value that need not be quoted."""
    message = re.sub("^«…»", "Giá trị này", diagnostic.message)
    message = message.replace(", mà ghi «…»", "").replace(" «…»", " này")
    return f"{message} {diagnostic.hint.replace(' dòng …', ' dòng này')}"


def snippet(label: str, body: object, description: str = "") -> Json:
    """Give what completion inserts."""
    return {"label": label, "description": description, "body": body}
