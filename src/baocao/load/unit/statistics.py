"""A unit's `so-lieu.yaml`: one line a row, its cells in the order of the printed columns.

Where a campaign has one form, the rows stand at the top; where it has several, under the form's id.
A long form may be typed group by group: under the id of any cell of the header stand the rows with
the columns of that group. A list takes a list of rows; a group of columns that repeats takes its
titles under its id.

Tried on forms of 5, 12 and 24 columns, against one key a cell and one mapping a row: a line that
looks like the printed row is compared with the paper at a glance, and its figures stand under
their heads; twenty-four columns do not fit a screen, so the paper's own groups part them; words
and dates of a list do not line up, so a list's row may name its columns.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from baocao.calc.form_expansion import expand
from baocao.diagnostics import Diagnostic
from baocao.load.records.check import place
from baocao.load.records.file import read_root
from baocao.load.records.messages import unknown_key, wrong_shape
from baocao.load.unit.cells import read_cells
from baocao.load.unit.figure_messages import (
    computed_row,
    heading_row,
    list_in_group,
    missing_form,
    unknown_row,
    wrong_group_count,
    wrong_row_count,
)
from baocao.load.yaml import tree
from baocao.load.yaml.messages import duplicate_cells, too_many_faults
from baocao.model.content import RowCells, Statistics
from baocao.model.form import Column, ColumnRole, Form, Row, RowRole
from baocao.model.text import Source, Text
from baocao.suggestion import closest

Faults = list[Diagnostic]
MOST_GROUPS = 60
"""The most times that a group of columns is repeated; a table of Word has 63 columns at most."""

MOST_ROWS = 5000
"""The most rows of a list whose form sets no limit."""

_LIST_ADVICE = "Đề nghị viết mỗi dòng một mục, đầu dòng có dấu gạch; không có mục nào thì viết ~."
_BLOCK_ADVICE = "Đề nghị viết các chỉ tiêu của nhóm cột ở các dòng dưới, thụt vào hai ô."
_TITLES_ADVICE = "Đề nghị viết tên các nhóm trong ngoặc vuông, hoặc viết từng chỉ tiêu ở dưới."


def read_statistics(
    path: Path, forms: Mapping[str, Form]
) -> tuple[Mapping[str, Statistics], tuple[Diagnostic, ...]]:
    """Read a unit's figures by form id; a row with any fault is left out of them."""
    source, root, diagnostics = read_root(path)
    if source is None or root is None:
        return {}, diagnostics
    faults: Faults = []
    if len(forms) == 1:
        only = next(iter(forms.values()))
        statistics = {only.id: _FormReader(source, only, root, faults).read()}
    else:
        statistics = dict(_read_forms(source, forms, root, faults))
        if statistics or not faults:
            absent = (form for form in forms.values() if form.id not in statistics)
            faults += (missing_form(source.span(0, 1), form) for form in absent)
    return statistics, diagnostics + tuple(faults)


def _read_forms(
    source: Source, forms: Mapping[str, Form], root: tree.Mapping, faults: Faults
) -> Iterator[tuple[str, Statistics]]:
    for key, (key_text, value) in root.entries.items():
        if key not in forms:
            faults.append(unknown_key(key_text, tuple(forms)))
        elif isinstance(value, tree.Mapping):
            yield key, _FormReader(source, forms[key], value, faults).read()
        elif not (isinstance(value, Text) and value.is_blank):
            if not isinstance(value, tree.Broken):
                advice = "Đề nghị viết các chỉ tiêu của biểu ở các dòng dưới, thụt vào hai ô."
                faults.append(wrong_shape(place(value).span, key, "một nhóm chỉ tiêu", advice))
            form = forms[key]
            rows = dict.fromkeys((row.id for row in form.rows if row.id), key_text)
            every = frozenset(column.id for column in form.typed_columns())
            typed = dict.fromkeys(rows, every)  # typed, though none could be read
            yield key, Statistics(form, source, rows, {}, typed)


