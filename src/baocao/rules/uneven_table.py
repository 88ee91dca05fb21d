"""Bảng gõ trong kế hoạch thừa ô, thiếu ô, hoặc rộng quá khổ giấy.

Bảng gõ bằng dấu |: dòng đầu là đầu cột, các dòng sau có bấy nhiêu ô; ô để trống thì chừa dấu cách
giữa hai dấu |.

Sai::

    # ke-hoach.yaml
    noi_dung: |
      I. TIẾN ĐỘ

      | Nội dung | Thời gian |
      | Gửi báo cáo | 30/10/2017 | Ban CSPL |

Đúng::

    # ke-hoach.yaml
    noi_dung: |
      I. TIẾN ĐỘ

      | Nội dung | Thời gian | Chủ trì |
      | Gửi báo cáo | 30/10/2017 | Ban CSPL |
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.free_outline import TableRow
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text, row: TableRow, head: TableRow) -> Diagnostic:
    """Report a row with more or fewer cells than the head."""
    return _fault(
        text,
        row,
        f"Dòng này của bảng có {len(row.cells)} ô, mà dòng đầu có {len(head.cells)} ô.",
        "Đề nghị thêm hoặc bớt dấu | cho đủ ô; ô để trống thì chừa dấu cách.",
    )


def without_rows(text: Text, head: TableRow) -> Diagnostic:
    """Report a table of nothing but its head."""
    return _fault(
        text,
        head,
        "Bảng chỉ có một dòng, là dòng đầu cột.",
        "Đề nghị thêm các dòng dưới, mỗi dòng bắt đầu bằng dấu |; nếu không phải là bảng, đề nghị "
        "bỏ dấu | ở đầu dòng.",
    )


def too_wide(text: Text, head: TableRow, needed: float, width: float) -> Diagnostic:
    """Report a table whose words alone are wider than the page."""
    return _fault(
        text,
        head,
        f"Bảng cần rộng {needed:.0f} mm, mà trang giấy chỉ có {width:.0f} mm.",
        "Đề nghị bớt cột, hoặc viết các ô ngắn lại.",
    )


def marked(text: Text, row: TableRow) -> Diagnostic:
    """Report marks of bold or italic in a cell, which prints plain words."""
    return _fault(
        text,
        row,
        "Trong ô của bảng không dùng được dấu * để in đậm, in nghiêng.",
        "Đề nghị bỏ các dấu * ở dòng này.",
    )


def _fault(text: Text, row: TableRow, message: str, hint: str) -> Diagnostic:
    return RULE.error(text.span_of(row.offset, row.length), message, hint)
