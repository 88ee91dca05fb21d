"""Chỉ tiêu không có trong biểu.

Số liệu viết dưới một mã gõ sai sẽ không được in, cũng không được cộng vào đâu; vì vậy chương trình
không bỏ qua mà hỏi lại.

Sai::

    # so-lieu.yaml
    sang_kiem: [120, 135, 140, 150, 160]

Đúng::

    # so-lieu.yaml
    sang_kien: [120, 135, 140, 150, 160]
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.form import Form, Row, RowRole
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean, listed

RULE = Rule.of_module(__name__, __doc__)


def fault(key: Text, form: Form) -> Diagnostic:
    """Report `key`, which is no row of `form`."""
    known = tuple(row.id for row in form.rows if row.role in (RowRole.GIVEN, RowRole.LIST))
    return RULE.error(
        key.span,
        f"Biểu không có chỉ tiêu «{key.value}».{did_you_mean(closest(key.value, known))}",
        f"Đề nghị ghi đúng một trong các chỉ tiêu của biểu: {listed(known)}.",
    )


def computed(key: Text, row: Row) -> Diagnostic:
    """Report a row whose figures come from other rows, typed all the same."""
    return RULE.error(
        key.span,
        f"Chỉ tiêu «{row.name}» máy tự tính từ các chỉ tiêu khác, không phải điền.",
        f"Đề nghị xóa dòng {key.value}; số in ra là số tính được.",
    )


def heading(key: Text, row: Row) -> Diagnostic:
    """Report a heading with figures."""
    return RULE.error(
        key.span,
        f"«{row.name}» là dòng đề mục, không có số liệu.",
        f"Đề nghị xóa dòng {key.value}, hoặc chuyển số liệu sang đúng chỉ tiêu.",
    )


def list_in_group(key: Text, row: Row) -> Diagnostic:
    """Report a list that is typed under a group of columns."""
    return RULE.error(
        key.span,
        f"Danh sách «{row.name}» không viết trong một nhóm cột.",
        f"Đề nghị viết khóa {key.value}: ở ngoài nhóm cột, mỗi dòng của danh sách ghi đủ các cột.",
    )
