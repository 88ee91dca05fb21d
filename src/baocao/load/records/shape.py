"""The shapes of the YAML files, as data: one source for reading, and for the editor's schema.

A shape says what a node must look like; `check` compares them and gives every difference. What
passes is then read through `RecordReader`, whose accessors need not doubt it.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import partial

from baocao.diagnostics import Diagnostic
from baocao.load.records.messages import (
    colon_makes_key,
    curly_quotes,
    malformed_date,
    malformed_value,
    missing_key,
    several_lines,
    unknown_key,
    wrong_shape,
)
from baocao.load.yaml import tree
from baocao.model.text import Text
from baocao.rules.report import uncovered_character
from baocao.vietnamese.dates import parse_date
from baocao.vietnamese.figures import parse_figure

LETTER = r"[^\x00-@\[-`{-\x7f]"
"""For a `pattern`: any letter, and what else lies beyond ASCII."""

_DAY, _MONTH, _YEAR = "(?:0?[1-9]|[12][0-9]|3[01])", "(?:0?[1-9]|1[0-2])", "[1-9][0-9]{3}"
_DATE = (
    rf"^(?:{_DAY}([-/.]){_MONTH}\1{_YEAR}|{_YEAR}-[0-9]{{2}}-[0-9]{{2}}"
    rf"|[Nn]\S*\s+{_DAY}\s+[Tt]\S*\s+{_MONTH}\s+[Nn]\S*\s+{_YEAR})$"
)
_WORDS = "một lời văn"
_CURLY_QUOTES = ("“", "”", "‘", "’")
_ADVICE_WORDS = "Đề nghị viết lời văn ngay sau dấu hai chấm, hoặc dưới dấu |."
_ADVICE_LIST = "Đề nghị viết mỗi dòng một ý, đầu dòng có dấu gạch và một dấu cách."
_ADVICE_RECORD = "Đề nghị viết mỗi dòng một khóa dạng «khóa: giá trị», thụt vào bằng nhau."


@dataclass(frozen=True, slots=True)
class Scalar:
    """A scalar; `problem` gives the diagnostic of a value that will not do, or None.

    `pattern` tells an editor what `problem` lets through, or more: a regular expression that means
    the same to Python and to JavaScript. `choices` are all that it can be, `numbers` whether a
    plain number can be it.
    """

    problem: Callable[[Text], Diagnostic | None] | None = None
    pattern: str = ""
    choices: tuple[str, ...] = ()
    numbers: bool = True


@dataclass(frozen=True, slots=True)
class ListOf:
    """A list; `or_one` lets a single item stand without a dash."""

    item: "Shape"
    or_one: bool = False


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a record: its shape, and what an editor shows of it.

    A key that is `required` need not be there beside the key `unless`.
    """

    shape: "Shape"
    title: str = ""
    hint: str = ""
    required: bool = False
    unless: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known keys."""

    entries: Mapping[str, Key]


@dataclass(frozen=True, slots=True)
class ScalarOrRecord:
    """Words, or in their place a mapping that says more."""

    words: Scalar
    record: Record


@dataclass(frozen=True, slots=True)
class Recursive:
    """A shape that contains itself, such as a section of an outline."""

    shape: Callable[[], "Shape"]


Shape = Scalar | ListOf | Record | ScalarOrRecord | Recursive


def check(node: tree.Node, shape: Shape, name: str) -> Iterator[Diagnostic]:
    """Give every place where `node`, which the file calls `name`, is not of `shape`."""
    if isinstance(node, tree.Broken):
        return
    if isinstance(shape, Recursive):
        yield from check(node, shape.shape(), name)
    elif isinstance(shape, Scalar):
        yield from _check_words(node, shape, name)
    elif isinstance(shape, ScalarOrRecord):
        chosen = shape.record if isinstance(node, tree.Mapping) else shape.words
        yield from check(node, chosen, name)
    elif isinstance(shape, ListOf):
        yield from _check_many(node, shape, name)
    else:
        yield from _check_record(node, shape, name)


def place(node: tree.Node) -> Text:
    """Give the text at which a node begins."""
    return node if isinstance(node, Text) else node.place


def _check_words(node: tree.Node, shape: Scalar, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, Text):
        yield wrong_shape(place(node).span, name, _WORDS, _ADVICE_WORDS)
    elif not node.is_blank and shape.problem is not None:
        problem = shape.problem(node)
        if problem is not None:
            yield problem


def _check_many(node: tree.Node, shape: ListOf, name: str) -> Iterator[Diagnostic]:
    if isinstance(node, tree.Sequence):
        for item in node.items:
            if _is_made_key_by_colon(item, shape.item):
                yield colon_makes_key(place(item))
            else:
                yield from check(item, shape.item, name)
    elif shape.or_one and isinstance(node, Text):
        yield from check(node, shape.item, name)
    elif not (isinstance(node, Text) and node.is_blank):
        yield wrong_shape(place(node).span, name, "một danh sách", _ADVICE_LIST)


def _is_made_key_by_colon(item: tree.Node, shape: Shape) -> bool:
    """Tell whether a list's item is words with a colon, which YAML takes as a key."""
    if not isinstance(item, tree.Mapping) or len(item.entries) != 1:
        return False
    keys = shape.record.entries if isinstance(shape, ScalarOrRecord) else {}
    if not isinstance(shape, Scalar | ScalarOrRecord) or not keys.keys().isdisjoint(item.entries):
        return False
    return not item.place.source.text.startswith("{", item.place.start)


