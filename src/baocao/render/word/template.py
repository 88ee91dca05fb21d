"""A document as a Word file: docxtpl says what a template's tags mean, Jinja2 fills them.

A template is opened, patched by docxtpl and compiled once, then filled any number of times: a
document costs one filling and one compression of each part that has tags, the others are copied as
they were compressed. Beside the fields of `Document` a template has
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

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

from jinja2 import TemplateError as JinjaError
from lxml import etree
from markupsafe import Markup

from baocao.errors import TemplateError
from baocao.model.document import Document
from baocao.ooxml.package import MAIN, STYLES
from baocao.render.templates.budget import limited
from baocao.render.templates.check_word import check_word, style_ids
from baocao.render.templates.fields import TAGS_OF_FORMS, has_value, printed_in_part
from baocao.render.templates.refusal import is_used, raise_on_errors
from baocao.render.templates.sandbox import environment
from baocao.render.word.context import RULES, WordContext
from baocao.render.word.footnotes import (
    first_free_id,
    part_name,
    with_footnotes,
    with_notes,
    with_start,
)
from baocao.render.word.insertions import Insertions
from baocao.render.word.page_layout import extract_layout
from baocao.render.word.part import WordPart, parts_to_fill
from baocao.render.word.pictures import STYLE_IDS, Drawings
from baocao.render.word.zip_writer import deflated, deflated_once, package, stored

_CORE = "docProps/core.xml"


class WordTemplate:
    """A Word template, ready to be filled; hold one for each file and use it for every unit."""

    def __init__(self, path: Path) -> None:
        """Open and compile the template; raises `TemplateError` where it cannot be used."""
        self.path = path
        checked = check_word(path)
        raise_on_errors(checked.diagnostics)
        members = with_footnotes(checked.members)
        self._styles = _Styles(STYLE_IDS | style_ids(etree.fromstring(members[STYLES])), path)
        self._notes = part_name(members)
        self._first_note = first_free_id(members[self._notes])
        self._not_printed = tuple(
            name
            for name in (*printed_in_part(), *TAGS_OF_FORMS)
            if not is_used(name, checked.prints)
        )
        main = etree.fromstring(members[MAIN])
        self._frame = extract_layout(main, RULES)
        self.members = {**members, MAIN: etree.tostring(main)}
        self._parts = dict(self._compiled())
        self._packed = {name: deflated_once(name, data) for name, data in self.members.items()}

    def render(self, document: Document) -> bytes:
        """Fill the template: the bytes of a Word file, the same for the same document.

        Raises `TemplateError` where a tag names what a document does not have, or where the
        template has no tag or style for what the document has.
        """
        lost = [_as_tag(name) for name in self._not_printed if has_value(document, name)]
        if lost:
            raise TemplateError(self.path, f"thiếu thẻ {', '.join(lost)} nên sẽ mất nội dung.")
        drawings, insertions = Drawings(), Insertions()
        context = self.context(document, drawings, insertions.add)
        changed = {
            **{name: self._filled(name, context, insertions) for name in self._parts},
            **drawings.changed(self.members),
        }
        if texts := document.footnotes():
            part = changed.get(self._notes, self.members[self._notes])
            changed[self._notes] = with_notes(part, texts, self._first_note, self._styles)
            changed[MAIN] = with_start(changed[MAIN], self._styles)
        if document.properties.issued is not None and _CORE in self.members:
            core = changed.get(_CORE, self.members[_CORE])
            changed[_CORE] = _with_date(core, document.properties.issued.isoformat())
        packed = {name: deflated(name, data) for name, data in changed.items()}
        pictures = {name: stored(name, data) for name, data in drawings.files.items()}
        return package({**self._packed, **packed, **pictures}.values())

    def context(
        self, document: Document, drawings: Drawings, insert: Callable[[str], Markup]
    ) -> Mapping[str, object]:
        """Give what the template is filled with; `insert` gives what stands for ready XML."""
        writer = WordContext(self._styles, count(self._first_note), drawings, insert)
        return writer.of(document, self._frame)

    def _compiled(self) -> Iterator[tuple[str, WordPart]]:
        jinja = environment()
        for name in tuple(parts_to_fill(self.members)):
            try:
                part = WordPart(self.members[name], jinja)
            except (JinjaError, SyntaxError, RecursionError, MemoryError) as problem:
                raise TemplateError(
                    self.path, f"thẻ viết sai ở phần {name}: {problem}."
                ) from problem
            if part.is_constant:
                self.members[name] = part.fill({}, Insertions())
            else:
                yield name, part

    def _filled(self, name: str, context: Mapping[str, object], insertions: Insertions) -> bytes:
        try:
            with limited():
                return self._parts[name].fill(context, insertions)
        except etree.XMLSyntaxError as problem:
            raise TemplateError(
                self.path, f"các thẻ ở phần {name} cắt ngang khung của Word ({problem})."
            ) from problem
        except Exception as problem:  # a template may divide by zero, or add words to figures
            raise TemplateError(
                self.path, f"thẻ ở phần {name} không in được: {problem}."
            ) from problem


class _Styles(dict[str, str]):
    """The template's style ids by name; Word and LibreOffice differ in the names' case."""

    def __init__(self, ids: Mapping[str, str], path: Path) -> None:
        super().__init__()
        self._ids = ids
        self._path = path

    def __missing__(self, name: str) -> str:
        if name.casefold() not in self._ids:
            raise TemplateError(self._path, f"thiếu kiểu chữ (style) {name}.")
        self[name] = self._ids[name.casefold()]
        return self[name]


def _as_tag(name: str) -> str:
    return f"{{{{p {name} }}}}" if name in TAGS_OF_FORMS else f"{{{{ {name} }}}}"


def _with_date(core: bytes, day: str) -> bytes:
    created = (
        '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created></cp:coreProperties>'
    )
    return core.replace(b"</cp:coreProperties>", created.encode())
