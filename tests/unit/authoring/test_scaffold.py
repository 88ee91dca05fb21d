"""A scaffold is well-formed, and nothing is left in it to do but to write."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from baocao.authoring.scaffold.report import report_scaffold
from baocao.authoring.scaffold.statistics import statistics_scaffold
from baocao.authoring.scaffold.unit import unit_files
from baocao.authoring.scaffold.yaml_text import WIDTH, scalar
from baocao.load.unit.statistics import read_statistics
from baocao.model.campaign import Campaign
from baocao.pipeline import check_unit
from baocao.workspace import REPORT_FILE, STATISTICS_FILE, CampaignFolder
from support.schemas import CAMPAIGNS, SECOND, SEED, TYPED, read_campaign

UNITS = [
    pytest.param(campaign, unit, id=f"{campaign.name}-{unit}")
    for campaign in CAMPAIGNS
    for unit in read_campaign(campaign).units
]


def write_scaffold(campaign: Path, unit: str, workspace: Path) -> CampaignFolder:
    folder = CampaignFolder(workspace)
    folder.unit(unit).mkdir(parents=True)
    read = read_campaign(campaign)
    for name, text in unit_files(read, read.units[unit]).items():
        (folder.unit(unit) / name).write_text(text, "utf-8")
    return folder


def to_write(campaign: Campaign, unit: str) -> Iterator[str]:
    """Return the lines that wait for words which a unit of this level always owes."""
    yield from (f"{blank.id}: ~" for blank in campaign.outline.blanks)
    for section in campaign.outline.answered:
        demand = section.applicability
        is_asked = demand.levels is None or campaign.units[unit].level in demand.levels
        if is_asked and not (section.is_optional or demand.conditions):
            yield f"{section.id}: {'|' if section.is_prose else '~'}"


@pytest.mark.parametrize(("campaign", "unit"), UNITS)
def test_check_lists_the_sections_to_write_and_nothing_else(
    campaign: Path, unit: str, tmp_path: Path
) -> None:
    folder = write_scaffold(campaign, unit, tmp_path)
    read = read_campaign(campaign)

    diagnostics = check_unit(folder, read, unit).diagnostics

    lines = (folder.unit(unit) / REPORT_FILE).read_text("utf-8").split("\n")
    assert {fault.rule for fault in diagnostics} == {"missing-section"}
    assert [lines[fault.span.line - 1] for fault in diagnostics] == list(to_write(read, unit))


@pytest.mark.parametrize(("campaign", "unit"), [each for each in UNITS if each.values[0] != TYPED])
def test_words_typed_on_the_line_that_waits_for_them_are_read(
    campaign: Path, unit: str, tmp_path: Path
) -> None:
    folder = write_scaffold(campaign, unit, tmp_path)
    report = folder.unit(unit) / REPORT_FILE
    typed = "  Lời văn của đơn vị: một câu.\n\n  - ý thứ nhất\n"
    report.write_text(report.read_text("utf-8").replace("|\n  \n", f"|\n{typed}"), "utf-8")

    checked = check_unit(folder, read_campaign(campaign), unit)

    assert {fault.rule for fault in checked.diagnostics} <= {"short-section"}
    assert checked.content is not None
    for answer in checked.content.report.answers.values():
        assert answer.text.value == "Lời văn của đơn vị: một câu.\n\n- ý thứ nhất\n"


@pytest.mark.parametrize(("campaign", "unit"), UNITS)
def test_every_figure_waits_as_having_none_yet(campaign: Path, unit: str, tmp_path: Path) -> None:
    folder = write_scaffold(campaign, unit, tmp_path)
    forms = read_campaign(campaign).forms

    statistics, faults = read_statistics(folder.unit(unit) / STATISTICS_FILE, forms)

    assert faults == ()
    values = set[Decimal | None]()
    for form in forms.values():
        rows = statistics[form.id].rows
        laid_out = statistics[form.id].form
        assert list(rows) == [row.id for row in laid_out.typed_rows]
        for row in laid_out.typed_rows:
            asked = {column.id for column in laid_out.typed_columns(row)}
            assert statistics[form.id].typed[row.id] == asked
        values |= {cell.value for row in rows.values() for cell in row.cells.values()}
    assert values == {None}


@pytest.mark.parametrize(("campaign", "unit"), UNITS)
def test_no_note_is_wider_than_an_editor(campaign: Path, unit: str) -> None:
    read = read_campaign(campaign)

    for text in unit_files(read, read.units[unit]).values():
        wide = [line for line in text.split("\n") if line.startswith("#") and len(line) > WIDTH]
        assert wide == []


def test_the_head_says_what_the_level_decides() -> None:
    campaign = read_campaign(SEED)

    scaffold = report_scaffold(campaign, campaign.units["cdn-minh-hoa"])

    assert scaffold.startswith(
        """\
