"""Trong tệp của đợt báo cáo, một mã đặt cho hai thứ.

Mã phải là duy nhất thì lời văn và số liệu của đơn vị mới vào đúng chỗ.

Sai::

    # de-cuong.yaml
    muc:
      - {ma: thuan_loi, tieu_de: Thuận lợi}
      - {ma: thuan_loi, tieu_de: Khó khăn}

Đúng::

    # de-cuong.yaml
    muc:
      - {ma: thuan_loi, tieu_de: Thuận lợi}
      - {ma: kho_khan, tieu_de: Khó khăn}
"""

from pathlib import Path

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text, first: Text) -> Diagnostic:
    """Report the second use of a name, with the line of the first."""
    return RULE.error(
        text.span,
        f"Mã «{text.value}» đã dùng ở dòng {first.span.line} của tệp {first.span.file.name}.",
        "Đề nghị đặt một mã khác, ngắn gọn, hoặc xóa phần ghi trùng.",
    )


def two_lists(path: Path, other: str) -> Diagnostic:
    """Report two lists of units, of which only one can be meant."""
    return RULE.error(
        Span(path),
        f"Đợt có hai danh sách đơn vị: {path.name} và {other}.",
        "Đề nghị giữ một tệp, bỏ tệp kia.",
    )


def reserved(text: Text) -> Diagnostic:
    """Report a section whose id is a word of the report's head."""
    return RULE.error(
        text.span,
        f"Mã «{text.value}» trùng với khóa của phần đầu báo cáo.",
        "Đề nghị đặt một mã khác cho mục này.",
    )


def filled_in(text: Text) -> Diagnostic:
    """Report a blank of the outline whose id is one that the program fills."""
    return RULE.error(
        text.span,
        f"Mã «{text.value}» trùng với chỗ trống mà chương trình tự điền.",
        "Đề nghị đặt một mã khác cho chỗ trống này.",
    )


def added_twice(text: Text, name: str) -> Diagnostic:
    """Report the second place at which a sum adds up `name`."""
    return RULE.error(
        text.span,
        f"«{name}» ghi hai lần ở đây nên sẽ cộng hai lần.",
        "Đề nghị xóa một chỗ.",
    )
