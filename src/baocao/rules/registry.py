"""The checks of a unit's content, in the order in which they run; a decorator registers each."""

from collections.abc import Callable, Iterator

from baocao.diagnostics import Diagnostic
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent

ContentCheck = Callable[[Campaign, UnitContent], Iterator[Diagnostic]]
DossierCheck = Callable[[Dossier, AwardRules], Iterator[Diagnostic]]

CONTENT_CHECKS: list[ContentCheck] = []


def content_rule(check: ContentCheck) -> ContentCheck:
    """Register a check of all that a unit wrote."""
    CONTENT_CHECKS.append(check)
    return check


def dossier_rule(check: DossierCheck) -> DossierCheck:
    """Register a check of the award dossier alone; it does not run for a unit that has none."""

    def check_dossier(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
        if content.dossier is not None and campaign.awards is not None:
            yield from check(content.dossier, campaign.awards)

    CONTENT_CHECKS.append(check_dossier)
    return check
