"""Tệp ảnh không in được.

Báo cáo nhận ảnh PNG, JPEG và hình vẽ SVG. Tệp phải đúng là loại mà đuôi tệp nói, chép đủ và không
phải ảnh động; nếu không, bản Word và bản PDF sẽ mỗi bản một khác.
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)

_TYPES = "PNG (.png), JPEG (.jpg, .jpeg), SVG (.svg)"


def ending(text: Text) -> Diagnostic:
    """Report a file whose ending is of no type that is printed."""
    return RULE.error(
        text.span,
        f"Loại tệp của «{text.value.strip()}» không in được.",
        f"Đề nghị lưu ảnh lại thành một trong các loại {_TYPES}.",
    )


def other_type(text: Text, expected: str) -> Diagnostic:
    """Report a file that is not of the type `expected`, such as «PNG», by its first bytes."""
    return RULE.error(
        text.span,
        f"«{text.value.strip()}» không phải là ảnh {expected} như đuôi tệp nói.",
        f"Đề nghị mở tệp bằng phần mềm xem ảnh rồi lưu lại thành loại {expected}, không chỉ đổi "
        "đuôi tệp.",
    )


def empty(text: Text) -> Diagnostic:
    """Report a file without a byte."""
    return RULE.error(
        text.span,
        f"Tệp ảnh «{text.value.strip()}» trống.",
        "Đề nghị chép lại tệp từ máy ảnh hoặc từ nơi gửi.",
    )


def broken(text: Text) -> Diagnostic:
    """Report a file that breaks off or cannot be decoded."""
    return RULE.error(
        text.span,
        f"Tệp ảnh «{text.value.strip()}» hỏng hoặc chép chưa đủ.",
        "Đề nghị chép lại tệp từ máy ảnh hoặc từ nơi gửi, mở xem thử rồi kiểm tra lại.",
    )


def animated(text: Text) -> Diagnostic:
    """Report a picture of several frames."""
    return RULE.error(
        text.span,
        f"«{text.value.strip()}» là ảnh động, giấy không in được.",
        "Đề nghị chọn một khung hình và lưu lại thành ảnh thường.",
    )


def without_size(text: Text) -> Diagnostic:
    """Report a drawing that does not say how wide and high it is, or lies far from any sheet."""
    return RULE.error(
        text.span,
        f"Hình vẽ «{text.value.strip()}» không ghi cỡ (viewBox), hoặc một chiều dài gấp hơn 20 lần "
        "chiều kia.",
        "Đề nghị xuất lại hình từ phần mềm vẽ, hoặc lưu thành ảnh PNG.",
    )
