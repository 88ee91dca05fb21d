"""Viết sai dạng: chỗ cần một lời văn lại là danh sách, hoặc ngược lại.

Mỗi mục của đề cương là một đoạn lời văn; mỗi chỉ tiêu của biểu là một dãy số trong dấu [ ].

Sai::

    thuan_loi:
      doan_mot: Được sự quan tâm của cấp ủy.

Đúng::

    thuan_loi: |
      Được sự quan tâm của cấp ủy.
"""

from baocao.diagnostics import Diagnostic, Span, error


def fault(span: Span, name: str, expected: str, hint: str) -> Diagnostic:
    """Report that `name` is not what is `expected`, such as «một lời văn»."""
    return error(__name__, span, f"«{name}» phải là {expected}.", hint)
