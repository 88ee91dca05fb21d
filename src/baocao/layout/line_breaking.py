"""Lines of the letterhead and the title: broken in balance, measured for the rules under them.

Decree 30/2020, Phụ lục I, mục II.2 and II.5 give the rule a third to a half of the line's length.
A text of several lines counts as long as its longest line.
"""

import re
from functools import lru_cache
from itertools import pairwise

from baocao.layout.typeface import longest_mm, width_mm
from baocao.vietnamese.text import bind

_COMPOUNDS = (
    "ban chấp hành", "ban thường vụ", "cơ khí", "cơ sở", "cổ phần", "công đoàn", "công nghiệp",
    "công ty", "đường sắt", "giai đoạn", "giao thông", "giáo dục", "hàng hải", "hàng không",
    "hữu hạn", "khu công nghiệp", "kinh tế", "lao động", "liên đoàn", "một thành viên",
    "ngân hàng", "nông nghiệp", "phong trào", "sáng tạo", "tập đoàn", "thành phố", "thi đua",
    "thương mại", "tổng công ty", "tổng liên đoàn", "trách nhiệm", "trung ương", "trực thuộc",
    "trực tiếp", "vận tải", "viên chức", "việt nam", "xây dựng", "y tế",
)  # fmt: skip
_COMPOUND = re.compile(
    rf"\b(?:{'|'.join(sorted(_COMPOUNDS, key=len, reverse=True))})\b", re.IGNORECASE
)
_JOINT = "\u2002"  # prints as a space, but does not part words
_CENTRED_MM, CENTRED_SIZE = 150.0, 14
_RULE_SHARE = 0.42  # between a third and a half, with room for a printer's other metrics


@lru_cache(maxsize=64)  # units share titles, and often a superior
def balanced_lines(text: str, width: float, size: float, *, bold: bool) -> tuple[str, ...]:
    """Break `text` into the fewest lines of `width` mm, their lengths as equal as can be.

    Compounds such as «lao động» stay together. A word wider than the line keeps a line of its own.
    """
    words = _COMPOUND.sub(lambda found: found[0].replace(" ", _JOINT), text).split(" ")
    lines = _fill(words, width, size, bold=bold)
    low, high = width / max(1, len(lines)) / 2, width
    while high - low > 1:  # the narrowest width that needs no more lines
        middle = (low + high) / 2
        narrower = _fill(words, middle, size, bold=bold)
        if len(narrower) > len(lines) or longest_mm(narrower, size, bold=bold) > width:
            low = middle
        else:
            high, lines = middle, narrower
    return tuple(line.replace(_JOINT, " ") for line in lines)


def centred_lines(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Return the lines of a centred title as its author broke it, or broken in balance."""
    if len(lines) > 1:
        return tuple(bind(line) for line in lines)
    return balanced_lines(bind(" ".join(lines)), _CENTRED_MM, CENTRED_SIZE, bold=True)


def rule_mm(lines: tuple[str, ...], size: float) -> float:
    """Return the length of the rule under bold `lines`, in mm to a tenth."""
    return round(_RULE_SHARE * longest_mm(lines, size, bold=True), 1)


def _fill(words: list[str], width: float, size: float, *, bold: bool) -> list[str]:
    starts = [0]
    for index in range(1, len(words)):
        if width_mm(" ".join(words[starts[-1] : index + 1]), size, bold=bold) > width:
            starts.append(index)
    return [" ".join(words[start:end]) for start, end in pairwise([*starts, len(words)])]
