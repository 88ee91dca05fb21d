"""Where pages break: the signature is never left alone, and a long form goes on overleaf."""

import shutil
from pathlib import Path

import pytest

from support.built import Documents, Printouts, both_engines
from support.ink import legible_pages
from support.libreoffice import print_to_pdf
from support.pdf_file import MM, Page, PdfFile
from support.samples import FORM_KINDS, SAMPLES, Sample, facts
from support.trial import UNIT, Outcome, Trial
from support.words import first_difference, flat, mended, words

ONE_LEVEL = 3.0  # points
ADDED_LINES = range(0, 34, 4)  # a signature block is eight lines tall, a page holds some thirty
ADDED_ROWS = 30
HEAD = ("Nội dung", "Kết quả thực hiện theo các năm", "2012", "2016", "Tổng cộng")


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("source", ["pdf", "printout"])
def test_the_signature_of_a_sample_has_text_above_it_on_its_page(
    documents: Documents, printouts: Printouts, sample: Sample, source: str
) -> None:
    file = (documents if source == "pdf" else printouts).pdf(sample)

    assert text_above_signature(file, sample) != ""


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("source", ["pdf", "printout"])
def test_recipients_begin_level_with_the_one_authority_or_stand_under_two(
    documents: Documents, printouts: Printouts, sample: Sample, source: str
) -> None:
    file = (documents if source == "pdf" else printouts).pdf(sample)
    page = page_of_signature(file, sample)
    authority = page.find(authority_of(sample))

    labels = page.find_all("Nơi nhận:")

    assert len(labels) == sample.traits.has_recipients
    if len(facts(sample).signatures) > 1:  # they take the whole line over the recipients
        assert all(label.top >= authority.bottom for label in labels)
    else:
        assert all(abs(label.top - authority.top) * MM <= ONE_LEVEL for label in labels)


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("source", ["pdf", "printout"])
def test_the_whole_signature_block_stands_on_one_page(
    documents: Documents, printouts: Printouts, sample: Sample, source: str
) -> None:
    file = (documents if source == "pdf" else printouts).pdf(sample)

    page = page_of_signature(file, sample)

    for each in facts(sample).signatures:
        assert page.find(each.name)
        assert [line for line in each.authority if not page.find_all(line)] == []
    assert not sample.traits.has_recipients or page.find("Lưu: VT")


@pytest.mark.tools
def test_however_long_the_report_its_signature_is_not_alone_on_a_page(tmp_path: Path) -> None:
    trial = Trial(tmp_path)
    for folder in ("docx", "pdf", "printout"):
        (tmp_path / folder).mkdir()
    for added in ADDED_LINES:
        trial.write_report({"giai_phap": "\n\n".join(f"Giải pháp {n}." for n in range(added + 1))})
        outcome = trial.build(into=str(added))
        for ending in ("docx", "pdf"):
            shutil.copy(outcome.files[f"bao-cao.{ending}"], tmp_path / ending / f"{added}.{ending}")
    print_to_pdf(tuple((tmp_path / "docx").iterdir()), tmp_path / "printout")

    above = {
        (engine, added): text_above_signature_block(tmp_path / engine / f"{added}.pdf")
        for engine in ("pdf", "printout")
        for added in ADDED_LINES
    }

    assert [place for place, (_, text) in above.items() if not text] == []
    assert len({page for page, _ in above.values()}) > 1, "no report was long enough to turn a page"


def text_above_signature_block(path: Path) -> tuple[int, str]:
    """Return the number of the page that the block stands on, and the text over it there."""
    ((number, text),) = (
        (number, text)
        for number, text in enumerate(legible_pages(path), start=1)
        if "TM.BANCHẤPHÀNH" in text
    )
    return number, text.partition("Nơinhận:")[0]


