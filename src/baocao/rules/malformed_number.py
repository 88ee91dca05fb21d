"""Số văn bản viết không đúng dạng.

Số, ký hiệu gồm số thứ tự, dấu gạch chéo, chữ viết tắt tên loại, gạch nối, chữ viết tắt cơ quan;
không có dấu cách (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3).

Sai::

    so: 45/BC - LĐLĐ

Đúng::

    so: 45/BC-LĐLĐ
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text) -> Diagnostic:
    """Report `text`, which is no document number."""
    return RULE.error(
        text.span,
        f"«{text.value}» không phải là số văn bản.",
        "Đề nghị chỉ ghi số, ví dụ 45, hoặc ghi đủ như 45/BC-LĐLĐ, không có dấu cách; "
        "chưa có số thì viết ~.",
    )
