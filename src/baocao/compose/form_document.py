"""`bieu-so-lieu`: a form on its own, with its own signature block."""

import re

from baocao.compose.appendix import form_blocks, orientation
from baocao.compose.letterhead import letterhead
from baocao.compose.properties import properties
from baocao.compose.signature import signature, tied
from baocao.model.campaign import Campaign, Order
from baocao.model.content import UnitContent
from baocao.model.document import Appendix, Document, Title
from baocao.model.tabulation import tabulate
from baocao.vietnamese.text import bind

_BLANKS = re.compile(" {2,}")


def compose(campaign: Campaign, order: Order, content: UnitContent) -> Document:
    """Make a unit's forms from its valid content, each on sheets of its own and signed."""
    report = content.report
    first, *others = campaign.forms.values()
    tabulations = {
        form.id: tabulate(form, content.statistics.get(form.id)) for form in (first, *others)
    }
    return Document(
        kind=order.kind,
        orientation=orientation(first),
        letterhead=letterhead(campaign, order, report, orientation(first)),
        title=Title(first.title, (), 0, _keep_blanks(first.attached)),
        addressees=(),
        blocks=tied(form_blocks(tabulations[first.id])),
        recipients=None,
        signature=signature(campaign, report, first.signature_note),
        appendices=tuple(
            Appendix(
                label="",
                title=form.title,
                attached=_keep_blanks(form.attached),
                orientation=orientation(form),
                blocks=tied(form_blocks(tabulations[form.id])),
                signature=signature(campaign, report, form.signature_note),
            )
            for form in others
        ),
        properties=properties(campaign, order, report),
    )


def _keep_blanks(text: str) -> str:
    """Make the blanks to be filled in by hand survive HTML, which would close them up."""
    return bind(_BLANKS.sub(lambda blank: "\u00a0" * len(blank[0]), text))
