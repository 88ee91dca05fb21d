"""Pictures as both formats print them, under sections and over a signer's name."""

import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import page
import pdfplumber
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from PIL import Image

from baocao.compose import compose
from baocao.errors import TemplateError
from baocao.model.campaign import PdfEngine
from baocao.model.document import Cosigner, Document, Picture
from baocao.pipeline import Format, Printer, check_campaign, check_unit
from baocao.render.word.template import WordTemplate
from baocao.workspace import CampaignFolder, template_folders
from support.libreoffice import print_to_pdf
from support.pictures import CHART, file_of, picture
from support.samples import CAMPAIGN, ROOT

UNIT = "cdcs-co-khi-vi-du"
PDFS = ("pdf", "typst.pdf")
CAPTIONS = ("Hình\u00a01. Hội nghị sơ kết năm\u00a02016", "Hình\u00a02. Số sáng kiến <theo năm>")
DESCRIPTIONS = ("Đại biểu ngồi kín hội trường", "Số sáng kiến <theo năm>")
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_TYPED = """
chu_ky: chu-ky.png
hinh:
  - {muc: giai_phap, tep: hinh/bieu-do.svg, chu_thich: "Số sáng kiến <theo năm>"}
  - muc: thuan_loi
    tep: hinh/hoi-nghi.jpg
    chu_thich: Hội nghị sơ kết năm 2016
    mo_ta: Đại biểu ngồi kín hội trường
"""


@dataclass(frozen=True)
class Printed:
    """A report with two pictures and a signature, and the form with the signature."""

    documents: dict[str, Document]
    folder: Path

    def path(self, kind: str, ending: str) -> Path:
        return self.folder / f"{kind}.{ending}"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    folder = tmp_path_factory.mktemp("hinh")
    documents = dict(composed(folder / "content"))
    press = Printer(template_folders(ROOT))
    by_typst = Printer(template_folders(ROOT), PdfEngine.TYPST)
    for kind, document in documents.items():
        pdf = by_typst.render(document, Format.PDF)
        (folder / f"{kind}.typst.pdf").write_bytes(pdf)
        for ending in Format:
            (folder / f"{kind}.{ending.value}").write_bytes(press.render(document, ending))
    return Printed(documents, folder)


def test_pictures_stand_after_their_sections_words_numbered_in_the_order_of_print(
    printed: Printed,
) -> None:
    blocks = printed.documents["bao-cao"].blocks
    pictures = [block for block in blocks if isinstance(block, Picture)]

    assert tuple(each.caption for each in pictures) == CAPTIONS
    assert tuple(each.alternative for each in pictures) == DESCRIPTIONS
    after = blocks[blocks.index(pictures[0]) + 1]
    assert "Khó khăn" in " ".join(getattr(after, "lines", ()))


def test_a_picture_is_no_wider_than_the_text_and_no_higher_than_two_thirds_of_it(
    printed: Printed,
) -> None:
    tall, wide = (b for b in printed.documents["bao-cao"].blocks if isinstance(b, Picture))

    assert (tall.height_mm, tall.width_mm) == (170, 127.5)
    assert (wide.width_mm, wide.height_mm) == (165, 82.5)


@pytest.mark.parametrize("kind", ["bao-cao", "bieu-so-lieu"])
def test_the_judges_accept_every_format(printed: Printed, kind: str) -> None:
    for ending in PDFS:
        archival = page.validate_pdf(str(printed.path(kind, ending)), profile="3b")
        assert archival.failures == []
        assert archival.is_compliant
    word = OpenXmlValidator().validate(printed.path(kind, "docx"))

    assert [str(error) for error in word.errors] == []


def test_each_drawing_in_word_has_an_id_a_description_and_a_file(printed: Printed) -> None:
    with zipfile.ZipFile(printed.path("bao-cao", "docx")) as package:
        main = etree.fromstring(package.read("word/document.xml"))
        relations = etree.fromstring(package.read("word/_rels/document.xml.rels"))
        targets = {each.get("Id"): f"word/{each.get('Target')}" for each in relations}
        embedded = [targets[each] for each in main.xpath("//@*[local-name()='embed']")]
        sizes = [Image.open(BytesIO(package.read(name))).size for name in embedded]
    drawn = list(main.iter(f"{_WP}docPr"))

    assert len({each.get("id") for each in drawn}) == len(drawn) == 3
    assert tuple(each.get("descr") for each in drawn[:2]) == DESCRIPTIONS
    assert drawn[2].get("descr") == "Chữ ký của Lê Văn Thử"
    assert sizes == [(1072, 1429), (1428, 714), (600, 240)]


def test_a_caption_stays_with_its_picture_in_word(printed: Printed) -> None:
    with zipfile.ZipFile(printed.path("bao-cao", "docx")) as package:
        styles = etree.fromstring(package.read("word/styles.xml"))
    named = {each.find(f"{_W}name").get(f"{_W}val"): each for each in styles.iter(f"{_W}style")}

    assert named["Hình"].find(f"{_W}pPr/{_W}keepNext") is not None
    assert named["caption"].find(f"{_W}rPr/{_W}i") is not None