# yaml-language-server: $schema=../../luoc-do/bao-cao.schema.json

# BÁO CÁO
# Sơ kết phong trào thi đua Lao động sáng tạo trong CNVCLĐ giai đoạn (2012 - 2017)
#
# Đơn vị:  Công đoàn ngành Minh Họa Việt Nam
# Cấp:     Công đoàn ngành Trung ương và tương đương
# Hạn nộp: 30/10/2017
#
# CÁCH VIẾT
"""
    )
    assert (
        """
# Số văn bản. Ghi 45 thì in thành 45/BC-CĐN; chưa có số thì để ~.
so: ~

# Ngày ký văn bản. Ví dụ 30/10/2017; chưa có ngày thì để ~.
ngay: ~

# Họ và tên người ký. Không ghi học hàm, học vị.
nguoi_ky: ~

# Chức vụ người ký. Ở cấp này, khối chữ ký in theo chức vụ như sau:
#   Chủ tịch                 → TM. BAN THƯỜNG VỤ / CHỦ TỊCH
#   Phó Chủ tịch             → TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH
#   Phó Chủ tịch Thường trực → TM. BAN THƯỜNG VỤ / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH THƯỜNG TRỰC
chuc_vu: Chủ tịch

# Kính gửi. Để ~ thì in «Kính gửi: Tổng Liên đoàn Lao động Việt Nam»; có gửi nơi khác mới
# ghi vào đây.
kinh_gui: ~

# Nơi nhận. Mỗi dòng một nơi nhận, dòng cuối là "Lưu: VT, …" trong dấu ngoặc kép.
noi_nhan:
  - Như trên
  - "Lưu: VT"
"""
        in scaffold
    )


def test_recipients_are_those_that_will_be_printed() -> None:
    campaign = read_campaign(SECOND)

    scaffold = report_scaffold(campaign, campaign.units["cdct-det-mau"])

    assert (
        """\
noi_nhan:
  - Công đoàn ngành Ví Dụ
  - Ban Giám đốc (để báo cáo)
  - "Lưu: VT"
"""
        in scaffold
    )


def test_the_report_reads_like_the_outline() -> None:
    campaign = read_campaign(SECOND)

    scaffold = report_scaffold(campaign, campaign.units["cdn-vi-du"])

    outline = scaffold[scaffold.index("# II.") : scaffold.index("# III.")]
    assert outline == (
        """\
# II. KẾT QUẢ THỰC HIỆN
# (Nêu khái quát, sau đó đi vào từng mặt)
ket_qua: |
␣␣

# 1. Tuyên truyền, huấn luyện
# ────────────────────────────────────────────────────────────────────────────────────────

# a) Công tác tuyên truyền
# Viết nhiều nhất 200 chữ.
tuyen_truyen: |
␣␣

# b) Huấn luyện an toàn, vệ sinh viên
huan_luyen_atvsv: |
␣␣

# 2. Tự kiểm tra, giám sát:
kiem_tra: |
␣␣

"""
    ).replace("␣", " ")


def test_statistics_read_like_the_printed_form() -> None:
    scaffold = statistics_scaffold(read_campaign(SEED))

    assert scaffold == (
        """\
# yaml-language-server: $schema=../../luoc-do/so-lieu.schema.json

# CÁCH ĐIỀN
# - Dòng có dấu # ở đầu là lời dẫn. Giữ nguyên dòng đầu tiên của tệp.
# - Thay dấu ~ bằng con số. Chưa có số liệu thì để nguyên ~, không phát sinh thì ghi 0.
# - Hàng nghìn ngăn bằng dấu chấm: 1.200. Số lẻ viết dấu phẩy và đặt trong dấu ngoặc kép:
#   "12,5".
# - Số đứng thẳng dưới cột của nó; giữa hai số có dấu phẩy, không thêm, không bớt số nào.
# - Cột «Tổng cộng» máy tự tính, không phải điền.

