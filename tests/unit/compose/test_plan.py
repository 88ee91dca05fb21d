"""The sample plan, which uses every device of the national one, and what must be printed of it."""

from dataclasses import replace
from functools import cache

import pytest

from baocao.compose import compose
from baocao.compose.parts.signature import signature
from baocao.model.campaign import Campaign, Delegate, Recipient
from baocao.model.content import Plan, UnitContent
from baocao.model.document import Document, Heading, Paragraph, Table
from baocao.model.paper import Paper
from baocao.model.text import Source, Text
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import CampaignFolder
from support.samples import CAMPAIGN

UNIT = "ldld-thi-du"
# By hand: the level of each heading (none: a paragraph), and how its line begins.
PRINTED = (
    (0, "Căn cứ Kế hoạch của Tổng Liên đoàn"),
    (0, "Căn cứ Chương trình công tác năm 2017"),
    (0, "Năm năm qua, phong trào"),
    (2, "I. MỤC ĐÍCH, YÊU CẦU"),
    (0, "1. Đánh giá toàn diện kết quả"),
    (0, "2. Việc sơ kết phải thiết thực"),
    (2, "II. NỘI DUNG"),
    (0, "1. Đánh giá năm nội dung"),
    (0, "2. Biểu dương, khen thưởng"),
    (2, "III. HÌNH THỨC VÀ THỜI GIAN"),
    (3, "1. Hình thức tổ chức:"),
    (4, "1.1. Đối với công đoàn cơ sở:"),
    (0, "Ban Chấp hành xây dựng báo cáo"),
    (4, "1.2. Đối với công đoàn cấp trên trực tiếp cơ sở:"),
    (0, "Căn cứ điều kiện cụ thể"),
    (4, "1.3. Đối với LĐLĐ tỉnh:"),
    (0, "Tổ chức hội nghị sơ kết toàn tỉnh"),
    (3, "2. Thời gian:"),
    (4, "2.1. Đối với công đoàn cơ sở và"),
    (0, "Xong trước ngày 30 tháng 8"),
    (4, "2.2. Đối với LĐLĐ tỉnh:"),
    (0, "Xong trước ngày 20 tháng 10"),
    (2, "IV. KHEN THƯỞNG"),
    (3, "1. Khen thưởng của LĐLĐ tỉnh"),
    (0, "Ban Thường vụ LĐLĐ tỉnh tặng Bằng khen"),
    (0, "Tiêu chuẩn:"),
    (0, "- Tập thể có phong trào đều"),
    (0, "- Cá nhân có từ hai sáng kiến"),
    (3, "2. Đề nghị Tổng Liên đoàn khen thưởng"),
    (0, "LĐLĐ tỉnh lựa chọn"),
    (4, "a) Cờ thi đua:"),
    (0, "* Đối tượng: LĐLĐ tỉnh."),
    (0, "* Tiêu chuẩn: Đạt các tiêu chí sau:"),
    (0, "- Hằng năm có phát động"),
    (0, "- Có ít nhất 50 đoàn viên"),
    (0, "Hồ sơ do Ban Chính sách - Pháp luật"),
    (4, "b) Bằng khen:"),
    (0, "* Đối với tập thể: Công đoàn"),
    (0, "* Đối với cá nhân: Người trực tiếp"),
    (3, "3. Hồ sơ đề nghị khen thưởng"),
    (0, "Thực hiện theo hướng dẫn"),
    (2, "V. TỔ CHỨC THỰC HIỆN"),
    (3, "1. Đối với LĐLĐ tỉnh:"),
    (0, "- Khảo sát tại ba đơn vị"),
    (0, "- Xây dựng dự thảo báo cáo"),
    (3, "2. Đối với các công đoàn trực thuộc:"),
    (0, "- Xây dựng kế hoạch"),
    (0, "- Gửi báo cáo, biểu số liệu"),
    (0, "TT Nội dung Đơn vị thực hiện Thời hạn"),
    (0, "(Có đề cương báo cáo và biểu báo cáo số liệu kèm theo)."),
    (0, "Căn cứ Kế hoạch này, đề nghị"),
)


@cache
def read() -> tuple[Campaign, UnitContent]:
    folder = CampaignFolder(CAMPAIGN)
    campaign, faults = check_campaign(folder)
    assert campaign is not None, faults
    content = check_unit(folder, campaign, UNIT).content
    assert content is not None
    return campaign, content


def plan() -> Document:
    campaign, content = read()
    return compose(campaign, "ke-hoach", content)["ke-hoach",]