def unlike_titles(at: Text, branch_id: str) -> Diagnostic:
    """Report that a group of columns that repeats has something else than titles under its id."""
    return wrong_shape(at.span, branch_id, "tên các nhóm cột", _TITLES_ADVICE)


def unlike_list(at: Text, row: Row) -> Diagnostic:
    """Report that a list of rows is no list."""
    return wrong_shape(at.span, row.id, "một danh sách", _LIST_ADVICE)


def unlike_block(at: Text, block_id: str) -> Diagnostic:
    """Report that a group of columns has something else than rows under its id."""
    return wrong_shape(at.span, block_id, "một nhóm chỉ tiêu", _BLOCK_ADVICE)


class _FormReader:
    """Reads one form's part of the file, first what lays the form out, then its rows."""

    def __init__(self, source: Source, form: Form, node: tree.Mapping, faults: Faults) -> None:
        self._source = source
        self._node = node
        self._faults = faults
        self._asked = form
        self._form = form
        self._keys: dict[str, Text] = {}
        self._meant: dict[str, Text] = {}
        self._typed: dict[str, frozenset[str]] = {}
        self._places: dict[str, dict[str, Text]] = {}  # by row and column, under which key
        self._titles: tuple[Text, ...] = ()
        self._is_counted = True  # whether it is known how many columns there are
        self._rows: dict[str, RowCells] = {}

    def read(self) -> Statistics:
        groups, lists = dict(self._groups()), dict(self._lists())
        labels = {list_id: self._labels(items) for list_id, items in lists.items()}
        self._form = expand(self._asked, groups, labels)
        read = {*groups, *lists, *self._keys}
        self._is_counted = all(
            cell.id in groups or cell.id not in self._keys
            for column in self._asked.columns
            for cell in column.walk()
            if cell.repeated
        )
        for key, (key_text, value) in self._node.entries.items():
            if key in lists:
                self._read_list(key_text, lists[key])
            elif key in read:
                continue
            elif block := self._form.typed_columns_under.get(key):
                self._read_block(key_text, value, block)
            else:
                self._read_row(key_text, value, None)
        keys = self._meant | self._keys
        return Statistics(self._form, self._source, keys, self._rows, self._typed, self._titles)

    def _groups(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Give the titles under which the unit repeats each group of columns."""
        for cell in (cell for column in self._asked.columns for cell in column.walk()):
            key, value = self._node.entries.get(cell.id, (None, None))
            if not cell.repeated or key is None or isinstance(value, tree.Mapping | tree.Broken):
                continue
            self._keys[cell.id] = key
            items = value.items if isinstance(value, tree.Sequence) else ()
            titles = tuple(i for i in items if isinstance(i, Text) and not i.is_blank)
            if len(titles) > MOST_GROUPS:
                fault = wrong_group_count(key, cell.title, len(titles), MOST_GROUPS)
                self._faults.append(fault)
            elif titles and len(titles) == len(items):
                self._titles += titles
                yield cell.id, tuple(title.stripped for title in titles)
            else:
                self._faults.append(unlike_titles(key, cell.id))

    def _lists(self) -> Iterator[tuple[str, tuple[tree.Node, ...]]]:
        """Give the items of each list; blank ones hold the place of a row of their own."""
        for row in self._asked.rows:
            key, value = self._node.entries.get(row.id, (None, None))
            if row.role is not RowRole.LIST or key is None:
                continue
            self._keys[row.id] = key
            if isinstance(value, tree.Broken):
                continue
            if isinstance(value, Text) and value.is_blank:
                value = tree.Sequence((), value)
            if not isinstance(value, tree.Sequence):
                self._faults.append(unlike_list(place(value) if value is not None else key, row))
                continue
            most = row.max_rows or MOST_ROWS
            if not row.min_rows <= len(value.items) <= most:
                fault = wrong_row_count(key, row, len(value.items), most)
                self._faults.append(fault)
            if len(value.items) <= max(most, MOST_ROWS):
                self._typed[row.id] = frozenset()
                yield row.id, value.items

    def _labels(self, items: tuple[tree.Node, ...]) -> tuple[tuple[str, ...], ...]:
        """Give what each item of a list says in the label columns."""
        leaves = self._asked.leaves
        columns = [leaf for leaf in leaves if leaf.role.is_typed or leaf.role is ColumnRole.LABEL]
        labels = [place for place, leaf in enumerate(columns) if leaf.role is ColumnRole.LABEL]
        return tuple(tuple(_label(item, columns, place) for place in labels) for item in items)

    def _is_overfull(self, at: Text) -> bool:
        """Tell whether so much is wrong that nothing more is read; say so once."""
        if len(self._faults) < tree.MAX_FAULTS:
            return False
        last = too_many_faults(at.span, tree.MAX_FAULTS)
        if self._faults[-1].rule != last.rule:
            self._faults.append(last)
        return True

    def _read_list(self, key_text: Text, items: tuple[tree.Node, ...]) -> None:
        for number, item in enumerate(items, start=1):
            row = self._form.rows_by_id[f"{key_text.value}_{number}"]
            if self._is_overfull(place(item)):
                break
            self._read_cells(key_text, row, item, self._form.typed_columns(row))

    def _read_block(self, key_text: Text, value: tree.Node, columns: tuple[Column, ...]) -> None:
        if isinstance(value, tree.Broken):
            return
        if isinstance(value, Text) and value.is_blank:
            return
        if not isinstance(value, tree.Mapping):
            self._faults.append(unlike_block(place(value), key_text.value))
            return
        for row_key, row_value in value.entries.values():
            self._read_row(row_key, row_value, columns)

    def _read_row(self, key: Text, value: tree.Node, columns: tuple[Column, ...] | None) -> None:
        if self._is_overfull(key):
            return
        row = self._form.rows_by_id.get(key.value)
        asked = self._asked.rows_by_id.get(key.value)
        if asked is not None and asked.role is RowRole.LIST:
            self._faults.append(list_in_group(key, asked))
        elif row is None or row.role is RowRole.ADDED:
            if not isinstance(value, tree.Broken):
                self._faults.append(unknown_row(key, self._asked))
                known = tuple(row.id for row in self._asked.typed_rows)
                self._meant[closest(key.value, known) or key.value] = key
        elif row.role is RowRole.HEADING:
            self._faults.append(heading_row(key, row))
        elif not row.role.is_typed:
            self._faults.append(computed_row(key, row))
        else:
            self._keys.setdefault(row.id, key)
            self._read_cells(key, row, value, columns or self._form.typed_columns(row))

    def _read_cells(
        self, key: Text, row: Row, value: tree.Node, columns: tuple[Column, ...]
    ) -> None:
        names = value.entries if isinstance(value, tree.Mapping) else None
        given = [column for column in columns if names is None or column.id in names]
        places = self._places.setdefault(row.id, {})
        again = [column for column in given if column.id in places]
        if again:
            titles = tuple(self._form.column_names[column.id] for column in again)
            self._faults.append(duplicate_cells(key, row, titles, places[again[0].id]))
        places.update({column.id: key for column in given if column.id not in places})
        known = {column.id for column in columns}
        unknown = not known.issuperset(names or ())  # it may stand for one of the others
        self._typed[row.id] = frozenset(places) | (known if unknown else frozenset())
        cells = None
        if self._is_counted:
            cells = read_cells(row, value, self._form, columns, self._faults)
        if cells is not None and not again:
            before = self._rows[row.id].cells if row.id in self._rows else {}
            self._rows[row.id] = RowCells(self._keys.get(row.id, key), {**before, **cells})


def _label(item: tree.Node, columns: list[Column], place: int) -> str:
    found: tree.Node | None = None
    if isinstance(item, tree.Sequence) and place < len(item.items):
        found = item.items[place]
    elif isinstance(item, tree.Mapping) and columns[place].id in item.entries:
        found = item.entries[columns[place].id][1]
    return found.stripped if isinstance(found, Text) and not found.is_blank else ""
