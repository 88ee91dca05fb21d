"""`bieu-so-lieu`: a form on its own, with its own signature block."""

import re
from dataclasses import replace

from baocao.calc.tabulation import tabulate
from baocao.compose.parts.appendix import form_blocks, form_head
from baocao.compose.parts.letterhead import letterhead
from baocao.compose.parts.properties import properties
from baocao.compose.parts.signature import keep_with_signature, signature
from baocao.model.campaign import Campaign, RequiredDocument
from baocao.model.content import Report, UnitContent
from baocao.model.document import Appendix, Cosigner, Document, Signature, Title
from baocao.model.form import Form
from baocao.vietnamese.text import bind

_BLANKS = re.compile(" {2,}")


def compose(campaign: Campaign, required: RequiredDocument, content: UnitContent) -> Document:
    """Compose a unit's forms, each on sheets of its own and signed."""
    report = content.report
    first, *others = (_sheet(campaign, content, form) for form in campaign.forms.values())
    return Document(
        kind=required.kind,
        orientation=first.orientation,
        letterhead=letterhead(campaign, required, report, first.orientation),
        title=Title(first.title, (), 0, first.attached),
        addressees=(),
        blocks=first.blocks,
        recipients=None,
        signature=form_signature(campaign, report, next(iter(campaign.forms.values()))),
        appendices=tuple(others),
        properties=properties(campaign, required, report),
        form_head=first.form_head,
    )


def form_signature(campaign: Campaign, report: Report, form: Form) -> Signature:
    """Compose the signature block of a form, those who sign beside the authority on its left."""
    return replace(
        signature(campaign, report, form.signature_note),
        others=tuple(
            Cosigner((cosigner.title.upper(),), cosigner.note) for cosigner in form.cosigners
        ),
    )


def _sheet(campaign: Campaign, content: UnitContent, form: Form) -> Appendix:
    """Compose one form with its signature; it carries no label."""
    orientation, blocks = form_blocks(tabulate(form, content.statistics.get(form.id)))
    return Appendix(
        label="",
        title=form.title,
        attached=_keep_blanks(form.attached),
        orientation=orientation,
        blocks=keep_with_signature(blocks),
        signature=form_signature(campaign, content.report, form),
        form_head=form_head(campaign, content.unit, form),
    )


def _keep_blanks(text: str) -> str:
    """Replace runs of blanks, to be filled in by hand, by U+00A0, which HTML keeps."""
    return bind(_BLANKS.sub(lambda blank: "\u00a0" * len(blank[0]), text))
