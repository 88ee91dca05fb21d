"""Tệp có quá nhiều giá trị, hoặc quá nhiều lỗi, nên chương trình ngừng đọc giữa chừng.

Tệp như vậy hầu hết là chọn nhầm tệp hoặc tệp hỏng; đọc hết chỉ làm máy chậm. Mỗi tệp của đơn vị đọc
nhiều nhất khoảng một trăm nghìn giá trị.
"""

from dataclasses import replace
from decimal import Decimal

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.vietnamese.figures import format_figure

RULE = Rule.of_module(__name__, __doc__)


def values(span: Span, limit: int) -> Diagnostic:
    """Report the place at which `limit` values have been read."""
    most = format_figure(Decimal(limit))
    return RULE.error(
        span,
        f"Đến đây tệp đã có hơn {most} giá trị nên chương trình ngừng đọc.",
        "Đề nghị xem lại có chọn nhầm tệp không, hoặc có đoạn nào chép lặp nhiều lần.",
    )


def faults(span: Span, limit: int) -> Diagnostic:
    """Report the place at which `limit` faults have been found."""
    return RULE.error(
        span,
        f"Đến đây đã có {limit} chỗ như vậy nên chương trình không nêu thêm.",
        "Đề nghị sửa các chỗ đã nêu rồi kiểm tra lại.",
    )


def more(fault: Diagnostic, limit: int) -> Diagnostic:
    """Report that after `limit` faults of a rule there is this one and perhaps more; as grave."""
    return replace(faults(fault.span, limit), severity=fault.severity)
