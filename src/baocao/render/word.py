"""A document as a Word file: docxtpl says what a template's tags mean, Jinja2 fills them.

A template is opened, patched by docxtpl and compiled once, then filled any number of times; the
parts that have no tags go through untouched. Beside the fields of `Document` a template has
these, each on a paragraph of its own: `{{p body }}`, `{{p rule_under_issuing_body }}`,
`{{p rule_under_motto }}`, `{{p rule_under_abstract }}`, and for each appendix
`{{p appendix.body }}` and `{{p appendix.section_break }}`.

The template's first section is the page of the document, and the section that ends the file is
that of its appendices; a sheet of either orientation takes the section that lies that way.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import fields
from io import BytesIO
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Template
from jinja2 import TemplateError as JinjaError
from lxml import etree
from markupsafe import Markup

from baocao.errors import TemplateError
from baocao.model.document import Appendix, Document, Orientation
from baocao.render.sandbox import environment
from baocao.render.wordml import STYLE_NAMES, blocks, rule, section_break

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_TIME = (1980, 1, 1, 0, 0, 0)  # fixed, so that the same content gives the same bytes
_TAG = re.compile(r"\{\{|\{%")
_REQUIRED = ("letterhead", "title", "addressees", "body", "recipients", "signature", "appendices")
_RULES = ("rule_under_issuing_body", "rule_under_motto", "rule_under_abstract")
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIELDS = tuple(field.name for field in fields(Document))
_APPENDIX_FIELDS = tuple(field.name for field in fields(Appendix))


class WordTemplate:
    """A Word template, ready to be filled; hold one for each file and use it for every unit."""

    def __init__(self, path: Path) -> None:
        """Open and compile the template; raises `TemplateError` where it cannot be used."""
        self.path = path
        try:
            with zipfile.ZipFile(path) as package:
                self._members = {name: package.read(name) for name in package.namelist()}
            main = etree.fromstring(self._members[_MAIN])
            self._style_ids = _style_ids(etree.fromstring(self._members[_STYLES]))
        except (OSError, KeyError, zipfile.BadZipFile, etree.XMLSyntaxError) as problem:
            raise TemplateError(path, f"không phải là tệp Word (.docx): {problem}.") from problem
        missing = tuple(name for name in STYLE_NAMES if name.casefold() not in self._style_ids)
        if missing:
            raise TemplateError(path, f"thiếu kiểu chữ (style) {', '.join(missing)}.")
        text = "".join(main.itertext())
        lacking = tuple(
            tag for tag in _REQUIRED if not re.search(rf"{{[{{%][^}}%]*\b{tag}\b", text)
        )
        if lacking:
            raise TemplateError(path, f"thiếu thẻ {', '.join(lacking)} nên sẽ mất nội dung.")
        if any(s.find(f"{_W}pgSz") is None for s in main.iter(f"{_W}sectPr")) or not main.xpath(
            "//*[local-name()='sectPr']"
        ):
            raise TemplateError(path, "thiếu khổ giấy (phần trang).")
        self._columns = _rule_columns(main)
        self._sections = _take_sections(main)
        self._templates = dict(self._compile(main))

    def render(self, document: Document) -> bytes:
        """Fill the template: the bytes of a Word file, the same for the same document.

        Raises `TemplateError` where a tag names what a document does not have.
        """
        context = self._context(document)
        filled = {
            name: self._fill(name, template, context) for name, template in self._templates.items()
        }
        if document.properties.issued is not None and _CORE in self._members:
            core = filled.get(_CORE) or self._members[_CORE].decode()
            filled[_CORE] = _with_date(core, document.properties.issued.isoformat())
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as package:
            for name, data in self._members.items():
                member = zipfile.ZipInfo(name, _TIME)
                member.compress_type = zipfile.ZIP_DEFLATED
                member.external_attr = 0o644 << 16
                package.writestr(member, filled.get(name, data))
        return buffer.getvalue()

    def _compile(self, main: etree._Element) -> Iterator[tuple[str, Template]]:
        texts = {_MAIN: _DECLARATION + etree.tostring(main, encoding="unicode")}
        for name, data in self._members.items():
            if name.endswith(".xml") and name != _MAIN:
                text = data.decode("utf-8", "replace")
                if _TAG.search(text):
                    texts[name] = text
        docxtpl = DocxTemplate(self.path)
        jinja = environment()
        for name, text in texts.items():
            try:
                yield name, jinja.from_string(docxtpl.patch_xml(text))
            except (JinjaError, UnicodeDecodeError) as problem:
                raise TemplateError(
                    self.path, f"thẻ viết sai ở phần {name}: {problem}."
                ) from problem

    def _context(self, document: Document) -> Mapping[str, object]:
        styles = _Styles(self._style_ids)
        lengths = (
            document.letterhead.rule_mm,
            document.letterhead.motto_rule_mm,
            document.title.rule_mm,
        )
        orientations = (
            document.orientation,
            *(appendix.orientation for appendix in document.appendices),
        )
        sections = [self._sections[orientation] for orientation in orientations]
        breaks = [Markup(section_break(section, styles)) for section in sections[:-1]]
        return {
            **{name: getattr(document, name) for name in _FIELDS},
            **{
                name: Markup(rule(length, self._columns.get(name, 0), styles))
                for name, length in zip(_RULES, lengths, strict=True)
            },
            "body": Markup(blocks(document.blocks, styles)),
            "appendices": [
                {
                    **{name: getattr(appendix, name) for name in _APPENDIX_FIELDS},
                    "body": Markup(blocks(appendix.blocks, styles)),
                    "section_break": following,
                }
                for appendix, following in zip(
                    document.appendices, [*breaks[1:], Markup()], strict=True
                )
            ]
            if document.appendices
            else [],
            "first_section_break": breaks[0] if breaks else Markup(),
            "last_section": Markup(sections[-1]),
        }

    def _fill(self, name: str, template: Template, context: Mapping[str, object]) -> str:
        try:
            text = template.render(context)
        except Exception as problem:  # a template may divide by zero, or add words to figures
            raise TemplateError(
                self.path, f"thẻ ở phần {name} không in được: {problem}."
            ) from problem
        etree.fromstring(text.encode("utf-8"))  # docxtpl would mend broken XML by losing text
        return text


class _Styles(Mapping[str, str]):
    """The template's style ids by name; Word and LibreOffice differ in the names' case."""

    def __init__(self, ids: Mapping[str, str]) -> None:
        self._ids = ids

    def __getitem__(self, name: str) -> str:
        return self._ids[name.casefold()]

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


def _style_ids(styles: etree._Element) -> dict[str, str]:
    return {
        style.find(f"{_W}name").get(f"{_W}val").casefold(): style.get(f"{_W}styleId")
        for style in styles.iter(f"{_W}style")
        if style.find(f"{_W}name") is not None
    }


def _rule_columns(main: etree._Element) -> dict[str, int]:
    """Give the width in twips of the column that each rule of the template stands in."""
    columns: dict[str, int] = {}
    for paragraph in main.iter(f"{_W}p"):
        text = "".join(paragraph.itertext())
        for name in _RULES:
            if re.search(rf"\{{\{{p\s+{name}\s*\}}\}}", text):
                columns[name] = _column_width(paragraph)
    return columns


def _column_width(paragraph: etree._Element) -> int:
    cell = next(paragraph.iterancestors(f"{_W}tc"), None)
    if cell is None:
        section = next(paragraph.getroottree().getroot().iter(f"{_W}sectPr"))
        size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
        sides = (_twips(margins, side) for side in ("left", "right"))
        return _twips(size, "w") - sum(sides)
    table = next(cell.iterancestors(f"{_W}tbl"))
    place = cell.getparent().findall(f"{_W}tc").index(cell)
    grid = table.findall(f"{_W}tblGrid/{_W}gridCol")
    own = cell.find(f"{_W}tcPr/{_W}tcW")
    if own is not None and own.get(f"{_W}type") == "dxa":
        return _twips(own, "w")
    return _twips(grid[place], "w") if place < len(grid) else 0  # AutoFit keeps widths in the grid


def _twips(element: etree._Element | None, name: str) -> int:
    """Give a length in twips; nothing where it is absent or in another measure."""
    value = "" if element is None else element.get(f"{_W}{name}", "")
    return int(value) if value.isdecimal() else 0


def _take_sections(main: etree._Element) -> dict[Orientation, str]:
    """Take the template's sections out of its text and leave tags for them in their places.

    A template with sheets of one orientation only has the other made from it, sides turned.
    """
    found: dict[Orientation, str] = {}
    sections = list(main.iter(f"{_W}sectPr"))
    for section in sections:
        lies = section.find(f"{_W}pgSz").get(f"{_W}orient") == "landscape"
        orientation = Orientation.LANDSCAPE if lies else Orientation.PORTRAIT
        section.tail = None
        found.setdefault(orientation, etree.tostring(section, encoding="unicode"))
    for section, tag in zip(
        (sections[0], sections[-1]), ("first_section_break", "last_section"), strict=True
    ):
        if tag == "last_section":
            section.getparent().replace(section, _tag_element(tag))
        elif len(sections) > 1:
            paragraph = next(section.iterancestors(f"{_W}p"))
            paragraph.getparent().replace(paragraph, _tag_element(tag))
    for orientation in Orientation:
        if orientation not in found:
            found[orientation] = _turned(next(iter(found.values())), orientation)
    return found


def _tag_element(name: str) -> etree._Element:
    """Make a paragraph that is nothing but a tag; docxtpl's `{{p …}}` replaces it whole."""
    paragraph = etree.Element(f"{_W}p")
    text = etree.SubElement(etree.SubElement(paragraph, f"{_W}r"), f"{_W}t")
    text.text = f"{{{{p {name} }}}}"
    return paragraph


def _turned(section_xml: str, orientation: Orientation) -> str:
    section = etree.fromstring(section_xml)
    size = section.find(f"{_W}pgSz")
    width, height = size.get(f"{_W}w"), size.get(f"{_W}h")
    size.set(f"{_W}w", height)
    size.set(f"{_W}h", width)
    size.set(f"{_W}orient", orientation.value)
    return str(etree.tostring(section, encoding="unicode"))


def _with_date(core: str, day: str) -> str:
    created = (
        '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    )
    return core.replace("</cp:coreProperties>", f"{created}</cp:coreProperties>")
