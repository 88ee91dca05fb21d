"""What a unit wrote under a section, as far as `check` needs it: the figures that it prints."""

import re
from collections.abc import Iterator

from baocao.diagnostics import Diagnostic
from baocao.load.unit.messages import unclosed_reference, unopened_reference
from baocao.model.paper import REFERENCE, Reference
from baocao.model.text import Text

_OPENING, _CLOSING = "{{", "}}"
_MARK = re.compile(r"\{\{|\}\}")


def references(text: Text) -> tuple[Reference, ...]:
    """Find every `{{ … }}` of a text."""
    if _OPENING not in text.value:
        return ()
    return tuple(
        Reference(match[1].strip(), match.start(), match.end() - match.start())
        for match in REFERENCE.finditer(text.value)
    )


def unclosed_references(text: Text) -> Iterator[Diagnostic]:
    """Give each `{{` that has no `}}`, and each `}}` that has no `{{`."""
    if _OPENING not in text.value and _CLOSING not in text.value:
        return
    rest = REFERENCE.sub(_blank_of_same_length, text.value)
    for match in _MARK.finditer(rest):
        kind = unclosed_reference if match[0] == _OPENING else unopened_reference
        yield kind(text, match.start())


def _blank_of_same_length(match: re.Match[str]) -> str:
    return " " * len(match[0])
