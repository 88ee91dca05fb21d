"""Đơn vị chưa có tệp phải viết.

Mỗi đơn vị viết lời văn ở tệp bao-cao.yaml và số liệu ở tệp so-lieu.yaml trong thư mục mang mã
của đơn vị.
"""

from pathlib import Path

from baocao.diagnostics import Diagnostic, Rule, Span

RULE = Rule.of_module(__name__, __doc__)


def fault(path: Path) -> Diagnostic:
    """Report that the file `path` is not there."""
    return RULE.error(
        Span(path),
        f"Chưa có tệp «{path.name}».",
        f"Đề nghị tạo tệp này trong thư mục {path.parent.as_posix()}.",
    )


def unreadable(path: Path, problem: OSError) -> Diagnostic:
    """Report that the file is there but the system does not let it be read."""
    known = isinstance(problem, PermissionError)
    reason = "không có quyền đọc" if known else problem.strerror or str(problem)
    return _cannot_open(path, reason)


def not_regular(path: Path, *, is_folder: bool) -> Diagnostic:
    """Report a folder, pipe or device in the place of a file."""
    return _cannot_open(path, "đó là một thư mục" if is_folder else "đó không phải là tệp thường")


def _cannot_open(path: Path, reason: str) -> Diagnostic:
    return RULE.error(
        Span(path),
        f"Không mở được tệp «{path.name}»: {reason}.",
        "Đề nghị xem lại đó có phải là tệp thường và có quyền đọc không, rồi chạy lại.",
    )
