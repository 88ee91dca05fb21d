"""The seed's outline and form, copied here by hand from its own text."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import pytest

from support.built import Documents, both_engines
from support.pdf_file import PdfFile
from support.samples import BLANK, FORMS, REPORTS, Sample, statistics
from support.word_file import Cell, WordFile
from support.words import flat

OUTLINE = (
    "Phần thứ nhất Kết quả phong trào thi đua Lao động sáng tạo trong CNVCLĐ giai đoạn 2012 - 2017",
    "I. TÌNH HÌNH CHUNG",
    "1. Thuận lợi:",
    "2. Khó khăn:",
    "II. NHỮNG KẾT QUẢ ĐẠT ĐƯỢC",
    "1. Công tác chỉ đạo, tổ chức thực hiện",
    "2. Kết quả",
    "2.1. Phong trào phát huy sáng kiến, cải tiến kỹ thuật, ứng dụng công nghệ mới và nghiên cứu "
    "khoa học.",
    "2.2. Công tác phối hợp với Sở Khoa học và Công nghệ tổ chức Hội thi Sáng tạo kỹ thuật cấp "
    "tỉnh, vận động CNVCLĐ tham gia Hội thi Sáng tạo kỹ thuật toàn quốc, tham gia Giải thưởng "
    "Sáng tạo Khoa học công nghệ Việt Nam (VIFOTEC)",
    "2.3. Công tác xét duyệt, đề nghị Tổng Liên đoàn tặng thưởng Bằng Lao động sáng tạo.",
    "2.4. Công tác tuyên truyền, phổ biến nhân rộng điển hình tiên tiến trong phong trào thi đua "
    "Lao động sáng tạo.",
    "III. MỘT SỐ HẠN CHẾ, NGUYÊN NHÂN VÀ BÀI HỌC KINH NGHIỆM",
    "1. Một số hạn chế",
    "2. Nguyên nhân",
    "3. Bài học kinh nghiệm",
    "IV. ĐỀ XUẤT, KIẾN NGHỊ",
    "1. Đối với Tổng Liên đoàn",
    "2. Đối với chuyên môn đồng cấp",
    "Phần thứ hai Phương hướng, nhiệm vụ và giải pháp đẩy mạnh phong trào thi đua Lao động sáng "
    "tạo trong thời gian tới",
    "I. PHƯƠNG HƯỚNG, NHIỆM VỤ",
    "II. MỘT SỐ GIẢI PHÁP",
)
FORM = (
    ("1", "Số sáng kiến cải tiến kỹ thuật:"),
    ("", "Giá trị làm lợi:"),
    ("2", "Số Đề tài nghiên cứu khoa học:"),
    ("", "Giá trị làm lợi:"),
    ("3", "Số Công trình, Đề tài NCKH đạt Giải thưởng tại Hội thi Sáng tạo kỹ thuật cấp tỉnh"),
    ("4", "Số Công trình, Đề tài NCKH đạt Giải thưởng tại Hội thi Sáng tạo kỹ thuật toàn quốc."),
    (
        "5",
        "Số Công trình, Đề tài NCKH đạt Giải thưởng Sáng tạo Khoa học công nghệ Việt Nam (VIFOTEC)",
    ),
    ("6", "Số CNVCLĐ được tặng Bằng Lao động sáng tạo:"),
    ("", "Cán bộ quản lý"),
    ("", "Cán bộ kỹ thuật"),
    ("", "Công nhân trực tiếp LĐSX"),
    ("7", "Số CNVCLĐ đạt từ 02 Bằng Lao động sáng tạo của TLĐ trở lên"),
)
HEAD = (
    ("TT", "Nội dung", "Kết quả thực hiện theo các năm", "Tổng cộng"),
    ("2012", "2013", "2014", "2015", "2016"),
)
ROWS_WITH_ONE_DECIMAL = ("gia_tri_sang_kien", "gia_tri_de_tai")


@pytest.mark.parametrize("sample", REPORTS, ids=str)
def test_word_has_every_heading_of_the_outline_with_its_number(
    documents: Documents, sample: Sample
) -> None:
    headings = documents.word(sample).headings

    texts = tuple(flat(heading.text) for heading in headings)

    assert texts[: len(OUTLINE)] == OUTLINE


@both_engines
@pytest.mark.parametrize("sample", REPORTS, ids=str)
def test_pdf_has_every_heading_of_the_outline_with_its_number(
    documents: Documents, sample: Sample
) -> None:
    headings = documents.pdf(sample).headings

    texts = tuple(flat(heading.text) for heading in headings)

    assert texts[: len(OUTLINE)] == OUTLINE


@pytest.mark.parametrize("sample", REPORTS, ids=str)
def test_after_the_outline_the_only_heading_is_the_appendix(
    documents: Documents, sample: Sample
) -> None:
    headings = documents.word(sample).headings

    rest = [flat(heading.text) for heading in headings[len(OUTLINE) :]]

    assert rest[0].startswith("Phụ lục")
    assert not any(re.match(r"[IVX\d]+\.", text) for text in rest)


@pytest.mark.parametrize("sample", FORMS, ids=str)
def test_word_has_the_form_with_its_labels_figures_and_totals(
    documents: Documents, sample: Sample
) -> None:
    head, rows = word_form(documents.word(sample))

    assert head == HEAD
    assert rows == tuple(expected_rows(sample.unit))


@both_engines
@pytest.mark.parametrize("sample", FORMS, ids=str)
def test_pdf_has_the_form_with_its_labels_figures_and_totals(
    documents: Documents, sample: Sample
) -> None:
    head, rows = pdf_form(documents.pdf(sample))

    assert head == HEAD
    assert rows == tuple(expected_rows(sample.unit))


@pytest.mark.parametrize(
    ("figure", "decimals", "printed"),
    [
        (Fraction(0), 0, "0"),
        (Fraction(999), 0, "999"),
        (Fraction(1234567), 0, "1.234.567"),
        (Fraction("0.5"), 1, "0,5"),
        (Fraction("1234.5"), 1, "1.234,5"),
        (Fraction(1000), 1, "1.000,0"),
    ],
)
def test_the_expectation_itself_groups_by_dots_and_parts_decimals_by_a_comma(
    figure: Fraction, decimals: int, printed: str
) -> None:
    assert vietnamese(figure, decimals) == printed


def expected_rows(unit: str) -> Iterator[tuple[str, ...]]:
    for (ordinal, label), (row, typed) in zip(FORM, statistics(unit).items(), strict=True):
        decimals = 1 if row in ROWS_WITH_ONE_DECIMAL else 0
        figures = [None if text == BLANK else exact(text) for text in typed]
        total = sum((figure for figure in figures if figure is not None), Fraction())
        printed = ("" if f is None else vietnamese(f, decimals) for f in (*figures, total))
        yield (ordinal, label, *printed)


def exact(typed: str) -> Fraction:
    return Fraction(typed.replace(".", "").replace(",", "."))


def vietnamese(figure: Fraction, decimals: int) -> str:
    units = figure * 10**decimals
    assert units.denominator == 1, f"{figure} has more than {decimals} decimals"
    digits = str(units.numerator).rjust(decimals + 1, "0")
    whole, rest = (digits[:-decimals], digits[-decimals:]) if decimals else (digits, "")
    grouped = ".".join(re.findall(r"\d{1,3}", whole[::-1]))[::-1]
    return f"{grouped},{rest}" if rest else grouped


Form = tuple[tuple[tuple[str, ...], ...], tuple[tuple[str, ...], ...]]


def word_form(file: WordFile) -> Form:
    form = next(table for table in file.tables if table.has_borders)
    head = tuple(texts(row.cells) for row in form.rows if row.is_head)
    rows = tuple(texts(row.cells) for row in form.rows if not row.is_head)
    return head, rows


def texts(cells: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(flat(cell.text) for cell in cells if not cell.continues)


def pdf_form(file: PdfFile) -> Form:
    """Read the ruled table, which may go on overleaf under the same head."""
    pages = [table for page in file.pages for table in page.tables]
    heads = [tuple(tuple(flat(c) for c in row if c) for row in table[:2]) for table in pages]
    rows = (row for table in pages for row in table[2:])
    assert len(set(heads)) == 1
    return heads[0], tuple(tuple(flat(cell or "") for cell in row) for row in rows)
