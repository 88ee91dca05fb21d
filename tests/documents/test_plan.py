"""The sample plan in both formats: the same words, accepted by the judges, recipients braced."""

from pathlib import Path

import page
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from baocao.pipeline import Format, Press, build_unit, check_campaign, check_unit
from baocao.workspace import CampaignFolder, template_folders
from support.pdf_file import PdfFile
from support.samples import CAMPAIGN, ROOT
from support.word_file import WordFile
from support.words import first_difference, mended, words

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TEXT = (f"{W}t", f"{W}br")
UNIT, KIND = "ldld-thi-du", "ke-hoach"
BRACED = (
    "- Tổng Liên đoàn Lao động Việt Nam;",
    "- Thường trực Tỉnh ủy;",
    "- Ban Thi đua - Khen thưởng tỉnh;",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = CampaignFolder(CAMPAIGN)
    campaign, faults = check_campaign(folder)
    assert campaign is not None, faults
    press = Press(template_folders(ROOT))
    out = tmp_path_factory.mktemp("plan")
    done = build_unit(
        campaign, check_unit(folder, campaign, UNIT), (KIND,), tuple(Format), press, out
    )
    return {path.suffix: path for path in done.files}


def test_word_and_pdf_carry_the_same_words_in_the_same_order(built: dict[str, Path]) -> None:
    in_word = [word for text in paragraphs(body(built)) for word in words(text)]
    lines = (line.text for block in PdfFile(built[".pdf"]).blocks for line in block.lines)

    assert first_difference(in_word, mended(lines, in_word)) == ""


def test_the_judges_accept_both_files(built: dict[str, Path]) -> None:
    archival = page.validate_pdf(str(built[".pdf"]), profile="3b")
    package = OpenXmlValidator().validate(built[".docx"])

    assert archival.failures == []
    assert [str(error) for error in package.errors] == []


def test_the_lines_of_a_brace_stand_beside_its_words(built: dict[str, Path]) -> None:
    (frame,) = body(built).iterfind(f".//{W}tc/{W}tbl")

    assert [paragraphs(cell) for cell in frame.iter(f"{W}tc")] == [
        list(BRACED),
        [""],
        ["Để báo cáo"],
    ]


def body(built: dict[str, Path]) -> etree._Element:
    return etree.fromstring(WordFile(built[".docx"]).parts["word/document.xml"])


def paragraphs(parent: etree._Element) -> list[str]:
    """Give the paragraphs' texts in the order of the file, those of frames inside cells too."""
    return [
        "".join("\n" if part.tag == f"{W}br" else part.text for part in each.iter(*TEXT))
        for each in parent.iter(f"{W}p")
    ]
