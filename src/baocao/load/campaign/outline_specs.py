"""The records of `de-cuong.yaml` as typed: every key that an outline may have."""

from dataclasses import dataclass

from baocao.load.records.bind import Spec
from baocao.model.outline import AnswerKind, Numbering
from baocao.model.record import ListOf, Recursive, key, record_of
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

    id: Text | None = key("ma", "mã của mục, đơn vị viết lời văn dưới khóa này", NAME, default=None)
    title: tuple[Text, ...] = key(
        "tieu_de",
        "đề mục, in đúng như viết; nhiều dòng thì mỗi dòng một ý",
        _SOME_WORDS,
        unless="doan",
    )
    passage: Text | None = key(
        "doan", "thay cho tieu_de: đoạn văn in nguyên như viết, không hỏi gì", PRINTED, default=None
    )
    hint: Text | None = key("goi_y", "gợi ý cho người viết, không in", TEXT, default=None)
    footnote: Text | None = key(
        "chu_thich", "chú thích của đề mục, in ở cuối trang", PRINTED, default=None
    )
    numbering: Text | None = key(
        "danh_so", "kiểu đánh số riêng của mục này", _NUMBERING, default=None
    )
    kind: Text | None = key(
        "loai",
        "câu trả lời là gì; không ghi thì là lời văn (van)",
        member(AnswerKind),
        default=None,
    )
    measure: Text | None = key("don_vi_tinh", "đơn vị tính của số hay tỷ lệ", PRINTED, default=None)
    decimals: Text | None = key(
        "so_le",
        "số chữ số lẻ nhiều nhất; tỷ lệ phần trăm không ghi thì là 1",
        DIGIT,
        default=None,
    )
    minimum: Text | None = key(
        "nho_nhat", "số nhỏ nhất được ghi; không ghi thì là 0", FIGURE, default=None
    )
    maximum: Text | None = key("lon_nhat", "số lớn nhất được ghi", FIGURE, default=None)
    pattern: Text | None = key(
        "mau_in",
        "cách in tỷ lệ, ví dụ {tu}/{mau} đơn vị (đạt {ty_le}%)",
        PRINTED,
        default=None,
    )
    may_exceed: Text | None = key(
        "vuot", "số đạt có được lớn hơn tổng số hay không", YES_NO, default=None
    )
    choices: tuple[Text, ...] = key("lua_chon", "các lựa chọn", ListOf(PRINTED), default=())
    fewest_words: Text | None = key(
        "it_nhat", "lời văn có ít nhất bao nhiêu chữ", COUNT, default=None
    )
    most_words: Text | None = key(
        "nhieu_nhat", "lời văn có nhiều nhất bao nhiêu chữ", COUNT, default=None
    )
    optional: Text | None = key(
        "neu_co", "được để trống; để trống thì không in mục này", YES_NO, default=None
    )
    words_if_empty: Text | None = key(
        "khi_trong", "được để trống; để trống thì in câu này", PRINTED, default=None
    )
    levels: tuple[Text, ...] = key(
        "chi_cap", "chỉ hỏi các cấp này", ListOf(FOLDER_ID, or_one=True), default=()
    )
    condition: ConditionSpec | None = key(
        "khi",
        "chỉ hỏi khi một mục khác trả lời như ghi ở đây",
        record_of(ConditionSpec),
        default=None,
    )
    form: Text | None = key("bieu", "biểu in trong mục này, sau lời văn", NAME, default=None)
    sections: tuple["SectionSpec", ...] = key("muc", "các mục con", _SECTIONS, default=())


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankSpec(Spec):
    """A blank in the titles, which each unit fills once."""

    id: Text | None = key("ma", "mã của chỗ trống, gọi trong đề mục bằng {mã}", NAME)
    name: Text | None = key("ten", "tên của chỗ trống", PRINTED)
    hint: Text | None = key("goi_y", "gợi ý cho người viết, không in", TEXT, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlineSpec(Spec):
    """The whole outline; `numbering` are the styles of its levels from the top."""

    title: tuple[Text, ...] = key(
        "tieu_de", "tên đề cương, mỗi dòng một ý", _SOME_WORDS, default=()
    )
    attached: Text | None = key("dinh_kem", "dòng «(Đính kèm …)»", PRINTED, default=None)
    signature_note: Text | None = key(
        "ghi_chu_ky", "ghi chú in ở chỗ ký khi chưa có tên người ký", PRINTED, default=None
    )
    numbering: tuple[Text, ...] = key(
        "danh_so", "kiểu đánh số của từng bậc, viết bằng số thứ nhất", ListOf(_NUMBERING)
    )
    continuous: tuple[Text, ...] = key(
        "danh_so_lien_tuc", "kiểu đánh số chạy suốt đề cương", ListOf(_COUNTING), default=()
    )
    blanks: tuple[BlankSpec, ...] = key(
        "cho_trong",
        "chỗ trống trong đề mục mà mỗi đơn vị điền một lần",
        ListOf(record_of(BlankSpec)),
        default=(),
    )
    sections: tuple[SectionSpec, ...] = key("muc", "các mục của đề cương", _SECTIONS)
