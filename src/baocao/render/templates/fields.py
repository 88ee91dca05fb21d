"""The fields of a template: which are required, and what each means, in Vietnamese."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from baocao.diagnostics import Diagnostic, Span
from baocao.model.document import Appendix, Document
from baocao.render.templates.field_types import (
    BlocksType,
    ChoiceType,
    FieldType,
    RecordType,
    ScalarType,
    SequenceType,
    alternatives,
    is_optional,
    record_fields,
    template_variables,
)
from baocao.render.templates.messages import missing_required_fields, unprinted_field
from baocao.render.templates.usage import FieldUsage

REQUIRED_IN_WORD = (
    *("letterhead", "title", "addressees", "body", "recipients", "signature", "appendices"),
)
REQUIRED_IN_HTML = ("letterhead", "title", "addressees", "blocks", "signature", "appendices")
LAID_OUT_TAGS = (
    *("form_head", "signers", "signed", "recipient_list"),
    *("appendix.form_head", "appendix.signers", "appendix.signed"),
)
_PRINTED_RECORDS = ("letterhead", "title", "recipients", "signature", "appendix.signature")
_PRINTED_OF_APPENDIX = ("label", "title", "attached")
_DETAILS = ("blocks[]", ".picture", "braces[]", ".brace")  # the program lays these out

MEANINGS = {
    "kind": "loại văn bản, ví dụ bao-cao",
    "orientation": "chiều tờ giấy: portrait (dọc) hoặc landscape (ngang)",
    "orientation.value": "portrait (dọc) hoặc landscape (ngang), để so sánh trong if",
    "letterhead": "phần đầu trang một",
    "letterhead.parent_body": "cơ quan chủ quản, từng dòng",
    "letterhead.issuing_body": "cơ quan ban hành, từng dòng",
    "letterhead.rule_mm": "độ dài nét kẻ dưới cơ quan ban hành, mi-li-mét",
    "letterhead.number": "số, ký hiệu; rỗng nếu văn bản không đánh số",
    "letterhead.national_name": "quốc hiệu",
    "letterhead.motto": "tiêu ngữ",
    "letterhead.motto_rule_mm": "độ dài nét kẻ dưới tiêu ngữ, mi-li-mét",
    "letterhead.place_and_date": "địa danh và ngày tháng",
    "title": "tên loại và trích yếu",
    "title.type_name": "tên loại, từng dòng",
    "title.abstract": "trích yếu, từng dòng",
    "title.rule_mm": "độ dài nét kẻ dưới trích yếu, mi-li-mét; 0 là không kẻ",
    "title.attached": "dòng (Kèm theo …)",
    "addressees": "Kính gửi, từng dòng",
    "blocks": "thân văn bản: đề mục, đoạn, bảng (bản PDF)",
    "body": "thân văn bản, đã dàn sẵn (bản Word)",
    "recipients": "nơi nhận",
    "recipients.label": "chữ «Nơi nhận:»",
    "recipients.lines": "các nơi nhận, từng dòng",
    "signature": "chữ ký",
    "signature.authority": "thẩm quyền và chức vụ người ký, từng dòng",
    "signature.note": "dòng «(Ký tên, đóng dấu)» khi để trống",
    "signature.name": "họ tên người ký",
    "signature.others": "những người cùng ký",
    "signature.signers": "mọi người ký, từ trái sang phải",
    "signature.picture": "ảnh chữ ký, nếu có",
    "signed": "ảnh chữ ký và họ tên, đã dàn sẵn (bản Word)",
    "recipient_list": "nơi nhận có dấu ngoặc chung, đã dàn sẵn (bản Word)",
    "has_footnotes": "văn bản có chú thích cuối trang hay không",
    "recipients.groups": "nơi nhận theo nhóm: mỗi nhóm có lines và brace",
    "recipients.groups[].lines": "các nơi nhận của nhóm, từng dòng",
    "recipients.groups[].brace": "dấu ngoặc của nhóm, nếu có: words là lời ghi bên cạnh",
    "recipients.braces": "các nhóm nơi nhận chung một dấu ngoặc",
    "signers": "khối nhiều người cùng ký, đã dàn sẵn (bản Word)",
    "form_head": "đầu biểu: số biểu, nơi gửi, nơi nhận",
    "appendices": "các phụ lục",
    "appendix.label": "tên phụ lục, ví dụ «Phụ lục I»",
    "appendix.title": "tiêu đề phụ lục, từng dòng",
    "appendix.attached": "dòng (Kèm theo …)",
    "appendix.orientation": "chiều tờ giấy của phụ lục",
    "appendix.orientation.value": "portrait (dọc) hoặc landscape (ngang)",
    "appendix.blocks": "thân phụ lục (bản PDF)",
    "appendix.body": "thân phụ lục, đã dàn sẵn (bản Word)",
    "appendix.signature": "chữ ký của phụ lục",
    "appendix.signed": "ảnh chữ ký và họ tên của phụ lục, đã dàn sẵn (bản Word)",
    "appendix.signers": "khối nhiều người cùng ký của phụ lục (bản Word)",
    "appendix.form_head": "đầu biểu của phụ lục",
    "appendix.section_break": "chỗ ngắt trang sau phụ lục (bản Word)",
    "rule_under_issuing_body": "nét kẻ dưới cơ quan ban hành (bản Word)",
    "rule_under_motto": "nét kẻ dưới tiêu ngữ (bản Word)",
    "rule_under_abstract": "nét kẻ dưới trích yếu (bản Word)",
    "family": "tên phông chữ (bản PDF)",
    "properties": "thuộc tính của tệp",
    "properties.title": "tên văn bản",
    "properties.type_name": "tên loại",
    "properties.code_number": "số",
    "properties.code_notation": "ký hiệu",
    "properties.issued": "ngày ban hành",
    "properties.issuing_body": "cơ quan ban hành",
    "properties.subject": "trích yếu",
    "properties.signer_position": "chức vụ người ký",
    "properties.signer_name": "họ tên người ký",
    "properties.to": "nơi nhận",
}
_MEANINGS_BY_END = {
    "form_head.left": "bên trái đầu biểu, từng dòng; dòng đầu là số biểu",
    "form_head.right": "bên phải đầu biểu, từng dòng",
    "[].title": "chức danh, từng dòng",
    "[].note": "dòng «(Ký, họ tên)» khi để trống",
    "[].name": "họ tên",
    "[].picture": "ảnh chữ ký, nếu có",
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a template may use; `formats` are those whose templates have it."""

    name: str
    shape: str
    meaning: str
    required: bool
    formats: tuple[str, ...]


