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

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.form import Column, ColumnRole, Row

RULE = Rule.of_module(__name__, __doc__)


def fault(span: Span, found: int, row: Row, columns: tuple[Column, ...]) -> Diagnostic:
    """Report a row with `found` cells, at `span`, where the form has `columns`."""
    titles = ", ".join(column.title for column in columns)
    cell = cell_word(columns)
    return RULE.error(
        span,
        f"Chỉ tiêu «{row.name}» có {found} {cell}, biểu cần {len(columns)} {cell} ({titles}).",
        f"Đề nghị viết đủ mỗi cột một {cell}, chỗ chưa có số liệu viết ~; hàng nghìn ngăn bằng dấu "
        'chấm, ví dụ 1.200; số lẻ đặt trong dấu ngoặc kép thẳng, ví dụ "12,5".',
    )


def cell_word(columns: tuple[Column, ...]) -> str:
    """Name what stands in these columns: figures, or figures and words."""
    return "số" if all(column.role is ColumnRole.FIGURE for column in columns) else "ô"
