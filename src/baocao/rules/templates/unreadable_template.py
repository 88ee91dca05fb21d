"""Tệp mẫu không đọc được: không phải tệp Word, tệp hỏng, hoặc lớn quá giới hạn.

Mẫu Word đọc được tới 20 MB, 64 MB sau khi giải nén, 1.000 tệp con; mẫu HTML, CSS tới 1 MB; mỗi
phần tới 5.000 thẻ, mỗi thẻ 2.000 chữ. Mẫu thật không bao giờ tới các mức ấy.
"""

from baocao.diagnostics import Diagnostic, Rule, Span

RULE = Rule.of_module(__name__, __doc__)

_AGAIN = "Đề nghị mở tệp bằng Word rồi lưu lại dạng .docx, hoặc lấy lại mẫu kèm theo chương trình."


def no_word_file(span: Span, detail: str) -> Diagnostic:
    """Report what is no package of Word, or a broken one."""
    return RULE.error(span, f"Tệp không phải là tệp Word (.docx): {detail}.", _AGAIN)


def too_large(span: Span, what: str, limit: str) -> Diagnostic:
    """Report a template over a limit, such as «quá lớn khi giải nén» and «64 MB»."""
    return RULE.error(
        span,
        f"Tệp mẫu {what}, quá giới hạn {limit}.",
        "Đề nghị xem lại có chọn nhầm tệp không; mẫu chỉ cần khung văn bản, ảnh để cỡ vừa in.",
    )


def unreadable(span: Span, detail: str) -> Diagnostic:
    """Report a text file that cannot be opened or is not in UTF-8."""
    return RULE.error(
        span, f"Không đọc được tệp mẫu: {detail}.", "Đề nghị lưu lại tệp bằng mã UTF-8."
    )
