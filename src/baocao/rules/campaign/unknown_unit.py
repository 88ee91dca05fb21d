"""Đơn vị không có trong danh sách của đợt báo cáo, hoặc cấp trên của đơn vị không có.

Tên in trên văn bản, nơi gửi và thẩm quyền ký đều lấy từ danh sách don-vi; thư mục mang mã khác
với danh sách thì không lập được văn bản.

Sai và đúng::

    # don-vi.yaml
    don_vi:
  +   - ma: tong-lien-doan
  +     ten: Tổng Liên đoàn Lao động Việt Nam
  +     cap: tong-lien-doan
  +     dia_danh: Hà Nội
  +     ky_hieu: TLĐ
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: tinh-thanh-pho
  -     cap_tren: tld
  +     cap_tren: tong-lien-doan
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ
"""

from pathlib import Path

from baocao.diagnostics import Diagnostics, Rule, Span
from baocao.load.campaign.source import UnitsSource
from baocao.model.scalars import is_folder_id
from baocao.rules.registry import units_rule
from baocao.suggestion import closest, did_you_mean

RULE = Rule.of_module(__name__, __doc__)


@units_rule
def check_units(source: UnitsSource) -> Diagnostics:
    """Check that each superior is on the list, and is named where the level writes to it."""
    known = dict.fromkeys(record.word("id") for record in source.records)
    for record in source.records:
        level, superior = record.text("level"), record.text("superior")
        if superior is None and level is not None and level.value in source.reporting_upwards:
            yield RULE.error(
                level.span,
                f"Đơn vị ở cấp «{level.value}» gửi văn bản lên cấp trên mà chưa ghi cap_tren.",
                "Đề nghị thêm cap_tren: mã của đơn vị cấp trên.",
            )
        elif superior is not None and is_folder_id(superior.value) and superior.value not in known:
            yield RULE.error(
                superior.span,
                f"Không có đơn vị «{superior.value}» trong danh sách để làm cấp trên."
                f"{did_you_mean(closest(superior.value, tuple(known)))}",
                "Đề nghị ghi đúng mã của đơn vị cấp trên, hoặc thêm đơn vị ấy vào danh sách.",
            )


def check_folder(path: Path, known: tuple[str, ...]) -> Diagnostics:
    """Check that a folder of `don-vi/` is a unit's."""
    if path.name not in known:
        yield RULE.error(
            Span(path),
            f"Thư mục «{path.name}» không ứng với đơn vị nào trong danh sách."
            f"{did_you_mean(closest(path.name, known))}",
            "Đề nghị đổi tên thư mục theo đúng mã đơn vị, hoặc thêm đơn vị vào danh sách don-vi.",
        )
