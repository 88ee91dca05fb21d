"""Mục không có trong đề cương.

Lời văn viết dưới một khóa gõ sai tên sẽ không được in; vì vậy chương trình không bỏ qua mà hỏi
lại.

Sai::

    thuan_lơi: Được sự quan tâm của cấp ủy.

Đúng::

    thuan_loi: Được sự quan tâm của cấp ủy.
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean

RULE = Rule.of_module(__name__, __doc__)


def fault(key: Text, sections: tuple[str, ...], head: tuple[str, ...]) -> Diagnostic:
    """Report `key`, which is neither one of `sections` nor of the report's `head`."""
    return RULE.error(
        key.span,
        f"Đề cương không có mục «{key.value}».{did_you_mean(closest(key.value, sections + head))}",
        f"Đề nghị ghi đúng một trong các mục của đề cương: {', '.join(sections)}; hoặc các khóa "
        f"của phần đầu báo cáo: {', '.join(head)}.",
    )
