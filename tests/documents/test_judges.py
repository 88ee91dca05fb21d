"""What independent readers say of the files: validators of PDF/A and OOXML, and LibreOffice."""

import page
import pytest
from openxml_audit import OpenXmlValidator

from support.built import Documents, Printouts, both_engines
from support.samples import EVERY, Sample


@both_engines
@pytest.mark.parametrize("sample", EVERY, ids=str)
def test_page_validation_accepts_every_pdf_as_archival(
    documents: Documents, sample: Sample
) -> None:
    report = page.validate_pdf(str(documents.path(sample, "pdf")), profile="3b")

    assert report.failures == []
    assert report.is_compliant


@pytest.mark.parametrize("sample", EVERY, ids=str)
def test_openxml_audit_finds_no_error_in_any_word_file(
    documents: Documents, sample: Sample
) -> None:
    result = OpenXmlValidator().validate(documents.path(sample, "docx"))

    assert [str(error) for error in result.errors] == []
    assert result.is_valid


@both_engines
@pytest.mark.parametrize("sample", EVERY, ids=str)
def test_libreoffice_prints_as_many_pages_as_the_pdf_or_one_more_or_less(
    documents: Documents, printouts: Printouts, sample: Sample
) -> None:
    in_pdf = len(documents.pdf(sample).pages)
    in_print = len(printouts.pdf(sample).pages)

    assert abs(in_pdf - in_print) <= 1


def test_the_provincial_report_fills_six_pages_in_word(printouts: Printouts) -> None:
    provincial = printouts.pdf(Sample("ldld-thi-du", "bao-cao"))

    upright = [sheet for sheet in provincial.pages if sheet.height > sheet.width]

    assert len(upright) >= 6
