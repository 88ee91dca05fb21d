"""Khóa không có trong mẫu.

Một khóa gõ sai tên sẽ không được in vào đâu cả; vì vậy chương trình không bỏ qua mà hỏi lại.

Sai::

    # dot-bao-cao.yaml
    can_cu_vao: Kế hoạch số 07/KH-TLĐ

Đúng::

    # dot-bao-cao.yaml
    can_cu: Kế hoạch số 07/KH-TLĐ
"""

from baocao.diagnostics import Diagnostic, error
from baocao.model.text import Text
from baocao.suggestion import nearest, question


def fault(key: Text, known: tuple[str, ...]) -> Diagnostic:
    """Report `key`, which is none of `known`."""
    return error(
        __name__,
        key.span,
        f"Không có khóa «{key.value}» trong mẫu.{question(nearest(key.value, known))}",
        f"Các khóa dùng được ở đây: {', '.join(known)}.",
    )
