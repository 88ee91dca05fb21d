"""Trong biểu của đợt, hai khóa không đi với nhau.

Một dòng hoặc là số đơn vị điền, hoặc là số máy tính từ dòng khác, không thể là cả hai. Cột cũng
vậy: cột đơn vị điền không có công thức, cột máy tính không có giới hạn để so.

Sai và đúng::

    # bieu-so-lieu.yaml
    bieu:
      - ma: so_lieu
        tieu_de: Biểu số liệu
        cot:
          - {ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}
          - {ma: nam_nay, tieu_de: Năm nay}
        dong:
  -       - {ma: tong_so, noi_dung: Tổng số, cong: [nam, nu], nhu: nam}
  +       - {ma: tong_so, noi_dung: Tổng số, cong: [nam, nu]}
          - {ma: nam, noi_dung: Nam}
          - {ma: nu, noi_dung: Nữ}
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text, keys: tuple[str, str]) -> Diagnostic:
    """Report that two keys of one record exclude each other, at the second's value."""
    first, second = keys
    return RULE.error(
        text.span,
        f"Khóa «{second}» không đi cùng khóa «{first}».",
        "Đề nghị giữ một khóa, bỏ khóa kia.",
    )


def column(text: Text, key: str, role: str) -> Diagnostic:
    """Report a key that a column of this role has no use for."""
    return RULE.error(
        text.span,
        f"Cột loại «{role}» không dùng khóa «{key}».",
        "Đề nghị bỏ khóa ấy, hoặc sửa «loai» của cột.",
    )


def without(text: Text, key: str, needed: str) -> Diagnostic:
    """Report a key that says something only beside another."""
    return RULE.error(
        text.span,
        f"Khóa «{key}» chỉ dùng khi có khóa «{needed}».",
        f"Đề nghị thêm «{needed}», hoặc bỏ «{key}».",
    )


def within(text: Text, key: str) -> Diagnostic:
    """Report a key under a column that has it too."""
    return RULE.error(
        text.span,
        f"Khóa «{key}» không dùng trong một nhóm cột cũng có «{key}».",
        f"Đề nghị giữ «{key}» ở một trong hai nhóm cột.",
    )
