"""The outline's records as a tree in which each knows what stands above it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from baocao.load.records.reader import RecordReader
from baocao.model.outline import Numbering
from baocao.model.text import Text

PASSAGE_KEYS = ("doan", "chu_thich", "chi_cap", "khi")


@dataclass(frozen=True, eq=False)
class Item:
    """One record of `muc`; `styles` are the outline's from this level down."""

    fields: RecordReader
    above: tuple["Item", ...]
    styles: tuple[str, ...]

    @property
    def is_passage(self) -> bool:
        """Whether it is words that stand as they are, and not a section."""
        return "doan" in self.fields.node.entries

    @property
    def style(self) -> str:
        """The style of its number: its own, else its level's, else none."""
        return self.fields.words("danh_so", (*self.styles, Numbering.NONE.value)[0])

    @property
    def condition(self) -> RecordReader | None:
        """What it says under `khi`."""
        return self.fields.record("khi")

    @property
    def target(self) -> Text | None:
        """The section that its condition names."""
        return None if self.condition is None else self.condition.optional("muc")

    @cached_property
    def below(self) -> tuple["Item", ...]:
        """The records right below it."""
        above = (*self.above, self)
        return tuple(Item(f, above, self.styles[1:]) for f in self.fields.records("muc"))

    def walk(self) -> Iterator["Item"]:
        """Give this record and all below it, in the order of the file."""
        yield self
        for child in self.below:
            yield from child.walk()


def top_items(outline: RecordReader) -> tuple[Item, ...]:
    """Give the outline's first level."""
    return tuple(Item(f, (), outline.strings("danh_so")) for f in outline.records("muc"))


def all_items(outline: RecordReader) -> tuple[Item, ...]:
    """Give every record, in the order of the file."""
    return tuple(item for top in top_items(outline) for item in top.walk())


def by_id(items: tuple[Item, ...]) -> dict[str, Item]:
    """Give the sections that have an id, by it."""
    return {item.fields.words("ma"): item for item in items if item.fields.optional("ma")}


def deciding(item: Item, sections: Mapping[str, Item]) -> tuple[Item, ...]:
    """Give each item that decides whether `item` is asked, itself last.

    They are those above it, those that a condition names, and what decides over these.
    """
    return tuple(reversed(_reached((item,), sections)))


def decides_itself(item: Item, sections: Mapping[str, Item]) -> bool:
    """Tell whether an item's condition leads back to the item."""
    return item in _reached(_targets(item, sections), sections)


def _reached(begin: tuple[Item, ...], sections: Mapping[str, Item]) -> tuple[Item, ...]:
    found: dict[Item, None] = {}
    waiting = list(begin)
    while waiting:
        item = waiting.pop()
        if item not in found:
            found[item] = None
            waiting += (*_targets(item, sections), *item.above)
    return tuple(found)


def _targets(item: Item, sections: Mapping[str, Item]) -> tuple[Item, ...]:
    target = None if item.target is None else sections.get(item.target.value)
    return () if target is None else (target,)
