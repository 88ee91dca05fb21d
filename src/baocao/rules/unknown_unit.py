"""Đơn vị không có trong danh sách của đợt báo cáo, hoặc cấp trên của đơn vị không có.

Tên in trên văn bản, nơi gửi và thẩm quyền ký đều lấy từ danh sách don-vi; thư mục mang mã khác
với danh sách thì không lập được văn bản.

Sai::

    # don-vi.yaml
    don_vi:
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: tinh-thanh-pho
        cap_tren: tld
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ

Đúng::

    # don-vi.yaml
    don_vi:
      - ma: tong-lien-doan
        ten: Tổng Liên đoàn Lao động Việt Nam
        cap: tong-lien-doan
        dia_danh: Hà Nội
        ky_hieu: TLĐ
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: tinh-thanh-pho
        cap_tren: tong-lien-doan
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ
"""

from pathlib import Path

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean

RULE = Rule.of_module(__name__, __doc__)


def folder(path: Path, known: tuple[str, ...]) -> Diagnostic:
    """Report a folder of `don-vi/` that is no unit's."""
    return RULE.error(
        Span(path),
        f"Thư mục «{path.name}» không ứng với đơn vị nào trong danh sách."
        f"{did_you_mean(closest(path.name, known))}",
        "Đề nghị đổi tên thư mục theo đúng mã đơn vị, hoặc thêm đơn vị vào danh sách don-vi.",
    )


def superior(text: Text, known: tuple[str, ...]) -> Diagnostic:
    """Report a superior that is not on the list."""
    return RULE.error(
        text.span,
        f"Không có đơn vị «{text.value}» trong danh sách để làm cấp trên."
        f"{did_you_mean(closest(text.value, known))}",
        "Đề nghị ghi đúng mã của đơn vị cấp trên, hoặc thêm đơn vị ấy vào danh sách.",
    )


def no_superior(level: Text) -> Diagnostic:
    """Report a unit whose level writes to its superior, of which it has none."""
    return RULE.error(
        level.span,
        f"Đơn vị ở cấp «{level.value}» gửi văn bản lên cấp trên mà chưa ghi cap_tren.",
        "Đề nghị thêm cap_tren: mã của đơn vị cấp trên.",
    )
