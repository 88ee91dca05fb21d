"""A unit's `bao-cao.yaml`: the document's head, and an answer under each section's key."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load import tree
from baocao.load.answers import read_value, shapes
from baocao.load.file import capped, read_root
from baocao.load.narrative import references, unclosed_references
from baocao.load.shape import (
    DATE,
    LETTER,
    LINE,
    Entry,
    Fields,
    Many,
    Record,
    Shape,
    Words,
    check,
    place,
)
from baocao.model.campaign import Unit
from baocao.model.content import Answer, DocumentDate, DocumentNumber, Report
from baocao.model.outline import Outline
from baocao.model.text import Text
from baocao.rules import malformed_number, text_cut_by_hash, text_run_together, unknown_section
from baocao.suggestion import nearest
from baocao.vietnamese.dates import parse_date

_NUMBER = re.compile(r"(?P<figure>0{0,5}[1-9][0-9]{0,5})(/(?P<symbol>[^\W\d_]+(-[^\W\d_]+)*))?")
_JOINED_ITEM = re.compile(r"\S[ \t]*\n[ \t]*[-+] ")


def _unlike_number(text: Text) -> Diagnostic | None:
    return None if _NUMBER.fullmatch(text.value.strip()) else malformed_number.fault(text)


HEAD = Record(
    {
        "so": Entry(
            Words(_unlike_number, pattern=rf"^[0-9]{{1,6}}(/{LETTER}+(-{LETTER}+)*)?$"),
            "Số văn bản",
            "Ví dụ 45 hoặc 45/BC-LĐLĐ; chưa có số thì viết ~.",
        ),
        "ngay": Entry(DATE, "Ngày ký văn bản", "Ví dụ 25/8/2017; chưa có ngày thì viết ~."),
        "nguoi_ky": Entry(LINE, "Họ và tên người ký", "Không ghi học hàm, học vị."),
        "chuc_vu": Entry(LINE, "Chức vụ người ký", "Để trống thì người đứng đầu ký."),
        "kinh_gui": Entry(
            Many(LINE, or_one=True), "Kính gửi", "Chỉ ghi khi khác với nơi gửi chung của cấp."
        ),
        "noi_nhan": Entry(Many(LINE), "Nơi nhận", "Mỗi dòng một nơi, dòng cuối là Lưu: VT, …"),
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
    faults += capped(_check(root, expected))
    answers = dict(_read_answers(root, outline, expected))
    fields = Fields(root)
    typed = {blank.id: root.entries.get(blank.id, (None, None))[1] for blank in outline.blanks}
    blanks = {key: node for key, node in typed.items() if isinstance(node, Text)}
    lists = fields.texts("kinh_gui") + fields.texts("noi_nhan") + tuple(blanks.values())
    texts = tuple(answer.text for answer in answers.values() if answer.value is None)
    faults += tuple(_cut((*lists, *texts)))
    faults += tuple(_run_together((*lists, *texts)))
    faults += capped(fault for text in texts for fault in unclosed_references(text))
    report = Report(
        unit=unit,
        source=source,
        keys=_keys(root, tuple(expected)),
        number=_number(fields.optional("so")),
        date=_date(fields.optional("ngay")),
        signer=fields.optional("nguoi_ky"),
        position=fields.optional("chuc_vu"),
        addressees=fields.texts("kinh_gui"),
        recipients=_listed(root, "noi_nhan"),
        blanks=blanks,
        answers=answers,
    )
    return report, faults


def _keys(root: tree.Mapping, sections: tuple[str, ...]) -> Mapping[str, Text]:
    """Give the keys that were typed, a mistyped one also under the section that it is taken for."""
    keys = {key: text for key, (text, _) in root.entries.items()}
    known = (*sections, *HEAD.entries)
    unknown = islice((key for key in keys if key not in known), tree.MAX_FAULTS)
    meant = {nearest(key, known): keys[key] for key in unknown}
    return {key: text for key, text in meant.items() if key is not None} | keys


def _check(root: tree.Mapping, expected: Mapping[str, Shape]) -> Iterator[Diagnostic]:
    for key, (key_text, value) in root.entries.items():
        if isinstance(value, tree.Broken):
            continue
        if key in HEAD.entries:
            yield from check(value, HEAD.entries[key].shape, key)
        elif key in expected:
            yield from check(value, expected[key], key)
        else:
            yield unknown_section.fault(key_text, tuple(expected), tuple(HEAD.entries))


def _read_answers(
    root: tree.Mapping, outline: Outline, expected: Mapping[str, Shape]
) -> Iterator[tuple[str, Answer]]:
    """Give each answer that can be read; what is wrong in the others has been reported."""
    for section in outline.answered():
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


def _listed(root: tree.Mapping, key: str) -> tuple[Text, ...]:
    """Give a list of words; nothing where any of it could not be read, which has been reported."""
    _, node = root.entries.get(key, (None, None))
    items = node.items if isinstance(node, tree.Sequence) else ()
    words = tuple(item for item in items if isinstance(item, Text))
    return tuple(word for word in words if not word.is_blank) if len(words) == len(items) else ()


def _run_together(texts: tuple[Text, ...]) -> Iterator[Diagnostic]:
    """Give each text whose lines YAML joins, where some of them look like list items."""
    for text in texts:
        raw, start = text.source.text, text.start
        if not text.joins_lines:
            continue
        body = raw.find("\n", start) if raw.startswith(">", start) else start
        if _JOINED_ITEM.search(raw, body, text.end):
            yield text_run_together.fault(text)


def _cut(texts: tuple[Text, ...]) -> Iterator[Diagnostic]:
    """Give each text whose line goes on after a `#`, which YAML takes as a note."""
    for text in texts:
        raw = text.source.text
        newline = raw.find("\n", text.end)
        rest = raw[text.end : len(raw) if newline < 0 else newline]
        if text.plain and rest[:1] in (" ", "\t") and rest.lstrip().startswith("#"):
            start = text.end + len(rest) - len(rest.lstrip())
            yield text_cut_by_hash.fault(text, start, text.end + len(rest.rstrip()))


def _number(text: Text | None) -> DocumentNumber | None:
    match = _NUMBER.fullmatch(text.value.strip()) if text is not None else None
    if text is None or match is None:
        return None
    return DocumentNumber(text, int(match["figure"]), match["symbol"])


def _date(text: Text | None) -> DocumentDate | None:
    value = parse_date(text.value) if text is not None else None
    return None if text is None or value is None else DocumentDate(text, value)
