"""What a PDF carries beside its pages: fonts, tags, bookmarks, language and metadata."""

import datetime as dt

import pytest

from support.built import Documents, both_engines
from support.elements import FORM_TITLE
from support.pdf_file import PdfFile
from support.samples import BLANK, FORMS, REPORTS, SAMPLES, UNITS, WRITTEN, Sample, facts
from support.words import flat


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_every_font_is_embedded(documents: Documents, sample: Sample) -> None:
    assert documents.pdf(sample).unembedded_fonts == ()


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_the_file_is_tagged_and_in_vietnamese(documents: Documents, sample: Sample) -> None:
    file = documents.pdf(sample)

    assert file.is_tagged
    assert file.language in {"vi", "vi-VN"}


@both_engines
@pytest.mark.parametrize("sample", FORMS, ids=str)
def test_every_cell_of_the_form_is_tagged_as_head_or_figure(
    documents: Documents, sample: Sample
) -> None:
    tags = [block.tag for block in documents.pdf(sample).blocks]

    assert tags.count("TH") >= 9
    assert tags.count("TD") >= 12 * 7


@both_engines
@pytest.mark.parametrize("sample", WRITTEN, ids=str)
def test_bookmarks_name_every_heading_at_its_level(documents: Documents, sample: Sample) -> None:
    file = documents.pdf(sample)
    levels = sample.traits.heading_levels

    bookmarks = [(mark.level, flat(mark.title)) for mark in file.bookmarks]

    headings = [(int(block.tag[1]), flat(block.text)) for block in file.headings]
    assert bookmarks == [(level - levels[0] + 1, text) for level, text in headings]
    assert {level for level, _ in headings} == set(levels)
    assert sample not in REPORTS or len(bookmarks) == 22


@both_engines
@pytest.mark.parametrize("unit", UNITS)
def test_the_form_on_its_own_has_its_title_as_bookmark(documents: Documents, unit: str) -> None:
    file = documents.pdf(Sample(unit, "bieu-so-lieu"))

    assert [flat(mark.title) for mark in file.bookmarks] == [FORM_TITLE]


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_a_viewer_shows_the_documents_title(documents: Documents, sample: Sample) -> None:
    file = documents.pdf(sample)

    known = facts(sample)
    assert file.info["Title"] == f"{known.type_name}: {known.subject}"
    assert file.catalog["ViewerPreferences"]["DisplayDocTitle"] is True


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_the_metadata_of_the_decree_stand_in_the_file(documents: Documents, sample: Sample) -> None:
    file = documents.pdf(sample)

    found = {name: file.info.get(name) for name in expected_metadata(file, sample)}

    assert found == expected_metadata(file, sample)


@both_engines
@pytest.mark.parametrize("sample", SAMPLES, ids=str)
def test_the_file_is_dated_by_the_document_and_not_by_the_clock(
    documents: Documents, sample: Sample
) -> None:
    info = documents.pdf(sample).info
    typed = facts(sample).date

    dates = {info[name][2:10] for name in ("CreationDate", "ModDate") if name in info}

    assert dates == (set() if typed == BLANK else {f"{day_of(typed):%Y%m%d}"})


def expected_metadata(file: PdfFile, sample: Sample) -> dict[str, str]:
    """Return the fields of Nghị định 30/2020/NĐ-CP, Phụ lục VI."""
    known = facts(sample)
    return {
        "TypeName": known.type_name,
        "CodeNumber": known.number if known.notation and known.number != BLANK else "",
        "CodeNotation": known.notation,
        "IssuedDate": "" if known.date == BLANK else f"{day_of(known.date):%Y-%m-%d}",
        "OrganName": known.name,
        "Subject": known.subject,
        "Language": "Tiếng Việt",
        "PageAmount": str(len(file.pages)),
        "Position": known.position,
        "FullName": known.signer,
        "To": known.addressee,
    }


def day_of(typed: str) -> dt.date:
    day, month, year = map(int, typed.split("/"))
    return dt.date(year, month, day)
