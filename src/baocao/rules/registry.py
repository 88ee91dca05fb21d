"""The checks, in the order in which they run; a decorator registers each with those of its kind."""

from collections.abc import Callable, Iterator

from baocao.diagnostics import Diagnostic
from baocao.load.campaign.form_source import FormSource
from baocao.load.campaign.source import CampaignSource, OutlineSource, UnitsSource
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent

ContentCheck = Callable[[Campaign, UnitContent], Iterator[Diagnostic]]
DossierCheck = Callable[[Dossier, AwardRules], Iterator[Diagnostic]]

CampaignCheck = Callable[[CampaignSource], Iterator[Diagnostic]]
OutlineCheck = Callable[[OutlineSource], Iterator[Diagnostic]]
FormsCheck = Callable[[tuple[FormSource, ...]], Iterator[Diagnostic]]
FormCheck = Callable[[FormSource], Iterator[Diagnostic]]
UnitsCheck = Callable[[UnitsSource], Iterator[Diagnostic]]

CAMPAIGN_CHECKS: list[CampaignCheck] = []
OUTLINE_CHECKS: list[OutlineCheck] = []
FORMS_CHECKS: list[FormsCheck] = []
BLOCK_CHECKS: list[FormCheck] = []
FORM_CHECKS: list[FormCheck] = []
UNITS_CHECKS: list[UnitsCheck] = []
CONTENT_CHECKS: list[ContentCheck] = []


def campaign_rule(check: CampaignCheck) -> CampaignCheck:
    """Register a check of `dot-bao-cao.yaml`."""
    CAMPAIGN_CHECKS.append(check)
    return check


def outline_rule(check: OutlineCheck) -> OutlineCheck:
    """Register a check of `de-cuong.yaml`."""
    OUTLINE_CHECKS.append(check)
    return check


def forms_rule(check: FormsCheck) -> FormsCheck:
    """Register a check of all forms of `bieu-so-lieu.yaml` together."""
    FORMS_CHECKS.append(check)
    return check


def block_rule(check: FormCheck) -> FormCheck:
    """Register a check of how a form's blocks of columns stand in its header."""
    BLOCK_CHECKS.append(check)
    return check


def form_rule(check: FormCheck) -> FormCheck:
    """Register a check of a form whose blocks of columns are in their places."""
    FORM_CHECKS.append(check)
    return check


def units_rule(check: UnitsCheck) -> UnitsCheck:
    """Register a check of the list of units."""
    UNITS_CHECKS.append(check)
    return check


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
