"""Fast path for the unit list, without positions: a whole country in seconds.

Returns None on any error; `units` then reads the list again with positions, to say what is wrong.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Final

import yaml

from baocao.calc.cycles import cycles
from baocao.layout.typeface import is_covered
from baocao.model.campaign import Unit
from baocao.model.scalars import is_folder_id
from baocao.model.text import is_null

_REQUIRED: Final = frozenset(("ma", "ten", "cap", "dia_danh", "ky_hieu"))
_KEYS: Final = _REQUIRED | {"cap_tren"}
_OPENING = (
    *(yaml.StreamStartEvent, yaml.DocumentStartEvent, yaml.MappingStartEvent),
    *(yaml.ScalarEvent, yaml.SequenceStartEvent),
)
_CLOSING = (yaml.MappingEndEvent, yaml.DocumentEndEvent, yaml.StreamEndEvent, type(None))
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_QUOTE = '"'

Row = Mapping[str, str]


class UnlikeError(Exception):
    """The list has an error; caught here and in `units`."""


def fast_units(
    rows: Iterable[Row], levels: tuple[str, ...], reporting_upwards: frozenset[str]
) -> dict[str, Unit] | None:
    """Build the units by id from their rows; None on any error."""
    units: dict[str, Unit] = {}
    try:
        for row in rows:
            unit = _unit(row)
            if unit.id in units:
                return None
            units[unit.id] = unit
    except (UnlikeError, yaml.YAMLError, csv.Error):
        return None
    return units if units and _are_in_order(units, levels, reporting_upwards) else None


def yaml_rows(text: str, key: str) -> Iterator[Row]:
    """Yield the rows of a YAML file whose one key is `key`; raises `UnlikeError` on any other."""
    loader = yaml.CSafeLoader(text)
    try:
        for kind in _OPENING:
            event = loader.get_event()
            if type(event) is not kind or _is_marked(event):
                raise UnlikeError
            if type(event) is yaml.ScalarEvent and event.value != key:
                raise UnlikeError
        while type(event := loader.get_event()) is yaml.MappingStartEvent:
            yield _yaml_row(loader, event)
        closing = (type(event), *(type(loader.get_event()) for _ in _CLOSING))
        if closing != (yaml.SequenceEndEvent, *_CLOSING):
            raise UnlikeError
    finally:
        loader.dispose()


def csv_rows(text: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows of a CSV file by the keys in its first line, without blank ones.

    Raises `UnlikeError` where a line does not close its quotes, or has more cells than the first.
    """
    keys: list[str] = []
    for row in csv.reader(_lines(text), delimiter=delimiter):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        if not keys:
            keys = cells
            if len(set(keys)) < len(keys):
                raise UnlikeError
        elif any(cells[len(keys) :]):
            raise UnlikeError
        else:
            yield {
                key: "" if is_null(cell) else cell for key, cell in zip(keys, cells, strict=False)
            }


def _yaml_row(loader: yaml.CSafeLoader, start: yaml.MappingStartEvent) -> Row:
    if _is_marked(start):
        raise UnlikeError
    row: dict[str, str] = {}
    while type(key := loader.get_event()) is yaml.ScalarEvent:
        value = loader.get_event()
        if type(value) is not yaml.ScalarEvent or _is_marked(key) or _is_marked(value):
            raise UnlikeError
        if key.value in row or (value.style and is_null(value.value)):
            raise UnlikeError
        row[key.value] = "" if is_null(value.value) else value.value
    if type(key) is not yaml.MappingEndEvent:
        raise UnlikeError
    return row


def _is_marked(event: yaml.Event) -> bool:
    """Return whether an event has an anchor or a tag, which are refused."""
    return bool(getattr(event, "anchor", None) or getattr(event, "tag", None))


def _lines(text: str) -> Iterator[str]:
    for line in _LINE.finditer(text):
        if line[0].count(_QUOTE) % 2:
            raise UnlikeError
        yield line[0]


def _unit(row: Row) -> Unit:
    if not _REQUIRED <= row.keys() <= _KEYS:
        raise UnlikeError
    superior = row.get("cap_tren")
    return Unit(
        id=_id(row["ma"]),
        name=_words(row["ten"]),
        level=_shared_id(row["cap"]),
        superior=_shared_id(superior) if superior else None,
        place=_shared_words(row["dia_danh"]),
        symbol=_shared_words(row["ky_hieu"]),
    )


def _id(value: str) -> str:
    if not is_folder_id(value):
        raise UnlikeError
    return value


def _words(value: str) -> str:
    if not value or value != value.strip() or not is_covered(value):
        raise UnlikeError
    return value


_shared_id = lru_cache(maxsize=4096)(_id)  # levels and superiors: the same for many units, …
_shared_words = lru_cache(maxsize=4096)(_words)  # … which then hold one string


def _are_in_order(
    units: Mapping[str, Unit], levels: tuple[str, ...], reporting_upwards: frozenset[str]
) -> bool:
    """Return whether levels and superiors are known, and no unit is above itself."""
    superiors = {unit.superior for unit in units.values() if unit.superior is not None}
    if not superiors <= units.keys():
        return False
    above = {each: (units[each].superior or "",) for each in superiors}  # few: only they go round
    if any(cycles(above)):
        return False
    return all(
        unit.level in levels and (unit.superior or unit.level not in reporting_upwards)
        for unit in units.values()
    )
