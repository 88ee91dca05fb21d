"""Tệp lồng quá nhiều bậc.

Nội dung báo cáo viết phẳng, mỗi mục một khóa; tệp lồng quá sâu là tệp gõ nhầm hoặc tệp hỏng.

Sai::

    thuan_loi: [[[[[[[[[[[[[[[[[[[[[[[[[[[ Đoạn văn ]]]]]]]]]]]]]]]]]]]]]]]]]]]

Đúng::

    thuan_loi: Đoạn văn.
"""

from baocao.diagnostics import Diagnostic, Rule, Span

RULE = Rule.of_module(__name__, __doc__)


def fault(span: Span, limit: int) -> Diagnostic:
    """Report a collection that stands deeper than `limit`."""
    return RULE.error(
        span,
        f"Chỗ này lồng quá {limit} bậc.",
        "Đề nghị bỏ bớt dấu ngoặc hoặc bớt thụt lề, mỗi mục chỉ viết một khóa ở đầu dòng.",
    )
