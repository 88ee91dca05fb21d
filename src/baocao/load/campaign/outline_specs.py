"""The records of `de-cuong.yaml` as typed: every key that an outline may have."""

from dataclasses import dataclass

from baocao.load.records.bind import Spec
from baocao.model.outline import AnswerKind, Numbering
from baocao.model.record import ListOf, Recursive, key, optional_key, record_of
from baocao.model.scalars import (
    COUNT,
    DIGIT,
    FIGURE,
    FOLDER_ID,
    NAME,
    PRINTED,
    TEXT,
    YES_NO,
    choice,
    member,
)
from baocao.model.text import Text

_NUMBERING = member(Numbering)
_COUNTING = choice(*(style.value for style in Numbering if style.counts))
_SOME_WORDS = ListOf(PRINTED, or_one=True)
_SECTIONS = ListOf(Recursive(lambda: record_of(SectionSpec)))


@dataclass(frozen=True, slots=True, kw_only=True)
class ConditionSpec(Spec):
    """On which answers of another section an item depends."""

    section: Text | None = key("muc", "mã của mục chọn hay đánh dấu", NAME)
    answers: tuple[Text, ...] = key(
        "la", "các câu trả lời để mục này được hỏi", ListOf(TEXT, or_one=True)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionSpec(Spec):
    """A section, or, where it has a `passage`, words that are printed as they stand."""

    id: Text | None = optional_key("ma", "mã của mục, đơn vị viết lời văn dưới khóa này", NAME)
    title: tuple[Text, ...] = key(
        "tieu_de",
        "đề mục, in đúng như viết; nhiều dòng thì mỗi dòng một ý",
        _SOME_WORDS,
        unless="doan",
    )
    passage: Text | None = optional_key(
        "doan", "thay cho tieu_de: đoạn văn in nguyên như viết, không hỏi gì", PRINTED
    )
    hint: Text | None = optional_key("goi_y", "gợi ý cho người viết, không in", TEXT)
    footnote: Text | None = optional_key(
        "chu_thich", "chú thích của đề mục, in ở cuối trang", PRINTED
    )
    numbering: Text | None = optional_key("danh_so", "kiểu đánh số riêng của mục này", _NUMBERING)
    kind: Text | None = optional_key(
        "loai", "câu trả lời là gì; không ghi thì là lời văn (van)", member(AnswerKind)
    )
    measure: Text | None = optional_key("don_vi_tinh", "đơn vị tính của số hay tỷ lệ", PRINTED)
    decimals: Text | None = optional_key(
        "so_le", "số chữ số lẻ nhiều nhất; tỷ lệ phần trăm không ghi thì là 1", DIGIT
    )
    minimum: Text | None = optional_key(
        "nho_nhat", "số nhỏ nhất được ghi; không ghi thì là 0", FIGURE
    )
    maximum: Text | None = optional_key("lon_nhat", "số lớn nhất được ghi", FIGURE)
    pattern: Text | None = optional_key(
        "mau_in", "cách in tỷ lệ, ví dụ {tu}/{mau} đơn vị (đạt {ty_le}%)", PRINTED
    )
    may_exceed: Text | None = optional_key(
        "vuot", "số đạt có được lớn hơn tổng số hay không", YES_NO
    )
    choices: tuple[Text, ...] = optional_key("lua_chon", "các lựa chọn", ListOf(PRINTED))
    fewest_words: Text | None = optional_key("it_nhat", "lời văn có ít nhất bao nhiêu chữ", COUNT)
    most_words: Text | None = optional_key(
        "nhieu_nhat", "lời văn có nhiều nhất bao nhiêu chữ", COUNT
    )
    optional: Text | None = optional_key(
        "neu_co", "được để trống; để trống thì không in mục này", YES_NO
    )
    words_if_empty: Text | None = optional_key(
        "khi_trong", "được để trống; để trống thì in câu này", PRINTED
    )
    levels: tuple[Text, ...] = optional_key(
        "chi_cap", "chỉ hỏi các cấp này", ListOf(FOLDER_ID, or_one=True)
    )
    condition: ConditionSpec | None = optional_key(
        "khi", "chỉ hỏi khi một mục khác trả lời như ghi ở đây", record_of(ConditionSpec)
    )
    form: Text | None = optional_key("bieu", "biểu in trong mục này, sau lời văn", NAME)
    sections: tuple["SectionSpec", ...] = optional_key("muc", "các mục con", _SECTIONS)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankSpec(Spec):
    """A blank in the titles, which each unit fills once."""

    id: Text | None = key("ma", "mã của chỗ trống, gọi trong đề mục bằng {mã}", NAME)
    name: Text | None = key("ten", "tên của chỗ trống", PRINTED)
    hint: Text | None = optional_key("goi_y", "gợi ý cho người viết, không in", TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineSpec(Spec):
    """The whole outline; `numbering` are the styles of its levels from the top."""

    title: tuple[Text, ...] = optional_key("tieu_de", "tên đề cương, mỗi dòng một ý", _SOME_WORDS)
    attached: Text | None = optional_key("dinh_kem", "dòng «(Đính kèm …)»", PRINTED)
    signature_note: Text | None = optional_key(
        "ghi_chu_ky", "ghi chú in ở chỗ ký khi chưa có tên người ký", PRINTED
    )
    numbering: tuple[Text, ...] = key(
        "danh_so", "kiểu đánh số của từng bậc, viết bằng số thứ nhất", ListOf(_NUMBERING)
    )
    continuous: tuple[Text, ...] = optional_key(
        "danh_so_lien_tuc", "kiểu đánh số chạy suốt đề cương", ListOf(_COUNTING)
    )
    blanks: tuple[BlankSpec, ...] = optional_key(
        "cho_trong",
        "chỗ trống trong đề mục mà mỗi đơn vị điền một lần",
        ListOf(record_of(BlankSpec)),
    )
    sections: tuple[SectionSpec, ...] = key("muc", "các mục của đề cương", _SECTIONS)
