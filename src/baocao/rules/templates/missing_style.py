"""Tệp Word mẫu thiếu kiểu chữ (style) hoặc thiếu phần trang mà chương trình cần.

Chương trình in đề mục, đoạn và bảng bằng các kiểu chữ có tên trong mẫu; khổ giấy và lề lấy từ các
phần trang (section). Thiếu thì văn bản không còn đúng thể thức.
"""

from baocao.diagnostics import Diagnostic, Rule, Span

RULE = Rule.of_module(__name__, __doc__)


def styles(span: Span, names: tuple[str, ...]) -> Diagnostic:
    """Report styles that the program prints with."""
    return RULE.error(
        span,
        f"Mẫu thiếu kiểu chữ (style) {', '.join(names)}.",
        "Đề nghị thêm kiểu chữ đúng tên ấy, hoặc bắt đầu lại từ mẫu kèm theo chương trình.",
    )


def section(span: Span) -> Diagnostic:
    """Report a template without sheets."""
    return RULE.error(
        span,
        "Mẫu thiếu khổ giấy (phần trang).",
        "Đề nghị mở mẫu bằng Word, đặt khổ giấy A4 trong Layout rồi lưu lại.",
    )
