"""What a unit wrote under a section, as far as `check` needs it: the figures that it prints."""

import re

from baocao.diagnostics import Diagnostic
from baocao.model.content import REFERENCE, Reference
from baocao.model.text import Text
from baocao.rules import malformed_reference

_OPENING = "{{"


def read_references(text: Text) -> tuple[tuple[Reference, ...], tuple[Diagnostic, ...]]:
    """Find every `{{ … }}` of a text; one that is not closed is a diagnostic."""
    if _OPENING not in text.value:
        return (), ()
    references = tuple(
        Reference(match[1].strip(), match.start(), match.end() - match.start())
        for match in REFERENCE.finditer(text.value)
    )
    rest = REFERENCE.sub(_blank_of_same_length, text.value)
    faults = tuple(
        malformed_reference.unclosed(text, match.start())
        for match in re.finditer(re.escape(_OPENING), rest)
    )
    return references, faults


def _blank_of_same_length(match: re.Match[str]) -> str:
    return " " * len(match[0])
