"""The checks, in the order in which they run; a decorator registers each with those of its kind."""

from collections.abc import Callable
from typing import TypeVar

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.form_source import FormSource
from baocao.load.campaign.source import CampaignSource, OutlineSource, UnitsSource
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent

DossierCheck = Callable[[Dossier, AwardRules], Diagnostics]
Check = TypeVar("Check")

CAMPAIGN_CHECKS: list[Callable[[CampaignSource], Diagnostics]] = []
OUTLINE_CHECKS: list[Callable[[OutlineSource], Diagnostics]] = []
FORMS_CHECKS: list[Callable[[tuple[FormSource, ...]], Diagnostics]] = []
BLOCK_CHECKS: list[Callable[[FormSource], Diagnostics]] = []
FORM_CHECKS: list[Callable[[FormSource], Diagnostics]] = []
UNITS_CHECKS: list[Callable[[UnitsSource], Diagnostics]] = []
CONTENT_CHECKS: list[Callable[[Campaign, UnitContent], Diagnostics]] = []


def _registrar(checks: list[Check]) -> Callable[[Check], Check]:
    def register(check: Check) -> Check:
        checks.append(check)
        return check

    return register


campaign_rule = _registrar(CAMPAIGN_CHECKS)
"""Registers a check of `dot-bao-cao.yaml`."""

outline_rule = _registrar(OUTLINE_CHECKS)
"""Registers a check of `de-cuong.yaml`."""

forms_rule = _registrar(FORMS_CHECKS)
"""Registers a check of all forms of `bieu-so-lieu.yaml` together."""

block_rule = _registrar(BLOCK_CHECKS)
"""Registers a check of how a form's blocks of columns stand in its header."""

form_rule = _registrar(FORM_CHECKS)
"""Registers a check of a form whose blocks of columns are in their places."""

units_rule = _registrar(UNITS_CHECKS)
"""Registers a check of the list of units."""

content_rule = _registrar(CONTENT_CHECKS)
"""Registers a check of all that a unit wrote."""


def dossier_rule(check: DossierCheck) -> DossierCheck:
    """Register a check of the award dossier alone; it does not run for a unit that has none."""

    def check_dossier(campaign: Campaign, content: UnitContent) -> Diagnostics:
        if content.dossier is not None and campaign.awards is not None:
            yield from check(content.dossier, campaign.awards)

    content_rule(check_dossier)
    return check
