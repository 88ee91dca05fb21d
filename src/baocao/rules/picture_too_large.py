"""Ảnh lớn quá giới hạn.

Mỗi tệp ảnh không quá 20 MB, ảnh không quá 40 triệu điểm ảnh (một tờ A4 quét ở 600 dpi có 35 triệu),
hình vẽ SVG không quá 2 MB và 5.000 nét; mỗi báo cáo không quá 40 ảnh. Ảnh lớn hơn làm máy chậm mà
in ra không rõ hơn.
"""

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)

_MEGABYTE = 1024 * 1024
_SMALLER = "Đề nghị thu nhỏ ảnh rồi lưu lại; ảnh rộng 2.000 điểm là đủ rõ trên giấy A4."
_SIMPLER = "Đề nghị lưu hình vẽ thành ảnh PNG rồi dùng ảnh ấy."


def of_bytes(text: Text, size: int, limit: int) -> Diagnostic:
    """Report a file of `size` bytes where `limit` are read."""
    megabytes = f"{size / _MEGABYTE:.1f}".replace(".", ",")
    return RULE.error(
        text.span,
        f"Tệp ảnh «{text.value.strip()}» lớn {megabytes} MB, quá giới hạn {limit // _MEGABYTE} MB.",
        _SMALLER,
    )


def of_pixels(text: Text, limit: int) -> Diagnostic:
    """Report a picture of more than `limit` pixels, by what its head says."""
    return RULE.error(
        text.span,
        f"Ảnh «{text.value.strip()}» có hơn {limit // 1_000_000} triệu điểm ảnh.",
        _SMALLER,
    )


def of_scans(text: Text, limit: int) -> Diagnostic:
    """Report a progressive JPEG that would be gone over more than `limit` times."""
    return RULE.error(
        text.span,
        f"Ảnh «{text.value.strip()}» ghi thành hơn {limit} lượt chồng nhau.",
        "Đề nghị mở ảnh bằng phần mềm xem ảnh rồi lưu lại.",
    )


def of_elements(text: Text, limit: int, deepest: int) -> Diagnostic:
    """Report a drawing of more than `limit` elements, or nested deeper than `deepest`."""
    nodes = f"{limit:,}".replace(",", ".")
    return RULE.error(
        text.span,
        f"Hình vẽ «{text.value.strip()}» có hơn {nodes} nét, hoặc lồng nhau quá {deepest} tầng.",
        _SIMPLER,
    )


def of_time(text: Text, seconds: int) -> Diagnostic:
    """Report a drawing that takes longer than `seconds` to draw."""
    return RULE.error(
        text.span,
        f"Hình vẽ «{text.value.strip()}» phải vẽ quá {seconds} giây.",
        _SIMPLER,
    )


def too_many(text: Text, limit: int) -> Diagnostic:
    """Report the picture after the last of `limit`."""
    return RULE.error(
        text.span,
        f"Đến đây đã có hơn {limit} ảnh nên chương trình ngừng đọc.",
        "Đề nghị chỉ giữ những ảnh cần cho báo cáo.",
    )
