"""A unit's own plan, `ke-hoach.yaml`, if it makes one.

The outline is the unit's own, and one text: its lines begin as an official types them on paper
(`I. `, `1. `, `1.1. `, `a) `, `* `, `- `), so a plan from Word can be pasted as it stands. Two
other notations were weighed against the national plan. Lists under a key `muc:` indent each level
by four blanks, and every item must choose between a text and a record. Marks such as `## ` give a
depth where a plan wants a style (`1.1.` and `a)` are equally deep in it), and look like notes,
which begin with `#` in all other places.

A number that is typed is compared with the one that is counted, and never printed: so nothing is
guessed, and a heading that was lost in copying comes to light.
"""

from dataclasses import replace
from pathlib import Path

from baocao.calc.free_outline import number_parts
from baocao.diagnostics import Diagnostic, Diagnostics
from baocao.layout.text_table import TEXT_WIDTH_MM, minimum_width_mm
from baocao.load.records.check import check
from baocao.load.unit.messages import (
    empty_item,
    item_without_parent,
    mixed_numbers,
    outline_run_together,
    table_after_mark,
    table_too_wide,
    table_without_rows,
    too_many_items,
    unclosed_reference,
    uneven_row,
    unknown_mark,
    wrong_number,
)
from baocao.load.unit.prose import unclosed_references, yaml_surprises
from baocao.load.unit.unit_file import open_unit_file
from baocao.load.yaml import tree
from baocao.model.campaign import Unit
from baocao.model.content import Plan
from baocao.model.free_outline import Mark, NumberedPart, OutlineProblem, TableRow
from baocao.model.paper import REFERENCE
from baocao.model.record import Record, keys_of, record_of
from baocao.model.text import Text

_FAULTS = {
    OutlineProblem.WRONG_NUMBER: wrong_number,
    OutlineProblem.MIXED: mixed_numbers,
    OutlineProblem.NO_PARENT: item_without_parent,
    OutlineProblem.TOO_MANY: too_many_items,
    OutlineProblem.STRANGE: unknown_mark,
    OutlineProblem.EMPTY: empty_item,
}
_LONGEST_FIGURE = "0.000.000"
_MARK, _OPENING = "*", "{{"
_ADDRESSEES, _ADDRESSEES_ENTRY = keys_of(Plan)["addressees"]
PLAN = Record({key: e for key, e in record_of(Plan).entries.items() if key != _ADDRESSEES}, Plan)
"""A plan addresses nobody (Decree 30/2020, Appendix I, II.9.a)."""


def read_plan(path: Path, unit: Unit) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Read a unit's plan; None if it wrote none, or if the file cannot be read at all."""
    if not path.exists():
        return None, ()
    file, faults = open_unit_file(path, unit, path.parent)
    if file is None:
        return None, faults
    file.report(_check(file.root, path.name))
    plan = file.paper(Plan, file.root, keys=file.keys)
    body = None if plan.body is None else plan.body.text
    if body is not None:
        plan = replace(plan, items=number_parts(body.value))
    prose = tuple(answer.text for answer in plan.prose())
    lines = (*plan.addressees, *plan.recipient_texts, *plan.abstract, *plan.bases)
    file.check_lines((*lines, *(text for text in prose if text is not body)))
    file.check_references(prose)
    if body is not None:
        file.report(_outline_faults(body, plan.items))
    return plan, tuple(file.faults)


def _check(root: tree.Mapping, name: str) -> Diagnostics:
    """Compare the file with its shape; that a plan addresses nobody is left to a rule."""
    addressees = root.value(_ADDRESSEES)
    if addressees is not None:
        yield from check(addressees, _ADDRESSEES_ENTRY.shape, _ADDRESSEES)
    others = {key: entry for key, entry in root.entries.items() if key != _ADDRESSEES}
    yield from check(tree.Mapping(others, root.place), PLAN, name)


def _outline_faults(text: Text, items: tuple[NumberedPart, ...]) -> Diagnostics:
    raw = text.source.text[text.start : text.end].strip()
    if text.joins_lines and "\n" in raw:
        yield outline_run_together(text)
        return
    yield from yaml_surprises((text,))
    yield from _torn_references(text, items)
    for item in items:
        if item.problem is not None:
            yield _FAULTS[item.problem](text, item)
        if item.part.mark is Mark.TABLE:
            yield from _table_faults(text, item.part.rows)


def _torn_references(text: Text, items: tuple[NumberedPart, ...]) -> Diagnostics:
    """Yield each part of the outline that ends before a `{{ … }}` does."""
    if any(unclosed_references(text)):
        return  # they have been reported
    for item in items:
        words = (item.part.words, *(cell for row in item.part.rows for cell in row.cells))
        if any(_OPENING in REFERENCE.sub("", each) for each in words):
            yield unclosed_reference(text, text.value.find(_OPENING, item.part.offset))


def _table_faults(text: Text, rows: tuple[TableRow, ...]) -> Diagnostics:
    head, *body = rows
    if not body:
        yield table_without_rows(text, head)
        return
    uneven = [row for row in body if len(row.cells) != len(head.cells)]
    yield from (uneven_row(text, row, head) for row in uneven)
    yield from (table_after_mark(text, row) for row in rows if _MARK in "".join(row.cells))
    if uneven:
        return
    cells = (tuple(REFERENCE.sub(_LONGEST_FIGURE, cell) for cell in row.cells) for row in rows)
    needed = minimum_width_mm(tuple(cells))
    if needed > TEXT_WIDTH_MM:
        yield table_too_wide(text, head, needed, TEXT_WIDTH_MM)
