"""The papers of the sample province's award dossier, in both formats, before the judges."""

from pathlib import Path

import page
import pytest
from openxml_audit import OpenXmlValidator

from baocao.pipeline import Format, Press, build_unit, check_campaign, check_unit
from baocao.workspace import CampaignFolder, template_folders
from support.built import once
from support.dossier import KINDS, UNIT
from support.libreoffice import print_to_pdf
from support.pdf_file import PdfFile
from support.samples import CAMPAIGN, ROOT
from support.word_file import WordFile
from support.words import first_difference, mended, words

PAPERS = (
    "to-trinh",
    "danh-sach-khen-thuong",
    "bien-ban",
    "bao-cao-thanh-tich/cd-kcn-thi-du",
    "bao-cao-thanh-tich/ldld-thi-du",
    "bao-cao-thanh-tich/le-thi-vi-du",
    "bao-cao-thanh-tich/pham-van-thi-diem",
    "bao-cao-thanh-tich/vu-thi-tuong-trung",
)


@pytest.fixture(scope="session")
def papers(shared_folder: Path) -> Path:
    made = once(shared_folder / "dossier", build)
    return made / CAMPAIGN.name / UNIT


@pytest.fixture(scope="session")
def printed(shared_folder: Path, papers: Path) -> Path:
    files = tuple(papers / f"{name}.docx" for name in PAPERS)
    return once(shared_folder / "dossier-printed", lambda folder: print_to_pdf(files, folder))


def build(folder: Path) -> None:
    campaign_folder = CampaignFolder(CAMPAIGN)
    campaign, faults = check_campaign(campaign_folder)
    assert campaign is not None, faults
    checked = check_unit(campaign_folder, campaign, UNIT)
    build_unit(campaign, checked, KINDS, tuple(Format), Press(template_folders(ROOT)), folder)


def test_one_report_of_merit_a_file_and_one_file_for_each_other_paper(papers: Path) -> None:
    files = {path.relative_to(papers).as_posix() for path in papers.rglob("*") if path.is_file()}

    assert files == {f"{name}.{ending}" for name in PAPERS for ending in ("docx", "pdf")}


@pytest.mark.parametrize("name", PAPERS)
def test_page_validation_accepts_the_pdf_as_archival(papers: Path, name: str) -> None:
    report = page.validate_pdf(str(papers / f"{name}.pdf"), profile="3b")

    assert report.failures == []


@pytest.mark.parametrize("name", PAPERS)
def test_openxml_audit_finds_no_error_in_the_word_file(papers: Path, name: str) -> None:
    result = OpenXmlValidator().validate(papers / f"{name}.docx")

    assert [str(error) for error in result.errors] == []


@pytest.mark.parametrize("name", PAPERS)
def test_word_and_pdf_carry_the_same_words(papers: Path, name: str) -> None:
    word, pdf = WordFile(papers / f"{name}.docx"), PdfFile(papers / f"{name}.pdf")

    in_word = [each for paragraph in word.paragraphs for each in words(paragraph.text)]
    in_pdf = mended((line.text for block in pdf.blocks for line in block.lines), in_word)

    assert first_difference(in_word, in_pdf) == ""


@pytest.mark.parametrize("name", PAPERS)
def test_libreoffice_prints_as_many_pages_as_the_pdf_or_one_more_or_less(
    papers: Path, printed: Path, name: str
) -> None:
    in_pdf = len(PdfFile(papers / f"{name}.pdf").pages)
    in_print = len(PdfFile(printed / f"{Path(name).name}.pdf").pages)

    assert abs(in_pdf - in_print) <= 1
