"""Một cấp đề mục có nhiều mục hơn số chữ cái để đánh số.

Kiểu a), A. và Phần A chỉ có 23 chữ cái (a b c d đ e g h i k l m n o p q r s t u v x y), không có
chữ thứ 24.
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(at: Text, style: str, most: int) -> Diagnostic:
    """Report the first section that no letter is left for, past `most` of them."""
    return RULE.error(
        at.span,
        f"Đây là mục thứ {most + 1}, kiểu đánh số {style} chỉ đánh được {most} mục.",
        "Đề nghị chia thành nhiều nhóm, hoặc đổi danh_so của cấp này sang 1.",
    )
