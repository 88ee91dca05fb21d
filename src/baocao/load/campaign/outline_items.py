"""The outline's sections as typed, as a tree in which each knows what stands above it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from baocao.load.campaign.outline_specs import SectionSpec
from baocao.model.outline import AnswerKind, Numbering
from baocao.model.text import Text

CHOOSING = (AnswerKind.CHOICE.value, AnswerKind.CHECKS.value)


@dataclass(frozen=True, eq=False)
class Item:
    """A section or a passage in its place; `styles` are the outline's from this level down."""

    spec: SectionSpec
    above: tuple["Item", ...]
    styles: tuple[str, ...]

    @property
    def is_passage(self) -> bool:
        return "doan" in self.spec.keys

    @property
    def style(self) -> str:
        """The style of its number: its own, else its level's, else none."""
        if self.spec.numbering is not None:
            return self.spec.numbering.stripped
        return next(iter(self.styles), Numbering.NONE.value)

    @property
    def kind(self) -> str:
        """The kind of its answer, prose if it says none."""
        return AnswerKind.PROSE.value if self.spec.kind is None else self.spec.kind.stripped

    @property
    def is_choice(self) -> bool:
        return self.kind in CHOOSING

    @property
    def target(self) -> Text | None:
        """The id of the section that its condition names."""
        return None if self.spec.condition is None else self.spec.condition.section

    @cached_property
    def below(self) -> tuple["Item", ...]:
        above = (*self.above, self)
        return tuple(Item(each, above, self.styles[1:]) for each in self.spec.sections)

    def decided_by(self, sections: Mapping[str, "Item"]) -> tuple["Item", ...]:
        """Return the items right above it, and the section that its condition names."""
        target = None if self.target is None else sections.get(self.target.value)
        return self.above if target is None else (target, *self.above)

    def walk(self) -> Iterator["Item"]:
        """Yield this item and all below it, in the order of the file."""
        yield self
        for child in self.below:
            yield from child.walk()


def items_by_id(items: Iterable[Item]) -> dict[str, Item]:
    """Return the sections that have an id, by it."""
    return {item.spec.id.stripped: item for item in items if item.spec.id is not None}


def deciding(item: Item, sections: Mapping[str, Item]) -> tuple[Item, ...]:
    """Return the items that decide whether `item` is asked, itself last.

    They are those above it, those that a condition names, and the items that decide over these.
    """
    return tuple(reversed(_reached((item,), sections)))


def decides_itself(item: Item, sections: Mapping[str, Item]) -> bool:
    """Return whether what decides on an item leads back to the item."""
    return item in _reached(item.decided_by(sections), sections)


def _reached(begin: tuple[Item, ...], sections: Mapping[str, Item]) -> tuple[Item, ...]:
    found: dict[Item, None] = {}
    waiting = list(begin)
    while waiting:
        item = waiting.pop()
        if item not in found:
            found[item] = None
            waiting += item.decided_by(sections)
    return tuple(found)
