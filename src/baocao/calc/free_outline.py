"""A unit's own outline, parsed from one text whose lines begin as they are printed.

`I. `, `1. `, `1.1. `, `a) `, `* `, `- `, `+ ` begin an item; lines between bars make a table; what
begins with none of them is a paragraph. A blank line ends what it follows, an indented line goes
on with the item above it. An item stands under the nearest one above it whose mark comes earlier
in this list, so that nothing need be nested.

The mark tells the style only: the number is counted here. One that was typed must be the number
that is counted, or all items of a list carry the first number of their style.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from baocao.calc.numbering import section_number
from baocao.model.free_outline import NUMBERINGS, Mark, NumberedPart, OutlineProblem, Part, TableRow
from baocao.vietnamese.ordinals import LARGEST_ROMAN, LETTERS

_MARK = re.compile(
    r"(?:(?P<ROMAN>[IVXLCDM]+\.)|(?P<ARABIC>[0-9]{1,3}\.)|(?P<NESTED>[0-9]{1,3}(?:\.[0-9]{1,3})+\.)"
    r"|(?P<LETTER>[a-zđ]\))|(?P<STAR>\*)|(?P<DASH>-)|(?P<PLUS>\+))(?:\s+|$)"
)
_STRANGE = re.compile(
    r"(?:[0-9]{1,3}[)/]|[a-zđ][./]|[A-ZĐ][./)]|\([0-9a-zđ]{1,3}\)|[ivx]+[.)]|[•–—●▪·])(?=\s)"
)
_BAR = "|"
_BARS_ONLY = re.compile(r"[|:\s-]*-[|:\s-]*")


_MOST = {Mark.ROMAN: LARGEST_ROMAN, Mark.LETTER: LETTERS}


def parse_parts(text: str) -> Iterator[Part]:
    """Yield the items, paragraphs and tables of a text."""
    open_part: Part | None = None
    offset = 0
    for line in text.split("\n"):
        start = offset + len(line) - len(line.lstrip())
        offset += len(line) + 1
        begun = _parse_line(line.strip(), start)
        if open_part is not None and begun is not None and _continues(open_part, begun, line):
            open_part = _joined(open_part, begun)
            continue
        if open_part is not None:
            yield open_part
        open_part = begun
    if open_part is not None:
        yield open_part


def number_parts(text: str) -> tuple[NumberedPart, ...]:
    """Return a text's parts, each with its number and the problem of its mark, if any."""
    counter = _Counter()
    items = [counter.numbered(part) for part in parse_parts(text)]
    return tuple(
        replace(each, has_children=below is not None and _has_child(each.part, below.part))
        for each, below in zip_longest(items, items[1:])
    )


@dataclass
class _Counter:
    """Counts items by rank; the open items above one give its number and depth."""

    open: list[tuple[int, Mark, str]] = field(default_factory=list)
    places: dict[int, int] = field(default_factory=dict)
    repeats: dict[int, bool] = field(default_factory=dict)

    def numbered(self, part: Part) -> NumberedPart:
        if not part.mark.is_item:
            problem = OutlineProblem.STRANGE if _STRANGE.match(part.words) else None
            return NumberedPart(part, "", self._depth(), problem=problem)
        rank = part.rank
        self.open = [each for each in self.open if each[0] < rank]
        for counts in (self.places, self.repeats):
            for deeper in [each for each in counts if each > rank]:
                del counts[deeper]
        self.places[rank] = self.places.get(rank, 0) + 1
        depth = self._depth()
        printed, problem = self._number(part)
        self.open.append((rank, part.mark, printed))
        if not part.words:
            problem = OutlineProblem.EMPTY
        return NumberedPart(part, printed, depth, problem=problem)

    def _depth(self) -> int:
        return sum(mark.counts for _, mark, _ in self.open)

    def _number(self, part: Part) -> tuple[str, OutlineProblem | None]:
        if not part.mark.counts:
            return part.mark.value, None
        rank, place = part.rank, self.places[part.rank]
        above = next((printed for each, _, printed in self.open if each == rank - 1), "")
        if part.mark is Mark.NESTED and not above:
            return part.typed, OutlineProblem.NO_PARENT
        if place > _MOST.get(part.mark, place):
            return part.typed, OutlineProblem.TOO_MANY
        printed = section_number(NUMBERINGS[part.mark], place, above)
        return printed, self._problem(part, printed)

    def _problem(self, part: Part, printed: str) -> OutlineProblem | None:
        """Return what is wrong with the number typed, None if nothing is.

        A list is typed either with the numbers printed or with the style's first number throughout;
        the first item for which these differ decides.
        """
        first = "1." * part.rank if part.mark is Mark.NESTED else part.mark.value
        is_first, is_printed = part.typed == first, part.typed == printed
        if is_first and is_printed:
            return None
        if not (is_first or is_printed):
            return OutlineProblem.WRONG_NUMBER
        repeats = self.repeats.setdefault(part.rank, is_first)
        return None if repeats is is_first else OutlineProblem.MIXED


def _parse_line(words: str, start: int) -> Part | None:
    """Parse a line as the beginning of a part; None if it is blank."""
    if not words:
        return None
    if words.startswith(_BAR):
        row = TableRow(_cells(words), start, len(words))
        return Part(Mark.TABLE, "", "", start, (row,))
    found = _MARK.match(words)
    if found is None or found.lastgroup is None:
        return Part(Mark.NONE, "", words, start)
    return Part(Mark[found.lastgroup], found[found.lastgroup], words[found.end() :], start)


def _continues(above: Part, begun: Part, line: str) -> bool:
    """Return whether a line that is not blank belongs to the part above it."""
    if Mark.TABLE in (above.mark, begun.mark):
        return above.mark is begun.mark
    return begun.mark is Mark.NONE and (above.mark is Mark.NONE or line.startswith((" ", "\t")))


def _joined(above: Part, begun: Part) -> Part:
    if begun.mark is Mark.TABLE:
        rows = () if _BARS_ONLY.fullmatch(_BAR.join(begun.rows[0].cells)) else begun.rows
        return replace(above, rows=(*above.rows, *rows))
    return replace(above, words=f"{above.words} {begun.words}".strip())


def _cells(words: str) -> tuple[str, ...]:
    inside = words.removeprefix(_BAR).removesuffix(_BAR)
    return tuple(cell.strip() for cell in inside.split(_BAR))


def _has_child(above: Part, below: Part) -> bool:
    return above.mark.is_item and (not below.mark.is_item or below.rank > above.rank)
