"""What the outline of the campaign `vung-manh`, made only of data, prints of two units' answers.

Its part I has chapters I to III, its part II goes on with IV: of chapters the numbers run on.
"""

from functools import cache

import pytest

from baocao.compose import compose
from baocao.model.document import Block, Document, Heading, Paragraph, ParagraphStyle, Table
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import CampaignFolder
from support.samples import ROOT

FOLDER = CampaignFolder(ROOT / "tests/campaigns/content/vung-manh")
PROVINCE, FACTORY = "ldld-gia-tuong", "cdcs-may-gia-tuong"
BODY, DASH, PLUS = ParagraphStyle.BODY, ParagraphStyle.DASH, ParagraphStyle.PLUS

CLOSING = (
    BODY,
    "Số liệu ghi tại Phụ lục I, Phụ lục II, Phụ lục III, Phụ lục IV, Phụ lục V, Phụ lục VI kèm "
    "theo./.",
)
OF_PROVINCE = [
    (
        BODY,
        "Thực hiện Kế hoạch giai đoạn 2018 - 2020, Liên đoàn Lao động tỉnh Giả Tưởng tổng kết "
        "phong trào Công đoàn vững mạnh như sau.",
    ),
    (1, "Phần I | Kết quả xây dựng công đoàn cơ sở vững mạnh | tại Giả Tưởng năm 2020"),
    (2, "I. ĐẶC ĐIỂM TÌNH HÌNH"),
    (BODY, "1. Tổng số đoàn viên: 12.345 người"),
    (BODY, "2. Ngày thành lập: 05/7/1976"),
    (BODY, "3. Công đoàn cơ sở vững mạnh: 45/50 đơn vị (đạt 90%)"),
    (BODY, "4. Thu kinh phí: 1.045 trên 999 triệu đồng, đạt 104,6 %"),
    (2, "II. KẾT QUẢ PHONG TRÀO Công đoàn vững mạnh"),
    (3, "1. Công tác tuyên truyền"),
    (4, "1.1. Hình thức"),
    (5, "a) Đã sử dụng:"),
    (DASH, "■ Hội nghị"),
    (DASH, "■ Mạng xã hội"),
    (DASH, "□ Tờ rơi"),
    (5, "b) Mạng xã hội"),
    (DASH, "- Số người theo dõi: 2.500 người"),
    (PLUS, "+ Nội dung đã đăng: Gương người tốt, việc tốt."),
    (4, "1.2. Kết quả"),
    (BODY, "Đã tổ chức 12 buổi cho 840 lượt đoàn viên."),
    (3, "2. Phát triển đoàn viên, theo Phụ lục I"),
    (BODY, "Kết nạp 395 đoàn viên."),
    ("table", "Biểu số liệu đoàn viên"),
    (2, "III. TỰ CHẤM ĐIỂM"),
    (BODY, "(1) Điểm tự chấm: 95,5"),
    (3, "(2) Điểm cộng"),
    (BODY, "Hai điểm do có mô hình mới."),
    (1, "Phần II | Phương hướng, kiến nghị"),
    (2, "IV. PHƯƠNG HƯỚNG"),
    (BODY, "Giữ vững kết quả đã đạt."),
    (2, "V. KIẾN NGHỊ"),
    (BODY, "Cam kết"),
    (DASH, "□ Người chịu trách nhiệm: Chủ tịch"),
    (BODY, "i) Thời hạn: 30/6/2021"),
    CLOSING,
]
OF_FACTORY = [
    (
        BODY,
        "Thực hiện Kế hoạch giai đoạn 2018 - 2020, Công đoàn cơ sở Công ty May Giả Tưởng tổng kết "
        "phong trào Giỏi việc nước, đảm việc nhà như sau.",
    ),
    (1, "Phần I | Kết quả xây dựng công đoàn cơ sở vững mạnh | tại Giả Tưởng năm 2020"),
    (2, "I. ĐẶC ĐIỂM TÌNH HÌNH"),
    (BODY, "1. Tổng số đoàn viên: 318 người"),
    (BODY, "2. Ngày thành lập: 26/3/2001"),
    (BODY, "3. Xếp loại do Liên đoàn Lao động tỉnh Giả Tưởng công nhận: Khá"),
    (BODY, "4. Thu kinh phí: 2 trên 3 triệu đồng, đạt 66,67 %"),
    (2, "II. KẾT QUẢ PHONG TRÀO Giỏi việc nước, đảm việc nhà"),
    (3, "1. Công tác tuyên truyền"),
    (4, "1.1. Hình thức"),
    (5, "a) Đã sử dụng:"),
    (DASH, "□ Hội nghị"),
    (DASH, "□ Mạng xã hội"),
    (DASH, "□ Tờ rơi"),
    (4, "1.2. Kết quả"),
    (BODY, "Công đoàn đã tổ chức sáu buổi nói chuyện."),
    (3, "2. Khen thưởng, kỷ luật"),
    (4, "2.1. Kỷ luật"),
    (BODY, "Có một trường hợp."),
    (3, "3. Phát triển đoàn viên, theo Phụ lục I"),
    (BODY, "Kết nạp 32 đoàn viên."),
    ("table", "Biểu số liệu đoàn viên"),
    (BODY, "Số liệu tập huấn ghi tại Phụ lục II."),
    (2, "III. TỰ CHẤM ĐIỂM"),
    (BODY, "(1) Điểm tự chấm: 88"),
    (3, "(2) Điểm cộng"),
    (BODY, "Không có."),
    (1, "Phần II | Phương hướng, kiến nghị"),
    (2, "IV. PHƯƠNG HƯỚNG"),
    (BODY, "Phấn đấu xếp loại cao hơn."),
    (2, "V. KIẾN NGHỊ"),
    (3, "1. Với Liên đoàn Lao động tỉnh Giả Tưởng"),
    (BODY, "Không có kiến nghị."),
    (BODY, "Cam kết"),
    (DASH, "□ Người chịu trách nhiệm: Phó Chủ tịch"),
    (4, "1) Ghi chú"),
    (BODY, "Mọi số liệu lấy từ sổ đoàn viên."),
    CLOSING,
]


