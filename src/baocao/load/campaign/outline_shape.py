"""The shape of `de-cuong.yaml`: every key that an outline may have, and what it means."""

from baocao.model.outline import AnswerKind, Numbering
from baocao.model.record import Key, ListOf, Record, Recursive
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
)

YES = "co"

_NUMBERING = choice(*(style.value for style in Numbering))
_COUNTING = choice(*(style.value for style in Numbering if style.counts))
_KIND = choice(*(kind.value for kind in AnswerKind))


def _section_shape() -> Record:
    return SECTION


CONDITION = Record(
    {
        "muc": Key(NAME, "mã của mục chọn hay đánh dấu", required=True),
        "la": Key(ListOf(TEXT, or_one=True), "các câu trả lời để mục này được hỏi", required=True),
    }
)
SECTION = Record(
    {
        "ma": Key(NAME, "mã của mục, đơn vị viết lời văn dưới khóa này"),
        "tieu_de": Key(
            ListOf(PRINTED, or_one=True),
            "đề mục, in đúng như viết; nhiều dòng thì mỗi dòng một ý",
            required=True,
            unless="doan",
        ),
        "doan": Key(PRINTED, "thay cho tieu_de: đoạn văn in nguyên như viết, không hỏi gì"),
        "goi_y": Key(TEXT, "gợi ý cho người viết, không in"),
        "chu_thich": Key(PRINTED, "chú thích của đề mục, in ở cuối trang"),
        "danh_so": Key(_NUMBERING, "kiểu đánh số riêng của mục này"),
        "loai": Key(_KIND, "câu trả lời là gì; không ghi thì là lời văn (van)"),
        "don_vi_tinh": Key(PRINTED, "đơn vị tính của số hay tỷ lệ"),
        "so_le": Key(DIGIT, "số chữ số lẻ nhiều nhất; tỷ lệ phần trăm không ghi thì là 1"),
        "nho_nhat": Key(FIGURE, "số nhỏ nhất được ghi; không ghi thì là 0"),
        "lon_nhat": Key(FIGURE, "số lớn nhất được ghi"),
        "mau_in": Key(PRINTED, "cách in tỷ lệ, ví dụ {tu}/{mau} đơn vị (đạt {ty_le}%)"),
        "vuot": Key(YES_NO, "số đạt có được lớn hơn tổng số hay không"),
        "lua_chon": Key(ListOf(PRINTED), "các lựa chọn"),
        "it_nhat": Key(COUNT, "lời văn có ít nhất bao nhiêu chữ"),
        "nhieu_nhat": Key(COUNT, "lời văn có nhiều nhất bao nhiêu chữ"),
        "neu_co": Key(YES_NO, "được để trống; để trống thì không in mục này"),
        "khi_trong": Key(PRINTED, "được để trống; để trống thì in câu này"),
        "chi_cap": Key(ListOf(FOLDER_ID, or_one=True), "chỉ hỏi các cấp này"),
        "khi": Key(CONDITION, "chỉ hỏi khi một mục khác trả lời như ghi ở đây"),
        "bieu": Key(NAME, "biểu in trong mục này, sau lời văn"),
        "muc": Key(ListOf(Recursive(_section_shape)), "các mục con"),
    }
)
BLANK = Record(
    {
        "ma": Key(NAME, "mã của chỗ trống, gọi trong đề mục bằng {mã}", required=True),
        "ten": Key(PRINTED, "tên của chỗ trống", required=True),
        "goi_y": Key(TEXT, "gợi ý cho người viết, không in"),
    }
)
OUTLINE = Record(
    {
        "tieu_de": Key(ListOf(PRINTED, or_one=True), "tên đề cương, mỗi dòng một ý"),
        "dinh_kem": Key(PRINTED, "dòng «(Đính kèm …)»"),
        "ghi_chu_ky": Key(PRINTED, "ghi chú in ở chỗ ký khi chưa có tên người ký"),
        "danh_so": Key(
            ListOf(_NUMBERING), "kiểu đánh số của từng bậc, viết bằng số thứ nhất", required=True
        ),
        "danh_so_lien_tuc": Key(ListOf(_COUNTING), "kiểu đánh số chạy suốt đề cương"),
        "cho_trong": Key(ListOf(BLANK), "chỗ trống trong đề mục mà mỗi đơn vị điền một lần"),
        "muc": Key(ListOf(Recursive(_section_shape)), "các mục của đề cương", required=True),
    }
)
