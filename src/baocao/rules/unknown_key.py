"""Khóa không dùng ở chỗ này.

Một khóa gõ sai tên sẽ không được in vào đâu cả; vì vậy chương trình không bỏ qua mà hỏi lại.

Sai::

    # dot-bao-cao.yaml
    can_cu_vao: Kế hoạch số 07/KH-TLĐ

Đúng::

    # dot-bao-cao.yaml
    can_cu: Kế hoạch số 07/KH-TLĐ
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean

RULE = Rule.of_module(__name__, __doc__)


def extra_cell(cell: Text) -> Diagnostic:
    """Report a cell of a CSV line beyond the last column."""
    return RULE.error(
        cell.span,
        f"Ô «{cell.value}» đứng ngoài cột cuối cùng.",
        "Đề nghị xem lại dấu ngăn ô ở dòng này; ô có dấu ngăn bên trong thì đặt trong ngoặc kép.",
    )


def fault(key: Text, known: tuple[str, ...]) -> Diagnostic:
    """Report `key`, which is none of `known`."""
    return RULE.error(
        key.span,
        f"Ở đây không có khóa «{key.value}».{did_you_mean(closest(key.value, known))}",
        f"Đề nghị ghi đúng một trong các khóa: {', '.join(known)}.",
    )


def unfit(key: Text, kind: str, kinds: tuple[str, ...]) -> Diagnostic:
    """Report a key of a section that answers of its kind have no use for."""
    return RULE.error(
        key.span,
        f"Khóa «{key.value}» không dùng với mục loại «{kind}».",
        f"Đề nghị bỏ khóa này, hoặc đổi loai thành: {', '.join(kinds)}.",
    )
