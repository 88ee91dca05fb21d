"""A document as a Word file: docxtpl defines the meaning of a template's tags, Jinja2 fills them.

A template is opened, patched by docxtpl and compiled once, then filled for any number of documents.
A document costs one filling and one compression of each part that has tags; the other parts are
copied in compressed form. Besides the fields of `Document` a template has these tags, each alone in
a paragraph: `{{p body }}`, `{{p rule_under_issuing_body }}`, `{{p rule_under_motto }}`,
`{{p rule_under_abstract }}`, and for each appendix `{{p appendix.body }}` and
`{{p appendix.section_break }}`.

Some documents need more tags, and a template without them is refused for these documents only:
`{{p form_head }}` and `{{p appendix.form_head }}` above the titles; `{{p signers }}` and
`{{p appendix.signers }}` if there are `signature.others`; `{{p recipient_list }}` if there are
`recipients.braces`; `{{p signed }}` and `{{p appendix.signed }}`, the picture of the signature and
the name, if there is a `signature.picture`.

A template may use `{%p if orientation.value == 'landscape' %}` for tables of different widths. The
first section is the page of the document, the last one that of its appendices; a page of either
orientation takes the section of that orientation.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path

from jinja2 import TemplateError as JinjaError
from lxml import etree
from markupsafe import Markup

from baocao.diagnostics import Span
from baocao.errors import TemplateError
from baocao.model.document import Document
from baocao.ooxml.names import CORE_PROPERTIES_PART, MAIN_PART, STYLES_PART
from baocao.ooxml.package import read_package
from baocao.ooxml.styles import style_ids
from baocao.render.templates.approval import unprinted_fields
from baocao.render.templates.budget import limited
from baocao.render.templates.field_types import RULES
from baocao.render.templates.fields import LAID_OUT_TAGS, has_value, is_used, optional_fields
from baocao.render.templates.messages import faulty_package, raise_on_errors
from baocao.render.templates.sandbox import environment
from baocao.render.word.context import WordContext
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


class WordTemplate:
    """A compiled Word template; keep one for each file and use it for every unit."""

    def __init__(self, path: Path) -> None:
        """Open and compile the template; raises `TemplateError` if it has errors."""
        self.path = path
        opened, self._unprinted = _open(path)
        members = with_footnotes(opened)
        self._styles = _Styles(STYLE_IDS | style_ids(etree.fromstring(members[STYLES_PART])), path)
        self._notes = part_name(members)
        self._first_note = first_free_id(members[self._notes])
        main = etree.fromstring(members[MAIN_PART])
        self._layout = extract_layout(main, RULES)
        self.members = {**members, MAIN_PART: etree.tostring(main)}
        self._parts = dict(self._compiled())
        self._packed = {name: deflated_once(name, data) for name, data in self.members.items()}

    def render(self, document: Document) -> bytes:
        """Fill the template: return the bytes of a Word file, equal for equal documents.

        Raises `TemplateError` if a tag uses what the document does not have, or if the template has
        no tag or style for what the document has.
        """
        lost = [_as_tag(name) for name in self._unprinted if has_value(document, name)]
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
            changed[MAIN_PART] = with_start(changed[MAIN_PART], self._styles)
        if document.properties.issued is not None and CORE_PROPERTIES_PART in self.members:
            core = changed.get(CORE_PROPERTIES_PART, self.members[CORE_PROPERTIES_PART])
            changed[CORE_PROPERTIES_PART] = _with_date(core, document.properties.issued.isoformat())
        packed = {name: deflated(name, data) for name, data in changed.items()}
        pictures = {name: stored(name, data) for name, data in drawings.files.items()}
        return package({**self._packed, **packed, **pictures}.values())

    def context(
        self, document: Document, drawings: Drawings, insert: Callable[[str], Markup]
    ) -> Mapping[str, object]:
        """Return the context of a document; `insert` returns the placeholder of XML."""
        writer = WordContext(self._styles, count(self._first_note), drawings, insert)
        return writer.of(document, self._layout)

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
    """The template's style ids by name without case."""

    def __init__(self, ids: Mapping[str, str], path: Path) -> None:
        super().__init__()
        self._ids = ids
        self._path = path

    def __missing__(self, name: str) -> str:
        if name.casefold() not in self._ids:
            raise TemplateError(self._path, f"thiếu kiểu chữ (style) {name}.")
        self[name] = self._ids[name.casefold()]
        return self[name]


def _open(path: Path) -> tuple[Mapping[str, bytes], tuple[str, ...]]:
    """Read a template once, so that what was checked is what is filled.

    Returns its members, and the optional fields that it does not print.
    """
    data, members, faults = read_package(path)
    raise_on_errors(faulty_package(Span(path), each) for each in faults)
    entry = f"docx/{path.name}"
    return members, unprinted_fields(entry, {entry: data}, lambda: _check(members, path))


def _check(members: Mapping[str, bytes], path: Path) -> tuple[str, ...]:
    from baocao.render.templates.check_word import check_members  # noqa: PLC0415 - an approved template needs none

    checked = check_members(members, path)
    raise_on_errors(checked.diagnostics)
    names = (*optional_fields(), *LAID_OUT_TAGS)
    return tuple(name for name in names if not is_used(name, checked.printed_paths))


def _as_tag(name: str) -> str:
    return f"{{{{p {name} }}}}" if name in LAID_OUT_TAGS else f"{{{{ {name} }}}}"


def _with_date(core: bytes, day: str) -> bytes:
    created = (
        '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:created></cp:coreProperties>'
    )
    return core.replace(b"</cp:coreProperties>", created.encode())
