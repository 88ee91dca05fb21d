"""`bieu-so-lieu.yaml`: the forms as the campaign's author wrote them."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.file import read_record
from baocao.load.identifiers import NAME, doubled
from baocao.load.shape import PRINTED, TEXT, Entry, Fields, Many, Record, Recursive, choice, pattern
from baocao.model.form import Column, ColumnRole, Form, Row
from baocao.model.text import Text
from baocao.rules import circular_reference, malformed_value, missing_key, unknown_name
from baocao.vietnamese.figures import parse_figure

_DIGIT = pattern(frozenset("0123456").__contains__, "^[0-6]$", "một số từ 0 đến 6")
_FIGURE = pattern(
    lambda text: isinstance(parse_figure(text), Decimal), r"^[-−]?[0-9][0-9.,\s]*$", "một con số"
)
_LANDSCAPE = "ngang"


def _column_shape() -> Record:
    return COLUMN


COLUMN = Record(
    {
        "ma": Entry(NAME, "mã của cột; cột cha không cần mã"),
        "tieu_de": Entry(PRINTED, "đầu cột, in đúng như viết", required=True),
        "loai": Entry(choice(*(role.value for role in ColumnRole)), "loại cột"),
        "cong": Entry(Many(NAME), "các cột cộng lại thành cột này"),
        "cot": Entry(Many(Recursive(_column_shape)), "các cột con"),
    }
)
ROW = Record(
    {
        "ma": Entry(NAME, "mã của chỉ tiêu", required=True),
        "tt": Entry(PRINTED, "số thứ tự, in đúng như viết"),
        "noi_dung": Entry(PRINTED, "tên chỉ tiêu, in đúng như viết", required=True),
        "don_vi_tinh": Entry(PRINTED, "đơn vị tính"),
        "goi_y": Entry(TEXT, "gợi ý cho người điền, không in"),
        "so_le": Entry(_DIGIT, "số chữ số lẻ nhiều nhất"),
        "gom": Entry(Many(NAME), "các chỉ tiêu cộng lại bằng chỉ tiêu này"),
        "thuoc": Entry(NAME, "chỉ tiêu mà chỉ tiêu này là một phần"),
        "nho_nhat": Entry(_FIGURE, "số nhỏ nhất được ghi; không ghi thì là 0"),
        "lon_nhat": Entry(_FIGURE, "số lớn nhất được ghi"),
        "cong_doc": Entry(choice("co", "khong"), "có cộng qua các cột hay không"),
    }
)
FORM = Record(
    {
        "ma": Entry(NAME, "mã của biểu", required=True),
        "tieu_de": Entry(Many(PRINTED, or_one=True), "tên biểu, mỗi dòng một ý", required=True),
        "dinh_kem": Entry(PRINTED, "dòng «(Đính kèm …)»"),
        "ghi_chu_ky": Entry(PRINTED, "ghi chú in ở chỗ ký khi chưa có tên người ký"),
        "ghi_chu": Entry(PRINTED, "dòng ghi chú in trên bảng, ví dụ đơn vị tính"),
        "kho_giay": Entry(choice("doc", _LANDSCAPE), "khổ giấy dọc hay ngang"),
        "o_trong": Entry(PRINTED, "in gì ở ô chưa có số liệu"),
        "cot": Entry(Many(Recursive(_column_shape)), "các cột", required=True),
        "dong": Entry(Many(ROW), "các chỉ tiêu", required=True),
    }
)
FORMS = Record({"bieu": Entry(Many(FORM), "các biểu của đợt", required=True)})


def read_forms(path: Path) -> tuple[dict[str, Form] | None, tuple[Diagnostic, ...]]:
    """Read the forms by id, in the file's order; None where anything is wrong."""
    fields, faults = read_record(path, FORMS)
    if fields is None:
        return None, faults
    records = fields.records("bieu")
    faults += tuple(_check_names(records))
    if faults:
        return None, faults
    return {form.id: form for form in map(_form, records)}, ()


