"""Ids that stand twice."""

from collections.abc import Iterable

from baocao.diagnostics import Diagnostics
from baocao.load.records.messages import duplicate_name
from baocao.model.text import Text


def duplicates(ids: Iterable[Text]) -> Diagnostics:
    """Yield a diagnostic for each id that an earlier one has taken."""
    seen: dict[str, Text] = {}
    for text in ids:
        if text.value in seen:
            yield duplicate_name(text, seen[text.value])
        else:
            seen[text.value] = text
