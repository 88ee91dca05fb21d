"""Map an offset in a YAML scalar's value to its offset in the file.

Quotes, block indents and folded line ends change only blanks, so the n-th letter of the value is
the n-th letter of the scalar in the file; in double quotes a letter may be typed as an escape.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache

_WORD = re.compile(r"\S+")
_ANY = re.compile(r".", re.DOTALL)
_LETTER = {  # one letter as typed, by the sign that the scalar begins with
    "'": re.compile(r"''|."),
    '"': re.compile(r"\\(?:x..|u.{4}|U.{8}|.)|."),
}
_BLANKS = (
    "\\n",
    "\\t",
    "\\r",
    "\\_",
    "\\ ",
    "\\",
)  # escapes in double quotes; the last joins lines


def source_offset(raw: str, start: int, end: int, letters: int) -> int:
    """Return the offset in `raw` of the letter that comes after `letters` others.

    The scalar stands in `raw[start:end]`, quotes and block marks included.
    """
    starts, counts = _words(raw, start, end)
    if not starts:
        return start
    index = bisect_right(counts, letters) - 1
    found = starts[index]
    for offset, count in _letters(raw, start, found, end):
        found = offset
        if counts[index] + count >= letters:
            break
    return found


@lru_cache(maxsize=8)  # faults come scalar by scalar
def _words(raw: str, start: int, end: int) -> tuple[list[int], list[int]]:
    """Return the offset of each word of a scalar, and the count of letters before it."""
    mark = raw[start : start + 1]
    body = start
    if mark in ("|", ">"):
        body = raw.find("\n", start, end) + 1 or end
    elif mark in _LETTER:
        body += 1
    starts: list[int] = []
    counts: list[int] = []
    count = 0
    for word in _WORD.finditer(raw, body, end):
        starts.append(word.start())
        counts.append(count)
        if mark in _LETTER:
            count += sum(1 for _ in _letters(raw, start, word.start(), word.end()))
        else:
            count += len(word[0])
    return starts, counts


def _letters(raw: str, start: int, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the offset of each letter typed from `begin`, and the count of those before it."""
    mark = raw[start : start + 1]
    letter = _LETTER.get(mark, _ANY)
    blanks = _BLANKS if mark == '"' else ()
    count = 0
    for match in letter.finditer(raw, begin, end):
        if not match[0].isspace() and match[0] not in blanks:
            yield match.start(), count
            count += 1
