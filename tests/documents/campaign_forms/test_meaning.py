"""What totals, shares and parts mean where several rules of a form meet."""

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest

from baocao.calc.tabulation import tabulate
from baocao.load.unit.statistics import read_statistics
from baocao.model.content import Statistics, UnitContent
from baocao.pipeline import check_forms
from baocao.rules.figures import parts_mismatch, subset_exceeds_whole

if TYPE_CHECKING:
    from baocao.model.campaign import Campaign

FORM = """
bieu:
  - ma: f
    tieu_de: Biểu
    danh_cot: co
    cot:
      - {ma: nd, tieu_de: Nội dung, loai: noi_dung}
      - {ma: a, tieu_de: Tổng số, gom: [b, c]}
      - {ma: b, tieu_de: Nam}
      - {ma: c, tieu_de: Nữ, thuoc: a}
      - {ma: d, tieu_de: Năm sau}
      - {ma: hai_nam, tieu_de: Cộng hai năm, cong: [a, d]}
    dong:
      - {ma: dau, noi_dung: Số dư đầu năm, cong_doc: khong}
      - {ma: thu, noi_dung: Thu}
      - {ma: cuoi, noi_dung: Số dư cuối năm, cong: [dau, thu], cong_doc: cuoi}
      - {ma: tang, noi_dung: Tăng, cong_thuc: thu - dau}
      - {ma: ty_trong, noi_dung: Tỷ trọng thu, don_vi_tinh: "%", cong_thuc: "ty_le(thu, cuoi)"}
      - {ma: ty_le, noi_dung: Tỷ lệ tham gia, don_vi_tinh: "%", so_le: 1}
      - {ma: khac, noi_dung: Khác, danh_sach: co}
      - {ma: tat_ca, noi_dung: Tất cả, cong: [thu, khac]}
"""
FIGURES = """
dau: [10, 6, 4, 50]
thu: [40, 22, 18, 45]
ty_le: ["80,5", "70,0", "90,0", 81]
khac: ~
"""


@pytest.fixture
def statistics(tmp_path: Path) -> Statistics:
    (tmp_path / "bieu.yaml").write_text(FORM, "utf-8")
    (tmp_path / "so-lieu.yaml").write_text(FIGURES, "utf-8")
    forms, faults = check_forms(tmp_path / "bieu.yaml")
    assert forms is not None, faults
    read, faults = read_statistics(tmp_path / "so-lieu.yaml", forms)
    assert faults == ()
    return read["f"]


@pytest.mark.parametrize(
    ("row", "two_years"),
    [
        ("thu", Decimal(85)),
        ("dau", None),
        ("cuoi", Decimal(95)),  # 50 + 45, the last; not 10 + 40 + 50 + 45
        ("tang", None),  # of what has no total there is no difference
        ("ty_trong", Decimal("89.5")),  # 85 : 95
        ("ty_le", None),
        ("tat_ca", Decimal(85)),  # a list without rows adds nothing
    ],
)
def test_a_total_column_means_what_the_row_says(
    statistics: Statistics, row: str, two_years: Decimal | None
) -> None:
    tabulation = tabulate(statistics.form, statistics)

    assert tabulation.value(row, "hai_nam") == two_years


def test_per_cents_of_parts_are_not_compared_with_that_of_the_whole(
    statistics: Statistics,
) -> None:
    content = cast("UnitContent", type("Content", (), {"statistics": {"f": statistics}}))
    campaign = cast("Campaign", None)

    found = [
        *parts_mismatch.check(campaign, content),
        *subset_exceeds_whole.check(campaign, content),
    ]

    assert found == []
