"""A unit's `bao-cao.yaml`: the document's head, and an answer under each section's key."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

from baocao.diagnostics import Diagnostic, Diagnostics
from baocao.load.pictures.read import read_pictures
from baocao.load.records.check import check, place
from baocao.load.unit.answers import read_value, shapes
from baocao.load.unit.messages import unknown_section
from baocao.load.unit.unit_file import open_unit_file
from baocao.load.yaml import tree
from baocao.model.campaign import Unit
from baocao.model.content import Report
from baocao.model.outline import Outline
from baocao.model.paper import Answer
from baocao.model.record import Shape, record_of
from baocao.model.scalars import LINE
from baocao.model.text import Text
from baocao.suggestion import closest

REPORT_HEAD = record_of(Report)


def read_report(
    path: Path, unit: Unit, outline: Outline
) -> tuple[Report | None, tuple[Diagnostic, ...]]:
    """Read a unit's report, which answers `outline`; None if it cannot be read at all.

    What is wrong is left out of the report.
    """
    file, faults = open_unit_file(path, unit, path.parent)
    if file is None:
        return None, faults
    expected = {blank.id: LINE for blank in outline.blanks} | shapes(outline)
    file.report(_check(file.root, expected))
    report = file.paper(
        Report,
        file.root,
        keys=_with_keys_meant(file.keys, tuple(expected)),
        blanks=dict(_read_blanks(file.root, outline)),
        answers=dict(_read_answers(file.root, outline, expected)),
    )
    prose = tuple(answer.text for answer in report.answers.values() if answer.value is None)
    lines = (*report.addressees, *report.recipient_texts, *report.blanks.values())
    file.check_lines((*lines, *prose))
    file.check_references(prose)
    pictures, picture_faults = read_pictures(report.pictures, file.folder)
    return replace(report, pictures=pictures), (*file.faults, *picture_faults)


def _with_keys_meant(keys: dict[str, Text], sections: tuple[str, ...]) -> Mapping[str, Text]:
    """Add each mistyped key under the section that it is taken for."""
    known = (*sections, *REPORT_HEAD.entries)
    unknown = islice((key for key in keys if key not in known), tree.MAX_FAULTS)
    meant = {closest(key, known): keys[key] for key in unknown}
    return {key: text for key, text in meant.items() if key is not None} | keys


def _check(root: tree.Mapping, expected: Mapping[str, Shape]) -> Diagnostics:
    for key, (key_text, value) in root.entries.items():
        if isinstance(value, tree.Broken):
            continue
        if key in REPORT_HEAD.entries:
            yield from check(value, REPORT_HEAD.entries[key].shape, key)
        elif key in expected:
            yield from check(value, expected[key], key)
        else:
            yield unknown_section(key_text, tuple(expected), tuple(REPORT_HEAD.entries))


def _read_blanks(root: tree.Mapping, outline: Outline) -> Iterator[tuple[str, Text]]:
    for blank in outline.blanks:
        typed = root.value(blank.id)
        if isinstance(typed, Text):
            yield blank.id, typed


def _read_answers(
    root: tree.Mapping, outline: Outline, expected: Mapping[str, Shape]
) -> Iterator[tuple[str, Answer]]:
    """Yield each answer that can be read; what is wrong in the others has been reported."""
    for section in outline.answered:
        key, value = root.entries.get(section.id or "", (None, None))
        if key is None or value is None:
            continue
        if section.is_prose:
            if isinstance(value, Text):
                yield key.value, Answer(key, value)
        elif not any(check(value, expected[key.value], key.value)) and not isinstance(
            value, tree.Broken
        ):
            yield key.value, Answer(key, place(value), read_value(section, value))
