"""The outline's headings, each with its number and the headings that it stands under."""

from collections.abc import Iterator
from dataclasses import dataclass

from baocao.model.numbering import number
from baocao.model.outline import Numbering, Outline, Section


@dataclass(frozen=True, slots=True)
class Heading:
    """A section with its number as printed, such as `1.`; `above` are its parents, outermost first.

    `number` is empty where the outline numbers nothing.
    """

    section: Section
    number: str
    above: tuple["Heading", ...]

    @property
    def is_part(self) -> bool:
        """Whether this is a part (Phần), under whose number the others begin anew."""
        return self.section.numbering is Numbering.PART

    @property
    def line(self) -> str:
        """The heading on one line, as printed; a part's number is parted from its title."""
        return f"{self.number}{'.' if self.is_part else ''} {self.section.title}".strip()

    @property
    def full_number(self) -> str:
        """The number within the part, all levels of it: `I.1.`, `II.2.1.`."""
        numbers: list[str] = []
        for heading in (*self.above, self):
            if heading.section.numbering is Numbering.NESTED and numbers:
                numbers.pop()  # `2.1.` says the `2.` above it again
            if heading.number and not heading.is_part:
                numbers.append(heading.number)
        return "".join(numbers)

    @property
    def hint(self) -> str:
        """The section's own hint, else the nearest above it; empty where none has one."""
        hints = (heading.section.hint for heading in (self, *reversed(self.above)))
        return next((hint for hint in hints if hint), "")


def headings(outline: Outline) -> Iterator[Heading]:
    """Give every heading, in the order of the print."""
    yield from _headings(outline.sections, ())


def _headings(sections: tuple[Section, ...], above: tuple[Heading, ...]) -> Iterator[Heading]:
    parent = above[-1].number if above else ""
    for place, section in enumerate(sections, start=1):
        heading = Heading(section, number(section.numbering, place, parent), above)
        yield heading
        yield from _headings(section.children, (*above, heading))
