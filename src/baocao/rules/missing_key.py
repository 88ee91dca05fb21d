"""Thiếu một khóa bắt buộc.

Sai::

    # don-vi.yaml
    don_vi:
      - ten: Công đoàn cơ sở Công ty Ví Dụ
        cap: co-so

Đúng::

    # don-vi.yaml
    don_vi:
      - ma: cdcs-vi-du
        ten: Công đoàn cơ sở Công ty Ví Dụ
        cap: co-so
        dia_danh: Thí Dụ
        ky_hieu: CĐCS
"""

from baocao.diagnostics import Diagnostic, Span, error


def fault(span: Span, key: str, title: str) -> Diagnostic:
    """Report that `key` is not given, or given blank, in the record at `span`."""
    return error(
        __name__,
        span,
        f"Thiếu khóa bắt buộc «{key}»{f' ({title})' if title else ''}.",
        f"Đề nghị thêm một dòng «{key}: …».",
    )
