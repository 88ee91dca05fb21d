"""Số liệu ghi ở ô mà biểu không cho điền.

Ô gạch chéo hoặc in dấu x là ô không phát sinh số liệu; số ghi vào đó thường là lệch cột.

Sai::

    # bieu-so-lieu.yaml, chỉ tiêu này có: khong_dien: ["2012"]
    # so-lieu.yaml
    sang_kien: [120, 135, 140, 150, 160]

Đúng::

    # bieu-so-lieu.yaml, chỉ tiêu này có: khong_dien: ["2012"]
    # so-lieu.yaml
    sang_kien: [x, 135, 140, 150, 160]
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.form import Row
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text, row: Row, column: str) -> Diagnostic:
    """Report what was typed in a cell that takes nothing."""
    return RULE.error(
        text.span,
        f"Ô cột «{column}» của chỉ tiêu «{row.name}» không được điền, mà ghi «{text.value}».",
        "Đề nghị ghi x ở ô này; nếu số thuộc cột khác thì chuyển sang đúng cột.",
    )
