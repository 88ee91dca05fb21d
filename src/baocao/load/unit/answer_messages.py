"""Messages about an answer other than prose: the rule and its sentences."""

from decimal import Decimal

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean
from baocao.vietnamese.figures import format_figure

MALFORMED_ANSWER = Rule(
    "malformed-answer",
    """Câu trả lời không đúng loại mà đề cương hỏi.

Đề cương có thể hỏi một con số, một ngày, một tỷ lệ như 45/50, một lựa chọn hay những ô đánh dấu.
Những câu ấy được đọc chính xác để in đúng và để cấp trên tổng hợp, nên chương trình không đoán.

Sai và đúng::

    # de-cuong.yaml, mục này có: loai: ty_le
  - thuan_loi: khoảng 90%
  + thuan_loi: 45/50
""",
)


_ANSWER_HINT = "Đề nghị chỉ viết số, ví dụ 1.200 hoặc 12,5; chưa có thì viết ~."


_RATIO = "Đề nghị viết hai số nguyên cách nhau bằng dấu gạch chéo, ví dụ 45/50."


def answer_not_a_figure(text: Text, name: str) -> Diagnostic:
    return MALFORMED_ANSWER.error(
        text.span, f"«{text.value}» ở mục «{name}» không phải là một con số.", _ANSWER_HINT
    )


def ambiguous_answer(text: Text, name: str) -> Diagnostic:
    return MALFORMED_ANSWER.error(
        text.span,
        f"«{text.value}» ở mục «{name}» không rõ là hàng nghìn hay số lẻ.",
        "Đề nghị viết theo lối Việt Nam: dấu chấm ngăn hàng nghìn, ví dụ 1.200; dấu phẩy ngăn "
        "phần lẻ, ví dụ 1,2.",
    )


def answer_with_decimals(text: Text, name: str, places: int) -> Diagnostic:
    allowed = "phải là số nguyên" if places == 0 else f"chỉ lấy đến {places} chữ số lẻ"
    return MALFORMED_ANSWER.error(
        text.span,
        f"«{text.value}» có quá nhiều chữ số lẻ, mà mục «{name}» {allowed}.",
        "Đề nghị làm tròn theo số liệu gốc rồi ghi lại.",
    )


def answer_too_small(text: Text, name: str, least: Decimal) -> Diagnostic:
    return _outside(text, name, f"không nhỏ hơn {format_figure(least)}")


def answer_too_large(text: Text, name: str, most: Decimal) -> Diagnostic:
    return _outside(text, name, f"không lớn hơn {format_figure(most)}")


def _outside(text: Text, name: str, limit: str) -> Diagnostic:
    return MALFORMED_ANSWER.error(
        text.span,
        f"«{text.value}» ở mục «{name}» ngoài khoảng: đề cương quy định {limit}.",
        "Đề nghị xem lại con số và đơn vị tính.",
    )


def answer_not_a_ratio(text: Text, name: str) -> Diagnostic:
    return MALFORMED_ANSWER.error(
        text.span, f"«{text.value}» ở mục «{name}» không phải là một tỷ lệ.", _RATIO
    )


def ratio_of_nothing(text: Text, name: str) -> Diagnostic:
    return MALFORMED_ANSWER.error(
        text.span,
        f"«{text.value}» ở mục «{name}» có tổng số bằng 0 nên không tính được tỷ lệ.",
        "Đề nghị xem lại tổng số, là số đứng sau dấu gạch chéo.",
    )


def ratio_exceeds_one(text: Text, name: str) -> Diagnostic:
    return MALFORMED_ANSWER.error(
        text.span,
        f"«{text.value}» ở mục «{name}» có số đạt lớn hơn tổng số.",
        "Đề nghị viết số đạt ở trước, tổng số ở sau dấu gạch chéo.",
    )


def answer_not_a_choice(text: Text, name: str, choices: tuple[str, ...]) -> Diagnostic:
    return MALFORMED_ANSWER.error(
        text.span,
        f"Mục «{name}» không có lựa chọn «{text.value}»."
        f"{did_you_mean(closest(text.value, choices))}",
        f"Đề nghị ghi đúng từng chữ: {'; '.join(choices)}.",
    )
