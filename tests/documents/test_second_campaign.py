"""A second campaign, made only of data: another outline, other forms, other levels, no Python."""

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from support.corpus import WORKSPACE
from support.pdf_file import PdfFile
from support.program import call, run
from support.word_file import Row, Table, WordFile
from support.words import first_difference, flat, mended, words

CAMPAIGN = "van-hoa"
ZONES, GUARDS, RIDERS = "cd-kcn-gia-dinh", "nghiep-doan-ve-si-mau", "nghiep-doan-xe-mau"
KINDS = ("bao-cao", "bieu-so-lieu")
DOCUMENTS = [(unit, kind) for unit in (ZONES, GUARDS) for kind in KINDS]
HEADINGS = [
    "I. ĐẶC ĐIỂM TÌNH HÌNH",
    "II. KẾT QUẢ THỰC HIỆN",
    "1. Xây dựng đời sống văn hóa",
    "a) Nếp sống văn hóa",
    "b) Hoạt động văn nghệ",
    "c) Hoạt động thể thao",
    "d) Phong trào đọc sách",
    "đ) Gia đình công nhân",
    "2. Thiết chế văn hóa:",
    "III. PHƯƠNG HƯỚNG",
]
HEAD = [
    ["STT", "Chỉ tiêu", "Năm 2019", "Năm 2020", "Cộng"],
    ["Nam", "Nữ", "Nam", "Nữ"],
]
ROWS = [
    ["1", "Số người đăng ký:", "1.250", "980", "1.500", "1.120", "4.850"],
    ["2", "Số người đạt danh hiệu", "1.010", "870", "1.245", "1.004", "4.129"],
    ["3", "Tỷ lệ tham gia (%)", "61,5", "58,0", "66,2", "63,0", "-"],
    ["4", "Kinh phí", "120,50", "80,25", "140,00", "-", "340,75"],
]
SECTIONS_TO_WRITE = 8


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("out")
    done = run("build", CAMPAIGN, "--out", str(folder), within=WORKSPACE)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / CAMPAIGN


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """Return a copy of the campaign in a workspace of its own, to be written into."""
    target = tmp_path / "content" / CAMPAIGN
    shutil.copytree(WORKSPACE / "content" / CAMPAIGN, target)
    return tmp_path


def test_check_finds_no_fault_in_it() -> None:
    done = call("check", CAMPAIGN, "--json", within=WORKSPACE)

    assert (done.returncode, json.loads(done.stdout)) == (0, {"diagnostics": []})


def test_build_makes_every_document_in_both_formats(out: Path) -> None:
    made = sorted(
        path.relative_to(out).as_posix()
        for path in out.rglob("*.*")
        if path.suffix in (".docx", ".pdf")
    )

    assert made == sorted(
        f"{unit}/{kind}.{ending}" for unit, kind in DOCUMENTS for ending in ("docx", "pdf")
    )


def test_headings_carry_the_numbers_that_the_outline_names(out: Path) -> None:
    word, pdf = word_file(out, ZONES, "bao-cao"), pdf_file(out, ZONES, "bao-cao")

    in_word = [flat(heading.text) for heading in word.headings]
    in_pdf = [flat(heading.text) for heading in pdf.headings]

    assert in_word[: len(HEADINGS)] == HEADINGS
    assert in_pdf[: len(HEADINGS)] == HEADINGS


@pytest.mark.parametrize(("unit", "kind"), DOCUMENTS)
def test_word_and_pdf_say_the_same(out: Path, unit: str, kind: str) -> None:
    word, pdf = word_file(out, unit, kind), pdf_file(out, unit, kind)

    in_word = [each for paragraph in word.paragraphs for each in words(paragraph.text)]
    lines = (line.text for block in pdf.blocks for line in block.lines)
    in_pdf = mended(lines, in_word)

    assert first_difference(in_word, in_pdf) == ""


