"""A document as a Word file: docxtpl says what a template's tags mean, Jinja2 fills them.

A template is opened, patched by docxtpl and compiled once, then filled any number of times; the
parts that have no tags go through untouched. Beside the fields of `Document` a template has
these, each on a paragraph of its own: `{{p body }}`, `{{p rule_under_issuing_body }}`,
`{{p rule_under_motto }}`, `{{p rule_under_abstract }}`, and for each appendix
`{{p appendix.body }}` and `{{p appendix.section_break }}`.

Forms that go from hand to hand need more, and a template without them is refused only where
it would lose something: `{{p form_head }}` and `{{p appendix.form_head }}` over the titles,
`{{p signers }}` and `{{p appendix.signers }}` where `signature.others` sign beside the authority,
and `{{p recipient_list }}` where `recipients.braces` hold several lines together. So it is with
`{{p signed }}` and `{{p appendix.signed }}`, which print the picture of the signature and the name
where there is a `signature.picture`.

A template may say `{%p if orientation.value == 'landscape' %}` where sheets of either orientation
need tables of their own widths. The template's first section is the page of the document, and the
section that ends the file is that of its appendices; a sheet of either orientation takes the
section that lies that way.
"""

import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from io import BytesIO
from itertools import count
from pathlib import Path

from docxtpl import DocxTemplate
from jinja2 import Template
from jinja2 import TemplateError as JinjaError
from lxml import etree
from markupsafe import Markup

