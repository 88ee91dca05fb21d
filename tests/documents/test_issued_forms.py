"""Forms as their issuing bodies print them, and footnotes, in Word and by either engine."""

import itertools
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import page as pdf_judge
import pdfplumber
import pytest
from openxml_audit import OpenXmlValidator

from baocao.model.document import Document, Orientation
from baocao.render.html.pdf import PdfPrinter
from baocao.render.typst.printer import TypstPrinter
from baocao.render.word.template import WordTemplate
from baocao.workspace import TemplateFolders
from support import by_hand
from support.built import once
from support.form_papers import difference
from support.libreoffice import print_to_pdf
from support.pdf_file import Char, Line, Page, PdfFile
from support.samples import ROOT
from support.word_file import WordFile
from support.words import flat

TEMPLATES = ROOT / "templates"
NEAR = 0.35  # mm
ENGINES = ("pdf", "typst")
SOURCES = (*ENGINES, "printout")
WIDE_ROWS = 70
TIED_ROWS = range(16, 40, 6)


def tied(rows: int) -> Document:
    return by_hand.document(
        replace(by_hand.merged_table(rows, 1), keeps_next=True),
        signature=replace(by_hand.SIGNATURE, others=(by_hand.PREPARER, by_hand.CHECKER)),
    )


DOCUMENTS = {
    "everything": by_hand.with_everything(),
    "form": by_hand.document(
        by_hand.aligned_table(),
        form_head=by_hand.HEAD_OF_FORM,
        recipients=by_hand.RECIPIENTS,
        signature=replace(by_hand.SIGNATURE, others=(by_hand.PREPARER, by_hand.CHECKER)),
    ),
    "wide": by_hand.document(by_hand.wide_table(WIDE_ROWS), orientation=Orientation.LANDSCAPE),
    "narrow": by_hand.document(
        replace(by_hand.aligned_table(), size_pt=10),
        by_hand.merged_table(2, 3),
        by_hand.merged_table(2, 5),
    ),
    "three-forms": by_hand.document(
        by_hand.aligned_table(),
        appendices=tuple(
            by_hand.form(
                by_hand.aligned_table(),
                orientation=orientation,
                signature=by_hand.SIGNATURE,
                title=(f"BIỂU THỨ {n}",),
            )
            for n, orientation in enumerate((Orientation.LANDSCAPE, Orientation.PORTRAIT), start=2)
        ),
    ),
    "overleaf": by_hand.document(by_hand.merged_table(2, 60)),
    **{f"tied-{rows}": tied(rows) for rows in TIED_ROWS},
}


@dataclass(frozen=True, slots=True)
class Made:
    """A folder with every document in Word, in PDF, and as LibreOffice prints the Word file."""

    folder: Path

    def word(self, name: str) -> WordFile:
        return _read_word(self.folder / f"{name}.docx")

    def pdf(self, name: str, source: str) -> PdfFile:
        return _read_pdf(self.path(name, source))

    def path(self, name: str, source: str) -> Path:
        return self.folder / source / f"{name}.pdf"


_read_word = cache(WordFile)
_read_pdf = cache(PdfFile)


@pytest.fixture(scope="module")
def made(shared_folder: Path) -> Made:
    return Made(once(shared_folder / "by-hand", make))


def make(folder: Path) -> None:
    general, of_forms = (
        WordTemplate(TEMPLATES / "docx" / f"{name}.docx") for name in ("van-ban", "bieu-so-lieu")
    )
    folders = TemplateFolders((TEMPLATES,))
    printers: dict[str, PdfPrinter | TypstPrinter] = {
        "pdf": PdfPrinter(folders),
        "typst": TypstPrinter(folders),
    }
    for source in SOURCES:
        (folder / source).mkdir()
    for name, document in DOCUMENTS.items():
        template = of_forms if name == "three-forms" else general
        (folder / f"{name}.docx").write_bytes(template.render(document))
        for source, printer in printers.items():
            (folder / source / f"{name}.pdf").write_bytes(printer.render(document))
    print_to_pdf(tuple(folder.glob("*.docx")), folder / "printout")


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_word_and_pdf_carry_the_same_words_and_the_same_footnotes(
    made: Made, name: str, engine: str
) -> None:
    word, pdf = made.word(name), made.pdf(name, engine)

    assert difference(word, pdf) == ""
    assert all(number.strip().isdecimal() for number in pdf.untagged.values()), pdf.untagged