def _check_record(node: tree.Node, shape: Record, name: str) -> Iterator[Diagnostic]:
    if not isinstance(node, tree.Mapping):
        yield wrong_shape(place(node).span, name, "một nhóm khóa", _ADVICE_RECORD)
        return
    for key, (key_text, value) in node.entries.items():
        if key in shape.entries:
            yield from check(value, shape.entries[key].shape, key)
        elif not isinstance(value, tree.Broken):
            yield unknown_key(key_text, tuple(shape.entries))
    for key, entry in shape.entries.items():
        if entry.required and entry.unless not in node.entries and _is_absent(node, key):
            at = node.entries[key][0] if key in node.entries else node.place
            yield missing_key(at.span, key, entry.title)


def _is_absent(node: tree.Mapping, key: str) -> bool:
    if key not in node.entries:
        return True
    value = node.entries[key][1]
    if isinstance(value, tree.Sequence):
        return not value.items
    return isinstance(value, Text) and value.is_blank


def _unlike_date(text: Text) -> Diagnostic | None:
    return None if parse_date(text.value) is not None else malformed_date(text)


def _unlike_pattern(
    accepts: Callable[[str], object], expected: str, text: Text
) -> Diagnostic | None:
    return None if accepts(text.value.strip()) else malformed_value(text, expected)


def _unprintable(text: Text) -> Diagnostic | None:
    return next(uncovered_character.check_text(text), None)


def _unlike_line(text: Text) -> Diagnostic | None:
    if "\n" in text.value.strip():
        return several_lines(text)
    if text.value[:1] in _CURLY_QUOTES:
        return curly_quotes(text)
    return None


TEXT = Scalar()
LINE = Scalar(_unlike_line)
"""Words on one line, such as a name."""

PRINTED = Scalar(_unprintable)
"""Words of the campaign's author that stand in documents; a unit's have a rule of their own."""

DATE = Scalar(_unlike_date, pattern=_DATE, numbers=False)


def pattern(accepts: Callable[[str], object], regex: str, expected: str) -> Scalar:
    """Make the shape of a word that `accepts` takes; `regex` says so to an editor."""
    return Scalar(partial(_unlike_pattern, accepts, expected), pattern=regex)


def choice(*values: str) -> Scalar:
    """Make the shape of a word that is one of `values`."""
    accepts = values.__contains__
    expected = f"một trong các giá trị {', '.join(values)}"
    return Scalar(partial(_unlike_pattern, accepts, expected), choices=values)


@dataclass(frozen=True, slots=True)
class RecordReader:
    """A record whose shape was checked: a value that is absent or blank reads as nothing."""

    node: tree.Mapping = field(repr=False)

    @property
    def place(self) -> Text:
        """The text at which the record begins."""
        return self.node.place

    def optional(self, key: str) -> Text | None:
        """Give the words under `key`; None where absent, blank, or not words."""
        value = self._value(key)
        return value if isinstance(value, Text) and not value.is_blank else None

    def required(self, key: str) -> Text:
        """Give the words under `key`, which the shape requires."""
        text = self.optional(key)
        if text is None:
            message = f"{key}: the shape requires it"
            raise AssertionError(message)
        return text

    def figure(self, key: str) -> Decimal | None:
        """Give the figure under `key`; None where there is none."""
        value = parse_figure(self.words(key))
        return value if isinstance(value, Decimal) else None

    def words(self, key: str, default: str = "") -> str:
        """Give the words under `key` as a string, `default` where there are none."""
        text = self.optional(key)
        return default if text is None else text.value.strip()

    def integer(self, key: str, default: int = 0) -> int:
        """Give the whole number under `key`, whose digits the shape has checked."""
        return int(self.words(key) or default)

    def date(self, key: str) -> dt.date:
        """Give the date under `key`, which the shape requires."""
        value = parse_date(self.words(key))
        if value is None:
            message = f"{key}: the shape lets through what is no date"
            raise AssertionError(message)
        return value

    def texts(self, key: str) -> tuple[Text, ...]:
        """Give the list of words under `key`; words without a dash are a list of one."""
        value = self._value(key)
        items = value.items if isinstance(value, tree.Sequence) else (value,)
        return tuple(item for item in items if isinstance(item, Text) and not item.is_blank)

    def strings(self, key: str) -> tuple[str, ...]:
        """Give the list of words under `key` as strings."""
        return tuple(text.value.strip() for text in self.texts(key))

    def items(self, key: str) -> tuple["Text | RecordReader", ...]:
        """Give the list under `key` of words and records; blank words are left out."""
        value = self._value(key)
        items = value.items if isinstance(value, tree.Sequence) else (value,)
        words = (each for each in items if not (isinstance(each, Text) and each.is_blank))
        return tuple(
            RecordReader(each) if isinstance(each, tree.Mapping) else each
            for each in words
            if isinstance(each, tree.Mapping | Text)
        )

    def records(self, key: str) -> tuple["RecordReader", ...]:
        """Give the list of records under `key`."""
        value = self._value(key)
        items = value.items if isinstance(value, tree.Sequence) else ()
        return tuple(RecordReader(item) for item in items if isinstance(item, tree.Mapping))

    def record(self, key: str) -> "RecordReader | None":
        """Give the record under `key`; None where there is none."""
        value = self._value(key)
        return RecordReader(value) if isinstance(value, tree.Mapping) else None

    def _value(self, key: str) -> tree.Node | None:
        entry = self.node.entries.get(key)
        return None if entry is None else entry[1]
