"""Stage 3: content to a `Document`: the only place that numbers, dates, signs and words anything.

`report`, `form_document` and `plan` are the composers of a kind each, `submission`, `award_list`,
`merit_report` and `minutes` those of the award dossier; `letterhead`, `signature`, `narrative`,
`markup`, `form_table`, `proposals` and `lines` are what they share. A new kind is a module with a
`compose` function, and a line in `COMPOSERS`.
"""

from collections.abc import Callable, Mapping

from baocao.compose.kinds import award_list, form, merit_report, minutes, plan, report, submission
from baocao.model.campaign import Campaign, RequiredDocument
from baocao.model.content import UnitContent
from baocao.model.document import Document

Composer = Callable[[Campaign, RequiredDocument, UnitContent], Document | Mapping[str, Document]]

COMPOSERS: Mapping[str, Composer] = {
    "bao-cao": report.compose,
    "bieu-so-lieu": form.compose,
    "ke-hoach": plan.compose,
    "to-trinh": submission.compose,
    "danh-sach-khen-thuong": award_list.compose,
    "bao-cao-thanh-tich": merit_report.compose,
    "bien-ban": minutes.compose,
}

Name = tuple[str, ...]
"""A document's place under its unit's folder, without an ending: `("bao-cao",)`, or, where one
kind gives several documents, the kind as a folder and each one's id in it."""


def compose(campaign: Campaign, kind: str, content: UnitContent) -> Mapping[Name, Document]:
    """Make the documents of `kind`, one of the campaign's orders, from a unit's valid content.

    There are none of a kind for which the unit wrote nothing.
    """
    if not content.has(kind):
        return {}
    made = COMPOSERS[kind](campaign, campaign.documents[kind], content)
    if isinstance(made, Document):
        return {(kind,): made}
    return {(kind, name): document for name, document in made.items()}