@pytest.mark.parametrize("name", ["everything", "form", "wide", "narrow"])
def test_validators_accept_every_file(made: Made, name: str) -> None:
    word = OpenXmlValidator().validate(made.folder / f"{name}.docx")
    pdfs = [pdf_judge.validate_pdf(str(made.path(name, each)), profile="3b") for each in ENGINES]

    assert [str(error) for error in word.errors] == []
    assert [pdf.failures for pdf in pdfs] == [[], []]


def test_word_numbers_the_footnotes_in_the_order_of_the_text(made: Made) -> None:
    file = made.word("everything")

    notes = [flat(note.text) for note in file.footnotes]

    texts = DOCUMENTS["everything"].footnotes()
    assert notes == [f"{n} {flat(text)}" for n, text in enumerate(texts, start=1)]
    assert len(texts) == 6
    assert {(note.style, note.runs[1].format.size) for note in file.footnotes} == {
        ("footnote text", 11)
    }
    assert file.styles["footnote reference"].run["vertAlign/val"] == "superscript"


@pytest.mark.parametrize("source", SOURCES)
def test_a_footnote_stands_at_the_foot_of_the_page_that_calls_it(made: Made, source: str) -> None:
    pages = made.pdf("everything", source).pages
    places = (
        ("Kết quả", "Chú thích của phần."),
        ("- Đề mục cấp 6", "Chú thích của đề mục <cấp 6> & của nó."),
        (by_hand.LAST_WORDS, "Chú thích cuối cùng, ở trang sau."),
        ("Đề mục của biểu", "Chú thích trong biểu."),
    )

    for calling, note in places:
        (page,) = (page for page in pages if page.find_all(note))
        line = page.find(note)
        call = page.find(calling)
        assert call.baseline < line.baseline
        assert {char.size for char in line.chars} == {11}
        assert page.height - 20 - line.baseline < 30
        assert raised_after(page, call)


@pytest.mark.parametrize("source", SOURCES)
def test_no_text_stands_below_a_footnote(made: Made, source: str) -> None:
    page = made.pdf("everything", source).pages[0]

    first_note = page.find("Chú thích của phần.")
    below = {char.size for char in page.chars if char.baseline > first_note.baseline - 0.1}

    assert max(below) == 11


@pytest.mark.parametrize("engine", ENGINES)
def test_headings_go_down_to_the_sixth_level(made: Made, engine: str) -> None:
    word, pdf = made.word("everything"), made.pdf("everything", engine)

    levels = [heading.format.outline_level for heading in word.headings][:6]
    sixth = word.headings[5]
    marks = [(mark.level, flat(mark.title)) for mark in pdf.bookmarks][:6]

    assert levels == [0, 1, 2, 3, 4, 5]
    assert (sixth.style, sixth.runs[0].format.italic, sixth.runs[0].format.bold) == (
        "heading 6",
        True,
        False,
    )
    assert marks == [
        (1, "Phần thứ nhất Kết quả"),
        *((level, f"{level}. Đề mục cấp {level}") for level in range(2, 6)),
        (6, "- Đề mục cấp 6"),
    ]


@pytest.mark.parametrize("source", SOURCES)
def test_a_head_of_five_rows_repeats_on_every_page(made: Made, source: str) -> None:
    pages = made.pdf("wide", source).pages

    full = [page for page in pages if page.find_all("Chỉ tiêu số")]

    assert len(full) >= 3
    for page in full:
        for title in ("STT", "Số lượng", "Kỳ trước", "Nữ", "Q20", "(20)"):
            assert page.find(title)
    labels = [row[1] for page in full for table in page.tables for row in table[5:]]
    assert [flat(label or "") for label in labels] == [
        f"Chỉ tiêu số {n}" for n in range(1, WIDE_ROWS + 1)
    ]


def test_word_repeats_all_rows_of_the_head_and_splits_none(made: Made) -> None:
    (table,) = (table for table in made.word("wide").tables if table.has_borders)

    assert [row.is_head for row in table.rows] == [True] * 5 + [False] * WIDE_ROWS
    assert all(row.cannot_split for row in table.rows)
    symbols = table.rows[4].cells
    assert {cell.paragraphs[0].style for cell in symbols} == {"Bảng - ký hiệu cột"}
    assert {cell.paragraphs[0].format.align for cell in symbols} == {"center"}
    assert {run.format.size for p in table.paragraphs for run in p.runs} == {8}


