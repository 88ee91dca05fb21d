"""Chỗ in số liệu `{{ … }}` viết không đúng cách.

Trong dấu {{ }} chỉ viết: mã chỉ tiêu, dấu chấm, mã cột; hoặc tang_truong(số trước, số sau);
hoặc bang_chu(số).

Sai::

    thuan_loi: |
      Toàn tỉnh có {{ sang_kien }} sáng kiến.

Đúng::

    thuan_loi: |
      Toàn tỉnh có {{ sang_kien.tong }} sáng kiến.
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.paper import Reference
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)

_LONGEST = 60
_FORMS = (
    "Đề nghị viết như {{ ma_chi_tieu.ma_cot }}, "
    "{{ tang_truong(ma_chi_tieu.ma_cot, ma_chi_tieu.ma_cot) }} "
    "hoặc {{ bang_chu(ma_chi_tieu.ma_cot) }}, với mã ghi trong biểu số liệu."
)


def fault(text: Text, reference: Reference) -> Diagnostic:
    """Report a reference outside the grammar."""
    typed = " ".join(reference.expression.split())
    shown = typed if len(typed) <= _LONGEST else f"{typed[:_LONGEST]}…"
    return RULE.error(
        text.span_of(reference.offset, reference.length),
        f"Không hiểu «{shown}» trong dấu {{{{ }}}}." if shown else "Trong dấu {{ }} chưa viết gì.",
        _FORMS,
    )


def unopened(text: Text, offset: int) -> Diagnostic:
    """Report a `}}` without its `{{`."""
    return RULE.error(
        text.span_of(offset, 2),
        "Dấu }} ở đây không có dấu {{ mở ở trước.",
        _FORMS,
    )


def unclosed(text: Text, offset: int) -> Diagnostic:
    """Report a `{{` without its `}}`."""
    return RULE.error(
        text.span_of(offset, 2),
        "Dấu {{ đã mở mà chưa đóng bằng }}.",
        _FORMS,
    )