def _form(fields: Fields) -> Form:
    return Form(
        id=fields.words("ma"),
        title=fields.strings("tieu_de"),
        attached=fields.words("dinh_kem"),
        signature_note=fields.words("ghi_chu_ky"),
        note=fields.words("ghi_chu"),
        landscape=fields.words("kho_giay") == _LANDSCAPE,
        blank=fields.words("o_trong"),
        columns=tuple(_column(column) for column in fields.records("cot")),
        rows=tuple(_row(row) for row in fields.records("dong")),
    )


def _column(fields: Fields) -> Column:
    return Column(
        id=fields.words("ma"),
        title=fields.words("tieu_de"),
        role=ColumnRole(fields.words("loai", ColumnRole.FIGURE.value)),
        addends=fields.strings("cong"),
        children=tuple(_column(child) for child in fields.records("cot")),
    )


def _row(fields: Fields) -> Row:
    return Row(
        id=fields.words("ma"),
        ordinal=fields.words("tt"),
        label=fields.words("noi_dung"),
        measure=fields.words("don_vi_tinh"),
        hint=fields.words("goi_y"),
        decimals=fields.integer("so_le"),
        parts=fields.strings("gom"),
        whole=fields.words("thuoc") or None,
        summed=fields.words("cong_doc", "co") == "co",
        least=_figure(fields, "nho_nhat") or Decimal(0),
        most=_figure(fields, "lon_nhat"),
    )


def _figure(fields: Fields, key: str) -> Decimal | None:
    value = parse_figure(fields.words(key))
    return value if isinstance(value, Decimal) else None


def _check_names(forms: tuple[Fields, ...]) -> Iterator[Diagnostic]:
    yield from doubled(_named(forms))
    for form in forms:
        rows = form.records("dong")
        yield from doubled(_named(rows))
        known = tuple(row.words("ma") for row in rows)
        for row in rows:
            yield from _check_row(row)
        called = (text for row in rows for key in ("gom", "thuoc") for text in row.texts(key))
        yield from (
            unknown_name.fault(text, "chỉ tiêu", known)
            for text in called
            if text.value not in known
        )
        yield from _check_columns(form)


def _check_row(row: Fields) -> Iterator[Diagnostic]:
    """Give what a row says that cannot hold whatever figures are typed."""
    least, most = _figure(row, "nho_nhat"), _figure(row, "lon_nhat")
    typed = row.optional("lon_nhat")
    if typed is not None and least is not None and most is not None and most < least:
        yield malformed_value.fault(typed, "một số không nhỏ hơn nho_nhat")
    for text in (*row.texts("gom"), *row.texts("thuoc")):
        if text.value == row.words("ma"):
            yield circular_reference.fault(text)


def _check_columns(form: Fields) -> Iterator[Diagnostic]:
    leaves = tuple(_leaves(form))
    yield from doubled(_named(leaves))
    figures = tuple(leaf.words("ma") for leaf in leaves if _role(leaf) is ColumnRole.FIGURE)
    if leaves and not any(_role(leaf) is ColumnRole.FIGURE for leaf in leaves):
        yield missing_key.figure_column(form.place.span)
        return
    for leaf in leaves:
        if leaf.optional("ma") is None and _role(leaf) in (ColumnRole.FIGURE, ColumnRole.TOTAL):
            yield missing_key.fault(leaf.place.span, "ma", COLUMN.entries["ma"].title)
        for text in leaf.texts("cong"):
            if text.value not in figures:
                yield unknown_name.fault(text, "cột số liệu", figures)


def _role(leaf: Fields) -> ColumnRole | None:
    """Give a column's role; None where the word that was typed is none."""
    typed = leaf.words("loai", ColumnRole.FIGURE.value)
    return next((role for role in ColumnRole if role.value == typed), None)


def _leaves(fields: Fields) -> Iterator[Fields]:
    for column in fields.records("cot"):
        if column.records("cot"):
            yield from _leaves(column)
        else:
            yield column


def _named(records: tuple[Fields, ...]) -> Iterator[Text]:
    for record in records:
        name = record.optional("ma")
        if name is not None:
            yield name
