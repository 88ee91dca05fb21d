"""The parts of a unit's own outline: marks, items, tables and their numbers."""

import enum
from dataclasses import dataclass

from baocao.model.outline import Numbering


class Mark(enum.Enum):
    """What a block of a free outline begins with; the value is the style's first number."""

    ROMAN = "I."
    ARABIC = "1."
    NESTED = "1.1."
    LETTER = "a)"
    STAR = "*"
    DASH = "-"
    PLUS = "+"
    TABLE = "|"
    NONE = ""

    @property
    def counts(self) -> bool:
        return self in NUMBERINGS

    @property
    def is_item(self) -> bool:
        return self not in (Mark.TABLE, Mark.NONE)


NUMBERINGS = {
    Mark.ROMAN: Numbering.ROMAN,
    Mark.ARABIC: Numbering.ARABIC,
    Mark.NESTED: Numbering.NESTED,
    Mark.LETTER: Numbering.LETTER,
}

_RANKS = {Mark.ROMAN: 0, Mark.ARABIC: 1, Mark.LETTER: 10, Mark.STAR: 11, Mark.DASH: 12}
_LAST_RANK = 13


class OutlineProblem(enum.Enum):
    """A problem of a part's mark or number."""

    WRONG_NUMBER = "wrong-number"
    MIXED = "mixed"
    NO_PARENT = "no-parent"
    TOO_MANY = "too-many"
    STRANGE = "strange"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table: its cells, and where it begins in the text."""

    cells: tuple[str, ...]
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Part:
    """An item, a paragraph or a table as typed; `offset` is where it begins in the text.

    `typed` is the mark as typed; `words` are on one line and keep their own marks.
    """

    mark: Mark
    typed: str
    words: str
    offset: int
    rows: tuple[TableRow, ...] = ()

    @property
    def rank(self) -> int:
        """The depth of items with this mark: lower ranks stand above higher ones."""
        if self.mark is Mark.NESTED:
            return self.typed.count(".")
        return _RANKS.get(self.mark, _LAST_RANK)


@dataclass(frozen=True, slots=True)
class NumberedPart:
    """A part with the number that is printed before it.

    `depth` counts the numbered items above it.
    """

    part: Part
    number: str
    depth: int
    has_children: bool = False
    problem: OutlineProblem | None = None
