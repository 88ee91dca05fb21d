"""Dấu # cắt mất phần sau của câu.

Trong YAML, dấu # đứng sau dấu cách mở đầu một ghi chú: từ đó đến hết dòng sẽ không được in.

Sai::

    thuan_loi: Tổ sản xuất # 1 dẫn đầu phong trào.

Đúng::

    thuan_loi: "Tổ sản xuất # 1 dẫn đầu phong trào."
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text, start: int, end: int) -> Diagnostic:
    """Report the words from offset `start` to `end` of the source, which YAML takes as a note."""
    lost = text.source.text[start:end]
    return RULE.error(
        text.source.span(start, end),
        f"«{lost}» đứng sau dấu # nên sẽ không được in.",
        "Nếu đó là lời văn, đề nghị đặt cả câu trong dấu ngoặc kép hoặc viết dưới dấu |; "
        "nếu là ghi chú, đề nghị chuyển lên dòng riêng.",
    )
