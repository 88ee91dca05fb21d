"""What makes a Word file workable: styles, keeps, repeating heads, language, properties."""

import re
from itertools import takewhile

import pytest

from support.built import Documents
from support.elements import HEADINGS, Element, named, of, word_pieces
from support.samples import FORMS, PAPERS, REPORTS, SAMPLES, WRITTEN, Sample, facts
from support.word_file import Paragraph, Table, WordFile

PARTS_OF_A_DATE = re.compile(r"(?i:ngày|tháng|năm) (?=\d)")


@pytest.mark.parametrize("sample", WRITTEN, ids=str)
def test_headings_stand_in_words_own_heading_styles_with_outline_levels(
    documents: Documents, sample: Sample
) -> None:
    headings = documents.word(sample).headings
    outline = headings[:21] if sample in REPORTS else headings

    styles = {(p.style.casefold(), p.format.outline_level) for p in outline}

    levels = sample.traits.heading_levels
    assert styles == {(f"heading {level}", level - 1) for level in levels}


@pytest.mark.parametrize("sample", WRITTEN, ids=str)
def test_headings_stay_with_the_text_below_them(documents: Documents, sample: Sample) -> None:
    pieces = of(named(word_pieces(documents.word(sample)), sample), *HEADINGS)

    loose = [
        piece.text
        for piece in pieces
        if piece.word is None or not (piece.word.keeps_next and piece.word.keeps_lines)
    ]

    assert loose == []


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_no_paragraph_of_the_document_is_without_a_named_style(
    documents: Documents, sample: Sample
) -> None:
    paragraphs = documents.word(sample).paragraphs

    assert [p.text for p in paragraphs if p.style == "Normal" and p.text.strip()] == []


@pytest.mark.parametrize("sample", FORMS, ids=str)
def test_the_head_of_the_form_repeats_on_each_page_and_no_row_splits(
    documents: Documents, sample: Sample
) -> None:
    form = next(table for table in documents.word(sample).tables if table.has_borders)

    heads = [row.is_head for row in form.rows]

    assert heads == [True, True] + [False] * 12
    assert all(row.cannot_split for row in form.rows)


@pytest.mark.parametrize("sample", PAPERS, ids=str)
def test_the_head_of_every_table_in_the_text_repeats_and_no_row_splits(
    documents: Documents, sample: Sample
) -> None:
    tables = [table for table in documents.word(sample).tables if table.has_borders]

    heads = [[row.is_head for row in table.rows] for table in tables]

    assert heads == [[True] + [False] * (len(table.rows) - 1) for table in tables]
    assert all(row.cannot_split for table in tables for row in table.rows)
    assert bool(tables) == (sample.kind != "to-trinh")


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_the_signature_block_does_not_split_and_holds_to_the_text_above(
    documents: Documents, sample: Sample
) -> None:
    file = documents.word(sample)
    block = signature_block(file, sample)

    above = file.blocks[: file.blocks.index(block)]
    spacers = tuple(takewhile(is_empty, reversed(above)))
    last = above[-1 - len(spacers)]

    rows = (cell.paragraphs for row in block.rows[:-1] for cell in row.cells)
    assert all(row.cannot_split for row in block.rows)
    assert all(paragraph.format.keeps_next for paragraphs in rows for paragraph in paragraphs)
    assert all(isinstance(each, Paragraph) and each.format.keeps_next for each in spacers)
    assert all(paragraph.format.keeps_next for paragraph in end_of(last))


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_every_word_is_marked_as_vietnamese_for_proofing(
    documents: Documents, sample: Sample
) -> None:
    paragraphs = documents.word(sample).paragraphs

    languages = {run.format.language for paragraph in paragraphs for run in paragraph.runs}

    assert languages == {"vi-VN"}


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_no_date_can_break_between_a_word_and_its_number(
    documents: Documents, sample: Sample
) -> None:
    paragraphs = documents.word(sample).paragraphs

    loose = [p.text for p in paragraphs if PARTS_OF_A_DATE.search(p.text)]

    assert loose == []


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_no_line_is_broken_by_hand_but_in_a_centred_heading(
    documents: Documents, sample: Sample
) -> None:
    paragraphs = documents.word(sample).paragraphs

    broken = [p.text for p in paragraphs if "\n" in p.text and p.format.align != "center"]

    assert broken == []


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_the_files_properties_name_the_document_and_who_issues_it(
    documents: Documents, sample: Sample
) -> None:
    file = documents.word(sample)
    core = {
        name: file.property_of_file("docProps/core.xml", name) or ""
        for name in ("title", "subject", "creator", "language")
    }

    company = file.property_of_file("docProps/app.xml", "Company")

    assert core["creator"] == company == facts(sample).name
    assert core["language"] == "vi-VN"
    assert core["subject"] == facts(sample).subject
    assert core["title"] == f"{facts(sample).type_name}: {facts(sample).subject}"


def signature_block(file: WordFile, sample: Sample) -> Table:
    authority = of(named(word_pieces(file), sample), Element.AUTHORITY)[0].text
    return next(t for t in file.tables if any(p.text == authority for p in t.paragraphs))


def is_empty(block: Paragraph | Table) -> bool:
    return isinstance(block, Paragraph) and not block.text.strip()


def end_of(block: Paragraph | Table) -> tuple[Paragraph, ...]:
    """Return what must hold to the next block: a paragraph, or those of a table's last row."""
    if isinstance(block, Paragraph):
        return (block,)
    return tuple(p for cell in block.rows[-1].cells for p in cell.paragraphs)
