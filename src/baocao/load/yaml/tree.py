"""Decoded text to a tree of nodes, every scalar a `Text` with its place.

Built from PyYAML's C-speed events rather than from `compose`: events still show anchors, aliases
and tags, which are refused here (an alias can contain itself, nested aliases can explode), and
they cost less. Where the syntax breaks inside an entry of the root mapping, that entry is given up
as `Broken` and reading goes on at the next key, so that one slip does not hide the others.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from baocao.diagnostics import Diagnostic
from baocao.load.yaml.messages import (
    complex_key,
    duplicate_key,
    second_document,
    too_deep,
    too_many_faults,
    too_many_values,
    unsupported_feature,
)
from baocao.load.yaml.syntax_messages import reference_at_start, unreadable_yaml, yaml_syntax
from baocao.model.text import Source, Text

MAX_DEPTH = 24
MAX_FAULTS = 100
MAX_VALUES = 100_000
_KEY_AT_MARGIN = re.compile(r"^[^\W\d][\w-]* ?:(?=\s|$)", re.MULTILINE)
_LIKE_A_KEY = re.compile(r"[ \t]*([A-Za-z_]\w*) ?(?::|$)", re.MULTILINE)
_REFERENCE = "{{"


@dataclass(frozen=True, slots=True)
class Sequence:
    """A YAML list; `place` is empty text where it begins."""

    items: tuple["Node", ...]
    place: Text


@dataclass(frozen=True, slots=True)
class Mapping:
    """A YAML mapping, its keys distinct and in the file's order; `place` is where it begins."""

    entries: dict[str, tuple[Text, "Node"]]
    place: Text

    def value(self, key: str) -> "Node | None":
        entry = self.entries.get(key)
        return None if entry is None else entry[1]


@dataclass(frozen=True, slots=True)
class Broken:
    """A value whose syntax is broken, which has its diagnostic; `place` is its key."""

    place: Text


Node = Text | Sequence | Mapping | Broken


def texts(node: Node | None) -> Iterator[Text]:
    """Yield every text of a node that is not blank, in the order of the file."""
    if isinstance(node, Text) and not node.is_blank:
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from texts(item)
    elif isinstance(node, Mapping):
        for _, value in node.entries.values():
            yield from texts(value)


def mappings(node: Node | None) -> tuple[Mapping, ...]:
    """Return the mappings of a list."""
    items = node.items if isinstance(node, Sequence) else ()
    return tuple(item for item in items if isinstance(item, Mapping))


@dataclass(frozen=True, slots=True)
class Tree:
    """A file's root, None if it is empty or could not be read, and its faults."""

    root: Node | None
    diagnostics: tuple[Diagnostic, ...]


def read_tree(source: Source, most_values: int = MAX_VALUES) -> Tree:
    """Read a file's text into a tree; every fault is a diagnostic, none an exception."""
    builder = _Builder(source, most_values)
    while not _read_from(builder):
        pass  # an entry was broken; the next key is where reading goes on
    return Tree(builder.finish(), tuple(builder.faults))


class _OpenCollection:
    """A list or mapping whose end has not come yet; a mapping keeps its pending key."""

    def __init__(self, place: Text, *, is_mapping: bool) -> None:
        self.place = place
        self.is_mapping = is_mapping
        self.items: list[Node] = []
        self.entries: dict[str, tuple[Text, Node]] = {}
        self.key: Text | None = None

    def close(self) -> Node:
        if self.is_mapping:
            return Mapping(self.entries, self.place)
        return Sequence(tuple(self.items), self.place)


