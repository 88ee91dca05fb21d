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
from collections.abc import Iterator, Mapping
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
from baocao.render.budget import limited
from baocao.render.footnotes import (
    first_free_id,
    footnotes_xml,
    part_name,
    with_footnotes,
    with_start,
)
from baocao.render.refusal import is_used, refuse_faulty
from baocao.render.sandbox import environment
from baocao.render.template_fields import TAGS_OF_FORMS, has_value, printed_in_part
from baocao.render.word_check import check_word, style_ids
from baocao.render.word_package import MAIN, STYLES
from baocao.render.word_pictures import STYLE_IDS, Drawings
from baocao.render.word_sheets import take_rules, take_sections, text_width
from baocao.render.wordml import blocks, rule, section_break
from baocao.render.wordml_frames import form_head, recipient_list, signed, signers

_CORE = "docProps/core.xml"
_TIME = (1980, 1, 1, 0, 0, 0)  # fixed, so that the same content gives the same bytes
_TAG = re.compile(r"\{\{|\{%")
_RULES = ("rule_under_issuing_body", "rule_under_motto", "rule_under_abstract")
_BEFORE_HEAD, _AFTER_HEAD = 160, 240  # twentieths of a point about a form's head
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_FIELDS = tuple(field.name for field in fields(Document))
_APPENDIX_FIELDS = tuple(field.name for field in fields(Appendix))


class WordTemplate:
    """A Word template, ready to be filled; hold one for each file and use it for every unit."""

    def __init__(self, path: Path) -> None:
        """Open and compile the template; raises `TemplateError` where it cannot be used."""
        self.path = path
        checked = check_word(path)
        refuse_faulty(checked.diagnostics)
        self._members = with_footnotes(checked.members)
        main = etree.fromstring(self._members[MAIN])
        self._style_ids = STYLE_IDS | style_ids(etree.fromstring(self._members[STYLES]))
        self._not_printed = tuple(
            name
            for name in (*printed_in_part(), *TAGS_OF_FORMS)
            if not is_used(name, checked.prints)
        )
        self._rules = take_rules(main, _RULES)
        self._sections = take_sections(main)
        self._templates = dict(self._compile(main))

    def render(self, document: Document) -> bytes:
        """Fill the template: the bytes of a Word file, the same for the same document.

        Raises `TemplateError` where a tag names what a document does not have, or where the
        template has no tag or style for what the document has.
        """
        lost = [_as_tag(name) for name in self._not_printed if has_value(document, name)]
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
            filled[MAIN] = with_start(filled[MAIN], styles)
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
        texts = {MAIN: _DECLARATION + etree.tostring(main, encoding="unicode")}
        for name, data in self._members.items():
            if name.endswith(".xml") and name != MAIN:
                text = data.decode("utf-8", "replace")
                if _TAG.search(text):
                    texts[name] = text
        docxtpl = DocxTemplate(self.path)
        jinja = environment()
        for name, text in texts.items():
            try:
                yield name, jinja.from_string(docxtpl.patch_xml(text))
            except (JinjaError, SyntaxError, RecursionError, MemoryError) as problem:
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
            with limited():
                text = template.render(context)
        except Exception as problem:  # a template may divide by zero, or add words to figures
            raise TemplateError(
                self.path, f"thẻ ở phần {name} không in được: {problem}."
            ) from problem
        try:
            etree.fromstring(text.encode("utf-8"))  # docxtpl would mend broken XML by losing text
        except etree.XMLSyntaxError as problem:
            raise TemplateError(
                self.path, f"các thẻ ở phần {name} cắt ngang khung của Word ({problem})."
            ) from problem
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


def _as_tag(name: str) -> str:
    return f"{{{{p {name} }}}}" if name in TAGS_OF_FORMS else f"{{{{ {name} }}}}"


def _with_date(core: str, day: str) -> str:
    created = (
        '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created>'
    )
    return core.replace("</cp:coreProperties>", f"{created}</cp:coreProperties>")
