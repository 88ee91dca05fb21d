"""The outline (đề cương): the sections that a report must answer, and how they are numbered."""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property


class Numbering(enum.Enum):
    """A style of numbering, named by the first number that it prints."""

    PART = "Phần thứ nhất"
    ROMAN = "I."
    ARABIC = "1."
    NESTED = "1.1."
    LETTER = "a)"
    NONE = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One item of the outline; `id` is its key in a unit's narrative, None where none is asked.

    `lines` are the title's, as its author broke it; most titles have one. An answer is to have
    from `fewest_words` to `most_words` words.
    """

    id: str | None
    lines: tuple[str, ...]
    hint: str
    numbering: Numbering
    fewest_words: int = 0
    most_words: int | None = None
    children: tuple["Section", ...] = ()

    @property
    def title(self) -> str:
        """The title as running text."""
        return " ".join(self.lines)

    @property
    def name(self) -> str:
        """The title without its closing mark, for use inside a sentence."""
        return self.title.rstrip(":. ")

    def walk(self) -> Iterator["Section"]:
        """Give this section and all below it, in the order of the print."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True)
class Outline:
    """The whole outline, with its own heading as the issuing body printed it."""

    title: tuple[str, ...]
    attached: str
    signature_note: str
    sections: tuple[Section, ...]

    def walk(self) -> Iterator[Section]:
        """Give every section, in the order of the print."""
        for section in self.sections:
            yield from section.walk()

    def answered(self) -> tuple[Section, ...]:
        """Give the sections that a unit answers, in the order of the print."""
        return self._answered

    @cached_property
    def _answered(self) -> tuple[Section, ...]:
        return tuple(section for section in self.walk() if section.id is not None)