from baocao.errors import TemplateError
from baocao.model.document import Appendix, Document, Recipients, Signature
from baocao.render.footnotes import (
    first_free_id,
    footnotes_xml,
    part_name,
    with_footnotes,
    with_start,
)
from baocao.render.sandbox import environment
from baocao.render.word_pictures import STYLE_IDS, Drawings
from baocao.render.word_sheets import take_rules, take_sections, text_width
from baocao.render.wordml import STYLE_NAMES, blocks, rule, section_break
from baocao.render.wordml_frames import form_head, recipient_list, signed, signers

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MAIN, _STYLES, _CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"
_TIME = (1980, 1, 1, 0, 0, 0)  # fixed, so that the same content gives the same bytes
_TAG = re.compile(r"\{\{|\{%")
_REQUIRED = ("letterhead", "title", "addressees", "body", "recipients", "signature", "appendices")
_RULES = ("rule_under_issuing_body", "rule_under_motto", "rule_under_abstract")
_TAGS_OF_FORMS: tuple[tuple[str, str, Callable[[Document], bool]], ...] = (
    (r"form_head", "{{p form_head }}", lambda d: d.form_head is not None),
    (r"signers", "{{p signers }}", lambda d: bool(d.signature.others)),
    (r"signed", "{{p signed }}", lambda d: _is_pictured(d.signature)),
    (
        r"recipient_list",
        "{{p recipient_list }}",
        lambda d: d.recipients is not None and bool(d.recipients.braces),
    ),
    (
        r"\w+\.form_head",
        "{{p appendix.form_head }}",
        lambda d: any(each.form_head is not None for each in d.appendices),
    ),
    (
        r"\w+\.signers",
        "{{p appendix.signers }}",
        lambda d: any(each.signature and each.signature.others for each in d.appendices),
    ),
    (
        r"\w+\.signed",
        "{{p appendix.signed }}",
        lambda d: any(each.signature and _is_pictured(each.signature) for each in d.appendices),
    ),
)
_BEFORE_HEAD, _AFTER_HEAD = 160, 240  # twentieths of a point about a form's head
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
                members = {name: package.read(name) for name in package.namelist()}
            self._members = with_footnotes(members)
            main = etree.fromstring(self._members[_MAIN])
            self._style_ids = STYLE_IDS | _style_ids(etree.fromstring(self._members[_STYLES]))
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
        self._lacking_for_forms = tuple(
            (tag, is_needed)
            for pattern, tag, is_needed in _TAGS_OF_FORMS
            if not re.search(rf"{{{{p\s+{pattern}\s*}}}}", text)
        )
        self._rules = take_rules(main, _RULES)
        self._sections = take_sections(main)
        self._templates = dict(self._compile(main))

    def render(self, document: Document) -> bytes:
        """Fill the template: the bytes of a Word file, the same for the same document.

        Raises `TemplateError` where a tag names what a document does not have, or where the
        template has no tag or style for what the document has.
        """
        lost = [tag for tag, is_needed in self._lacking_for_forms if is_needed(document)]
        if lost:
            raise TemplateError(self.path, f"thiếu thẻ {', '.join(lost)} nên sẽ mất nội dung.")
        styles = _Styles(self._style_ids, self.path)
        notes = part_name(self._members)
        first_note = first_free_id(self._members[notes])
        drawings = Drawings(self._members)
        context = self._context(document, styles, count(first_note), drawings)
        filled = {
            name: self._fill(name, template, context) for name, template in self._templates.items()
        }
        if texts := document.footnotes():
            part = filled.get(notes) or self._members[notes].decode()
            filled[notes] = footnotes_xml(part, texts, first_note, styles)
            filled[_MAIN] = with_start(filled[_MAIN], styles)
        if document.properties.issued is not None and _CORE in self._members:
            core = filled.get(_CORE) or self._members[_CORE].decode()
            filled[_CORE] = _with_date(core, document.properties.issued.isoformat())
        parts = {**self._members, **{name: text.encode() for name, text in filled.items()}}
        buffer = BytesIO()
        with zipfile.ZipFile(buffer, "w") as package:
            for name, data in drawings.with_pictures(parts).items():
                member = zipfile.ZipInfo(name, _TIME)
                member.compress_type = zipfile.ZIP_DEFLATED
                member.external_attr = 0o644 << 16
                package.writestr(member, data)
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

    def _context(
        self, document: Document, styles: "_Styles", notes: Iterator[int], drawings: Drawings
    ) -> Mapping[str, object]:
        lengths = {
            "rule_under_issuing_body": document.letterhead.rule_mm,
            "rule_under_motto": document.letterhead.motto_rule_mm,
            "rule_under_abstract": document.title.rule_mm,
        }
        orientations = (
            document.orientation,
            *(appendix.orientation for appendix in document.appendices),
        )
        sections = [self._sections[orientation] for orientation in orientations]
        breaks = [Markup(section_break(section, styles)) for section in sections[:-1]]
        width = text_width(sections[0])
        return {
            **{name: getattr(document, name) for name in _FIELDS},
            **{
                tag: Markup(rule(lengths[name], width if column is None else column, styles))
                for tag, (name, column) in self._rules.items()
            },
            "form_head": Markup(
                form_head(document.form_head, width, styles, _BEFORE_HEAD, 0)
                if document.form_head is not None
                else ""
            ),
            "body": Markup(blocks(document.blocks, styles, notes, drawings)),
            "recipient_list": Markup(
                recipient_list(document.recipients, styles)
                if document.recipients is not None and document.recipients.braces
                else ""
            ),
            **_signed(document.signature, document.recipients, width, styles, drawings),
            "appendices": [
                _appendix(appendix, text_width(section), following, styles, notes, drawings)
                for appendix, section, following in zip(
                    document.appendices, sections[1:], [*breaks[1:], Markup()], strict=True
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


class _Styles:
    """The template's style ids by name; Word and LibreOffice differ in the names' case."""

    def __init__(self, ids: Mapping[str, str], path: Path) -> None:
        self._ids = ids
        self._path = path

    def __getitem__(self, name: str) -> str:
        if name.casefold() not in self._ids:
            raise TemplateError(self._path, f"thiếu kiểu chữ (style) {name}.")
        return self._ids[name.casefold()]


def _appendix(
    appendix: Appendix,
    width: int,
    following: Markup,
    styles: _Styles,
    notes: Iterator[int],
    drawings: Drawings,
) -> Mapping[str, object]:
    head = appendix.form_head
    return {
        **{name: getattr(appendix, name) for name in _APPENDIX_FIELDS},
        "form_head": Markup(
            form_head(head, width, styles, 0, _AFTER_HEAD) if head is not None else ""
        ),
        "body": Markup(blocks(appendix.blocks, styles, notes, drawings)),
        **_signed(appendix.signature, None, width, styles, drawings),
        "section_break": following,
    }


def _signed(
    signature: Signature | None,
    recipients: Recipients | None,
    width: int,
    styles: _Styles,
    drawings: Drawings,
) -> Mapping[str, Markup]:
    """Give what the program itself lays out of a signature block; empty where a template can."""
    together = alone = ""
    if signature is not None and signature.others:
        together = signers(signature, recipients, width, styles, drawings)
    elif signature is not None and signature.picture is not None:
        alone = signed(signature.signers[-1], styles, drawings)
    return {"signers": Markup(together), "signed": Markup(alone)}


def _is_pictured(signature: Signature) -> bool:
    """Tell whether a template must say where the picture of the signature stands."""
    return signature.picture is not None and not signature.others


def _style_ids(styles: etree._Element) -> dict[str, str]:
    return {
        style.find(f"{_W}name").get(f"{_W}val").casefold(): style.get(f"{_W}styleId")
        for style in styles.iter(f"{_W}style")
        if style.find(f"{_W}name") is not None
    }


def _with_date(core: str, day: str) -> str:
    created = (
        '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    )
    return core.replace("</cp:coreProperties>", f"{created}</cp:coreProperties>")
