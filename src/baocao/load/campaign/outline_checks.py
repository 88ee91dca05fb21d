"""What an outline's shape does not show: names, blanks, conditions, keys that do not fit."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from baocao.diagnostics import Diagnostic
from baocao.layout.fitting import as_portrait
from baocao.load.campaign.outline_items import PASSAGE_KEYS, Item, all_items, by_id, decides_itself
from baocao.load.records.duplicates import duplicates
from baocao.load.records.messages import (
    blank_filled_by_program,
    key_of_other_kind,
    malformed_value,
    missing_key,
    reserved_name,
    unknown_key,
)
from baocao.load.records.reader import RecordReader
from baocao.load.unit.report import REPORT_HEAD
from baocao.model.blanks import APPENDIX_BLANK, UNIT_BLANKS, YEAR_BLANKS
from baocao.model.form import Form
from baocao.model.outline import AnswerKind, Numbering
from baocao.model.scalars import is_name
from baocao.model.text import Text
from baocao.rules import circular_reference, unknown_name, unnumberable_section
from baocao.rules.campaign import form_too_wide
from baocao.vietnamese.ordinals import LETTERS

RATIO_BLANKS = ("tu", "mau", "ty_le")
_CHOOSING = (AnswerKind.CHOICE.value, AnswerKind.CHECKS.value)
_KINDS = {
    "don_vi_tinh": (AnswerKind.FIGURE.value, AnswerKind.RATIO.value),
    "so_le": (AnswerKind.FIGURE.value, AnswerKind.RATIO.value),
    "nho_nhat": (AnswerKind.FIGURE.value,),
    "lon_nhat": (AnswerKind.FIGURE.value,),
    "mau_in": (AnswerKind.RATIO.value,),
    "vuot": (AnswerKind.RATIO.value,),
    "lua_chon": _CHOOSING,
    "it_nhat": (AnswerKind.PROSE.value,),
    "nhieu_nhat": (AnswerKind.PROSE.value,),
}
_OF_AN_ANSWER = ("loai", "neu_co", "khi_trong", *(key for key in _KINDS if "_nhat" not in key))
_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


@dataclass(frozen=True, slots=True)
class Known:
    """What the campaign's other files offer an outline to name; None where they have faults.

    `attached` are the forms printed as appendices of the report, `years` the first and the last.
    """

    levels: tuple[str, ...] | None = None
    forms: Mapping[str, Form] | None = None
    attached: tuple[str, ...] | None = None
    years: tuple[str, str] | None = None


def check_outline(outline: RecordReader, known: Known) -> Iterator[Diagnostic]:
    """Give every fault of an outline that its shape lets through."""
    items = all_items(outline)
    sections = tuple(item for item in items if not item.is_passage)
    yield from _check_ids(outline, sections)
    for item in items:
        yield from _check_passage(item) if item.is_passage else _check_section(item)
    yield from _check_letters(outline)
    yield from _check_conditions(items, by_id(sections))
    yield from _check_blanks(outline, items, known)
    yield from _check_names(items, known)


def kind_of(item: Item) -> str:
    """Give the kind of a section's answer, prose where it says none."""
    return item.fields.words("loai", AnswerKind.PROSE.value)


def _check_ids(outline: RecordReader, sections: tuple[Item, ...]) -> Iterator[Diagnostic]:
    blanks = tuple(t for f in outline.records("cho_trong") if (t := f.optional("ma")) is not None)
    ids = tuple(t for s in sections if (t := s.fields.optional("ma")) is not None)
    yield from duplicates((*blanks, *ids))
    yield from (reserved_name(text) for text in ids if text.value in REPORT_HEAD.entries)
    for text in blanks:
        if text.value in REPORT_HEAD.entries:
            yield reserved_name(text)
        elif text.value in (*UNIT_BLANKS, *YEAR_BLANKS):
            yield blank_filled_by_program(text)


def _check_passage(item: Item) -> Iterator[Diagnostic]:
    entries = item.fields.node.entries
    for key, (text, _) in entries.items():
        if key not in PASSAGE_KEYS:
            yield unknown_key(text, PASSAGE_KEYS)
    if item.fields.optional("doan") is None:
        yield missing_key(entries["doan"][0].span, "doan", "")


