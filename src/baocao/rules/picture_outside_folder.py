r"""Đường dẫn của ảnh ra ngoài thư mục đơn vị.

Báo cáo chỉ lấy ảnh nằm trong thư mục của đơn vị, để chép thư mục đi đâu thì văn bản vẫn in ra như
cũ và không in nhầm tệp của máy. Đường dẫn không bắt đầu bằng dấu / hay tên ổ đĩa, không có .. hay
dấu \\, không đi qua lối tắt.

Sai::

    hinh:
      - muc: thuan_loi
        tep: ../anh-chung/hoi-nghi.jpg
        chu_thich: Hội nghị sơ kết

Đúng::

    hinh:
      - muc: thuan_loi
        tep: hinh/hoi-nghi.jpg
        chu_thich: Hội nghị sơ kết
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)

_ADVICE = (
    "Đề nghị chép tệp vào thư mục của đơn vị và ghi đường dẫn tính từ thư mục ấy, ví dụ "
    "hinh/hoi-nghi.jpg."
)


def fault(text: Text) -> Diagnostic:
    """Report a path that leads out of the unit's folder by its own words."""
    message = f"Đường dẫn «{text.value.strip()}» ra ngoài thư mục của đơn vị."
    return RULE.error(text.span, message, _ADVICE)


def backslash(text: Text) -> Diagnostic:
    """Report a path that parts its folders as Windows does."""
    message = f"Đường dẫn «{text.value.strip()}» có dấu \\, không phải máy nào cũng hiểu."
    return RULE.error(text.span, message, "Đề nghị viết dấu / giữa tên thư mục và tên tệp.")


def link(text: Text) -> Diagnostic:
    """Report a path that goes through a symbolic link."""
    message = f"«{text.value.strip()}» là lối tắt dẫn sang chỗ khác."
    return RULE.error(text.span, message, _ADVICE)