@pytest.mark.parametrize("source", SOURCES)
def test_every_text_of_a_table_of_24_columns_stands_between_its_cells_borders(
    made: Made, source: str
) -> None:
    with pdfplumber.open(made.path("wide", source)) as file:
        for page in file.pages:
            for table in page.find_tables():
                left, top, right, bottom = table.bbox
                assert left >= 30 * 72 / 25.4 - 1
                assert right <= (297 - 20) * 72 / 25.4 + 1
                found = [
                    word
                    for word in page.extract_words(keep_blank_chars=True, x_tolerance=1)
                    if top < (word["top"] + word["bottom"]) / 2 < bottom
                ]
                cut = [w["text"] for w in found if not any(holds(c, w) for c in table.cells)]
                assert found
                assert cut == []


def holds(cell: tuple[float, float, float, float], word: dict[str, float]) -> bool:
    left, top, right, bottom = cell
    inside = left <= word["x0"] and word["x1"] <= right
    return inside and top <= (word["top"] + word["bottom"]) / 2 <= bottom


@pytest.mark.parametrize("source", SOURCES)
def test_a_table_as_wide_as_the_text_keeps_inside_the_margins_on_upright_sheets(
    made: Made, source: str
) -> None:
    with pdfplumber.open(made.path("narrow", source)) as file:
        boxes = [table.bbox for page in file.pages for table in page.find_tables()]

    assert boxes
    assert all(box[0] >= 30 * 72 / 25.4 - 1 for box in boxes)
    assert all(box[2] <= (210 - 15) * 72 / 25.4 + 1 for box in boxes)


@pytest.mark.parametrize("source", SOURCES)
def test_a_cell_merged_over_few_rows_stays_whole_on_one_page(made: Made, source: str) -> None:
    pages = [table[2:] for p in made.pdf("everything", source).pages for table in p.tables]
    forms = [rows for rows in pages if flat(rows[0][2] or "").startswith("Nội dung")]

    found = [[flat(cell) for row in rows for cell in row[1:3] if cell] for rows in forms]

    groups = [
        [f"Đơn vị thứ {group}", *(f"Nội dung {group}.{n}" for n in range(1, 6))]
        for group in range(1, 13)
    ]
    assert len(found) > 1
    assert all(texts[0].startswith("Đơn vị") for texts in found)
    assert [text for texts in found for text in texts] == [t for group in groups for t in group]


@pytest.mark.parametrize("source", SOURCES)
def test_a_cell_merged_over_more_than_a_page_prints_its_text_in_its_first_row(
    made: Made, source: str
) -> None:
    pages = made.pdf("overleaf", source).pages
    rows = [row for page in pages for table in page.tables for row in table[2:]]

    contents = [flat(row[2] or "") for row in rows]

    assert len(pages) >= 3
    assert contents == [f"Nội dung {group}.{n}" for group in (1, 2) for n in range(1, 61)]
    for group in (1, 2):
        (page,) = (page for page in pages if page.find_all(f"Đơn vị thứ {group}"))
        label = page.find(f"Đơn vị thứ {group}")
        first = next(
            line for line in page.find_all(f"Nội dung {group}.1") if line.baseline > label.top
        )
        assert abs(label.baseline - first.baseline) < 1


@pytest.mark.parametrize("source", SOURCES)
def test_neighbouring_tables_stay_apart(made: Made, source: str) -> None:
    page = made.pdf("narrow", source).pages[0]

    assert len(page.tables) >= 3


def test_size_and_padding_stand_only_in_tables_that_are_not_of_the_general_size(
    made: Made,
) -> None:
    general = made.word("form").parts["word/document.xml"]
    small = made.word("wide").parts["word/document.xml"]

    assert b"w:tblCellMar" not in general
    assert b"<w:sz " not in general
    assert b'<w:left w:w="43" w:type="dxa"/><w:right w:w="43" w:type="dxa"/>' in small


@pytest.mark.parametrize("source", SOURCES)
def test_decimal_commas_stand_in_line(made: Made, source: str) -> None:
    page = made.pdf("form", source).pages[0]

    commas = [comma_of(page, text).x0 for text in ("1.234,5", "0,5")]
    ends = [page.find(f"tr.đ {text}").x1 for text in ("12", "7")]

    assert max(commas + ends) - min(commas + ends) < NEAR


