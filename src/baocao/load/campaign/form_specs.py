"""The records of `bieu-so-lieu.yaml` as typed: every key that a form may have."""

from collections.abc import Iterator
from dataclasses import dataclass

from baocao.load.campaign.formulas import FORMULA, formula_names, formula_of
from baocao.load.records.bind import Spec, read, words
from baocao.model.form import ColumnRole, ColumnTotal, CosignerSpec, RowRole, is_share
from baocao.model.record import ListOf, Recursive, key, optional_key, record_of
from baocao.model.scalars import COUNT, DIGIT, FIGURE, NAME, PRINTED, TEXT, YES_NO, choice, member
from baocao.model.text import Text

CHILDREN = "dong_con"
"""Stands for the rows right under a group, its subsets left out."""

OF_LEAVES = (
    "addends",
    "formula",
    "choices",
    "expected",
    "parts",
    "whole",
    "decimals",
    "minimum",
    "maximum",
    "merged",
)
"""The fields of a column's own cells, for which a cell over columns has no use."""

_PAGE = choice("doc", "ngang", read="ngang".__eq__)
_SOME_NAMES = ListOf(NAME, or_one=True)
_COLUMNS = ListOf(Recursive(lambda: record_of(ColumnSpec)))
_ROWS = ListOf(Recursive(lambda: record_of(RowSpec)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnSpec(Spec):
    """A column, or the head over some; `block` names those that stand under it."""

    id: Text | None = optional_key(
        "ma", "mã của cột; cột cha chỉ cần mã khi có khóa theo hoặc lap_lai", NAME
    )
    title: Text | None = key("tieu_de", "đầu cột, in đúng như viết", PRINTED)
    role: Text | None = optional_key("loai", "loại cột", member(ColumnRole))
    symbols: tuple[Text, ...] = optional_key(
        "ky_hieu",
        "ký hiệu cột in dưới đầu cột; cột cha thì mỗi cột con một ký hiệu",
        ListOf(PRINTED, or_one=True),
    )
    addends: tuple[Text, ...] = optional_key("cong", "các cột cộng lại thành cột này", _SOME_NAMES)
    formula: Text | None = optional_key(
        "cong_thuc", "công thức tính cột này từ các cột khác", FORMULA
    )
    expected: Text | None = optional_key(
        "doi_chieu", "công thức mà số đơn vị điền ở cột này phải bằng", FORMULA
    )
    parts: tuple[Text, ...] = optional_key(
        "gom", "các cột cộng lại bằng cột này, đơn vị vẫn điền", _SOME_NAMES
    )
    whole: Text | None = optional_key("thuoc", "cột mà cột này là một phần", NAME)
    choices: tuple[Text, ...] = optional_key(
        "lua_chon", "các lời được chọn ở cột loại chon", ListOf(PRINTED)
    )
    measure: Text | None = optional_key("don_vi_tinh", "đơn vị tính của cả cột", PRINTED)
    decimals: Text | None = optional_key(
        "so_le", "số chữ số lẻ của cột, thay cho so_le của dòng", DIGIT
    )
    minimum: Text | None = optional_key("nho_nhat", "số nhỏ nhất được ghi ở cột này", FIGURE)
    maximum: Text | None = optional_key("lon_nhat", "số lớn nhất được ghi ở cột này", FIGURE)
    merged: Text | None = optional_key("gop", "gộp ô của các dòng liền nhau có cùng lời", YES_NO)
    footnote: Text | None = optional_key("chu_thich", "chú thích in dưới bảng", PRINTED)
    legend: Text | None = optional_key("giai_thich", "cách ghi cột này, in dưới bảng", PRINTED)
    width: Text | None = optional_key(
        "so_cot", "số cột của bảng đứng dưới cột này, để đối chiếu", COUNT
    )
    block: Text | None = optional_key("theo", "khối cột đứng dưới cột này", NAME)
    repeated: Text | None = optional_key(
        "lap_lai", "đơn vị lặp lại nhóm cột này bao nhiêu lần cũng được", YES_NO
    )
    columns: tuple["ColumnSpec", ...] = optional_key("cot", "các cột con", _COLUMNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockSpec(Spec):
    """A block of columns that stands in several places of the header."""

    id: Text | None = key("ma", "mã của khối cột", NAME)
    columns: tuple[ColumnSpec, ...] = key("cot", "các cột của khối", _COLUMNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowSpec(Spec):
    """A row, with the rows right under it."""

    id: Text | None = optional_key("ma", "mã của chỉ tiêu; dòng đề mục không cần mã", NAME)
    ordinal: Text | None = optional_key("tt", "số thứ tự, in đúng như viết", PRINTED)
    labels: tuple[Text, ...] = key(
        "noi_dung", "tên chỉ tiêu, in đúng như viết", ListOf(PRINTED, or_one=True)
    )
    code: Text | None = optional_key("ma_so", "mã số in ở cột loại ma_so", PRINTED)
    measure: Text | None = optional_key("don_vi_tinh", "đơn vị tính", PRINTED)
    hint: Text | None = optional_key("goi_y", "gợi ý cho người điền, không in", TEXT)
    decimals: Text | None = optional_key("so_le", "số chữ số lẻ nhiều nhất", DIGIT)
    parts: tuple[Text, ...] = optional_key(
        "gom", "các chỉ tiêu cộng lại bằng chỉ tiêu này, đơn vị vẫn điền", _SOME_NAMES
    )
    whole: Text | None = optional_key("thuoc", "chỉ tiêu mà chỉ tiêu này là một phần", NAME)
    expected: Text | None = optional_key(
        "doi_chieu", "công thức mà số đơn vị điền ở dòng này phải bằng", FORMULA
    )
    minimum: Text | None = optional_key(
        "nho_nhat", "số nhỏ nhất được ghi; không ghi thì là 0", FIGURE
    )
    maximum: Text | None = optional_key("lon_nhat", "số lớn nhất được ghi", FIGURE)
    column_total: Text | None = optional_key(
        "cong_doc", "ở cột tổng: có cộng, không cộng, hay lấy số cuối", member(ColumnTotal)
    )
    addends: tuple[Text, ...] = optional_key(
        "cong",
        "các dòng cộng lại thành dòng này, máy tự tính; dong_con là các dòng ngay bên dưới",
        _SOME_NAMES,
    )
    formula: Text | None = optional_key(
        "cong_thuc", "công thức tính dòng này từ các dòng khác", FORMULA
    )
    copied_from: Text | None = optional_key("nhu", "dòng khác có cùng số liệu, in lại ở đây", NAME)
    is_list: Text | None = optional_key("danh_sach", "danh sách để đơn vị tự thêm dòng", YES_NO)
    min_rows: Text | None = optional_key("it_nhat", "danh sách có ít nhất bao nhiêu dòng", COUNT)
    max_rows: Text | None = optional_key(
        "nhieu_nhat", "danh sách có nhiều nhất bao nhiêu dòng", COUNT
    )
    is_heading: Text | None = optional_key("de_muc", "dòng đề mục, không có số liệu", YES_NO)
    not_applicable: tuple[Text, ...] = optional_key(
        "khong_dien", "các cột không điền ở dòng này", _SOME_NAMES
    )
    footnote: Text | None = optional_key("chu_thich", "chú thích in dưới bảng", PRINTED)
    bold: bool | None = optional_key(
        "dam", "in đậm; không ghi thì dòng cộng và dòng đề mục in đậm", YES_NO
    )
    rows: tuple["RowSpec", ...] = optional_key("dong", "các dòng con", _ROWS)

    @property
    def role(self) -> RowRole:
        if self.addends:
            return RowRole.TOTAL
        if self.formula is not None:
            return RowRole.FORMULA
        if self.copied_from is not None:
            return RowRole.COPY
        if is_yes(self.is_list):
            return RowRole.LIST
        return RowRole.HEADING if is_yes(self.is_heading) else RowRole.GIVEN

    @property
    def is_share(self) -> bool:
        """Whether its figures are shares or per cents, which are never added up."""
        return is_share(formula_of(self.formula), words(self.measure))

    def walk(self) -> Iterator["RowSpec"]:
        """Yield this row and all under it, in the order of the print."""
        yield self
        for row in self.rows:
            yield from row.walk()

    def added_rows(self) -> Iterator["RowSpec"]:
        """Yield the rows that `CHILDREN` stands for; those under a heading are its group's."""
        for row in self.rows:
            if is_yes(row.is_heading):
                yield from row.added_rows()
            elif row.id is not None and row.whole is None:
                yield row

    def named_sources(self) -> Iterator[tuple[str, Text]]:
        """Yield the ids of the rows that its figures are computed from, each with its text."""
        yield from self._opened(self.addends)
        yield from ((text.value, text) for text in formula_names(self.formula))
        if self.copied_from is not None:
            yield self.copied_from.stripped, self.copied_from

    def named_addends(self) -> Iterator[tuple[str, Text]]:
        """Yield the ids of the rows that it adds up, `CHILDREN` opened, each with its text."""
        return self._opened(self.addends)

    def named_parts(self) -> Iterator[tuple[str, Text]]:
        return self._opened(self.parts)

    def named_whole(self) -> Iterator[tuple[str, Text]]:
        if self.whole is not None:
            yield self.whole.stripped, self.whole

    def named_expected(self) -> Iterator[tuple[str, Text]]:
        return ((text.value, text) for text in formula_names(self.expected))

    def _opened(self, names: tuple[Text, ...]) -> Iterator[tuple[str, Text]]:
        for text in names:
            if text.stripped == CHILDREN:
                yield from ((words(row.id), text) for row in self.added_rows())
            else:
                yield text.stripped, text


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadSpec(Spec):
    """The lines over a form's title."""

    number: Text | None = optional_key("so_bieu", "số của biểu, ví dụ «Biểu số: 01/TĐ»", PRINTED)
    issued: Text | None = optional_key("ban_hanh", "văn bản ban hành biểu", PRINTED)
    due: Text | None = optional_key("han_nop", "ngày nhận báo cáo, in đúng như viết", PRINTED)
    sender: Text | None = optional_key(
        "don_vi_gui", "dòng đơn vị gửi; {don_vi} là tên đơn vị", PRINTED
    )
    receiver: Text | None = optional_key(
        "don_vi_nhan", "dòng đơn vị nhận; {cap_tren} là tên cấp trên", PRINTED
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class FormSpec(Spec):
    """A form; if `numbered` its columns take the symbols A, B … and 1, 2 …."""

    id: Text | None = key("ma", "mã của biểu", NAME)
    title: tuple[Text, ...] = key(
        "tieu_de", "tên biểu, mỗi dòng một ý", ListOf(PRINTED, or_one=True)
    )
    head: HeadSpec | None = optional_key(
        "dau_bieu", "những dòng in trên tên biểu", record_of(HeadSpec)
    )
    attached: Text | None = optional_key("dinh_kem", "dòng «(Đính kèm …)»", PRINTED)
    signature_note: Text | None = optional_key(
        "ghi_chu_ky", "ghi chú in ở chỗ ký khi chưa có tên người ký", PRINTED
    )
    cosigners: tuple[CosignerSpec, ...] = optional_key(
        "nguoi_ky", "những người ký bên trái người ký chính", ListOf(record_of(CosignerSpec))
    )
    note: Text | None = optional_key(
        "ghi_chu", "dòng ghi chú in trên bảng, ví dụ đơn vị tính", PRINTED
    )
    landscape: bool | None = optional_key(
        "kho_giay", "khổ giấy; không ghi thì bảng rộng sẽ in ngang", _PAGE
    )
    blank: Text | None = optional_key("o_trong", "in gì ở ô chưa có số liệu", PRINTED)
    not_applicable: Text | None = optional_key(
        "o_gach", "in gì ở ô không phải điền; không ghi thì in x", PRINTED
    )
    numbered: bool | None = optional_key("danh_cot", "tự đánh ký hiệu cột A, B … và 1, 2 …", YES_NO)
    blocks: tuple[BlockSpec, ...] = optional_key(
        "khoi_cot", "các khối cột dùng ở nhiều chỗ", ListOf(record_of(BlockSpec))
    )
    columns: tuple[ColumnSpec, ...] = key("cot", "các cột", ListOf(record_of(ColumnSpec)))
    rows: tuple[RowSpec, ...] = key("dong", "các chỉ tiêu", ListOf(record_of(RowSpec)))


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsSpec(Spec):
    """The whole file."""

    forms: tuple[FormSpec, ...] = key("bieu", "các biểu của đợt", ListOf(record_of(FormSpec)))


def is_yes(text: Text | None) -> bool:
    return bool(read(text, YES_NO, default=False))
