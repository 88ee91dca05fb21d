"""The outline (đề cương): what a report must answer, how answers are typed and items numbered."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from baocao.model.text import Text


class AnswerKind(enum.Enum):
    """The kinds of answer, by the word that the outline has for them."""

    PROSE = "van"
    FIGURE = "so"
    DATE = "ngay"
    RATIO = "ty_le"
    CHOICE = "chon"
    CHECKS = "danh_dau"


@dataclass(frozen=True, slots=True)
class Prose:
    """Free words: paragraphs, list items, figures of the forms."""


@dataclass(frozen=True, slots=True)
class NumberType:
    """A number with at most `decimals` places, from `minimum` to `maximum`."""

    measure: str = ""
    decimals: int = 0
    minimum: Decimal = Decimal(0)
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DateType:
    """A day of the calendar."""


@dataclass(frozen=True, slots=True)
class RatioType:
    """So many out of so many, `45/50`; the per cent is computed, to `decimals` places.

    `pattern` is how it prints, with `{tu}`, `{mau}` and `{ty_le}` for the three numbers.
    """

    pattern: str
    decimals: int = 1
    may_exceed: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceType:
    """One of `choices`."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChecksType:
    """Any number of `choices`, as boxes to be checked."""

    choices: tuple[str, ...]


AnswerType = Prose | NumberType | DateType | RatioType | ChoiceType | ChecksType


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many out of so many; `whole` is not zero."""

    part: int
    whole: int

    def per_cent(self, places: int) -> Decimal:
        """Return the per cent to so many decimal places, exactly, halves rounded up."""
        scaled, rest = divmod(self.part * 100 * 10**places, self.whole)
        digits = scaled + (2 * rest >= self.whole)
        return Decimal(f"{digits}E-{places}")


class Numbering(enum.Enum):
    """A style of numbering, named by the first number that it prints."""

    PART = "Phần thứ nhất"
    PART_ROMAN = "Phần I"
    PART_LETTER = "Phần A"
    CAPITAL = "A."
    ROMAN = "I."
    ARABIC = "1."
    NESTED = "1.1."
    ARABIC_BRACKET = "1)"
    BRACKETED = "(1)"
    LETTER = "a)"
    SMALL_ROMAN = "i)"
    DASH = "-"
    PLUS = "+"
    BOX = "□"
    NONE = "khong"

    @property
    def is_part(self) -> bool:
        """Whether it numbers parts (Phần), whose number stands on a line over the title."""
        return self in (Numbering.PART, Numbering.PART_ROMAN, Numbering.PART_LETTER)

    @property
    def is_lettered(self) -> bool:
        """True if the style runs out of letters (a to y)."""
        return self in (Numbering.PART_LETTER, Numbering.CAPITAL, Numbering.LETTER)

    @property
    def counts(self) -> bool:
        """True if it numbers items; other marks are printed as text."""
        return self not in (Numbering.DASH, Numbering.PLUS, Numbering.BOX, Numbering.NONE)


@dataclass(frozen=True, slots=True)
class Condition:
    """An item is asked only if the section `section`, called `name`, has one of `values`."""

    section: str
    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Applicability:
    """Which units an item applies to: those of `levels` (None: all) that meet `conditions`.

    The applicability of the items above it, and of those in its conditions, is included.
    """

    levels: frozenset[str] | None = None
    conditions: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the author that stand between the items as they are, with their own marks."""

    text: Text
    footnote: str = ""
    applicability: Applicability = Applicability()


@dataclass(frozen=True, slots=True)
class Section:
    """One item of the outline; `id` is its key in a unit's narrative, None if none is asked.

    `lines` are the title's, as its author broke it; most titles have one. In them `{…}` stands for
    what each unit fills in; `caption` is the title as a writer is shown it, with those named.
    An answer in prose is to have from `min_words` to `max_words` words. An optional one may be
    left empty; `text_if_empty` are then printed, or without them nothing of the section.
    `form` is the id of the form whose table stands after the answer.
    """

    id: str | None
    lines: tuple[str, ...]
    hint: str
    numbering: Numbering
    min_words: int = 0
    max_words: int | None = None
    children: tuple["Section | Passage", ...] = ()
    caption: str = ""
    footnote: str = ""
    answer_type: AnswerType = Prose()
    is_optional: bool = False
    text_if_empty: str = ""
    applicability: Applicability = Applicability()
    form: str | None = None

    @property
    def title(self) -> str:
        """The title as running text."""
        return self.caption or " ".join(self.lines)

    @property
    def name(self) -> str:
        """The title without its closing mark, for use inside a sentence."""
        return self.title.rstrip(":. ")

    @property
    def is_prose(self) -> bool:
        return isinstance(self.answer_type, Prose)

    def sections(self) -> tuple["Section", ...]:
        """Return the sections directly below this one."""
        return tuple(child for child in self.children if isinstance(child, Section))

    def walk(self) -> Iterator["Section"]:
        """Yield this section and all below it, in the order of the print."""
        yield self
        for child in self.sections():
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank of the titles that each unit fills in once, under the key `id`."""

    id: str
    name: str
    hint: str = ""


@dataclass(frozen=True, eq=False)  # compared by identity: a cache key
class Outline:
    """The whole outline, with its own heading as the issuing body printed it.

    The styles of `continuous` number on through the outline, others begin anew under each parent.
    """

    title: tuple[str, ...]
    attached: str
    signature_note: str
    sections: tuple[Section | Passage, ...]
    continuous: frozenset[Numbering] = frozenset()
    blanks: tuple[Blank, ...] = field(default=())

    def walk(self) -> Iterator[Section]:
        """Yield every section, in the order of the print."""
        for section in self.sections:
            if isinstance(section, Section):
                yield from section.walk()

    @cached_property
    def answered(self) -> tuple[Section, ...]:
        """The sections that a unit answers, in the order of the print."""
        return tuple(section for section in self.walk() if section.id is not None)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The ids of the forms whose tables stand inside the report."""
        return frozenset(section.form for section in self.walk() if section.form is not None)
