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

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.form import Row
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)

_SWAPPED = str.maketrans(",.", ".,")


def dot(text: Text, row: Row, decimals: int) -> Diagnostic:
    """Report a dot that does not group thousands."""
    with_comma = text.value.replace(".", ",")
    as_decimals = (
        f'nếu là số lẻ, đề nghị viết "{with_comma}" (trong dấu ngoặc kép).'
        if decimals
        else "chỉ tiêu này là số nguyên, không ghi số lẻ."
    )
    return RULE.error(
        text.span,
        f"«{text.value}» ở chỉ tiêu «{row.name}» có dấu chấm không ngăn hàng nghìn.",
        f"Nếu là hàng nghìn, đề nghị viết đủ ba chữ số sau dấu chấm; {as_decimals}",
    )


def comma(text: Text, row: Row, decimals: int) -> Diagnostic:
    """Report a comma that may be an English thousands mark."""
    typed = text.value.strip()
    as_thousands = typed.translate(_SWAPPED)
    if "." in typed or typed.count(",") > 1:
        return RULE.error(
            text.span,
            f"«{typed}» ở chỉ tiêu «{row.name}» viết theo lối Anh, dấu phẩy ngăn hàng nghìn.",
            f'Đề nghị viết "{as_thousands}" theo lối Việt Nam.',
        )
    shorter = typed.rstrip("0").rstrip(",")
    as_decimals = (
        f'nếu là số lẻ, đề nghị viết "{shorter if shorter != typed else f"{typed}0"}" '
        "(trong dấu ngoặc kép) cho rõ."
        if decimals
        else "chỉ tiêu này là số nguyên, không ghi số lẻ."
    )
    return RULE.error(
        text.span,
        f"«{typed}» ở chỉ tiêu «{row.name}» không rõ là hàng nghìn hay số lẻ.",
        f"Nếu là hàng nghìn, đề nghị viết {as_thousands}; {as_decimals}",
    )