@pytest.mark.tools
@pytest.mark.parametrize("kind", ["bao-cao", "bieu-so-lieu"])
def test_both_formats_show_the_pictures_in_the_same_places(printed: Printed, kind: str) -> None:
    out = printed.folder / "in"
    out.mkdir(exist_ok=True)
    print_to_pdf((printed.path(kind, "docx"),), out)

    in_word = places(out / f"{kind}.pdf")

    assert len(in_word) == (3 if kind == "bao-cao" else 1)
    for ending in PDFS:
        in_pdf = places(printed.path(kind, ending))
        for own, other in zip(in_pdf, in_word, strict=True):
            assert own == pytest.approx(other, abs=6)  # points; the page is the first of them


@pytest.mark.parametrize("ending", PDFS)
def test_the_pdf_tags_its_figures_with_what_is_read_out(printed: Printed, ending: str) -> None:
    with pdfplumber.open(printed.path("bao-cao", ending)) as pdf:
        figures = [e for e in tags(pdf.structure_tree) if e["type"] == "Figure"]

    described = tuple(each["alt_text"] for each in figures if each.get("alt_text"))
    assert described == (*DESCRIPTIONS, "Chữ ký của Lê Văn Thử")


def test_the_signature_fits_its_blank(printed: Printed) -> None:
    for document in printed.documents.values():
        shown = document.signature.picture

        assert shown is not None
        assert (shown.width_mm, shown.height_mm) == (40, 16)
        assert document.signature.signers[-1].picture is shown


@pytest.mark.tools
def test_the_signature_stands_over_the_authority_among_those_who_sign_together(
    printed: Printed, tmp_path: Path
) -> None:
    document = printed.documents["bieu-so-lieu"]
    others = (Cosigner(("NGƯỜI LẬP BIỂU",), "(Ký, ghi rõ họ tên)", "Trần Thị Lập"),)
    together = replace(document, signature=replace(document.signature, others=others))
    press = Printer(template_folders(ROOT))

    for ending in Format:
        (tmp_path / f"bieu.{ending.value}").write_bytes(press.render(together, ending))
    (tmp_path / "in").mkdir()
    print_to_pdf((tmp_path / "bieu.docx",), tmp_path / "in")

    (in_pdf,), (in_word,) = places(tmp_path / "bieu.pdf"), places(tmp_path / "in" / "bieu.pdf")
    assert in_pdf == pytest.approx(in_word, abs=6)
    assert in_pdf[1] > 842 / 2  # on the right half of a sheet that lies


def test_the_same_pictures_give_the_same_bytes(printed: Printed, tmp_path: Path) -> None:
    again = dict(composed(tmp_path / "content"))
    press = Printer(template_folders(ROOT))

    for kind, document in again.items():
        for ending in Format:
            path = printed.path(kind, ending.value)
            assert press.render(document, ending) == path.read_bytes()


def test_a_word_template_that_would_lose_the_signature_is_refused(
    printed: Printed, tmp_path: Path
) -> None:
    old = tmp_path / "van-ban.docx"
    with (
        zipfile.ZipFile(ROOT / "templates/docx/van-ban.docx") as shipped,
        zipfile.ZipFile(old, "w") as changed,
    ):
        for name in shipped.namelist():
            text = shipped.read(name).replace(b"{{p signed }}", b"")
            changed.writestr(name, text)

    with pytest.raises(TemplateError, match=r"\{\{p signed \}\}"):
        WordTemplate(old).render(printed.documents["bao-cao"])


def composed(content: Path) -> Iterator[tuple[str, Document]]:
    campaign_folder = content / "thu"
    shutil.copytree(CAMPAIGN, campaign_folder)
    unit = campaign_folder / "don-vi" / UNIT
    (unit / "hinh").mkdir()
    turned = Image.Exif()
    turned[0x0112] = 6
    photograph = file_of(picture(size=(2000, 1500)), "JPEG", exif=turned)
    (unit / "hinh" / "hoi-nghi.jpg").write_bytes(photograph)
    (unit / "hinh" / "bieu-do.svg").write_text(CHART, "utf-8")
    (unit / "chu-ky.png").write_bytes(file_of(picture("RGBA", (600, 240))))
    with (unit / "bao-cao.yaml").open("a", encoding="utf-8") as report:
        report.write(_TYPED)
    folder = CampaignFolder(campaign_folder)
    campaign, faults = check_campaign(folder)
    assert campaign is not None, faults
    checked = check_unit(folder, campaign, UNIT)
    assert checked.content is not None, checked.diagnostics
    for kind in ("bao-cao", "bieu-so-lieu"):
        yield kind, compose(campaign, kind, checked.content)[kind,]


def places(path: Path) -> list[tuple[float, ...]]:
    """Return each picture of a PDF: its page, in hundreds, and its sides in points."""
    with pdfplumber.open(path) as pdf:
        return [
            (sheet.page_number * 100, image["x0"], image["top"], image["width"], image["height"])
            for sheet in pdf.pages
            for image in sheet.images
        ]


def tags(tree: list[dict[str, object]]) -> Iterator[dict[str, object]]:
    for element in tree:
        yield element
        children = element.get("children", [])
        assert isinstance(children, list)
        yield from tags(children)