@pytest.fixture(scope="module")
def long_form(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outcome, dict[str, PdfFile]]:
    """Build a form that needs a second page, and print it."""
    folder = tmp_path_factory.mktemp("long-form")
    trial = Trial(folder)
    rows = [f"      - {{ma: them_{n}, noi_dung: Chỉ tiêu thêm {n}}}\n" for n in range(ADDED_ROWS)]
    figures = [f"them_{n}: [1, 2, 3, 4, {n}]\n" for n in range(ADDED_ROWS)]
    trial.append("bieu-so-lieu.yaml", "".join(rows))
    trial.append(f"don-vi/{UNIT}/so-lieu.yaml", "".join(figures))
    outcome = trial.build(FORM_KINDS)
    assert outcome.files, outcome.diagnostics
    word_files = tuple(outcome.files[f"{kind}.docx"] for kind in FORM_KINDS)
    print_to_pdf(word_files, folder)
    return outcome, {kind: PdfFile(folder / f"{kind}.pdf") for kind in FORM_KINDS}


Forms = tuple[Outcome, dict[str, PdfFile]]


@pytest.mark.parametrize("kind", FORM_KINDS)
@pytest.mark.parametrize("source", ["pdf", "printout"])
def test_a_long_form_repeats_its_head_on_every_page(
    long_form: Forms, kind: str, source: str
) -> None:
    pages = form_pages(long_form, kind, source)

    assert len(pages) > 1
    for page in pages:
        for title in HEAD:
            assert page.find(title)


@pytest.mark.parametrize("kind", FORM_KINDS)
@pytest.mark.parametrize("source", ["pdf", "printout"])
def test_a_long_form_numbers_its_pages_from_its_own_second(
    long_form: Forms, kind: str, source: str
) -> None:
    first, *others = form_pages(long_form, kind, source)

    assert over_text(first) == []
    assert [over_text(page) for page in others] == [[str(n + 2)] for n in range(len(others))]


@pytest.mark.parametrize("kind", FORM_KINDS)
@pytest.mark.parametrize("source", ["pdf", "printout"])
def test_a_long_form_splits_no_row(long_form: Forms, kind: str, source: str) -> None:
    pages = form_pages(long_form, kind, source)

    labels = [flat(row[1] or "") for page in pages for t in page.tables for row in t[2:]]

    assert labels[-ADDED_ROWS:] == [f"Chỉ tiêu thêm {n}" for n in range(ADDED_ROWS)]
    assert "" not in labels


@pytest.mark.parametrize("kind", FORM_KINDS)
def test_a_head_that_repeats_is_no_word_more(long_form: Forms, kind: str) -> None:
    outcome, _ = long_form
    in_word = [word for p in outcome.word(kind).paragraphs for word in words(p.text)]

    pdf = outcome.pdf(kind)
    in_pdf = mended((line.text for block in pdf.blocks for line in block.lines), in_word)

    assert first_difference(in_word, in_pdf) == ""


def form_pages(long_form: Forms, kind: str, source: str) -> list[Page]:
    outcome, printed = long_form
    file = outcome.pdf(kind) if source == "pdf" else printed[kind]
    return [page for page in file.pages if page.width > page.height and page.tables]


def over_text(page: Page) -> list[str]:
    return [line.text.strip() for line in page.lines if line.baseline < 20]


def authority_of(sample: Sample) -> str:
    return facts(sample).signatures[0].authority[0]


def page_of_signature(file: PdfFile, sample: Sample) -> Page:
    (page,) = (page for page in file.pages if page.find_all(authority_of(sample)))
    return page


def text_above_signature(file: PdfFile, sample: Sample) -> str:
    """Return what stands over the authority but page numbers and a table's repeated head."""
    page = page_of_signature(file, sample)
    authority = page.find(authority_of(sample))
    rows = 2 if sample.traits.has_form else 1
    head = "".join(cell or "" for table in page.tables for row in table[:rows] for cell in row)
    above = (line.text for line in page.lines if 20 < line.baseline < authority.top)
    return "".join(text for text in above if flat(text) not in flat(head))
