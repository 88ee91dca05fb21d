"""Hình vẽ SVG có phần chạy được, hoặc gọi ra ngoài tệp.

SVG có thể mang lệnh, phần chuyển động, ảnh và phông chữ lấy từ nơi khác. Văn bản lưu trữ phải tự đủ
và in ra lúc nào cũng như nhau, nên chỉ nhận hình vẽ gồm nét, màu và chữ.
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)

_ADVICE = "Đề nghị lưu hình vẽ thành ảnh PNG rồi dùng ảnh ấy."


def element(text: Text, name: str) -> Diagnostic:
    """Report an element that is no stroke, colour or words, such as `script`."""
    message = f"Hình vẽ «{text.value.strip()}» có phần <{name}> không được dùng."
    return RULE.error(text.span, message, _ADVICE)


def attribute(text: Text, name: str) -> Diagnostic:
    """Report an attribute that runs something, such as `onload`."""
    message = f"Hình vẽ «{text.value.strip()}» có lệnh chạy khi mở ({name})."
    return RULE.error(text.span, message, _ADVICE)


def reference(text: Text, address: str) -> Diagnostic:
    """Report an address outside the drawing."""
    message = f"Hình vẽ «{text.value.strip()}» gọi ra ngoài tệp: «{address}»."
    return RULE.error(text.span, message, _ADVICE)


def declarations(text: Text) -> Diagnostic:
    """Report a drawing that declares entities of its own, which can multiply without end."""
    message = f"Hình vẽ «{text.value.strip()}» tự khai báo ký hiệu thay thế (<!ENTITY)."
    return RULE.error(text.span, message, _ADVICE)


def loop(text: Text, name: str) -> Diagnostic:
    """Report an element that draws itself again."""
    message = f"Hình vẽ «{text.value.strip()}» có phần «{name}» tự vẽ lại chính mình."
    return RULE.error(text.span, message, _ADVICE)
