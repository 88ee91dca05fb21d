"""Stage 3: content to a `Document`: the only place that numbers, dates, signs and words anything.

`report` and `form_document` are the composers of two kinds; `letterhead`, `signature`,
`narrative`, `markup`, `form_table` and `lines` are what they share. A new kind is a module
with a `compose` function, and a line in `COMPOSERS`.
"""

from collections.abc import Callable, Mapping

from baocao.compose import form_document, report
from baocao.model.campaign import Campaign, Order
from baocao.model.content import UnitContent
from baocao.model.document import Document

Composer = Callable[[Campaign, Order, UnitContent], Document]

COMPOSERS: Mapping[str, Composer] = {
    "bao-cao": report.compose,
    "bieu-so-lieu": form_document.compose,
}


def compose(campaign: Campaign, kind: str, content: UnitContent) -> Document:
    """Make the document of `kind`, one of the campaign's orders, from a unit's valid content."""
    return COMPOSERS[kind](campaign, campaign.orders[kind], content)
