"""`don-vi.yaml` or `don-vi.csv`: the units that must report."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from baocao import workspace
from baocao.diagnostics import Diagnostic, Diagnostics
from baocao.load.campaign.fast_units import csv_rows, fast_units, yaml_rows
from baocao.load.campaign.source import UnitsSource
from baocao.load.records.bind import bind
from baocao.load.records.check import check
from baocao.load.records.file import LIST_LIMIT, limited, read_record, read_source
from baocao.load.records.located import Located
from baocao.load.records.messages import (
    extra_csv_cell,
    missing_csv_column,
    two_unit_lists,
    unclosed_csv_quote,
    unknown_key,
)
from baocao.load.yaml import tree
from baocao.model.campaign import Unit
from baocao.model.record import ListOf, key, record_of
from baocao.model.text import Source, Text

_QUOTE = '"'
csv.field_size_limit(LIST_LIMIT)
KEY = "don_vi"
UNIT = record_of(Unit)


@dataclass(frozen=True, slots=True)
class UnitList:
    """The one key of `don-vi.yaml`."""

    units: tuple[Unit, ...] = key(KEY, "danh sách đơn vị", ListOf(UNIT))


def read_sound_units(
    folder: Path, levels: tuple[str, ...] | None, reporting_upwards: frozenset[str]
) -> dict[str, Unit] | None:
    """Read a list of units with nothing wrong in it; None if anything is, or `levels` is unknown.

    The CSV file goes before the YAML file; where both are, that is wrong.
    """
    path = _list_of(folder)
    if levels is None or path is None:
        return None
    source, faults = read_source(path, LIST_LIMIT)
    if source is None or faults:
        return None
    is_csv = path.name == workspace.UNITS_CSV
    rows = csv_rows(source.text, _delimiter(source.text)) if is_csv else yaml_rows(source.text, KEY)
    return fast_units(rows, levels, reporting_upwards)


def read_units(
    folder: Path, levels: tuple[str, ...] | None, reporting_upwards: frozenset[str]
) -> tuple[UnitsSource, tuple[Diagnostic, ...]]:
    """Read the list of units text by text, to find what is wrong and where.

    `levels` are the ids of the campaign's levels, None if they could not be read.
    """
    path = _list_of(folder)
    records: tuple[Located, ...] = ()
    faults: tuple[Diagnostic, ...]
    if path is None:
        faults = (two_unit_lists(folder / workspace.UNITS_CSV, workspace.UNITS_FILE),)
    elif path.name == workspace.UNITS_CSV:
        records, faults = _read_csv(path)
    else:
        root, faults = read_record(path, record_of(UnitList), LIST_LIMIT)
        records = () if root is None else Located(UnitList, root).records("units")
    return UnitsSource(records, levels, reporting_upwards), faults


def build_units(source: UnitsSource) -> dict[str, Unit]:
    """Build the units by id from a list without faults."""
    units = (bind(Unit, record.node) for record in source.records)
    return {unit.id: unit for unit in units}


def _list_of(folder: Path) -> Path | None:
    """Return the path of the list of units, None if there are two."""
    table, other = folder / workspace.UNITS_CSV, folder / workspace.UNITS_FILE
    if not table.is_file():
        return other
    return None if other.is_file() else table


def _read_csv(path: Path) -> tuple[tuple[Located, ...], tuple[Diagnostic, ...]]:
    """Read a CSV file whose first line names the keys, as a spreadsheet saves it."""
    source, faults = read_source(path, LIST_LIMIT)
    if source is None:
        return (), faults
    lines = source.text.splitlines(keepends=True)
    faults += tuple(_check_quotes(lines, source))
    if faults:
        return (), faults
    rows = tuple(_rows(source, lines))
    header = rows[0] if rows else ()
    faults += tuple(_check_header(source, header)) + tuple(_check_cells(rows))
    if faults:
        return (), faults
    keys = tuple(cell.value for cell in header)
    nodes = tuple(
        tree.Mapping(dict(zip(keys, zip(row, row, strict=True), strict=False)), row[0])
        for row in rows[1:]
    )
    return tuple(Located(Unit, node) for node in nodes), limited(
        fault for node in nodes for fault in check(node, UNIT, path.name)
    )


def _delimiter(text: str) -> str:
    """Return the delimiter of the first line; Vietnamese spreadsheets write semicolons."""
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _rows(source: Source, lines: list[str]) -> Iterator[tuple[Text, ...]]:
    """Yield the cells of each line that has any, with their places."""
    reader = csv.reader(lines, delimiter=_delimiter(source.text))
    for row in reader:
        position = source.start_of(min(reader.line_num, len(lines)))
        cells: list[Text] = []
        for value in row:
            found = source.text.find(value, position)
            position = position if found < 0 else found
            cells.append(Text(value.strip(), source, position, position + len(value)))
            position += len(value)
        if any(cell.value for cell in cells):
            yield tuple(cells)


def _check_header(source: Source, header: tuple[Text, ...]) -> Diagnostics:
    known = {cell.value for cell in header}
    for name, entry in UNIT.entries.items():
        if entry.required and name not in known:
            yield missing_csv_column(source.span(0, 1), name, entry.title)
    for cell in header:
        if cell.value not in UNIT.entries:
            yield unknown_key(cell, tuple(UNIT.entries))


def _check_quotes(lines: list[str], source: Source) -> Diagnostics:
    """Yield the first quote that its line does not close: from there lines would run together."""
    for number, line in enumerate(lines, start=1):
        if line.count(_QUOTE) % 2:
            start = source.start_of(number) + line.index(_QUOTE)
            yield unclosed_csv_quote(source.span(start, start + 1))
            return


def _check_cells(rows: tuple[tuple[Text, ...], ...]) -> Diagnostics:
    for row in rows[1:]:
        for cell in row[len(rows[0]) :]:
            if cell.value:
                yield extra_csv_cell(cell)
