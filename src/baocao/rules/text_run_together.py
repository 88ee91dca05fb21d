"""Danh sách hoặc nhiều dòng bị dồn thành một đoạn.

Lời văn viết ngay sau dấu hai chấm mà kéo xuống dòng dưới thì YAML nối các dòng lại; gạch đầu dòng
ở các dòng dưới thành dấu gạch giữa câu.

Sai::

    thuan_loi: Các thuận lợi
      - Được quan tâm
      - Cán bộ nhiệt tình

Đúng::

    thuan_loi: |
      Các thuận lợi

      - Được quan tâm
      - Cán bộ nhiệt tình
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text) -> Diagnostic:
    """Report a text whose later lines look like list items."""
    return RULE.error(
        text.span,
        "Các gạch đầu dòng ở dưới sẽ bị dồn vào dòng này thành một đoạn.",
        "Lời văn có gạch đầu dòng, đề nghị viết dưới dấu |; nếu là các mục của một danh sách, đề "
        "nghị thụt các dấu gạch vào bằng nhau.",
    )


def outline(text: Text) -> Diagnostic:
    """Report a plan whose lines YAML joins, for want of a `|`."""
    return RULE.error(
        text.span,
        "Các dòng ở dưới sẽ bị dồn vào dòng này thành một đoạn.",
        "Đề nghị viết dấu | ngay sau dấu hai chấm, rồi viết nội dung từ dòng dưới, thụt vào hai ô.",
    )
