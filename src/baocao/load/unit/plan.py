"""A unit's own plan, `ke-hoach.yaml`, which it writes only where it makes one.

The outline is the unit's own, and one text: its lines begin as an official types them on paper
(`I. `, `1. `, `1.1. `, `a) `, `* `, `- `), so a plan from Word can be pasted as it stands. Two
other notations were weighed against the national plan. Lists under a key `muc:` indent each level
by four blanks, and every item must choose between a text and a record. Marks such as `## ` give a
depth where a plan wants a style (`1.1.` and `a)` are equally deep in it), and look like notes,
which begin with `#` in all other places.

A number that is typed is compared with the one that is counted, and never printed: so nothing is
guessed, and a heading that was lost in copying comes to light.
"""

from collections.abc import Iterator
from pathlib import Path

from baocao.calc.free_outline import number_parts
from baocao.diagnostics import Diagnostic
from baocao.layout.text_table import TEXT_WIDTH_MM, minimum_width_mm
from baocao.load.records.check import check
from baocao.load.records.file import limited, read_root
from baocao.load.records.reader import RecordReader
from baocao.load.unit.head import HEAD, read_head, read_signature, yaml_surprises
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
from baocao.load.unit.narrative import references, unclosed_references
from baocao.load.yaml import tree
from baocao.model.campaign import Unit
from baocao.model.content import Plan
from baocao.model.free_outline import Mark, NumberedPart, OutlineProblem, TableRow
from baocao.model.paper import REFERENCE, Answer
from baocao.model.record import Key, ListOf, Record
from baocao.model.scalars import LINE, TEXT
from baocao.model.text import Text

_ADDRESSEES = "kinh_gui"
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
PLAN = Record(
    {
        **{key: entry for key, entry in HEAD.entries.items() if key != _ADDRESSEES},
        "trich_yeu": Key(
            ListOf(LINE, or_one=True), "Trích yếu", "Để ~ thì in trích yếu chung của đợt."
        ),
        "can_cu": Key(
            ListOf(LINE, or_one=True), "Căn cứ", "Mỗi dòng một căn cứ, không cần dấu ; ở cuối."
        ),
        "mo_dau": Key(TEXT, "Lời mở đầu", "Các đoạn văn trước mục I."),
        "noi_dung": Key(
            TEXT,
            "Nội dung kế hoạch",
            "Viết dưới dấu |, đầu mục ghi I., 1., 1.1., a), *, - như trên giấy.",
            required=True,
        ),
        "ket_thuc": Key(
            TEXT, "Lời kết", "Các đoạn văn sau mục cuối; để ~ thì in lời kết chung của đợt."
        ),
    }
)


def read_plan(path: Path, unit: Unit) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    """Read a unit's plan; None where it wrote none, or where the file cannot be read at all."""
    if not path.exists():
        return None, ()
    source, root, faults = read_root(path)
    if source is None or root is None:
        return None, faults
    faults += limited(_check(root, path.name))
    fields = RecordReader(root)
    head = read_head(fields)
    body = _answer(root, "noi_dung")
    signature, signature_faults = read_signature(fields, path.parent)
    faults += signature_faults
    plan = Plan(
        unit=unit,
        source=source,
        keys={key: text for key, (text, _) in root.entries.items()},
        abstract=fields.texts("trich_yeu"),
        bases=fields.texts("can_cu"),
        opening=_answer(root, "mo_dau"),
        body=body,
        closing=_answer(root, "ket_thuc"),
        items=() if body is None else number_parts(body.text.value),
        **head,
        signature_image=signature,
    )
    lines = (*head["addressees"], *head["recipient_texts"], *plan.abstract, *plan.bases)
    prose = tuple(answer.text for answer in plan.prose() if answer is not body)
    faults += tuple(yaml_surprises((*lines, *prose)))
    texts = (answer.text for answer in plan.prose())
    faults += limited(fault for text in texts for fault in unclosed_references(text))
    if body is not None:
        faults += limited(_outline_faults(body.text, plan.items))
    return plan, faults


def _check(root: tree.Mapping, name: str) -> Iterator[Diagnostic]:
    """Compare the file with its shape; that a plan addresses nobody is for a rule to say."""
    addressees = root.entries.get(_ADDRESSEES)
    if addressees is not None:
        yield from check(addressees[1], HEAD.entries[_ADDRESSEES].shape, _ADDRESSEES)
    others = {key: entry for key, entry in root.entries.items() if key != _ADDRESSEES}
    yield from check(tree.Mapping(others, root.place), PLAN, name)


def _answer(root: tree.Mapping, key: str) -> Answer | None:
    typed, value = root.entries.get(key, (None, None))
    if typed is None or not isinstance(value, Text) or value.is_blank:
        return None
    return Answer(typed, value, references(value))


def _outline_faults(text: Text, items: tuple[NumberedPart, ...]) -> Iterator[Diagnostic]:
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


def _torn_references(text: Text, items: tuple[NumberedPart, ...]) -> Iterator[Diagnostic]:
    """Give each part of the outline that ends before a `{{ … }}` does."""
    if any(unclosed_references(text)):
        return  # which has been reported
    for item in items:
        words = (item.part.words, *(cell for row in item.part.rows for cell in row.cells))
        if any(_OPENING in REFERENCE.sub("", each) for each in words):
            yield unclosed_reference(text, text.value.find(_OPENING, item.part.offset))


def _table_faults(text: Text, rows: tuple[TableRow, ...]) -> Iterator[Diagnostic]:
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
