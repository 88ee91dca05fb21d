"""Ngày tháng không đọc được.

Ngày viết theo lối Việt Nam: ngày trước, tháng sau, năm đủ bốn chữ số. Ngày chưa định thì để
trống hoặc viết ~, bản in sẽ chừa chỗ.

Sai::

    ngay: 31/9/2017

Đúng::

    ngay: 30/9/2017
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text) -> Diagnostic:
    """Report `text`, which is no date of the calendar or not in a form that is read."""
    return RULE.error(
        text.span,
        f"«{text.value}» không phải là một ngày có thật, hoặc viết không đúng lối.",
        "Đề nghị viết như 05/7/2017, 2017-07-05 hoặc ngày 05 tháng 7 năm 2017; "
        "chưa có ngày thì viết ~.",
    )
