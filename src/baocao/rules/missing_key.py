"""Thiếu một khóa bắt buộc.

Không có khóa ấy thì không lập được văn bản: thiếu hạn nộp, thiếu tên đơn vị, thiếu mã… Khóa có mà
để trống cũng là thiếu.

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
        cap_tren: ldld-thi-du
        dia_danh: Thí Dụ
        ky_hieu: CĐCS
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: tong-lien-doan
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ
"""

from baocao.diagnostics import Diagnostic, Rule, Span

RULE = Rule.of_module(__name__, __doc__)


def figure_column(span: Span) -> Diagnostic:
    """Report a form in which a unit has nothing to fill in."""
    return RULE.error(
        span,
        "Biểu không có cột số liệu nào để điền.",
        "Đề nghị thêm ít nhất một cột loại «so» vào «cot».",
    )


def column(span: Span, key: str, title: str) -> Diagnostic:
    """Report a column that a list in CSV has not."""
    return RULE.error(
        span,
        f"Thiếu cột bắt buộc «{key}» ({title}).",
        f"Đề nghị thêm cột «{key}» vào dòng đầu và vào mọi dòng.",
    )


def fault(span: Span, key: str, title: str) -> Diagnostic:
    """Report that `key` is not given, or given blank, in the record at `span`."""
    named = f"«{key}»{f' ({title})' if title else ''}"
    if span.file.suffix == ".csv":
        return RULE.error(
            span, f"Ô {named} ở dòng này còn trống.", "Đề nghị điền giá trị vào ô ấy."
        )
    return RULE.error(
        span,
        f"Thiếu khóa bắt buộc {named}.",
        f"Đề nghị thêm khóa «{key}» nếu chưa có rồi điền giá trị.",
    )
