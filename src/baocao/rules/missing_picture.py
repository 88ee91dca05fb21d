"""Không có tệp ảnh mà báo cáo, kế hoạch hoặc hồ sơ gọi.

Tệp ảnh nằm trong thư mục của đơn vị, cạnh bao-cao.yaml; đường dẫn ghi ở khóa tep hoặc chu_ky của
tệp nào cũng tính từ thư mục ấy, ví dụ hinh/hoi-nghi.jpg.
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean

RULE = Rule.of_module(__name__, __doc__)


def fault(text: Text, near: tuple[str, ...]) -> Diagnostic:
    """Report that there is no file at the path typed; `near` are the files of its folder."""
    return RULE.error(
        text.span,
        f"Không có tệp ảnh «{text.value.strip()}»."
        f"{did_you_mean(closest(text.value.strip(), near))}",
        "Đề nghị chép tệp vào thư mục của đơn vị, hoặc sửa lại đường dẫn cho đúng, ví dụ "
        "hinh/hoi-nghi.jpg.",
    )


def not_regular(text: Text) -> Diagnostic:
    """Report a folder, pipe or device in the place of a picture."""
    return RULE.error(
        text.span,
        f"«{text.value.strip()}» không phải là một tệp ảnh.",
        "Đề nghị ghi đường dẫn đến đúng một tệp, cả phần đuôi như .jpg, .png hoặc .svg.",
    )


def unreadable(text: Text, problem: OSError) -> Diagnostic:
    """Report a file that is there but that the system does not let be read."""
    known = isinstance(problem, PermissionError)
    reason = "không có quyền đọc" if known else problem.strerror or str(problem)
    return RULE.error(
        text.span,
        f"Không mở được tệp ảnh «{text.value.strip()}»: {reason}.",
        "Đề nghị xem lại quyền đọc tệp, rồi chạy lại.",
    )
