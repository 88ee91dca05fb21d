"""Tệp mẫu có thứ có thể chạy lệnh, đọc tệp khác, lấy dữ liệu từ ngoài vào hoặc làm treo máy.

Mẫu thường chép từ người này sang người khác, nên chương trình chỉ nhận mẫu gồm chữ, kiểu chữ và
thẻ in trường: không macro, không đối tượng nhúng, không liên kết tới tệp hay mạng, không lệnh.
Siêu liên kết https và mailto để người đọc bấm thì được.
"""

from baocao.diagnostics import Diagnostic, Rule, Span

RULE = Rule.of_module(__name__, __doc__)


def construct(span: Span, place: str, what: str) -> Diagnostic:
    """Report a construct of Jinja2 that templates may not use."""
    return RULE.error(
        span,
        f"{place}: {what} không dùng được trong mẫu.",
        "Đề nghị chỉ in trường, chọn bằng if và lặp bằng for, như trong mẫu kèm theo chương trình.",
    )


def content(span: Span, place: str, what: str) -> Diagnostic:
    """Report part of a package or page that may do harm."""
    return RULE.error(
        span,
        f"{place}: mẫu có {what}.",
        "Đề nghị gỡ bỏ phần ấy khỏi mẫu rồi lưu lại; ảnh thì chèn hẳn vào tệp, macro thì lưu lại "
        "tệp dạng .docx thường.",
    )


def package(span: Span, detail: str) -> Diagnostic:
    """Report a package whose members are arranged so as to mislead."""
    return RULE.error(
        span,
        f"Tệp mẫu là một tệp nén bất thường: {detail}.",
        "Đề nghị không dùng tệp này; nếu là mẫu của đơn vị, mở bằng Word rồi lưu thành tệp mới.",
    )