@cache
def report(unit: str) -> Document:
    campaign, faults = check_campaign(FOLDER)
    assert campaign is not None, faults
    checked = check_unit(FOLDER, campaign, unit)
    assert checked.content is not None, checked.diagnostics
    return compose(campaign, "bao-cao", checked.content)["bao-cao",]


def shown(block: Block) -> tuple[int | str | ParagraphStyle, str]:
    if isinstance(block, Heading):
        return block.level, flat(" | ".join(block.lines))
    if isinstance(block, Paragraph):
        return block.style, flat("".join(run.text for run in block.runs))
    return "table", block.caption


def flat(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(("unit", "expected"), [(PROVINCE, OF_PROVINCE), (FACTORY, OF_FACTORY)])
def test_the_outline_prints_what_each_unit_is_asked_and_has_answered(
    unit: str, expected: list[tuple[object, str]]
) -> None:
    assert [shown(block) for block in report(unit).blocks] == expected


def test_a_passage_keeps_its_marks_and_its_footnote_stands_at_its_end() -> None:
    passage = report(PROVINCE).blocks[0]
    assert isinstance(passage, Paragraph)

    bold = [flat(run.text) for run in passage.runs if run.bold]
    footnotes = [flat(run.footnote) for run in passage.runs]

    assert bold == ["phong trào Công đoàn vững mạnh"]
    assert footnotes == [
        "",
        "",
        "Phong trào do Liên đoàn Lao động tỉnh Giả Tưởng phát động năm 2018.",
    ]


def test_a_title_that_has_its_answer_beside_it_has_its_footnote_before_the_colon() -> None:
    line = report(PROVINCE).blocks[3]
    assert isinstance(line, Paragraph)

    assert [(flat(run.text), flat(run.footnote)) for run in line.runs] == [
        ("1. Tổng số đoàn viên", "Tính đến ngày 31 tháng 12 năm 2020."),
        (": 12.345 người", ""),
    ]


def test_a_heading_carries_its_footnote() -> None:
    footnotes = {
        block.lines: block.footnote
        for block in report(PROVINCE).blocks
        if isinstance(block, Heading) and block.footnote
    }

    assert footnotes == {("1.2. Kết quả",): "Số liệu của Giả Tưởng."}


def test_a_figure_and_its_measure_stay_on_one_line() -> None:
    line = report(PROVINCE).blocks[3]
    assert isinstance(line, Paragraph)

    assert line.runs[-1].text == ": 12.345\u00a0người"


def test_the_table_of_a_form_in_a_section_is_as_wide_as_the_upright_page() -> None:
    (table,) = (block for block in report(PROVINCE).blocks if isinstance(block, Table))
    appendix = report(PROVINCE).appendices[0].blocks[0]
    assert isinstance(appendix, Table)

    assert round(sum(table.widths_mm)) == 165
    assert round(sum(appendix.widths_mm)) == 247
    assert [cell.text for cell in table.rows[0]] == [
        "Số đoàn viên mới kết nạp",
        "120",
        "135",
        "140",
        "395",
    ]


def test_titles_call_the_appendices_by_the_labels_that_they_carry() -> None:
    assert [appendix.label for appendix in report(FACTORY).appendices] == [
        "Phụ lục I",
        "Phụ lục II",
        "Phụ lục III",
        "Phụ lục IV",
        "Phụ lục V",
        "Phụ lục VI",
    ]
