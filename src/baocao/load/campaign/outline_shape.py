"""The shape of `de-cuong.yaml`: every key that an outline may have, and what it means."""

from baocao.load.records.identifiers import COUNT, DIGIT, FIGURE, FOLDER_ID, NAME, YES_NO
from baocao.load.records.shape import PRINTED, TEXT, Entry, Many, Record, Recursive, choice
from baocao.model.answer_type import AnswerKind
from baocao.model.outline import Numbering

YES = "co"

_NUMBERING = choice(*(style.value for style in Numbering))
_COUNTING = choice(*(style.value for style in Numbering if style.counts))
_KIND = choice(*(kind.value for kind in AnswerKind))


def _section_shape() -> Record:
    return SECTION


CONDITION = Record(
    {
        "muc": Entry(NAME, "mã của mục chọn hay đánh dấu", required=True),
        "la": Entry(Many(TEXT, or_one=True), "các câu trả lời để mục này được hỏi", required=True),
    }
)
SECTION = Record(
    {
        "ma": Entry(NAME, "mã của mục, đơn vị viết lời văn dưới khóa này"),
        "tieu_de": Entry(
            Many(PRINTED, or_one=True),
            "đề mục, in đúng như viết; nhiều dòng thì mỗi dòng một ý",
            required=True,
            unless="doan",
        ),
        "doan": Entry(PRINTED, "thay cho tieu_de: đoạn văn in nguyên như viết, không hỏi gì"),
        "goi_y": Entry(TEXT, "gợi ý cho người viết, không in"),
        "chu_thich": Entry(PRINTED, "chú thích của đề mục, in ở cuối trang"),
        "danh_so": Entry(_NUMBERING, "kiểu đánh số riêng của mục này"),
        "loai": Entry(_KIND, "câu trả lời là gì; không ghi thì là lời văn (van)"),
        "don_vi_tinh": Entry(PRINTED, "đơn vị tính của số hay tỷ lệ"),
        "so_le": Entry(DIGIT, "số chữ số lẻ nhiều nhất; tỷ lệ phần trăm không ghi thì là 1"),
        "nho_nhat": Entry(FIGURE, "số nhỏ nhất được ghi; không ghi thì là 0"),
        "lon_nhat": Entry(FIGURE, "số lớn nhất được ghi"),
        "mau_in": Entry(PRINTED, "cách in tỷ lệ, ví dụ {tu}/{mau} đơn vị (đạt {ty_le}%)"),
        "vuot": Entry(YES_NO, "số đạt có được lớn hơn tổng số hay không"),
        "lua_chon": Entry(Many(PRINTED), "các lựa chọn"),
        "it_nhat": Entry(COUNT, "lời văn có ít nhất bao nhiêu chữ"),
        "nhieu_nhat": Entry(COUNT, "lời văn có nhiều nhất bao nhiêu chữ"),
        "neu_co": Entry(YES_NO, "được để trống; để trống thì không in mục này"),
        "khi_trong": Entry(PRINTED, "được để trống; để trống thì in câu này"),
        "chi_cap": Entry(Many(FOLDER_ID, or_one=True), "chỉ hỏi các cấp này"),
        "khi": Entry(CONDITION, "chỉ hỏi khi một mục khác trả lời như ghi ở đây"),
        "bieu": Entry(NAME, "biểu in trong mục này, sau lời văn"),
        "muc": Entry(Many(Recursive(_section_shape)), "các mục con"),
    }
)
BLANK = Record(
    {
        "ma": Entry(NAME, "mã của chỗ trống, gọi trong đề mục bằng {mã}", required=True),
        "ten": Entry(PRINTED, "tên của chỗ trống", required=True),
        "goi_y": Entry(TEXT, "gợi ý cho người viết, không in"),
    }
)
OUTLINE = Record(
    {
        "tieu_de": Entry(Many(PRINTED, or_one=True), "tên đề cương, mỗi dòng một ý"),
        "dinh_kem": Entry(PRINTED, "dòng «(Đính kèm …)»"),
        "ghi_chu_ky": Entry(PRINTED, "ghi chú in ở chỗ ký khi chưa có tên người ký"),
        "danh_so": Entry(
            Many(_NUMBERING), "kiểu đánh số của từng bậc, viết bằng số thứ nhất", required=True
        ),
        "danh_so_lien_tuc": Entry(Many(_COUNTING), "kiểu đánh số chạy suốt đề cương"),
        "cho_trong": Entry(Many(BLANK), "chỗ trống trong đề mục mà mỗi đơn vị điền một lần"),
        "muc": Entry(Many(Recursive(_section_shape)), "các mục của đề cương", required=True),
    }
)
