"""A unit's `so-lieu.yaml`: one line a row, its cells in the order of the printed columns.

If a campaign has one form, its rows stand at the top; if it has several, under the form's id.
A long form may be typed group by group: under the id of any cell of the header stand the rows with
the columns of that group. A list takes a list of rows; a group of columns that repeats takes its
titles under its id.

Tried on forms of 5, 12 and 24 columns, against one key a cell and one mapping a row: a line that
looks like the printed row is compared with the paper at a glance, and its figures stand under
their heads; twenty-four columns do not fit a screen, so the paper's own groups part them; words
and dates of a list do not line up, so a list's row may name its columns.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.records.check import place
from baocao.load.records.file import read_root
from baocao.load.records.messages import unknown_key
from baocao.load.unit.cells import read_cells
from baocao.load.unit.figure_messages import (
    computed_row,
    form_rows_expected,
    group_rows_expected,
    heading_row,
    list_in_group,
    missing_form,
    unknown_row,
)
from baocao.load.unit.form_layout import FormLayout, read_layout
from baocao.load.yaml import tree
from baocao.load.yaml.messages import duplicate_cells, too_many_faults
from baocao.model.content import InputCell, RowCells, Statistics
from baocao.model.form import Column, Form, Row, RowRole
from baocao.model.text import Source, Text
from baocao.suggestion import closest

Faults = list[Diagnostic]
_NOT_TYPED = {RowRole.LIST: list_in_group, RowRole.HEADING: heading_row}


def read_statistics(
    path: Path, forms: Mapping[str, Form]
) -> tuple[Mapping[str, Statistics], tuple[Diagnostic, ...]]:
    """Read a unit's figures by form id; a row with any fault is left out of them."""
    source, root, diagnostics = read_root(path)
    if source is None or root is None:
        return {}, diagnostics
    faults: Faults = []
    if len(forms) == 1:
        (only,) = forms.values()
        statistics = {only.id: _read_form(source, only, root, faults)}
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
            yield key, _read_form(source, forms[key], value, faults)
        elif not _is_blank(value):
            if not isinstance(value, tree.Broken):
                faults.append(form_rows_expected(place(value), key))
            yield key, _unread(source, forms[key], key_text)


def _unread(source: Source, form: Form, key: Text) -> Statistics:
    """Return a form that counts as typed although none of it could be read."""
    rows = dict.fromkeys((row.id for row in form.rows if row.id), key)
    every = frozenset(column.id for column in form.typed_columns())
    return Statistics(form, source, rows, {}, dict.fromkeys(rows, every))


@dataclass(frozen=True, slots=True)
class _Line:
    """One row as typed: its key, its cells, the columns that they are for.

    `key` is the list's for a `row` of a list; the rows of a form are looked up by their key. The
    columns are None if they are all that the row has.
    """

    key: Text
    cells: tree.Node
    columns: tuple[Column, ...] | None = None
    row: Row | None = None


@dataclass(slots=True)
class _RowParts:
    """What is read of a row so far; its columns may stand under several groups.

    `places` are the keys under which each column was typed, `typed` the columns that count as
    typed. `cells` is None until a part could be read.
    """

    key: Text
    places: dict[str, Text] = field(default_factory=dict)
    typed: frozenset[str] = frozenset()
    cells: dict[str, InputCell] | None = None


def _read_form(source: Source, asked: Form, node: tree.Mapping, faults: Faults) -> Statistics:
    """Read how the unit lays a form out, then each row."""
    layout = read_layout(asked, node, faults)
    rows: dict[str, _RowParts] = {}
    meant: dict[str, Text] = {}
    for line in _lines(layout, node, faults):
        if _is_overfull(line, faults):
            break
        row = line.row or layout.row_named(line.key.value)
        if row is None:
            if not isinstance(line.cells, tree.Broken):
                faults.append(unknown_row(line.key, asked))
                meant[_row_meant(line.key, asked)] = line.key
        elif not row.role.is_typed:
            faults.append(_NOT_TYPED.get(row.role, computed_row)(line.key, row))
        else:
            parts = rows.setdefault(row.id, _RowParts(line.key))
            _read_line(line, row, parts, layout, faults)
    given = (row for row in layout.form.rows if row.role is RowRole.GIVEN and row.id in rows)
    keys = {row.id: rows[row.id].key for row in given}
    lists: dict[str, frozenset[str]] = dict.fromkeys(layout.lists, frozenset())
    return Statistics(
        form=layout.form,
        source=source,
        keys={**meant, **layout.keys, **keys},
        rows={
            name: RowCells(parts.key, parts.cells)
            for name, parts in rows.items()
            if parts.cells is not None
        },
        typed=lists | {name: parts.typed for name, parts in rows.items()},
        titles=layout.titles,
    )


def _lines(layout: FormLayout, node: tree.Mapping, faults: Faults) -> Iterator[_Line]:
    """Yield every row of a form's part of the file, those of lists and groups too."""
    for name, (key, value) in node.entries.items():
        if name in layout.lists:
            for number, item in enumerate(layout.lists[name], start=1):
                yield _Line(key, item, row=layout.form.rows_by_id[f"{name}_{number}"])
        elif name in layout.keys:
            continue
        elif columns := layout.form.typed_columns_under.get(name):
            if isinstance(value, tree.Mapping):
                for row_key, cells in value.entries.values():
                    yield _Line(row_key, cells, columns)
            elif not (isinstance(value, tree.Broken) or _is_blank(value)):
                faults.append(group_rows_expected(place(value), name))
        else:
            yield _Line(key, value)


def _is_blank(node: tree.Node) -> bool:
    return isinstance(node, Text) and node.is_blank


def _row_meant(key: Text, asked: Form) -> str:
    """Return the id of the row that a mistyped key is taken for, its own if there is none."""
    return closest(key.value, tuple(row.id for row in asked.typed_rows)) or key.value


def _is_overfull(line: _Line, faults: Faults) -> bool:
    """Return whether so much is wrong that reading stops, which is added once to the faults."""
    if len(faults) < tree.MAX_FAULTS:
        return False
    at = line.key if line.row is None else place(line.cells)
    last = too_many_faults(at.span, tree.MAX_FAULTS)
    if faults[-1].rule != last.rule:
        faults.append(last)
    return True


def _read_line(line: _Line, row: Row, parts: _RowParts, layout: FormLayout, faults: Faults) -> None:
    """Read the cells of a line into the parts of its row."""
    columns = line.columns or layout.form.typed_columns(row)
    names = line.cells.entries if isinstance(line.cells, tree.Mapping) else None
    given = [column for column in columns if names is None or column.id in names]
    again = [column for column in given if column.id in parts.places]
    if again:
        titles = tuple(layout.form.column_names[column.id] for column in again)
        faults.append(duplicate_cells(line.key, row, titles, parts.places[again[0].id]))
    parts.places = {column.id: line.key for column in given} | parts.places
    known = {column.id for column in columns}
    has_unknown = not known.issuperset(names or ())  # it may stand for one of the others
    parts.typed = frozenset(parts.places) | (known if has_unknown else frozenset())
    if not layout.has_known_columns:
        return
    cells = read_cells(row, line.cells, layout.form, columns, faults)
    if cells is not None and not again:
        parts.cells = {**(parts.cells or {}), **cells}
