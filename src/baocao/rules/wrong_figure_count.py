"""Số ô của một chỉ tiêu không bằng số cột của biểu.

Thiếu hay thừa một số thì các số sau đó lệch cột. Hay gặp: viết số lẻ 12,5 mà không đặt trong dấu
ngoặc kép, dấu phẩy tách nó thành hai số.

Sai::

    # so-lieu.yaml
    sang_kien: [120, 135, 140, 150]

Đúng::

    # so-lieu.yaml
    sang_kien: [120, 135, 140, 150, ~]
"""

from baocao.diagnostics import Diagnostic, Span, error
from baocao.model.form import Column, Row


def fault(span: Span, found: int, row: Row, columns: tuple[Column, ...]) -> Diagnostic:
    """Report a row with `found` figures, at `span`, where the form has `columns`."""
    titles = ", ".join(column.title for column in columns)
    return error(
        __name__,
        span,
        f"Chỉ tiêu «{row.name}» có {found} số, biểu cần {len(columns)} số ({titles}).",
        "Đề nghị viết đủ mỗi cột một số, chỗ chưa có số liệu viết ~; hàng nghìn ngăn bằng dấu "
        'chấm, ví dụ 1.200; số lẻ đặt trong dấu ngoặc kép thẳng, ví dụ "12,5".',
    )
