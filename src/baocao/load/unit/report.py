"""A unit's `bao-cao.yaml`: the document's head, and an answer under each section's key."""

from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.pictures.read import PICTURES, read_pictures
from baocao.load.records.check import check, place
from baocao.load.records.file import limited, read_root
from baocao.load.records.reader import RecordReader
from baocao.load.unit.answers import read_value, shapes
from baocao.load.unit.head import HEAD, read_head, read_signature, yaml_surprises
from baocao.load.unit.messages import unknown_section
from baocao.load.unit.narrative import references, unclosed_references
from baocao.load.yaml import tree
from baocao.model.campaign import Unit
from baocao.model.content import Report
from baocao.model.outline import Outline
from baocao.model.paper import Answer
from baocao.model.record import Key, Record, Shape
from baocao.model.scalars import LINE
from baocao.model.text import Text
from baocao.suggestion import closest

REPORT_HEAD = Record(
    {
        **HEAD.entries,
        "hinh": Key(
            PICTURES, "Hình ảnh, biểu đồ", "Mỗi hình gồm muc, tep, chu_thich, mo_ta; không có: ~."
        ),
    }
)


def read_report(
    path: Path, unit: Unit, outline: Outline
) -> tuple[Report | None, tuple[Diagnostic, ...]]:
    """Read a unit's report, which answers `outline`.

    What is wrong is left out of the report and given as diagnostics; None where the file as a
    whole cannot be read.
    """
    source, root, faults = read_root(path)
    if source is None or root is None:
        return None, faults
    expected = {blank.id: LINE for blank in outline.blanks} | shapes(outline)
    faults += limited(_check(root, expected))
    answers = dict(_read_answers(root, outline, expected))
    fields = RecordReader(root)
    typed = {blank.id: root.entries.get(blank.id, (None, None))[1] for blank in outline.blanks}
    blanks = {key: node for key, node in typed.items() if isinstance(node, Text)}
    head = read_head(fields)
    lines = (*head["addressees"], *head["recipient_texts"], *blanks.values())
    texts = tuple(answer.text for answer in answers.values() if answer.value is None)
    faults += tuple(yaml_surprises((*lines, *texts)))
    faults += limited(fault for text in texts for fault in unclosed_references(text))
    pictures, picture_faults = read_pictures(fields.records("hinh"), path.parent)
    signature, signature_faults = read_signature(fields, path.parent)
    faults += (*picture_faults, *signature_faults)
    report = Report(
        unit=unit,
        source=source,
        keys=_keys(root, tuple(expected)),
        blanks=blanks,
        answers=answers,
        **head,
        pictures=pictures,
        signature_image=signature,
    )
    return report, faults


def _keys(root: tree.Mapping, sections: tuple[str, ...]) -> Mapping[str, Text]:
    """Give the keys that were typed, a mistyped one also under the section that it is taken for."""
    keys = {key: text for key, (text, _) in root.entries.items()}
    known = (*sections, *REPORT_HEAD.entries)
    unknown = islice((key for key in keys if key not in known), tree.MAX_FAULTS)
    meant = {closest(key, known): keys[key] for key in unknown}
    return {key: text for key, text in meant.items() if key is not None} | keys


def _check(root: tree.Mapping, expected: Mapping[str, Shape]) -> Iterator[Diagnostic]:
    for key, (key_text, value) in root.entries.items():
        if isinstance(value, tree.Broken):
            continue
        if key in REPORT_HEAD.entries:
            yield from check(value, REPORT_HEAD.entries[key].shape, key)
        elif key in expected:
            yield from check(value, expected[key], key)
        else:
            yield unknown_section(key_text, tuple(expected), tuple(REPORT_HEAD.entries))


def _read_answers(
    root: tree.Mapping, outline: Outline, expected: Mapping[str, Shape]
) -> Iterator[tuple[str, Answer]]:
    """Give each answer that can be read; what is wrong in the others has been reported."""
    for section in outline.answered:
        key, value = root.entries.get(section.id or "", (None, None))
        if key is None or value is None:
            continue
        if section.is_prose:
            if isinstance(value, Text):
                yield key.value, Answer(key, value, references(value))
        elif not any(check(value, expected[key.value], key.value)) and not isinstance(
            value, tree.Broken
        ):
            yield key.value, Answer(key, place(value), value=read_value(section, value))
