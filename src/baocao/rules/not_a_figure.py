"""Ô số liệu không phải là số.

Số liệu của các đơn vị được cộng lại, nên trong ô chỉ viết số; lời giải thích viết ở báo cáo, đơn vị
tính đã in trong biểu.

Sai::

    # so-lieu.yaml
    sang_kien: [120, khoảng 135, 140, 150, 160]

Đúng::

    # so-lieu.yaml
    sang_kien: [120, 135, 140, 150, 160]
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.form import Row
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)

_HINT = (
    'Đề nghị chỉ viết số, ví dụ 1.200; có số lẻ thì đặt trong dấu ngoặc kép, ví dụ "12,5"; '
    "chưa có số liệu thì viết ~."
)


def fault(text: Text, row: Row) -> Diagnostic:
    """Report a cell whose text is no figure."""
    return RULE.error(text.span, f"«{text.value}» ở chỉ tiêu «{row.name}» không phải là số.", _HINT)


def too_long(text: Text, row: Row) -> Diagnostic:
    """Report a figure with more digits than are read."""
    return RULE.error(
        text.span,
        f"«{text.value}» ở chỉ tiêu «{row.name}» có quá nhiều chữ số.",
        "Đề nghị xem lại con số; mỗi số có nhiều nhất 30 chữ số.",
    )


def in_curly_quotes(text: Text, row: Row) -> Diagnostic:
    """Report a cell in Word's curly quotes, which YAML takes as part of the text."""
    return RULE.error(
        text.source.span(text.start, text.start + 1),
        f"Dấu ngoặc kép cong «{text.value[:1]}» ở chỉ tiêu «{row.name}» không dùng được ở đây.",
        'Đề nghị gõ lại bằng dấu ngoặc kép thẳng, ví dụ "12,5".',
    )


def nested(at: Text, row: Row) -> Diagnostic:
    """Report a cell that is a list or a record."""
    return RULE.error(at.span, f"Một ô của chỉ tiêu «{row.name}» không phải là số.", _HINT)
