"""A record as typed, before it is known to be sound: what is absent or of another shape is None."""

import datetime as dt
from dataclasses import dataclass, field

from baocao.load.yaml import tree
from baocao.model.text import Text
from baocao.vietnamese.dates import parse_date


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

    def words(self, key: str, default: str = "") -> str:
        """Give the words under `key` as a string, `default` where there are none."""
        text = self.optional(key)
        return default if text is None else text.stripped

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
        return tuple(text.stripped for text in self.texts(key))

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
