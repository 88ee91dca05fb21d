"""Paper, margins, paragraphs and page numbers, measured in Word, in the PDF and in print."""

import statistics
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

import pytest

from support.built import Documents, Printouts, both_engines
from support.decree import (
    BOTTOM,
    FIRST_LINE_INDENTS,
    LEFT,
    LINE_SPACING,
    PAGE_NUMBER_SIZES,
    PAPER,
    PARAGRAPH_GAP,
    RIGHT,
    TOP,
)
from support.elements import HEADINGS, Element, named, of, pdf_pieces, word_pieces
from support.pdf_file import MM, Block, Line, Page, PdfFile
from support.samples import FORMS, SAMPLES, WRITTEN, Sample
from support.typefaces import LINE_HEIGHT
from support.word_file import ParagraphFormat

A_TWIP = 0.02  # mm: Word counts in twentieths of a point
A_HAIR = 0.3  # mm
A_PIXEL = 0.2  # points
RUNNING_TEXT = (*HEADINGS[1:], Element.BODY)
# A list is headings and tables, and a total that takes one line.
OF_LONG_PARAGRAPHS = [each for each in WRITTEN if each.kind != "danh-sach-khen-thuong"]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_word_pages_are_a4_with_the_margins_of_the_decree(
    documents: Documents, sample: Sample
) -> None:
    sections = documents.word(sample).sections

    for section in sections:
        sides = sorted((section.width, section.height))
        assert sides == pytest.approx(PAPER, abs=0.5)
        assert section.is_landscape == (section.width > section.height)
        assert within(section.top, TOP, A_TWIP)
        assert within(section.bottom, BOTTOM, A_TWIP)
        assert within(section.left, LEFT, A_TWIP)
        assert within(section.right, RIGHT, A_TWIP)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("source", ["pdf", "printout"])
def test_printed_pages_are_a4_with_the_margins_of_the_decree(
    documents: Documents, printouts: Printouts, sample: Sample, source: str
) -> None:
    file = (documents if source == "pdf" else printouts).pdf(sample)

    for section in printed_sections(file):
        left, right = span(section)
        width, height = section[0].width, section[0].height
        texts = [line for page in section for line in text_lines(page)]
        assert sorted((width, height)) == pytest.approx(PAPER, abs=0.5)
        assert within(left, LEFT, A_HAIR)
        assert within(width - right, RIGHT, A_HAIR)
        assert within(min(line.top for line in texts), TOP, A_HAIR)
        assert max(line.bottom for line in texts) <= height - BOTTOM[0] + A_HAIR


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_the_pdf_has_the_margins_of_the_word_file(documents: Documents, sample: Sample) -> None:
    in_word = [(s.left, s.width - s.right) for s in documents.word(sample).sections]

    in_pdf = [span(section) for section in printed_sections(documents.pdf(sample))]

    for word, pdf in zip(in_word, in_pdf, strict=False):
        assert pdf == pytest.approx(word, abs=A_HAIR)


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_running_text_stands_upright_and_the_form_lies(
    documents: Documents, printouts: Printouts, sample: Sample
) -> None:
    wanted = [*([False] if sample in WRITTEN else []), *([True] if sample in FORMS else [])]

    in_word = [section.is_landscape for section in documents.word(sample).sections][: len(wanted)]
    in_pdf = [s[0].width > s[0].height for s in printed_sections(documents.pdf(sample))]
    in_print = [s[0].width > s[0].height for s in printed_sections(printouts.pdf(sample))]

    assert (in_word, in_pdf, in_print) == (wanted, wanted, wanted)


@pytest.mark.parametrize("sample", WRITTEN, ids=str)
def test_word_sets_running_text_justified_indented_and_spaced_as_the_decree_wants(
    documents: Documents, sample: Sample
) -> None:
    pieces = of(named(word_pieces(documents.word(sample)), sample), *RUNNING_TEXT)

    faults = [
        f"«{piece.text[:40]}»: {fault}"
        for piece in pieces
        if piece.word is not None
        for fault in faults_of_paragraph(piece.word, piece.tag)
    ]

    assert faults == []


@pytest.mark.parametrize("sample", WRITTEN, ids=str)
def test_word_leaves_six_points_between_paragraphs(documents: Documents, sample: Sample) -> None:
    pieces = of(named(word_pieces(documents.word(sample)), sample), *RUNNING_TEXT)

    formats = [piece.word for piece in pieces if piece.word is not None]

    gaps = [above.after + below.before for above, below in pairwise(formats)]
    assert min(gaps) >= PARAGRAPH_GAP


@both_engines
@pytest.mark.parametrize("sample", WRITTEN, ids=str)
def test_pdf_justifies_every_line_of_running_text_but_a_paragraphs_last(
    documents: Documents, sample: Sample
) -> None:
    file = documents.pdf(sample)
    _, right = span(printed_sections(file)[0])

    ragged = [
        line.text
        for block in running_text(file, sample)
        if block.tag == "P"
        for line in block.lines[:-1]
        if abs(line.x1 - right) > A_HAIR
    ]

    assert ragged == []


@both_engines
@pytest.mark.parametrize("sample", WRITTEN, ids=str)
def test_pdf_indents_the_first_line_of_every_paragraph_and_no_other(
    documents: Documents, sample: Sample
) -> None:
    file = documents.pdf(sample)
    left, _ = span(printed_sections(file)[0])
    blocks = running_text(file, sample)

    firsts = [block.lines[0] for block in blocks if not goes_on(block, file)]
    others = [line for block in blocks for line in block.lines[1:]]

    assert [
        line.text
        for line in firsts
        if not any(abs(line.x0 - left - indent) < A_HAIR for indent in FIRST_LINE_INDENTS)
    ] == []
    assert [line.text for line in others if abs(line.x0 - left) > A_HAIR] == []


