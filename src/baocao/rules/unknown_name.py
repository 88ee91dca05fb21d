"""Trong tệp của đợt báo cáo, một mã được nhắc đến mà không có ở đâu.

Ví dụ: tổng cộng của biểu gọi một cột không có, phụ lục gọi một biểu không có, đơn vị thuộc một
cấp không có.

Sai::

    # don-vi.yaml
    don_vi:
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: cap-tinh
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ

Đúng::

    # don-vi.yaml
    don_vi:
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: tinh-thanh-pho
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ
"""

from baocao.diagnostics import Diagnostic, error
from baocao.model.text import Text
from baocao.suggestion import nearest, question


def fault(text: Text, what: str, known: tuple[str, ...]) -> Diagnostic:
    """Report `text`, which names no `what`, such as «cột»."""
    usable = ", ".join(dict.fromkeys(known))
    return error(
        __name__,
        text.span,
        f"Không có {what} nào mang mã «{text.value}».{question(nearest(text.value, known))}",
        f"Đề nghị ghi đúng một trong các mã: {usable}.",
    )
