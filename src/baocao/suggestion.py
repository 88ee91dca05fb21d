"""«Có phải là …?»: the nearest known word to a mistyped one, blind to marks and case."""

from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice

from baocao.vietnamese.text import fold

_MOST_LISTED = 100
_MOST_COMPARED = 500  # beyond these the search takes longer than a slip is worth
_LIKENESS = 0.65  # one letter wrong in three is still a slip; half of them is another word


def closest(typed: str, known: Iterable[str]) -> str | None:
    """Return the known word most like `typed`, None if none is near."""
    if typed.isdigit():
        return None  # a year that is not there is not another year mistyped
    folded = {_plain(word): word for word in islice(known, _MOST_COMPARED)}
    matches = get_close_matches(_plain(typed), folded, n=1, cutoff=_LIKENESS)
    return folded[matches[0]] if matches else None


def listed(known: tuple[str, ...]) -> str:
    """Join words to choose from, the first of them if they are too many to read."""
    return ", ".join(known[:_MOST_LISTED]) + (", …" if len(known) > _MOST_LISTED else "")


def did_you_mean(suggestion: str | None) -> str:
    """Return « Có phải là «…»?» with its leading space, or nothing."""
    return f" Có phải là «{suggestion}»?" if suggestion else ""


def _plain(word: str) -> str:
    return fold(word).replace(" ", "_").replace("-", "_")