# ════════════════════════════════════════════════════════════════════════════════════════
# BIỂU BÁO CÁO SỐ LIỆU
# PHONG TRÀO THI ĐUA LAO ĐỘNG SÁNG TẠO GIAI ĐOẠN (2012- 2017)
# Giá trị làm lợi tính bằng: triệu đồng
# ════════════════════════════════════════════════════════════════════════════════════════

#                                   Kết quả thực hiện theo các năm
#                          2012         2013         2014         2015         2016

# 1. Số sáng kiến cải tiến kỹ thuật (sáng kiến)
sang_kien:         [          ~,           ~,           ~,           ~,           ~]
#    Giá trị làm lợi (triệu đồng, lấy đến 1 số lẻ)
gia_tri_sang_kien: [          ~,           ~,           ~,           ~,           ~]

# 2. Số Đề tài nghiên cứu khoa học (đề tài)
de_tai:            [          ~,           ~,           ~,           ~,           ~]
#    Giá trị làm lợi (triệu đồng, lấy đến 1 số lẻ)
gia_tri_de_tai:    [          ~,           ~,           ~,           ~,           ~]

# 3. Số Công trình, Đề tài NCKH đạt Giải thưởng tại Hội thi Sáng tạo kỹ thuật cấp tỉnh
#    (giải)
giai_cap_tinh:     [          ~,           ~,           ~,           ~,           ~]

# 4. Số Công trình, Đề tài NCKH đạt Giải thưởng tại Hội thi Sáng tạo kỹ thuật toàn quốc
#    (giải)
giai_toan_quoc:    [          ~,           ~,           ~,           ~,           ~]

# 5. Số Công trình, Đề tài NCKH đạt Giải thưởng Sáng tạo Khoa học công nghệ Việt Nam
#    (VIFOTEC) (giải)
giai_vifotec:      [          ~,           ~,           ~,           ~,           ~]

# 6. Số CNVCLĐ được tặng Bằng Lao động sáng tạo (người)
#    Bằng tổng của: Cán bộ quản lý; Cán bộ kỹ thuật; Công nhân trực tiếp LĐSX.
bang_ldst:         [          ~,           ~,           ~,           ~,           ~]
#    Cán bộ quản lý (người)
bang_quan_ly:      [          ~,           ~,           ~,           ~,           ~]
#    Cán bộ kỹ thuật (người)
bang_ky_thuat:     [          ~,           ~,           ~,           ~,           ~]
#    Công nhân trực tiếp LĐSX (người)
bang_cong_nhan:    [          ~,           ~,           ~,           ~,           ~]

# 7. Số CNVCLĐ đạt từ 02 Bằng Lao động sáng tạo của TLĐ trở lên (người)
#    Mỗi người chỉ tính một lần, vào năm được tặng Bằng thứ hai.
#    Không lớn hơn «Số CNVCLĐ được tặng Bằng Lao động sáng tạo».
tu_hai_bang:       [          ~,           ~,           ~,           ~,           ~]
"""
    )


def test_several_forms_stand_under_their_ids_with_their_own_headers() -> None:
    scaffold = statistics_scaffold(read_campaign(SECOND))

    assert (
        """
tai_nan:

  #                 Năm 2023                  Năm 2024
  #                        Trong đó:                 Trong đó:     Mục tiêu
  #             Tổng số  lao động nữ      Tổng số  lao động nữ     năm 2025

  # Số người bị tai nạn lao động (người)
  # Bằng tổng của: Bị thương nhẹ; Bị thương nặng.
  tong_so: [          ~,           ~,           ~,           ~,           ~]
"""
        in scaffold
    )
    assert (
        """
  # Tỷ lệ người lao động được khám sức khỏe (%, lấy đến 1 số lẻ)
  # Từ 0 đến 100.
  ty_le:   [          ~,           ~,           ~,           ~,           ~]
"""
        in scaffold
    )
    assert scaffold.endswith(
        """
huan_luyen:

  #               Số lớp  Số người

  # A. Tổng số
  tong_so:      [      ~,        ~]

  # B. An toàn, vệ sinh viên
  #    Tính cả người được huấn luyện lại.
  #    Không lớn hơn «Tổng số».
  an_toan_vien: [      ~,        ~]
"""
    )


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_a_scalar_reads_as_the_text_that_it_was_made_of(text: str) -> None:
    read = yaml.load(f"- {scalar(text)}", Loader=yaml.BaseLoader)  # noqa: S506 - makes only texts

    assert read == [text]
