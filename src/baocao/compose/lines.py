"""Lines of the letterhead and the title: broken in balance, measured for the rules under them.

Decree 30/2020, Phụ lục I, mục II.2 and II.5 give the rule a third to a half of the line's length.
A text of several lines counts as long as its longest line.
"""

from itertools import pairwise

from baocao.typeface import width_mm

_RULE_SHARE = 0.42  # between a third and a half, with room for a printer's other metrics


def balanced(text: str, width: float, size: float, *, bold: bool) -> tuple[str, ...]:
    """Break `text` into the fewest lines of `width` mm, their lengths as equal as can be.

    A word wider than the line keeps a line of its own.
    """
    words = text.split()
    lines = _fill(words, width, size, bold=bold)
    low, high = width / max(1, len(lines)) / 2, width
    while high - low > 1:  # the narrowest width that needs no more lines
        middle = (low + high) / 2
        narrower = _fill(words, middle, size, bold=bold)
        if len(narrower) > len(lines) or _longest(narrower, size, bold=bold) > width:
            low = middle
        else:
            high, lines = middle, narrower
    return tuple(lines)


def rule_mm(lines: tuple[str, ...], size: float) -> float:
    """Give the length of the rule under bold `lines`, in mm to a tenth."""
    return round(_RULE_SHARE * _longest(list(lines), size, bold=True), 1)


def _longest(lines: list[str], size: float, *, bold: bool) -> float:
    return max((width_mm(line, size, bold=bold) for line in lines), default=0)


def _fill(words: list[str], width: float, size: float, *, bold: bool) -> list[str]:
    starts = [0]
    for index in range(1, len(words)):
        if width_mm(" ".join(words[starts[-1] : index + 1]), size, bold=bold) > width:
            starts.append(index)
    return [" ".join(words[start:end]) for start, end in pairwise([*starts, len(words)])]
