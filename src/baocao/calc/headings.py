"""The outline's headings, each with its number and the headings that it stands under."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from baocao.calc.numbering import section_number
from baocao.model.outline import Numbering, Outline, Passage, Section


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section with its number as printed, such as `1.`; `above` are its parents, outermost first.

    `number` is empty if the outline numbers nothing.
    """

    section: Section
    number: str
    above: tuple["NumberedSection", ...]

    @property
    def is_part(self) -> bool:
        """Whether this is a part (Phần), under whose number the others begin anew."""
        return self.section.numbering.is_part

    @property
    def line(self) -> str:
        """The heading on one line, as printed; a part's number is parted from its title."""
        return f"{self.number}{'.' if self.is_part else ''} {self.section.title}".strip()

    @property
    def full_number(self) -> str:
        """The number within the part, all levels of it: `I.1.`, `II.2.1.`."""
        numbers: list[str] = []
        for heading in (*self.above, self):
            if not heading.section.numbering.counts or heading.is_part:
                continue
            is_nested = heading.section.numbering is Numbering.NESTED
            if is_nested and numbers and heading.number.startswith(numbers[-1]):
                numbers.pop()  # `2.1.` repeats the `2.` above it
            numbers.append(heading.number)
        return "".join(numbers)

    @property
    def hint(self) -> str:
        """The section's own hint, else the nearest above it; empty if none has one."""
        hints = (heading.section.hint for heading in (self, *reversed(self.above)))
        return next((hint for hint in hints if hint), "")


def numbered_sections(outline: Outline) -> Iterator[NumberedSection]:
    """Yield every numbered section, in the order of the print."""
    return (item for item in numbered_items(outline) if isinstance(item, NumberedSection))


@lru_cache(maxsize=8)  # most units print the whole outline
def numbered_items(outline: Outline) -> tuple[NumberedSection | Passage, ...]:
    """Return every numbered section and the passages between, in the order of the print.

    Each style counts its own siblings, so that an item without a number leaves no gap.
    """
    running = Counter[Numbering]()
    return tuple(_numbered(outline.sections, (), outline.continuous, running))


def _numbered(
    items: tuple[Section | Passage, ...],
    above: tuple[NumberedSection, ...],
    continuous: frozenset[Numbering],
    running: Counter[Numbering],
) -> Iterator[NumberedSection | Passage]:
    parent = above[-1].number if above else ""
    own = Counter[Numbering]()
    for item in items:
        if isinstance(item, Passage):
            yield item
            continue
        style = item.numbering
        counter = running if style in continuous else own
        counter[style] += 1
        heading = NumberedSection(item, section_number(style, counter[style], parent), above)
        yield heading
        yield from _numbered(item.children, (*above, heading), continuous, running)