class _Builder:
    """Builds nodes from events; faults that do not stop the reading are collected.

    `start` is the offset of the text that is being read, past 0 after a broken entry.
    """

    def __init__(self, source: Source, most_values: int) -> None:
        self.source = source
        self.values_left = most_values
        self.most_values = most_values
        self.start = 0
        self.goes_on = False
        self.root: Node | None = None
        self.open: list[_OpenCollection] = []
        self.faults: list[Diagnostic] = []

    def begin(self, offset: int, *, is_mapping: bool) -> None:
        if self.goes_on and is_mapping and len(self.open) == 1:
            self.goes_on = False  # the root mapping, after a broken entry
            return
        place = Text("", self.source, offset, offset)
        self.open.append(_OpenCollection(place, is_mapping=is_mapping))

    def add_scalar(self, event: yaml.ScalarEvent) -> None:
        start = self.start + event.start_mark.index  # type: ignore[union-attr] # never None here
        end = self.start + event.end_mark.index  # type: ignore[union-attr]
        self.add(Text(event.value, self.source, start, end, not event.style))

    def stop(self, event: yaml.Event) -> None:
        """Add the fault of too many values or faults, at which reading stops."""
        index = self.start + _offset(event.start_mark)
        span = self.source.span(index, index + 1)
        if self.values_left <= 0:
            self.faults.append(too_many_values(span, self.most_values))
        else:
            self.faults.append(too_many_faults(span, MAX_FAULTS))

    def end(self) -> None:
        self.add(self.open.pop().close())

    def add(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if not parent.is_mapping:
            parent.items.append(node)
        elif parent.key is None:
            self._open_entry(parent, node)
        else:
            self._close_entry(parent, parent.key, node)

    def give_up_line(self, fault: Diagnostic) -> bool:
        """Mark the entry that has a fault as broken; return whether a key follows to go on at.

        It is the one being read, and what looks like a key on the fault's line; else the last.
        """
        if not self.open:
            self.reopen()
        if not self.open or not self.open[0].is_mapping:
            return False
        top = self.open[0]
        del self.open[1:]
        last = next((key for key, _ in reversed(top.entries.values())), None)
        on_line = self._key_on_line(fault.span.line)
        broken = [key for key in (top.key, on_line) if key is not None]
        if not broken and last is not None:
            del top.entries[last.value]
            broken = [last]
        top.key = None
        after = self.start + 1
        for key in broken:
            if key.value:
                typed = top.entries.get(key.value)
                if typed is None or typed[0].start == key.start:
                    top.entries[key.value] = (key, Broken(key))
                after = max(after, key.end)
        return self._go_on_after(after)

    def _key_on_line(self, line: int) -> Text | None:
        start = self.source.start_of(line)
        found = _LIKE_A_KEY.match(self.source.text, start)
        if found is None:
            return None
        return Text(found[1], self.source, found.start(1), found.end(1))

    def reopen(self) -> None:
        """Go on in the root mapping after the end of its document."""
        if isinstance(self.root, Mapping):
            top = _OpenCollection(self.root.place, is_mapping=True)
            top.entries = self.root.entries
            self.open, self.root, self.goes_on = [top], None, True

    def _go_on_after(self, offset: int) -> bool:
        following = _KEY_AT_MARGIN.search(self.source.text, offset)
        if following is None:
            return False
        self.start, self.goes_on = following.start(), True
        return True

    def finish(self) -> Node | None:
        """Return the root, or as much of it as was read before the text broke off."""
        if self.root is None and self.open and self.open[0].is_mapping:
            return self.open[0].close()
        return self.root

    def _open_entry(self, parent: _OpenCollection, node: Node) -> None:
        if isinstance(node, Text):
            parent.key = node
        else:
            self.faults.append(complex_key(node.place.span))
            parent.key = Text("", self.source, node.place.start, node.place.start)

    def _close_entry(self, parent: _OpenCollection, key: Text, node: Node) -> None:
        parent.key = None
        if not key.value and key.plain:
            return  # a list for a key, which has its diagnostic
        if key.value in parent.entries:
            first = parent.entries[key.value][0]
            self.faults.append(duplicate_key(key, first))
        else:
            parent.entries[key.value] = (key, node)


def _read_from(builder: _Builder) -> bool:
    """Read as far as the text can be read; return whether nothing is left to read."""
    loader = yaml.CSafeLoader(builder.source.text[builder.start :])
    try:
        while (event := loader.get_event()) is not None:
            builder.values_left -= 1
            if builder.values_left <= 0 or len(builder.faults) >= MAX_FAULTS:
                builder.stop(event)
                return True
            if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:
                builder.add_scalar(event)  # most events are these
            elif not _read_event(builder, event):
                return not builder.give_up_line(builder.faults[-1])
    except yaml.MarkedYAMLError as problem:
        fault = yaml_syntax(builder.source, builder.start, problem)
        if not builder.faults or builder.faults[-1].span.line != fault.span.line:
            builder.faults.append(fault)  # one slip often breaks two rules of YAML
        return not builder.give_up_line(fault)
    except yaml.YAMLError as problem:  # a character, which decoding should have refused
        builder.faults.append(unreadable_yaml(builder.source, builder.start, problem))
        return True
    finally:
        loader.dispose()
    return True


def _read_event(builder: _Builder, event: yaml.Event) -> bool:
    """Add the node of an event; return False if the entry around it cannot be read."""
    source = builder.source
    start = builder.start + _offset(event.start_mark)
    end = builder.start + _offset(event.end_mark)
    if isinstance(event, yaml.ScalarEvent):
        builder.faults.append(unsupported_feature(source, start, event))
        builder.add_scalar(event)
    elif isinstance(event, yaml.CollectionStartEvent):
        if event.anchor is not None or event.tag is not None:
            builder.faults.append(unsupported_feature(source, start, event))
        if source.text.startswith(_REFERENCE, start):
            builder.faults.append(reference_at_start(source.span(start, start + 2)))
            return False
        if len(builder.open) >= MAX_DEPTH:
            builder.faults.append(too_deep(source.span(start, end), MAX_DEPTH))
            return False
        builder.begin(start, is_mapping=isinstance(event, yaml.MappingStartEvent))
    elif isinstance(event, yaml.CollectionEndEvent):
        builder.end()
    elif isinstance(event, yaml.AliasEvent):
        builder.faults.append(unsupported_feature(source, start, event))
        builder.add(Broken(Text("", source, start, start)))
    elif isinstance(event, yaml.DocumentStartEvent) and builder.root is not None:
        builder.faults.append(second_document(source.span(start, end)))
        builder.reopen()
    return True


def _offset(mark: "yaml.Mark | yaml._yaml.Mark | None") -> int:
    return 0 if mark is None else mark.index
