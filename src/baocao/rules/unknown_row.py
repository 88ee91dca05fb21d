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

from baocao.diagnostics import Diagnostic, error
from baocao.model.form import Form
from baocao.model.text import Text
from baocao.suggestion import nearest, question


def fault(key: Text, form: Form) -> Diagnostic:
    """Report `key`, which is no row of `form`."""
    known = tuple(row.id for row in form.rows)
    return error(
        __name__,
        key.span,
        f"Biểu không có chỉ tiêu «{key.value}».{question(nearest(key.value, known))}",
        f"Đề nghị ghi đúng một trong các chỉ tiêu của biểu: {', '.join(known)}.",
    )
