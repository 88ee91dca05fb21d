"""What a template lacks: added where it can be, named where something would be lost."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from baocao.errors import TemplateError
from baocao.model.document import Document, Heading, Orientation
from baocao.render.html.template import HtmlTemplates
from baocao.render.word.template import WordTemplate
from baocao.workspace import TemplateFolders
from support import by_hand
from support.samples import ROOT
from support.word_file import WordFile

SHIPPED = ROOT / "templates"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SIGNED_BY_TWO = replace(by_hand.SIGNATURE, others=(by_hand.PREPARER,))
PLAIN = by_hand.document(by_hand.paragraph("Một đoạn."))


def changed(folder: Path, part: str, old: str, new: str) -> WordTemplate:
    """Return the shipped template with `old` replaced, by a pattern, in one of its parts."""
    return rewritten(folder, {part: lambda text: re.sub(old, new, text)})


def rewritten(folder: Path, changes: dict[str, object]) -> WordTemplate:
    path = folder / "van-ban.docx"
    with (
        zipfile.ZipFile(SHIPPED / "docx" / "van-ban.docx") as shipped,
        zipfile.ZipFile(path, "w") as package,
    ):
        for name in shipped.namelist():
            text = shipped.read(name).decode()
            change = changes.get(name, str)
            if callable(change):
                after = change(text)
                assert change is str or after != text
                package.writestr(name, after)
    return WordTemplate(path)


def without_footnotes(folder: Path) -> WordTemplate:
    """Return the shipped template as it was before there were footnotes."""
    return rewritten(
        folder,
        {
            "word/footnotes.xml": None,
            "[Content_Types].xml": lambda t: re.sub(r"<Override [^>]*footnotes[^>]*/>", "", t),
            "word/_rels/document.xml.rels": lambda t: re.sub(
                r"<Relationship [^>]*footnotes[^>]*/>", "", t
            ),
            "word/settings.xml": lambda t: re.sub(r"<w:footnotePr>.*?</w:footnotePr>", "", t),
            "word/styles.xml": lambda t: re.sub(
                r'<w:style [^>]*w:styleId="Footnote\w+">.*?</w:style>', "", t
            ),
        },
    )


def test_a_template_without_footnotes_gets_all_that_they_need(tmp_path: Path) -> None:
    template = without_footnotes(tmp_path)
    document = by_hand.document(*by_hand.annotated())
    path = tmp_path / "ra.docx"

    path.write_bytes(template.render(document))

    file = WordFile(path)
    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert [note.runs[-1].text.strip() for note in file.footnotes] == list(document.footnotes())
    assert {note.runs[1].format.size for note in file.footnotes} == {11}


def test_a_templates_own_footnotes_stay_and_those_of_the_text_take_other_ids(
    tmp_path: Path,
) -> None:
    own = '<w:footnote w:id="7"><w:p><w:r><w:t>của mẫu</w:t></w:r></w:p></w:footnote>'
    template = changed(tmp_path, "word/footnotes.xml", "</w:footnotes>", f"{own}</w:footnotes>")

    docx = template.render(by_hand.document(*by_hand.annotated()))

    with zipfile.ZipFile(BytesIO(docx)) as package:
        root = etree.fromstring(package.read("word/footnotes.xml"))
        main = etree.fromstring(package.read("word/document.xml"))
    ids = [int(note.get(f"{W}id")) for note in root]
    calls = [int(call.get(f"{W}id")) for call in main.iter(f"{W}footnoteReference")]
    assert ids == [-1, 0, 7, 8, 9, 10, 11, 12]
    assert calls == [8, 9, 10, 11, 12]


@pytest.mark.parametrize(
    ("tag", "document"),
    [
        ("form_head", by_hand.document(form_head=by_hand.HEAD_OF_FORM)),
        ("appendix.form_head", by_hand.document(appendices=(by_hand.form(),))),
        ("signers", by_hand.document(signature=SIGNED_BY_TWO)),
        (
            "appendix.signers",
            by_hand.document(appendices=(by_hand.form(signature=SIGNED_BY_TWO, form_head=None),)),
        ),
    ],
)
def test_a_template_without_the_tag_for_what_a_document_has_is_refused_by_that_tag(
    tag: str, document: Document, tmp_path: Path
) -> None:
    template = changed(tmp_path, "word/document.xml", re.escape(f"{{{{p {tag} }}}}"), "")

    with pytest.raises(TemplateError, match=re.escape(f"thiếu thẻ {{{{p {tag} }}}} nên sẽ mất")):
        template.render(document)
    assert template.render(PLAIN)


def test_a_template_without_a_newer_style_is_refused_only_where_the_style_is_needed(
    tmp_path: Path,
) -> None:
    template = changed(tmp_path, "word/styles.xml", '"heading 6"', '"tiêu đề khác"')

    with pytest.raises(TemplateError, match=r"thiếu kiểu chữ \(style\) heading 6\."):
        template.render(by_hand.document(Heading(6, ("Sâu",))))
    assert template.render(by_hand.document(Heading(5, ("Vừa",))))


@pytest.mark.parametrize(
    ("macro", "document", "lost"),
    [
        ("{{ footnote(run.footnote) }}", by_hand.with_everything(), "Tính đến ngày 31"),
        (
            "{{- cosigned(item, recipients) }}",
            by_hand.document(signature=SIGNED_BY_TWO),
            "NGƯỜI LẬP BIỂU",
        ),
    ],
)
def test_an_html_template_that_loses_a_footnote_or_a_signer_is_refused(
    macro: str, document: Document, lost: str, tmp_path: Path
) -> None:
    own = tmp_path / "html"
    own.mkdir()
    shipped = (SHIPPED / "html" / "khoi.html").read_text("utf-8")
    assert macro in shipped
    (own / "khoi.html").write_text(shipped.replace(macro, ""), "utf-8")
    templates = HtmlTemplates(TemplateFolders((tmp_path, SHIPPED)))

    with pytest.raises(TemplateError, match=f"mẫu bỏ mất nội dung «{lost}"):
        templates.render(document, "Tinos")


def test_an_html_template_that_loses_a_forms_head_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "html"
    own.mkdir()
    shipped = (SHIPPED / "html" / "van-ban.html").read_text("utf-8")
    (own / "van-ban.html").write_text(
        shipped.replace("{{ khoi.form_head(form_head) }}", ""), "utf-8"
    )
    templates = HtmlTemplates(TemplateFolders((tmp_path, SHIPPED)))

    with pytest.raises(TemplateError, match="mẫu bỏ mất nội dung «Biểu số: 01/TĐ»"):
        templates.render(by_hand.document(form_head=by_hand.HEAD_OF_FORM), "Tinos")


@pytest.mark.parametrize("orientation", Orientation)
def test_an_appendix_without_a_title_has_no_empty_heading(orientation: Orientation) -> None:
    templates = HtmlTemplates(TemplateFolders((SHIPPED,)))
    document = by_hand.document(
        appendices=(by_hand.form(by_hand.paragraph("x"), title=(), orientation=orientation),)
    )

    html = templates.render(document, "Tinos")

    assert "<h1" not in html
    assert WordTemplate(SHIPPED / "docx" / "van-ban.docx").render(document)
