"""Ids that stand twice."""

from collections.abc import Iterable, Iterator

from baocao.diagnostics import Diagnostic
from baocao.load.records.messages import added_twice, duplicate_name
from baocao.model.text import Text


def duplicates(ids: Iterable[Text]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each id that an earlier one has taken."""
    seen: dict[str, Text] = {}
    for text in ids:
        if text.value in seen:
            yield duplicate_name(text, seen[text.value])
        else:
            seen[text.value] = text


def duplicate_addends(named: Iterable[tuple[str, Text]]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each id that a sum names twice, by itself or by a word for several."""
    seen: set[str] = set()
    for name, text in named:
        if name in seen:
            yield added_twice(text, name)
        seen.add(name)
