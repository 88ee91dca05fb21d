"""Giá trị không đúng dạng mà khóa ấy cần.

Mã là chữ thường không dấu; năm là bốn chữ số; có khóa chỉ nhận một trong vài giá trị.

Sai::

    # dot-bao-cao.yaml
    tu_nam: năm 2012

Đúng::

    # dot-bao-cao.yaml
    tu_nam: 2012
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text, expected: str) -> Diagnostic:
    """Report `text`, which is not what is `expected`, such as «một năm gồm bốn chữ số»."""
    return RULE.error(
        text.span,
        f"«{text.value}» không dùng được: chỗ này cần {expected}.",
        "Đề nghị sửa lại cho đúng dạng.",
    )
