"""Con số có thể hiểu hai cách.

Theo lối Việt Nam dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần lẻ: 1.234,5. Viết 12.5 hay 1,200
thì không rõ người viết theo lối nào, nên chương trình hỏi lại chứ không đoán.

Sai::

    # so-lieu.yaml
    sang_kien: [120, 1.35, 140, 150, 160]

Đúng::

    # so-lieu.yaml
    sang_kien: [120, 135, 140, 150, 160]
"""

from baocao.diagnostics import Diagnostic, error
from baocao.model.form import Row
from baocao.model.text import Text


def dot(text: Text, row: Row) -> Diagnostic:
    """Report a dot that does not group thousands."""
    comma = text.value.replace(".", ",")
    return error(
        __name__,
        text.span,
        f"«{text.value}» ở chỉ tiêu «{row.label}» có dấu chấm không ngăn hàng nghìn.",
        f'Nếu là số lẻ, đề nghị viết "{comma}" (trong dấu ngoặc kép); '
        "nếu là hàng nghìn, đề nghị viết đủ ba chữ số sau dấu chấm.",
    )


def comma(text: Text, row: Row) -> Diagnostic:
    """Report a comma that may be an English thousands mark."""
    return error(
        __name__,
        text.span,
        f"«{text.value}» ở chỉ tiêu «{row.label}» không rõ là hàng nghìn hay số lẻ.",
        f"Nếu là hàng nghìn, đề nghị viết {text.value.replace(',', '.')}; "
        f'nếu là số lẻ, đề nghị bớt hoặc thêm chữ số cho rõ, ví dụ "{text.value}0".',
    )