def beginnings(document: Document) -> list[tuple[int, str]]:
    found = []
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append((block.level, " ".join(block.lines)))
        elif isinstance(block, Paragraph):
            found.append((0, "".join(run.text for run in block.runs)))
        elif isinstance(block, Table):
            found.append((0, " ".join(cell.text for cell in block.head[0])))
    return [(level, text.replace("\u00a0", " ")) for level, text in found]


def test_every_item_is_printed_in_order_under_its_number() -> None:
    printed = beginnings(plan())

    assert [level for level, _ in printed] == [level for level, _ in PRINTED]
    for (_, found), (_, begins) in zip(printed, PRINTED, strict=True):
        assert found.startswith(begins)


def test_figures_of_the_form_and_marks_stand_in_the_prose() -> None:
    runs = [run for block in plan().blocks if isinstance(block, Paragraph) for run in block.runs]

    assert any("6.591" in run.text for run in runs)
    assert [run.text for run in runs if run.bold] == ["01 cá nhân"]
    assert "Bằng Lao động sáng tạo" in [run.text for run in runs if run.italic]


def test_bases_end_in_semicolons_and_the_last_in_a_full_stop() -> None:
    first, last = plan().blocks[:2]

    assert isinstance(first, Paragraph)
    assert isinstance(last, Paragraph)
    assert first.runs[0].text.endswith("(2012\u00a0-\u00a02017);")
    assert last.runs[0].text.endswith("Thí Dụ.")


def test_a_plan_addresses_nobody_and_sends_to_its_recipients() -> None:
    document = plan()

    assert document.addressees == ()
    assert document.recipients is not None
    assert [
        (group.lines, "" if group.brace is None else group.brace.words)
        for group in document.recipients.groups
    ] == [
        (
            (
                "- Các LĐLĐ huyện, thị xã, thành phố, công đoàn ngành địa phương;",
                "- Các công đoàn cơ sở trực thuộc LĐLĐ tỉnh;",
            ),
            "",
        ),
        (
            (
                "- Tổng Liên đoàn Lao động Việt Nam;",
                "- Thường trực Tỉnh ủy;",
                "- Ban Thi đua - Khen thưởng tỉnh;",
            ),
            "Để báo cáo",
        ),
        (("- Ủy viên Ban Thường vụ LĐLĐ tỉnh;", "- Lưu: VT, Ban CSPL."), ""),
    ]


def test_the_table_is_as_wide_as_the_text() -> None:
    tables = [block for block in plan().blocks if isinstance(block, Table)]

    (table,) = tables
    assert sum(table.widths_mm) == pytest.approx(165, abs=0.05)
    assert len(table.rows) == 3


def test_a_deputy_signs_for_the_head() -> None:
    assert plan().signature.authority == ("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


def test_an_order_without_sendings_leaves_out_those_above_where_there_are_none() -> None:
    campaign, content = read()
    order = replace(campaign.documents["ke-hoach"], distributions=())

    level = campaign.level_of(content.unit)

    assert level.recipients == (Recipient(names=("Như trên",)), Recipient(names=("Lưu: VT",)))
    assert order.recipients(level) == (Recipient(names=("Lưu: VT",)),)
    assert campaign.documents["bao-cao"].recipients(level) == level.recipients


@pytest.mark.parametrize(
    ("typed", "authority"),
    [
        ("Chủ tịch", ("TM. BAN THƯỜNG VỤ", "CHỦ TỊCH")),
        ("quyền chủ tịch", ("TM. BAN THƯỜNG VỤ", "Q. CHỦ TỊCH")),
        ("Phó Chủ tịch", ("TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")),
        ("Chánh Văn phòng", ("TL. BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG")),
        ("Trưởng ban Tổ chức", ("TUQ. CHỦ TỊCH", "TRƯỞNG BAN TỔ CHỨC")),
    ],
)
def test_each_position_signs_by_its_own_authority(typed: str, authority: tuple[str, ...]) -> None:
    campaign, content = read()
    level = replace(
        campaign.level_of(content.unit),
        acting=("Quyền Chủ tịch",),
        by_order=(Delegate("Chánh Văn phòng", "Ban Thường vụ"),),
        authorised=(Delegate("Trưởng ban Tổ chức", "Chủ tịch"),),
    )
    signing = replace(campaign, levels={**campaign.levels, level.id: level})
    paper = Paper(content.unit, content.report.source, "", position=_text(typed))

    assert signature(signing, paper, "").authority == authority


def test_a_unit_without_a_plan_has_no_such_document() -> None:
    _, content = read()

    assert content.has("ke-hoach")
    assert not replace(content, plan=None).has("ke-hoach")
    assert isinstance(content.plan, Plan)


def _text(value: str) -> Text:
    return Text(value, Source(CAMPAIGN, value), 0, len(value))