def test_narrative_prints_the_figures_of_both_forms(out: Path) -> None:
    text = flat(" ".join(p.text for p in word_file(out, ZONES, "bao-cao").paragraphs))

    assert "Có 4.850 lượt người đăng ký, 4.129 lượt đạt danh hiệu" in text
    assert "Giải bóng đá thu hút 20% số đội tăng thêm." in text
    assert "Hiện có 03 nhà văn hóa và 17 sân chơi" in text
    assert "tổng kinh phí ba trăm bốn mươi phẩy bảy năm triệu đồng." in text


@pytest.mark.parametrize("kind", KINDS)
def test_form_has_a_header_of_two_rows_and_sums_no_percentages(out: Path, kind: str) -> None:
    form, _ = forms(word_file(out, ZONES, kind))

    head = [texts(row) for row in form.rows if row.is_head]
    rows = [texts(row) for row in form.rows if not row.is_head]

    assert head == HEAD
    assert rows == ROWS


def test_blank_figures_print_as_each_form_wants(out: Path) -> None:
    first, second = forms(word_file(out, GUARDS, "bieu-so-lieu"))

    rows = [texts(row) for form in (first, second) for row in form.rows if not row.is_head]

    assert rows == [
        ["1", "Số người đăng ký:", "-", "-", "80", "9", "89"],
        ["2", "Số người đạt danh hiệu", "-", "-", "61", "7", "68"],
        ["3", "Tỷ lệ tham gia (%)", "-", "-", "83,3", "90,0", "-"],
        ["4", "Kinh phí", "-", "-", "4,50", "-", "4,50"],
        ["Nhà văn hóa", "0", "0"],
        ["Sân chơi, bãi tập", "", ""],
    ]


def test_each_form_lies_as_its_data_says(out: Path) -> None:
    word, pdf = word_file(out, ZONES, "bieu-so-lieu"), pdf_file(out, ZONES, "bieu-so-lieu")

    assert [section.is_landscape for section in word.sections] == [False, True]
    assert [page.width > page.height for page in pdf.pages] == [False, True]


@pytest.mark.parametrize(
    ("unit", "lines"),
    [
        (ZONES, ["TM. BAN THƯỜNG VỤ", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        (GUARDS, ["TM. BAN CHẤP HÀNH LÂM THỜI", "TRƯỞNG BAN"]),
    ],
)
def test_each_level_signs_with_its_own_authority(out: Path, unit: str, lines: list[str]) -> None:
    found = [flat(p.text) for p in word_file(out, unit, "bao-cao").paragraphs]

    start = found.index(lines[0])

    assert found[start : start + len(lines)] == lines


def test_new_scaffolds_a_unit_in_which_check_lists_what_is_left_to_write(workspace: Path) -> None:
    made = call("new", CAMPAIGN, RIDERS, within=workspace)
    checked = call("check", CAMPAIGN, RIDERS, "--json", within=workspace)

    left = Counter(fault["rule"] for fault in json.loads(checked.stdout)["diagnostics"])

    assert made.returncode == 0, made.stdout + made.stderr
    assert left == {"missing-section": SECTIONS_TO_WRITE}


def test_a_fault_in_it_is_told_in_the_words_of_its_own_data(workspace: Path) -> None:
    path = workspace / "content" / CAMPAIGN / "don-vi" / ZONES / "so-lieu.yaml"
    path.write_text(path.read_text("utf-8").replace("63%", "163%"), "utf-8")

    done = call("check", CAMPAIGN, "--json", within=workspace)

    assert done.returncode == 1
    assert [fault["message"] for fault in json.loads(done.stdout)["diagnostics"]] == [
        "«163%» ở chỉ tiêu «Tỷ lệ tham gia (%)» ngoài khoảng: biểu quy định không lớn hơn 100."
    ]


def word_file(out: Path, unit: str, kind: str) -> WordFile:
    return WordFile(out / unit / f"{kind}.docx")


def pdf_file(out: Path, unit: str, kind: str) -> PdfFile:
    return PdfFile(out / unit / f"{kind}.pdf")


def forms(file: WordFile) -> tuple[Table, Table]:
    first, second = (table for table in file.tables if table.has_borders)
    return first, second


def texts(row: Row) -> list[str]:
    return [flat(cell.text) for cell in row.cells if not cell.continues]
