"""Trong tệp Word mẫu có thẻ bị định dạng của Word cắt rời mà chương trình không ghép lại được.

Word hay cắt một thẻ thành nhiều khúc cùng đoạn (đổi kiểu chữ, soát chính tả); những khúc ấy chương
trình tự ghép. Thẻ bị cắt ngang bởi siêu liên kết, theo dõi sửa đổi, trường tự động, hoặc nằm vắt
qua hai đoạn thì không ghép được.
"""

from baocao.diagnostics import Diagnostic, Rule, Span

RULE = Rule.of_module(__name__, __doc__)


def between_elements(span: Span, place: str, tag: str, cause: str) -> Diagnostic:
    """Report a tag that begins in one element of the paragraph and ends in another."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» bị cắt ngang bởi {cause}.",
        "Đề nghị xóa thẻ rồi gõ lại liền một mạch; nếu đang theo dõi sửa đổi thì chấp nhận sửa đổi "
        "trước, nếu có siêu liên kết thì gỡ liên kết.",
    )


def between_paragraphs(span: Span, place: str, around: str) -> Diagnostic:
    """Report a tag that begins in one paragraph and ends in the next."""
    return RULE.error(
        span,
        f"{place}: thẻ mở ở «{around}» nằm vắt sang đoạn sau.",
        "Đề nghị xóa dấu xuống dòng để cả thẻ nằm trong một đoạn.",
    )
