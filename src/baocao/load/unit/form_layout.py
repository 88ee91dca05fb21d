"""A form as one unit lays it out: the groups of columns that it repeats, the lists that it fills.

A group takes its titles under its id, a list its rows; both must be known before a row is read.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baocao.calc.form_expansion import expand
from baocao.diagnostics import Diagnostic
from baocao.load.records.check import place
from baocao.load.unit.figure_messages import (
    list_expected,
    titles_expected,
    wrong_group_count,
    wrong_row_count,
)
from baocao.load.yaml import tree
from baocao.model.form import Column, ColumnRole, Form, Row, RowRole
from baocao.model.text import Text

MOST_GROUPS = 60
"""The most times that a group of columns is repeated; a table of Word has 63 columns at most."""

MOST_ROWS = 5000
"""The most rows of a list whose form sets no limit."""

Faults = list[Diagnostic]


@dataclass(frozen=True, slots=True)
class FormLayout:
    """The form that the campaign `asked` for, and the `form` with the unit's groups and lists.

    `keys` are those of its groups and lists, whether they could be read or not. `lists` are the
    items of each list that could be read, by its row's id.
    """

    asked: Form
    form: Form
    keys: Mapping[str, Text]
    titles: tuple[Text, ...]
    lists: Mapping[str, tuple[tree.Node, ...]]
    has_known_columns: bool

    def row_named(self, name: str) -> Row | None:
        """Return the row that a key names; those of a list have no key."""
        asked = self.asked.rows_by_id.get(name)
        if asked is not None and asked.role is RowRole.LIST:
            return asked
        row = self.form.rows_by_id.get(name)
        return None if row is None or row.role is RowRole.ADDED else row


def read_layout(asked: Form, node: tree.Mapping, faults: Faults) -> FormLayout:
    """Read from a form's part of the file how the unit lays the form out."""
    group_keys = dict(_group_keys(asked, node))
    list_keys = dict(_list_keys(asked, node))
    groups = dict(_groups(asked, node, group_keys, faults))
    lists = dict(_lists(asked, node, list_keys, faults))
    names = {group: tuple(title.stripped for title in titles) for group, titles in groups.items()}
    labels = {row: _labels(asked, items) for row, items in lists.items()}
    return FormLayout(
        asked=asked,
        form=expand(asked, names, labels),
        keys=group_keys | list_keys,
        titles=tuple(title for titles in groups.values() for title in titles),
        lists=lists,
        has_known_columns=groups.keys() == group_keys.keys(),
    )


def _group_keys(asked: Form, node: tree.Mapping) -> Iterator[tuple[str, Text]]:
    """Yield each repeatable group whose titles were typed, not rows of figures."""
    for cell in (cell for column in asked.columns for cell in column.walk()):
        key, value = node.entries.get(cell.id, (None, None))
        if cell.repeated and key and not isinstance(value, tree.Mapping | tree.Broken):
            yield cell.id, key


def _list_keys(asked: Form, node: tree.Mapping) -> Iterator[tuple[str, Text]]:
    for row in asked.rows:
        if row.role is RowRole.LIST and row.id in node.entries:
            yield row.id, node.entries[row.id][0]


def _groups(
    asked: Form, node: tree.Mapping, keys: Mapping[str, Text], faults: Faults
) -> Iterator[tuple[str, tuple[Text, ...]]]:
    """Yield the titles under which the unit repeats each group of columns."""
    for cell in (cell for column in asked.columns for cell in column.walk()):
        if cell.id not in keys:
            continue
        key, value = keys[cell.id], node.value(cell.id)
        items = value.items if isinstance(value, tree.Sequence) else ()
        titles = tuple(each for each in items if isinstance(each, Text) and not each.is_blank)
        if len(titles) > MOST_GROUPS:
            faults.append(wrong_group_count(key, cell.title, len(titles), MOST_GROUPS))
        elif titles and len(titles) == len(items):
            yield cell.id, titles
        else:
            faults.append(titles_expected(key, cell.id))


def _lists(
    asked: Form, node: tree.Mapping, keys: Mapping[str, Text], faults: Faults
) -> Iterator[tuple[str, tuple[tree.Node, ...]]]:
    """Yield the items of each list; a blank item is a row without numbers."""
    for row in asked.rows:
        value = node.value(row.id)
        if row.id not in keys or value is None or isinstance(value, tree.Broken):
            continue
        items = _items(value)
        if items is None:
            faults.append(list_expected(place(value), row))
            continue
        most = row.max_rows or MOST_ROWS
        if not row.min_rows <= len(items) <= most:
            faults.append(wrong_row_count(keys[row.id], row, len(items), most))
        if len(items) <= max(most, MOST_ROWS):
            yield row.id, items


def _items(value: tree.Node) -> tuple[tree.Node, ...] | None:
    if isinstance(value, tree.Sequence):
        return value.items
    return () if isinstance(value, Text) and value.is_blank else None


def _labels(asked: Form, items: tuple[tree.Node, ...]) -> tuple[tuple[str, ...], ...]:
    """Return what each item of a list has in the label columns."""
    columns = [c for c in asked.leaves if c.role.is_typed or c.role is ColumnRole.LABEL]
    labels = [place for place, column in enumerate(columns) if column.role is ColumnRole.LABEL]
    return tuple(tuple(_label(item, columns, place) for place in labels) for item in items)


def _label(item: tree.Node, columns: list[Column], place: int) -> str:
    found: tree.Node | None = None
    if isinstance(item, tree.Sequence) and place < len(item.items):
        found = item.items[place]
    elif isinstance(item, tree.Mapping):
        found = item.value(columns[place].id)
    return found.stripped if isinstance(found, Text) and not found.is_blank else ""