@both_engines
@pytest.mark.parametrize("sample", OF_LONG_PARAGRAPHS, ids=str)
def test_pdf_spaces_lines_and_paragraphs_as_the_decree_wants(
    documents: Documents, sample: Sample
) -> None:
    blocks = running_text(documents.pdf(sample), sample)
    distances = [
        (below.baseline - above.baseline) * MM
        for block in blocks
        for above, below in pairwise(block.lines)
    ]
    pitch = statistics.median(distances)

    spacing = {
        round(distance / (LINE_HEIGHT * line.chars[0].size), 2)
        for block in blocks
        for line, distance in zip(block.lines, distances, strict=False)
    }
    gaps = [
        (below.lines[0].baseline - above.lines[-1].baseline) * MM - pitch
        for above, below in pairwise(blocks)
        if above.page == below.page
    ]

    assert all(within(lines, LINE_SPACING, 0.02) for lines in spacing)
    assert min(gaps) >= PARAGRAPH_GAP - A_PIXEL


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_word_numbers_pages_in_the_top_margin_from_page_two_of_each_section(
    documents: Documents, sample: Sample
) -> None:
    sections = documents.word(sample).sections

    for section in sections:
        numbered, first = section.headers["default"], section.headers["first"]
        looks = {run.format for p in numbered.paragraphs for run in p.runs}
        size = max(look.size for look in looks)
        assert numbered.fields == ("PAGE",)
        assert {p.format.align for p in numbered.paragraphs} == {"center"}
        assert {(look.bold, look.italic) for look in looks} == {(False, False)}
        assert all(within(look.size, PAGE_NUMBER_SIZES, 0) for look in looks)
        assert section.header_distance + size * LINE_HEIGHT / MM <= section.top
        assert section.has_own_first_page
        assert first.fields == ()
        assert [p.text for p in first.paragraphs if p.text] == []
        assert section.first_number == 1
        assert section.footers == 0


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("source", ["pdf", "printout"])
def test_pages_are_numbered_in_the_top_margin_from_page_two_of_each_section(
    documents: Documents, printouts: Printouts, sample: Sample, source: str
) -> None:
    file = (documents if source == "pdf" else printouts).pdf(sample)

    assert faults_of_page_numbers(file) == []


def faults_of_page_numbers(file: PdfFile) -> list[str]:
    return [
        f"page {page.number}: {fault}"
        for section in printed_sections(file)
        for place, page in enumerate(section, start=1)
        for fault in faults_of_page_number(page, place, sum(span(section)) / 2)
    ]


def faults_of_page_number(page: Page, place: int, middle: float) -> Iterator[str]:
    over_text = [line for line in page.lines if line.baseline < TOP[0]]
    if place == 1:
        yield from (f"«{line.text}» in the top margin" for line in over_text)
        return
    if [line.text.strip() for line in over_text] != [str(place)]:
        yield f"{[line.text for line in over_text]} should be {place}"
        return
    line = over_text[0]
    if abs(line.centre - middle) > 1:
        yield f"its middle is at {line.centre:.1f} mm, that of the text at {middle:.1f}"
    for char in line.chars:
        if not within(char.size, PAGE_NUMBER_SIZES, 0):
            yield f"{char.size} pt"
        if char.is_bold or char.is_italic:
            yield "not upright"


def faults_of_paragraph(look: ParagraphFormat, tag: str) -> Iterator[str]:
    if look.align != "both" and tag == "P":
        yield f"aligned {look.align}"
    if not any(abs(look.first_line - indent) < A_TWIP for indent in FIRST_LINE_INDENTS):
        yield f"first line indented {look.first_line:.2f} mm"
    if (look.left, look.right) != (0, 0):
        yield f"indented {look.left:.2f} and {look.right:.2f} mm"
    if look.line is None or not within(look.line, LINE_SPACING, 0):
        yield f"{look.line} lines apart"


def within(value: float, limits: tuple[float, float], tolerance: float) -> bool:
    return limits[0] - tolerance <= value <= limits[1] + tolerance


def printed_sections(file: PdfFile) -> tuple[tuple[Page, ...], ...]:
    """Part pages where an appendix begins."""
    sections: list[list[Page]] = []
    for page in file.pages:
        if not sections or text_lines(page)[0].text.strip().startswith("Phụ lục"):
            sections.append([])
        sections[-1].append(page)
    return tuple(map(tuple, sections))


def text_lines(page: Page) -> tuple[Line, ...]:
    return tuple(line for line in page.lines if line.baseline >= TOP[0])


def span(section: Sequence[Page]) -> tuple[float, float]:
    """Return how far to either side lines of text reach on the page, or a table's rules."""
    rules = [rule for page in section for rule in page.rules]
    if section[0].tables:
        return min(rule.x0 for rule in rules), max(rule.x1 for rule in rules)
    lines = [line for page in section for line in text_lines(page)]
    return min(line.x0 for line in lines), max(line.x1 for line in lines)


def running_text(file: PdfFile, sample: Sample) -> list[Block]:
    pieces = of(named(pdf_pieces(file), sample), *RUNNING_TEXT)
    blocks = (piece.pdf[0] for piece in pieces if piece.pdf is not None)
    return [block for block, _ in groupby(blocks)]


def goes_on(block: Block, file: PdfFile) -> bool:
    """Return whether a block is the rest of a paragraph that began overleaf."""
    place = file.blocks.index(block)
    above = file.blocks[place - 1]
    return above.page < block.page and above.tag == block.tag == "P" and not ends(above)


def ends(block: Block) -> bool:
    return block.text.rstrip().endswith((".", ";", ":", "/."))
