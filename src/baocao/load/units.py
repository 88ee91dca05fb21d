"""`don-vi.yaml` or `don-vi.csv`: the units that must report."""

import csv
from collections.abc import Iterator
from pathlib import Path

from baocao import workspace
from baocao.diagnostics import Diagnostic
from baocao.load import tree
from baocao.load.file import LIST_LIMIT, read_record, read_source
from baocao.load.identifiers import FOLDER_ID, doubled
from baocao.load.shape import PRINTED, Entry, Fields, Many, Record, check
from baocao.model.campaign import Unit
from baocao.model.text import Source, Text
from baocao.rules import unknown_name, unknown_unit

UNIT = Record(
    {
        "ma": Entry(FOLDER_ID, "mã đơn vị, cũng là tên thư mục", required=True),
        "ten": Entry(PRINTED, "tên đơn vị", required=True),
        "cap": Entry(FOLDER_ID, "cấp", required=True),
        "cap_tren": Entry(FOLDER_ID, "mã đơn vị cấp trên"),
        "dia_danh": Entry(PRINTED, "địa danh ghi trước ngày tháng", required=True),
        "ky_hieu": Entry(PRINTED, "ký hiệu của đơn vị trong số văn bản", required=True),
    }
)
UNITS = Record({"don_vi": Entry(Many(UNIT), "danh sách đơn vị", required=True)})


def read_units(
    folder: Path, levels: tuple[str, ...]
) -> tuple[dict[str, Unit] | None, tuple[Diagnostic, ...]]:
    """Read the units by id, from the CSV file where there is one, else from the YAML file.

    `levels` are the ids of the campaign's levels. None where anything is wrong.
    """
    as_csv = folder / workspace.UNITS_CSV
    if as_csv.is_file():
        records, faults = _read_csv(as_csv)
    else:
        fields, faults = read_record(folder / workspace.UNITS_FILE, UNITS, LIST_LIMIT)
        records = () if fields is None else fields.records("don_vi")
    if faults:
        return None, faults
    faults = tuple(_check_names(records, levels))
    units = tuple(_unit(record) for record in records)
    return (None if faults else {unit.id: unit for unit in units}), faults


def _unit(fields: Fields) -> Unit:
    return Unit(
        id=fields.words("ma"),
        name=fields.words("ten"),
        level=fields.words("cap"),
        superior=fields.words("cap_tren") or None,
        place=fields.words("dia_danh"),
        symbol=fields.words("ky_hieu"),
    )


def _check_names(records: tuple[Fields, ...], levels: tuple[str, ...]) -> Iterator[Diagnostic]:
    yield from doubled(text for record in records if (text := record.optional("ma")) is not None)
    known = {record.words("ma"): None for record in records}
    for record in records:
        level, superior = record.optional("cap"), record.optional("cap_tren")
        if level is not None and level.value not in levels:
            yield unknown_name.fault(level, "cấp", levels)
        if superior is not None and superior.value not in known:
            yield unknown_unit.superior(superior, tuple(known))


def _read_csv(path: Path) -> tuple[tuple[Fields, ...], tuple[Diagnostic, ...]]:
    """Read a CSV file whose first line names the keys, as a spreadsheet saves it."""
    source, faults = read_source(path, LIST_LIMIT)
    if source is None:
        return (), faults
    lines = source.text.splitlines(keepends=True)
    delimiter = ";" if lines and lines[0].count(";") > lines[0].count(",") else ","
    reader = csv.reader(lines, delimiter=delimiter)
    header = next(reader, [])
    nodes = tuple(_row_as_mapping(source, header, row, reader.line_num) for row in reader if row)
    faults += tuple(fault for node in nodes for fault in check(node, UNIT, path.name))
    return tuple(Fields(node) for node in nodes), faults


def _row_as_mapping(source: Source, header: list[str], row: list[str], line: int) -> tree.Mapping:
    start = source.start_of(line)
    entries: dict[str, tuple[Text, tree.Node]] = {}
    position = start
    for key, value in zip(header, row, strict=False):
        found = source.text.find(value, position)
        position = position if found < 0 else found
        text = Text(value, source, position, position + len(value))
        entries[key.strip()] = (text, text)
        position += len(value)
    return tree.Mapping(entries, Text("", source, start, start))
