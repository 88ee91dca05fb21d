"""Stage 3: content to a `Document`: the only place that numbers, dates, signs and words anything.

In: a campaign and a unit's valid content. Out: the documents of one kind, ready to print.
`kinds` has one composer for each row of `baocao.kinds`, `parts` what composers share.
"""

from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module

from baocao.kinds import KINDS
from baocao.model.campaign import Campaign, RequiredDocument
from baocao.model.content import UnitContent
from baocao.model.document import Document

Composer = Callable[[Campaign, RequiredDocument, UnitContent], Document | Mapping[str, Document]]

Name = tuple[str, ...]
"""A document's place under its unit's folder, without an ending: `("bao-cao",)`, or, if one kind
gives several documents, the kind as a folder and each one's id in it."""


@cache
def composer_of(kind: str) -> Composer:
    """Return the function `compose` of the module that the kind's row names."""
    composer: Composer = import_module(f"{__name__}.kinds.{KINDS[kind].composer}").compose
    return composer


def compose(campaign: Campaign, kind: str, content: UnitContent) -> Mapping[Name, Document]:
    """Compose the documents of `kind`, which the campaign requires, from a unit's valid content.

    There are none of a kind for which the unit wrote nothing.
    """
    if not content.has(kind):
        return {}
    made = composer_of(kind)(campaign, campaign.documents[kind], content)
    if isinstance(made, Document):
        return {(kind,): made}
    return {(kind, name): document for name, document in made.items()}
