"""What a Word template is filled with: a document's fields, and what `wordml` lays out of it."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields

from markupsafe import Markup

from baocao.model.document import Appendix, Document, Recipients, Signature
from baocao.render.word.body import StyleIds, blocks, rule, section_break
from baocao.render.word.frames import form_head, recipient_list, signature_block, signature_row
from baocao.render.word.page_layout import PageFormat, PageLayout
from baocao.render.word.pictures import Drawings

RULES = ("rule_under_issuing_body", "rule_under_motto", "rule_under_abstract")
_BEFORE_HEAD, _AFTER_HEAD = 160, 240  # twentieths of a point about a form's head
_FIELDS = tuple(field.name for field in fields(Document))
_APPENDIX_FIELDS = tuple(field.name for field in fields(Appendix))


class WordContext:
    """Makes the names and values of a document that a template's tags ask for."""

    def __init__(
        self,
        styles: StyleIds,
        notes: Iterator[int],
        drawings: Drawings,
        insert: Callable[[str], Markup],
    ) -> None:
        """Take what the document's XML needs; `insert` gives what stands for it in the context."""
        self._styles = styles
        self._notes = notes
        self._drawings = drawings
        self._insert = insert

    def of(self, document: Document, frame: PageLayout) -> Mapping[str, object]:
        """Give the context of a document in a template's frame."""
        sheets = [frame.sheets[document.orientation]]
        sheets += (frame.sheets[appendix.orientation] for appendix in document.appendices)
        breaks = [self._insert(section_break(each.section, self._styles)) for each in sheets[:-1]]
        following = [*breaks[1:], Markup()]
        width = sheets[0].width
        return {
            **{name: getattr(document, name) for name in _FIELDS},
            **self._rules(document, frame, width),
            "form_head": self._insert(
                form_head(document.form_head, width, self._styles, _BEFORE_HEAD, 0)
                if document.form_head is not None
                else ""
            ),
            "body": self._insert(self._blocks(document)),
            "recipient_list": self._insert(
                recipient_list(document.recipients, self._styles)
                if document.recipients is not None and document.recipients.braces
                else ""
            ),
            **self._signed(document.signature, document.recipients, width),
            "appendices": [
                {**self._appendix(appendix, sheet), "section_break": after}
                for appendix, sheet, after in zip(
                    document.appendices, sheets[1:], following, strict=False
                )
            ],
            "first_section_break": breaks[0] if breaks else Markup(),
            "last_section": self._insert(sheets[-1].section),
        }

    def _rules(self, document: Document, frame: PageLayout, width: int) -> Mapping[str, Markup]:
        lengths = dict(
            zip(
                RULES,
                (
                    document.letterhead.rule_mm,
                    document.letterhead.motto_rule_mm,
                    document.title.rule_mm,
                ),
                strict=True,
            )
        )
        return {
            tag: self._insert(
                rule(lengths[name], width if column is None else column, self._styles)
            )
            for tag, (name, column) in frame.rules.items()
        }

    def _appendix(self, appendix: Appendix, sheet: PageFormat) -> Mapping[str, object]:
        head = appendix.form_head
        return {
            **{name: getattr(appendix, name) for name in _APPENDIX_FIELDS},
            "form_head": self._insert(
                form_head(head, sheet.width, self._styles, 0, _AFTER_HEAD)
                if head is not None
                else ""
            ),
            "body": self._insert(self._blocks(appendix)),
            **self._signed(appendix.signature, None, sheet.width),
        }

    def _blocks(self, text: Document | Appendix) -> str:
        return blocks(text.blocks, self._styles, self._notes, self._drawings)

    def _signed(
        self, signature: Signature | None, recipients: Recipients | None, width: int
    ) -> Mapping[str, Markup]:
        """Give what the program itself lays out of a signature block; nothing a template can."""
        together = alone = ""
        if signature is not None and signature.others:
            together = signature_row(signature, recipients, width, self._styles, self._drawings)
        elif signature is not None and signature.picture is not None:
            alone = signature_block(signature.signers[-1], self._styles, self._drawings)
        return {"signers": self._insert(together), "signed": self._insert(alone)}
