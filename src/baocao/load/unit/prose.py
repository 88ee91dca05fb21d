"""Checks of prose: texts that YAML cuts short or runs together, references left open."""

import re
from itertools import chain

from baocao.diagnostics import Diagnostics
from baocao.load.unit.messages import (
    list_run_together,
    text_cut_by_hash,
    unclosed_reference,
    unopened_reference,
)
from baocao.model.paper import REFERENCE
from baocao.model.text import Text

_JOINED_ITEM = re.compile(r"\S[ \t]*\n[ \t]*[-+] ")
_OPENING, _CLOSING = "{{", "}}"
_MARK = re.compile(r"\{\{|\}\}")


def yaml_surprises(texts: tuple[Text, ...]) -> Diagnostics:
    """Yield a diagnostic for each text that YAML cuts short or whose lines it joins."""
    return chain(_cut_by_hash(texts), _run_together(texts))


def unclosed_references(text: Text) -> Diagnostics:
    """Yield each `{{` without its `}}`, and each `}}` without its `{{`."""
    if _OPENING not in text.value and _CLOSING not in text.value:
        return
    rest = REFERENCE.sub(_blank_of_same_length, text.value)
    for match in _MARK.finditer(rest):
        kind = unclosed_reference if match[0] == _OPENING else unopened_reference
        yield kind(text, match.start())


def _blank_of_same_length(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _run_together(texts: tuple[Text, ...]) -> Diagnostics:
    """Yield each text whose lines YAML joins although some look like list items."""
    for text in texts:
        raw, start = text.source.text, text.start
        if not text.joins_lines:
            continue
        body = raw.find("\n", start) if raw.startswith(">", start) else start
        if _JOINED_ITEM.search(raw, body, text.end):
            yield list_run_together(text)


def _cut_by_hash(texts: tuple[Text, ...]) -> Diagnostics:
    """Yield each text whose line goes on after a `#`, which begins a comment in YAML."""
    for text in texts:
        raw = text.source.text
        newline = raw.find("\n", text.end)
        rest = raw[text.end : len(raw) if newline < 0 else newline]
        if text.plain and rest[:1] in (" ", "\t") and rest.lstrip().startswith("#"):
            start = text.end + len(rest) - len(rest.lstrip())
            yield text_cut_by_hash(text, start, text.end + len(rest.rstrip()))
