"""The context that a Word template is filled with: fields, and XML laid out from them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields

from markupsafe import Markup

from baocao.model.document import Appendix, Document, FormHead, Recipients, Signature
from baocao.render.templates.field_types import RULES
from baocao.render.word.body import StyleIds, blocks, rule, section_break
from baocao.render.word.frames import form_head, recipient_list, signature_block, signature_row
from baocao.render.word.page_layout import PageFormat, PageLayout
from baocao.render.word.pictures import Drawings

_BEFORE_HEAD, _AFTER_HEAD = 160, 240  # twips around a form's head
_FIELDS = tuple(field.name for field in fields(Document))
_APPENDIX_FIELDS = tuple(field.name for field in fields(Appendix))


class WordContext:
    """Makes the context of a document."""

    def __init__(
        self,
        styles: StyleIds,
        notes: Iterator[int],
        drawings: Drawings,
        insert: Callable[[str], Markup],
    ) -> None:
        """`insert` returns the placeholder of XML, for the context."""
        self._styles = styles
        self._notes = notes
        self._drawings = drawings
        self._insert = insert

    def of(self, document: Document, layout: PageLayout) -> Mapping[str, object]:
        pages = [layout.pages[document.orientation]]
        pages += (layout.pages[appendix.orientation] for appendix in document.appendices)
        breaks = [self._insert(section_break(each.section, self._styles)) for each in pages[:-1]]
        following = [*breaks[1:], Markup()]
        width = pages[0].width
        return {
            **{name: getattr(document, name) for name in _FIELDS},
            **self._rules(document, layout, width),
            "form_head": self._form_head(document.form_head, width, _BEFORE_HEAD, 0),
            "body": self._insert(self._blocks(document)),
            "recipient_list": self._insert(
                recipient_list(document.recipients, self._styles)
                if document.recipients is not None and document.recipients.braces
                else ""
            ),
            **self._signatures(document.signature, document.recipients, width),
            "appendices": [
                {**self._appendix(appendix, page), "section_break": after}
                for appendix, page, after in zip(
                    document.appendices, pages[1:], following, strict=False
                )
            ],
            "first_section_break": breaks[0] if breaks else Markup(),
            "last_section": self._insert(pages[-1].section),
        }

    def _rules(self, document: Document, layout: PageLayout, width: int) -> Mapping[str, Markup]:
        letterhead = document.letterhead
        lengths = (letterhead.rule_mm, letterhead.motto_rule_mm, document.title.rule_mm)
        length_mm = dict(zip(RULES, lengths, strict=True))
        rules = (
            (tag, rule(length_mm[name], width if column is None else column, self._styles))
            for tag, (name, column) in layout.rules.items()
        )
        return {tag: self._insert(xml) for tag, xml in rules}

    def _appendix(self, appendix: Appendix, page: PageFormat) -> Mapping[str, object]:
        return {
            **{name: getattr(appendix, name) for name in _APPENDIX_FIELDS},
            "form_head": self._form_head(appendix.form_head, page.width, 0, _AFTER_HEAD),
            "body": self._insert(self._blocks(appendix)),
            **self._signatures(appendix.signature, None, page.width),
        }

    def _form_head(self, head: FormHead | None, width: int, before: int, after: int) -> Markup:
        if head is None:
            return Markup()
        return self._insert(form_head(head, width, self._styles, before, after))

    def _blocks(self, text: Document | Appendix) -> str:
        return blocks(text.blocks, self._styles, self._notes, self._drawings)

    def _signatures(
        self, signature: Signature | None, recipients: Recipients | None, width: int
    ) -> Mapping[str, Markup]:
        """Return the XML of what a template cannot lay out: cosigners, pictures of signatures."""
        together = alone = ""
        if signature is not None and signature.others:
            together = signature_row(signature, recipients, width, self._styles, self._drawings)
        elif signature is not None and signature.picture is not None:
            alone = signature_block(signature.signers[-1], self._styles, self._drawings)
        return {"signers": self._insert(together), "signed": self._insert(alone)}
