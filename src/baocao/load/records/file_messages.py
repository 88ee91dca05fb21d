"""Messages about a file as a whole: the rules and their sentences."""

from pathlib import Path

from baocao.diagnostics import Diagnostic, Rule, Span

MISSING_FILE = Rule(
    "missing-file",
    """Đơn vị chưa có tệp phải viết.

Mỗi đơn vị viết lời văn ở tệp bao-cao.yaml và số liệu ở tệp so-lieu.yaml trong thư mục mang mã
của đơn vị.
""",
)


def missing_file(path: Path) -> Diagnostic:
    return MISSING_FILE.error(
        Span(path),
        f"Chưa có tệp «{path.name}».",
        f"Đề nghị tạo tệp này trong thư mục {path.parent.as_posix()}.",
    )


def unreadable_file(path: Path, problem: OSError) -> Diagnostic:
    known = isinstance(problem, PermissionError)
    reason = "không có quyền đọc" if known else problem.strerror or str(problem)
    return _cannot_open(path, reason)


def not_a_regular_file(path: Path, *, is_folder: bool) -> Diagnostic:
    return _cannot_open(path, "đó là một thư mục" if is_folder else "đó không phải là tệp thường")


def _cannot_open(path: Path, reason: str) -> Diagnostic:
    return MISSING_FILE.error(
        Span(path),
        f"Không mở được tệp «{path.name}»: {reason}.",
        "Đề nghị xem lại đó có phải là tệp thường và có quyền đọc không, rồi chạy lại.",
    )


FILE_TOO_LARGE = Rule(
    "file-too-large",
    """Tệp lớn quá giới hạn.

Tệp của đơn vị và của đợt chỉ chứa chữ và số, không quá 1 MB; danh sách đơn vị không quá 64 MB. Tệp
lớn hơn là chọn nhầm tệp, và đọc nó chỉ làm máy chậm.
""",
)


_MEGABYTE = 1024 * 1024


def file_too_large(path: Path, size: int, limit: int) -> Diagnostic:
    megabytes = f"{size / _MEGABYTE:.1f}".replace(".", ",")
    return FILE_TOO_LARGE.error(
        Span(path),
        f"Tệp lớn {megabytes} MB, quá giới hạn {limit // _MEGABYTE} MB.",
        "Đề nghị xem lại có chọn nhầm tệp không: tệp này chỉ chứa chữ và số, ảnh và bản quét để ở "
        "tệp riêng.",
    )
