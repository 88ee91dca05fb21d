"""Một khóa ghi hai lần.

Khi một khóa đứng hai lần trong cùng một tệp, chương trình không thể biết lấy lời nào, mà bỏ đi
một trong hai thì mất chữ của người viết.

Sai::

    thuan_loi: Được sự quan tâm của cấp ủy.
    thuan_loi: Đội ngũ cán bộ nhiệt tình.

Đúng::

    thuan_loi: |
      Được sự quan tâm của cấp ủy.

      Đội ngũ cán bộ nhiệt tình.
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.form import Row
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(key: Text, first: Text) -> Diagnostic:
    """Report the second `key`, naming the line of the first."""
    return RULE.error(
        key.span,
        f"Khóa «{key.value}» đã ghi ở dòng {first.span.line}, nay lại ghi lần nữa.",
        "Đề nghị gộp nội dung vào một chỗ rồi xóa khóa thừa.",
    )


def cells(key: Text, row: Row, columns: tuple[str, ...], first: Text) -> Diagnostic:
    """Report columns of a row that were typed under another key, such as a group of columns."""
    return RULE.error(
        key.span,
        f"Chỉ tiêu «{row.name}» đã ghi ở dòng {first.span.line}, nay lại ghi lần nữa cột: "
        f"{', '.join(columns)}.",
        "Đề nghị giữ số liệu ở một chỗ, xóa ở chỗ kia.",
    )
