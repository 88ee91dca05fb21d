"""Compares a node with the shape that its record declares; finds every difference."""

from collections.abc import Callable, Mapping

from baocao.diagnostics import Diagnostic, Diagnostics
from baocao.load.records.coverage import uncovered_characters
from baocao.load.records.messages import (
    colon_makes_key,
    curly_quotes,
    malformed_date,
    malformed_number,
    malformed_value,
    missing_key,
    several_lines,
    unknown_key,
    wrong_shape,
)
from baocao.load.yaml import tree
from baocao.model.paper import DOCUMENT_NUMBER
from baocao.model.record import ListOf, Record, Recursive, Scalar, ScalarOrRecord, Shape
from baocao.model.scalars import DATE, LINE, PRINTED
from baocao.model.text import Text

_WORDS = "một lời văn"
_CURLY_QUOTES = ("“", "”", "‘", "’")
_ADVICE_WORDS = "Đề nghị viết lời văn ngay sau dấu hai chấm, hoặc dưới dấu |."
_ADVICE_LIST = "Đề nghị viết mỗi dòng một ý, đầu dòng có dấu gạch và một dấu cách."
_ADVICE_RECORD = "Đề nghị viết mỗi dòng một khóa dạng «khóa: giá trị», thụt vào bằng nhau."


def check(node: tree.Node, shape: Shape, name: str) -> Diagnostics:
    """Yield each difference between a node, which the file calls `name`, and its shape."""
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
    """Return the text at which a node begins."""
    return node if isinstance(node, Text) else node.place


def _check_words(node: tree.Node, shape: Scalar, name: str) -> Diagnostics:
    if not isinstance(node, Text):
        yield wrong_shape(place(node).span, name, _WORDS, _ADVICE_WORDS)
    elif not node.is_blank:
        found = problem(node, shape)
        if found is not None:
            yield found


def _check_many(node: tree.Node, shape: ListOf, name: str) -> Diagnostics:
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
    """Return whether a list's item is words that a colon made a key."""
    if not isinstance(item, tree.Mapping) or len(item.entries) != 1:
        return False
    keys = shape.record.entries if isinstance(shape, ScalarOrRecord) else {}
    if not isinstance(shape, Scalar | ScalarOrRecord) or not keys.keys().isdisjoint(item.entries):
        return False
    return not item.place.source.text.startswith("{", item.place.start)


def _check_record(node: tree.Node, shape: Record, name: str) -> Diagnostics:
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


def problem(text: Text, shape: Scalar) -> Diagnostic | None:
    """Return what is wrong with a text that is not blank, None for one that will do."""
    if shape.problem is not None:
        return shape.problem(text)
    find = _FINDERS.get(shape.rule)
    if find is not None:
        return find(text)
    if shape.read(text) is not None:
        return None
    sentence = _UNREADABLE.get(shape.rule)
    return malformed_value(text, shape.expected) if sentence is None else sentence(text)


def _unprintable(text: Text) -> Diagnostic | None:
    return next(uncovered_characters(text), None)


def _unlike_line(text: Text) -> Diagnostic | None:
    if "\n" in text.stripped:
        return several_lines(text)
    if text.value[:1] in _CURLY_QUOTES:
        return curly_quotes(text)
    return None


_FINDERS: Mapping[str, Callable[[Text], Diagnostic | None]] = {
    LINE.rule: _unlike_line,
    PRINTED.rule: _unprintable,
}
_UNREADABLE: Mapping[str, Callable[[Text], Diagnostic]] = {
    DATE.rule: malformed_date,
    DOCUMENT_NUMBER.rule: malformed_number,
}
