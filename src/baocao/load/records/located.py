"""A record as typed, before it is known to be sound, read by the fields that declare its keys."""

from dataclasses import dataclass

from baocao.load.yaml import tree
from baocao.model.record import ListOf, Record, ScalarOrRecord, Shape, keys_of
from baocao.model.text import Text


@dataclass(frozen=True, slots=True)
class Located:
    """A mapping that will become a `cls`; what is absent or of another shape is None or empty."""

    cls: type
    node: tree.Mapping

    def text(self, field: str) -> Text | None:
        value = self._value(field)
        return value if isinstance(value, Text) and not value.is_blank else None

    def word(self, field: str) -> str:
        """Return the text's value, empty if there is none."""
        text = self.text(field)
        return "" if text is None else text.stripped

    def texts(self, field: str) -> tuple[Text, ...]:
        """Return a list's texts in the file's order, also those of items that may be records."""
        value = self._value(field)
        items = value.items if isinstance(value, tree.Sequence) else (value,)
        if not isinstance(self._item_shape(field), ScalarOrRecord):
            items = tuple(each for each in items if isinstance(each, Text))
        return tuple(text for each in items for text in tree.texts(each))

    def words(self, field: str) -> tuple[str, ...]:
        return tuple(text.stripped for text in self.texts(field))

    def record(self, field: str) -> "Located | None":
        return next(iter(self.records(field)), None)

    def records(self, field: str) -> tuple["Located", ...]:
        shape = self._item_shape(field)
        value = self._value(field)
        items = value.items if isinstance(value, tree.Sequence) else (value,)
        if not isinstance(shape, Record) or shape.cls is None:
            return ()
        return tuple(Located(shape.cls, each) for each in items if isinstance(each, tree.Mapping))

    def _item_shape(self, field: str) -> Shape:
        _, key = keys_of(self.cls)[field]
        return key.shape.item if isinstance(key.shape, ListOf) else key.shape

    def _value(self, field: str) -> tree.Node | None:
        name, _ = keys_of(self.cls)[field]
        return self.node.entries.get(name, (None, None))[1]
