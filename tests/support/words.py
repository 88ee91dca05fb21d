"""Texts compared word by word."""

from collections.abc import Iterable, Sequence
from itertools import zip_longest

_AFTER_WHICH_A_LINE_MAY_BREAK = ("/", "-", "–")


def words(text: str) -> list[str]:
    """Part a text at blanks of any kind, line ends among them."""
    return text.split()


def flat(text: str) -> str:
    """Put one space for every run of blanks."""
    return " ".join(words(text))


def mended(lines: Iterable[str], whole: Sequence[str]) -> list[str]:
    """Part lines into words; one torn at a line's end comes whole where `whole` has it so.

    Only after a slash or a dash may an engine break a line where there is no blank.
    """
    found: list[str] = []
    torn = False
    for line in lines:
        for place, word in enumerate(words(line)):
            joined = f"{found[-1]}{word}" if torn and place == 0 else None
            if joined is not None and whole[len(found) - 1 : len(found)] == [joined]:
                found[-1] = joined
            else:
                found.append(word)
        torn = bool(found) and line.endswith(_AFTER_WHICH_A_LINE_MAY_BREAK)
    return found


def first_difference(one: Sequence[str], other: Sequence[str]) -> str:
    """Return where two texts part, with some words before; empty where they are equal."""
    for place, (left, right) in enumerate(zip_longest(one, other)):
        if left != right:
            before = " ".join(one[max(0, place - 5) : place])
            return f"after «{before}»: «{left}» and «{right}»"
    return ""