def all_fields() -> tuple[Field, ...]:
    """Return the fields of both formats, those of a group after it."""
    in_word = dict(_paths(template_variables(word=True), ""))
    in_html = dict(_paths(template_variables(word=False), ""))
    return tuple(
        Field(
            name,
            _type_in_words(name, type_),
            field_meaning(name),
            name in {*REQUIRED_IN_WORD, *REQUIRED_IN_HTML},
            tuple(each for each, own in (("docx", in_word), ("html", in_html)) if name in own),
        )
        for name, type_ in sorted({**in_html, **in_word}.items())
    )


def field_meaning(name: str) -> str:
    """Return the meaning of a field in Vietnamese, empty if it is not described."""
    if name.startswith("appendix.signature."):
        name = name.removeprefix("appendix.")
    ends = (words for end, words in _MEANINGS_BY_END.items() if name.endswith(end))
    return MEANINGS.get(name) or next(ends, "")


def optional_fields() -> tuple[str, ...]:
    """Return the fields that only some documents have; a template should print them."""
    types = dict(_paths(template_variables(word=False), ""))
    of_records = (
        path
        for record in _PRINTED_RECORDS
        for path, type_ in types.items()
        if path.rpartition(".")[0] == record and _is_text(type_)
    )
    return (*of_records, *(f"appendix.{name}" for name in _PRINTED_OF_APPENDIX))


def field_faults(
    span: Span, usage: FieldUsage, required: Iterable[str], optional: Iterable[str]
) -> Iterator[Diagnostic]:
    """Yield the diagnostics of required fields that are not used, of optional ones not printed."""
    missing = tuple(name for name in required if not is_used(name, usage.used_paths))
    if missing:
        yield missing_required_fields(span, missing)
    for name in optional:
        if not is_used(name, usage.printed_paths) and not any(is_below(name, m) for m in missing):
            yield unprinted_field(span, name, field_meaning(name))


def has_value(document: Document, path: str) -> bool:
    """Return whether a document has a value at a path of `optional_fields` or `LAID_OUT_TAGS`."""
    first, _, rest = path.partition(".")
    owners: tuple[object, ...] = (document,)
    if first == "appendix":
        owners, path = document.appendices, rest
    return any(_value(owner, path) for owner in owners)


def is_used(name: str, used: Iterable[str]) -> bool:
    """Return whether a field, or a part of it, is among the used paths."""
    return any(is_below(each, name) for each in used)


def is_below(path: str, other: str) -> bool:
    """Return whether a path is `other` or leads through it."""
    return path == other or path.startswith((f"{other}.", f"{other}["))


def _value(owner: object, path: str) -> object:
    if path == "signed":
        return _value(owner, "signature.picture") and not _value(owner, "signature.others")
    path = {"signers": "signature.others", "recipient_list": "recipients.braces"}.get(path, path)
    for name in path.split("."):
        owner = getattr(owner, name, None)
    return owner


def _paths(variables: Mapping[str, FieldType], prefix: str) -> Iterator[tuple[str, FieldType]]:
    for name, type_ in variables.items():
        path = f"{prefix}{name}"
        yield path, type_
        for part in alternatives(type_):
            inner = part.of if isinstance(part, SequenceType) else part
            for record in alternatives(inner):
                if isinstance(record, RecordType) and not record.path.endswith(_DETAILS):
                    yield from _paths(record_fields(record), f"{record.path}.")


def _is_text(type_: FieldType) -> bool:
    one = type_.of if isinstance(type_, SequenceType) else type_
    return isinstance(one, ScalarType) and one.kind is str


def _type_in_words(name: str, type_: FieldType) -> str:
    optional = ", có thể không có" if _may_be_absent(name) else ""
    if isinstance(type_, SequenceType):
        return ("nhiều dòng chữ" if _is_text(type_) else "dãy các nhóm") + optional
    if isinstance(type_, BlocksType):
        return "khối đoạn, đặt riêng một đoạn"
    if isinstance(type_, RecordType | ChoiceType):
        return f"nhóm{optional}"
    kind = type_.kind if isinstance(type_, ScalarType) else str
    words = "chữ" if issubclass(kind, str) else "ngày" if issubclass(kind, dt.date) else "số"
    return words + optional


def _may_be_absent(name: str) -> bool:
    owner, _, last = name.rpartition(".")
    if owner == "appendix":
        return is_optional(RecordType(Appendix), last)
    return (owner == "" and is_optional(RecordType(Document), last)) or name == "properties.issued"
