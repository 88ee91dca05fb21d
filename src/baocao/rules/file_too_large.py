"""Tệp lớn quá giới hạn.

Tệp của đơn vị và của đợt chỉ chứa chữ và số, không quá 1 MB; danh sách đơn vị không quá 64 MB. Tệp
lớn hơn là chọn nhầm tệp, và đọc nó chỉ làm máy chậm.
"""

from pathlib import Path

from baocao.diagnostics import Diagnostic, Rule, Span

RULE = Rule.of_module(__name__, __doc__)

_MEGABYTE = 1024 * 1024


def fault(path: Path, size: int, limit: int) -> Diagnostic:
    """Report a file of `size` bytes where `limit` are read."""
    megabytes = f"{size / _MEGABYTE:.1f}".replace(".", ",")
    return RULE.error(
        Span(path),
        f"Tệp lớn {megabytes} MB, quá giới hạn {limit // _MEGABYTE} MB.",
        "Đề nghị xem lại có chọn nhầm tệp không: tệp này chỉ chứa chữ và số, ảnh và bản quét để ở "
        "tệp riêng.",
    )