@pytest.mark.parametrize("source", SOURCES)
def test_a_forms_head_stands_between_letterhead_and_title(made: Made, source: str) -> None:
    page = made.pdf("form", source).pages[0]
    number, sender = page.find("Biểu số: 01/TĐ"), page.find("Đơn vị gửi báo cáo:")

    assert page.find("Thí Dụ, ngày 05").baseline < number.baseline
    assert number.baseline < page.find("Ngày nhận báo cáo").baseline < page.find("BÁO").baseline
    assert abs(number.x0 - 30) < NEAR
    assert abs(sender.x0 - (30 + 165 / 2)) < NEAR
    assert abs(number.baseline - sender.baseline) < NEAR
    assert all(char.is_bold for char in number.chars if char.text.strip())
    assert not any(char.is_bold for char in sender.chars)
    assert {char.size for char in (*number.chars, *sender.chars)} == {11}


@pytest.mark.parametrize("source", SOURCES)
def test_a_forms_head_opens_each_form_that_has_one(made: Made, source: str) -> None:
    pages = made.pdf("everything", source).pages

    heads = [page for page in pages if page.find_all("Biểu số: 01/TĐ")]

    assert [page.width > page.height for page in heads] == [False, True, False]


@pytest.mark.parametrize("source", SOURCES)
def test_letterhead_and_signatures_keep_inside_sheets_of_either_orientation(
    made: Made, source: str
) -> None:
    pages = made.pdf("three-forms", source).pages

    assert [page.width > page.height for page in pages] == [False, True, False]
    for page in pages:
        margin = 20 if page.width > page.height else 15
        middle_of_the_right_half = 30 + (page.width - 30 - margin) * 3 / 4
        assert max(char.x1 for char in page.chars) <= page.width - margin + NEAR
        assert abs(page.find("CHỦ TỊCH").centre - middle_of_the_right_half) < 1
    motto = pages[0].find("Độc lập - Tự do - Hạnh phúc")
    assert any(
        abs((rule.x0 + rule.x1) / 2 - motto.centre) < 1 and 0 < rule.y - motto.baseline < 3
        for rule in pages[0].rules
    )


@pytest.mark.parametrize("source", SOURCES)
def test_signers_stand_side_by_side_the_authority_last_and_names_level(
    made: Made, source: str
) -> None:
    page = made.pdf("form", source).pages[0]
    titles = [page.find(text) for text in ("NGƯỜI LẬP", "NGƯỜI KIỂM", "TM. BAN")]
    names = [page.find(text) for text in ("Lê Văn Minh Hoạ", "Trần Thị Thí Dụ")]

    assert all(one.x1 < other.x0 for one, other in itertools.pairwise(titles))
    assert max(t.baseline for t in titles) - min(t.baseline for t in titles) < NEAR
    assert abs(names[0].baseline - names[1].baseline) < NEAR
    assert page.find("Lưu: VT").baseline > names[0].baseline  # NĐ 30, Phụ lục III, mẫu 1.10


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("rows", TIED_ROWS)
def test_those_who_sign_have_the_tables_end_above_them(made: Made, source: str, rows: int) -> None:
    pages = made.pdf(f"tied-{rows}", source).pages

    (page,) = (page for page in pages if page.find_all("NGƯỜI LẬP BIỂU"))

    assert page.find(f"Nội dung {rows}.1").baseline < page.find("NGƯỜI LẬP BIỂU").baseline
    assert page.find("Trần Thị Thí Dụ")


@pytest.mark.parametrize("engine", ENGINES)
def test_some_of_those_tables_turn_a_page(made: Made, engine: str) -> None:
    assert len({len(made.pdf(f"tied-{rows}", engine).pages) for rows in TIED_ROWS}) > 1


def raised_after(page: Page, call: Line) -> bool:
    """Return whether a smaller, raised figure follows on the line."""
    last = call.chars[-1]
    return any(
        char.text.isdecimal()
        and char.size < last.size
        and 0.5 < last.baseline - char.baseline < 3
        and -NEAR < char.x0 - last.x1 < 1
        for char in page.chars
    )


def comma_of(page: Page, text: str) -> Char:
    return next(char for char in page.find(text).chars if char.text == ",")