def _check_section(item: Item) -> Iterator[Diagnostic]:
    fields, kind = item.fields, kind_of(item)
    keys = {key: text for key, (text, _) in fields.node.entries.items()}
    of_answer = [keys[key] for key in _OF_AN_ANSWER if key in keys]
    if of_answer and fields.optional("ma") is None:
        yield missing_key(of_answer[0].span, "ma", "mã của mục")
    for key, kinds in _KINDS.items():
        if key in keys and kind not in kinds:
            yield key_of_other_kind(keys[key], kind, kinds)
    if kind in _CHOOSING and not fields.texts("lua_chon"):
        at = keys.get("lua_chon", fields.place)
        yield missing_key(at.span, "lua_chon", "các lựa chọn")
    yield from duplicates(fields.texts("lua_chon"))
    for least, most in (("it_nhat", "nhieu_nhat"), ("nho_nhat", "lon_nhat")):
        text = fields.optional(most)
        if text is not None and (fields.figure(least) or 0) > (fields.figure(most) or 0):
            yield malformed_value(text, f"một số không nhỏ hơn {least}")


def _check_letters(outline: RecordReader) -> Iterator[Diagnostic]:
    """Give the first section of each group that has more than there are letters."""
    continuous = frozenset(outline.strings("danh_so_lien_tuc"))
    running = Counter[str]()
    under = defaultdict[Item | None, Counter[str]](Counter)
    for item in all_items(outline):
        style = item.style
        if item.is_passage or not _is_lettered(style):
            continue
        parent = item.above[-1] if item.above else None
        counter = running if style in continuous else under[parent]
        counter[style] += 1
        if counter[style] == LETTERS + 1:
            yield unnumberable_section.fault(item.fields.place, style, LETTERS)


def _is_lettered(style: str) -> bool:
    return any(each.value == style and each.is_lettered for each in Numbering)


def _check_conditions(items: tuple[Item, ...], sections: dict[str, Item]) -> Iterator[Diagnostic]:
    choosing = tuple(id_ for id_, item in sections.items() if kind_of(item) in _CHOOSING)
    for item in items:
        text, condition = item.target, item.condition
        if text is None or condition is None or not is_name(text.value):
            continue
        if text.value not in sections:
            yield unknown_name.fault(text, "mục", tuple(sections))
        elif text.value not in choosing:
            yield unknown_name.not_a_choice_section(text, choosing)
        elif decides_itself(item, sections):
            yield circular_reference.fault(text)
        else:
            choices = sections[text.value].fields.strings("lua_chon")
            for value in condition.texts("la"):
                if value.stripped not in choices:
                    expected = (
                        f"một trong các lựa chọn của mục «{text.value}»: {'; '.join(choices)}"
                    )
                    yield malformed_value(value, expected)


def _check_blanks(
    outline: RecordReader, items: tuple[Item, ...], known: Known
) -> Iterator[Diagnostic]:
    own = tuple(fields.words("ma") for fields in outline.records("cho_trong"))
    filled = (*UNIT_BLANKS, *YEAR_BLANKS, *own)
    for item in items:
        for key in ("tieu_de", "doan", "chu_thich", "khi_trong"):
            for text in item.fields.texts(key):
                yield from check_braces(text, filled, known)
        for text in item.fields.texts("lua_chon"):
            yield from check_braces(text, YEAR_BLANKS, Known())
        for text in item.fields.texts("mau_in"):
            yield from check_braces(text, RATIO_BLANKS, Known())


def check_braces(text: Text, filled: tuple[str, ...], known: Known) -> Iterator[Diagnostic]:
    """Give each `{…}` of the author's words that neither `filled` nor a label's blank is."""
    labels = tuple(f"{APPENDIX_BLANK}{form}" for form in known.attached or ())
    for found in _BRACES.finditer(text.value):
        typed = found[1]
        if typed is None:
            yield malformed_value(text, "lời văn có đủ dấu ngoặc nhọn mở và đóng")
            return
        is_label = typed.startswith(APPENDIX_BLANK) and YEAR_BLANKS != filled != RATIO_BLANKS
        form = typed.removeprefix(APPENDIX_BLANK)
        if typed in (*filled, *labels) or (is_label and known.attached is None):
            continue
        if is_label and form in (known.forms or ()):
            yield unknown_name.unattached(text, found.start(), typed, form)
        else:
            yield unknown_name.blank(text, found.start(), typed, (*filled, *labels))


def _check_names(items: tuple[Item, ...], known: Known) -> Iterator[Diagnostic]:
    forms = None if known.forms is None else tuple(known.forms)
    for item in items:
        for key, what, names in (("chi_cap", "cấp", known.levels), ("bieu", "biểu", forms)):
            for text in item.fields.texts(key):
                if names is not None and text.value not in names:
                    yield unknown_name.fault(text, what, names)
        for text in item.fields.texts("bieu"):
            form = (known.forms or {}).get(text.value)
            if form is not None:
                yield from form_too_wide.check_blank(as_portrait(form), text.span)
