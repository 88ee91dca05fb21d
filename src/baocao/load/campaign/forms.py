"""`bieu-so-lieu.yaml`: the forms as the campaign's author wrote them."""

from collections.abc import Iterator
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.campaign import form_columns, form_rows
from baocao.load.records.duplicates import duplicates
from baocao.load.records.file import limited, read_record
from baocao.load.records.messages import malformed_value
from baocao.load.records.reader import RecordReader
from baocao.model.blanks import UNIT_BLANKS, fill
from baocao.model.form import CosignerSpec, Form, FormHeadSpec
from baocao.model.record import Key, ListOf, Record
from baocao.model.scalars import NAME, PRINTED, YES_NO, choice
from baocao.rules.campaign import form_too_wide

_LANDSCAPE, _PORTRAIT = "ngang", "doc"
HEAD = Record(
    {
        "so_bieu": Key(PRINTED, "số của biểu, ví dụ «Biểu số: 01/TĐ»"),
        "ban_hanh": Key(PRINTED, "văn bản ban hành biểu"),
        "han_nop": Key(PRINTED, "ngày nhận báo cáo, in đúng như viết"),
        "don_vi_gui": Key(PRINTED, "dòng đơn vị gửi; {don_vi} là tên đơn vị"),
        "don_vi_nhan": Key(PRINTED, "dòng đơn vị nhận; {cap_tren} là tên cấp trên"),
    }
)
COSIGNER = Record(
    {
        "chuc_danh": Key(PRINTED, "chức danh người ký bên trái, in đúng như viết", required=True),
        "ghi_chu": Key(PRINTED, "ghi chú ở chỗ ký, ví dụ «(Ký, ghi rõ họ tên)»"),
    }
)
FORM = Record(
    {
        "ma": Key(NAME, "mã của biểu", required=True),
        "tieu_de": Key(ListOf(PRINTED, or_one=True), "tên biểu, mỗi dòng một ý", required=True),
        "dau_bieu": Key(HEAD, "những dòng in trên tên biểu"),
        "dinh_kem": Key(PRINTED, "dòng «(Đính kèm …)»"),
        "ghi_chu_ky": Key(PRINTED, "ghi chú in ở chỗ ký khi chưa có tên người ký"),
        "nguoi_ky": Key(ListOf(COSIGNER), "những người ký bên trái người ký chính"),
        "ghi_chu": Key(PRINTED, "dòng ghi chú in trên bảng, ví dụ đơn vị tính"),
        "kho_giay": Key(
            choice(_PORTRAIT, _LANDSCAPE), "khổ giấy; không ghi thì bảng rộng sẽ in ngang"
        ),
        "o_trong": Key(PRINTED, "in gì ở ô chưa có số liệu"),
        "o_gach": Key(PRINTED, "in gì ở ô không phải điền; không ghi thì in x"),
        "danh_cot": Key(YES_NO, "tự đánh ký hiệu cột A, B … và 1, 2 …"),
        "khoi_cot": Key(ListOf(form_columns.BLOCK), "các khối cột dùng ở nhiều chỗ"),
        "cot": Key(ListOf(form_columns.COLUMN), "các cột", required=True),
        "dong": Key(ListOf(form_rows.ROW), "các chỉ tiêu", required=True),
    }
)
FORMS = Record({"bieu": Key(ListOf(FORM), "các biểu của đợt", required=True)})


def read_forms(path: Path) -> tuple[dict[str, Form] | None, tuple[Diagnostic, ...]]:
    """Read the forms by id, in the file's order; None where anything is wrong."""
    fields, faults = read_record(path, FORMS)
    if fields is None:
        return None, faults
    records = fields.records("bieu")
    faults += limited(_check(records))
    if faults:
        return None, tuple(dict.fromkeys(faults))
    forms = tuple(map(_form, records))
    for form, record in zip(forms, records, strict=True):
        faults += tuple(form_too_wide.check_blank(form, record.place.span))
    return (None if faults else {form.id: form for form in forms}), faults


def _check(forms: tuple[RecordReader, ...]) -> Iterator[Diagnostic]:
    yield from duplicates(text for form in forms if (text := form.optional("ma")) is not None)
    for form in forms:
        heads, faults = form_columns.heads(form)
        yield from faults
        yield from _check_head(form)
        if faults:
            continue  # without its blocks a header is not what its author means
        yield from form_columns.check(form, heads)
        cells = tuple(cell for head in heads for cell in head.walk())
        yield from form_rows.check(form_rows.lines(form), cells)


def _check_head(form: RecordReader) -> Iterator[Diagnostic]:
    """Give each line of a form's head with a blank that is not filled in."""
    head = form.record("dau_bieu")
    if head is None:
        return
    blanks = dict.fromkeys(UNIT_BLANKS, "")
    for text in (text for key in HEAD.entries for text in head.texts(key)):
        if "{" in fill(text.value, blanks):
            names = ", ".join(f"{{{name}}}" for name in UNIT_BLANKS)
            yield malformed_value(text, f"lời văn, trong dấu ngoặc nhọn chỉ có {names}")


def _form(fields: RecordReader) -> Form:
    heads, _ = form_columns.heads(fields)
    cells = tuple(cell for head in heads for cell in head.walk())
    sheet = fields.words("kho_giay")
    return Form(
        id=fields.words("ma"),
        title=fields.strings("tieu_de"),
        attached=fields.words("dinh_kem"),
        signature_note=fields.words("ghi_chu_ky"),
        note=fields.words("ghi_chu"),
        landscape=sheet == _LANDSCAPE if sheet else None,
        blank=fields.words("o_trong"),
        columns=form_columns.build(heads, form_columns.symbols(fields, heads)),
        rows=form_rows.build(form_rows.lines(fields), cells),
        not_applicable=fields.words("o_gach", "x"),
        head=_head(fields),
        cosigners=tuple(
            CosignerSpec(cosigner.words("chuc_danh"), cosigner.words("ghi_chu"))
            for cosigner in fields.records("nguoi_ky")
        ),
    )


def _head(fields: RecordReader) -> FormHeadSpec:
    head = fields.record("dau_bieu")
    if head is None:
        return FormHeadSpec()
    return FormHeadSpec(
        number=head.words("so_bieu"),
        issued=head.words("ban_hanh"),
        due=head.words("han_nop"),
        sender=head.words("don_vi_gui"),
        receiver=head.words("don_vi_nhan"),
    )
