"""Trong tệp của đợt báo cáo, một mã được nhắc đến mà không có ở đâu.

Ví dụ: tổng cộng của biểu gọi một cột không có, phụ lục gọi một biểu không có, đơn vị thuộc một
cấp không có.

Sai::

    # don-vi.yaml
    don_vi:
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: cap-tinh
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ

Đúng::

    # don-vi.yaml
    don_vi:
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: tinh-thanh-pho
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean, listed

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text, what: str, known: tuple[str, ...]) -> Diagnostic:
    """Report `text`, which names no `what`, such as «cột»."""
    usable = listed(tuple(dict.fromkeys(known)))
    return RULE.error(
        text.span,
        f"Không có {what} nào mang mã «{text.value}».{did_you_mean(closest(text.value, known))}",
        f"Đề nghị ghi đúng một trong các mã: {usable}.",
    )


def blank(text: Text, offset: int, typed: str, known: tuple[str, ...]) -> Diagnostic:
    """Report the blank `typed` at `offset` of the author's words, which nothing fills."""
    usable = ", ".join(dict.fromkeys(known))
    return RULE.error(
        text.span_of(offset, len(typed) + 2),
        f"Không có chỗ trống nào mang mã «{typed}».{did_you_mean(closest(typed, known))}",
        f"Đề nghị ghi đúng một trong các mã: {usable}.",
    )


def unattached(text: Text, offset: int, typed: str, form: str) -> Diagnostic:
    """Report the blank `typed` for the label of a form that is no appendix of the report."""
    return RULE.error(
        text.span_of(offset, len(typed) + 2),
        f"Biểu «{form}» không in làm phụ lục của báo cáo nên không có tên phụ lục để gọi.",
        "Đề nghị thêm mã biểu vào phu_luc của loại bao-cao trong dot-bao-cao.yaml, hoặc bỏ chỗ "
        "gọi này.",
    )


def not_a_choice_section(text: Text, choices: tuple[str, ...]) -> Diagnostic:
    """Report a condition on a section that is not answered by choosing."""
    return RULE.error(
        text.span,
        f"Mục «{text.value}» không phải là mục chọn hay đánh dấu nên không đặt điều kiện được.",
        f"Đề nghị ghi mã của một mục chọn hay đánh dấu: {', '.join(choices) or 'chưa có mục nào'}.",
    )
