"""Stage 2: content to diagnostics.

In: a campaign and what a unit wrote, as `load` read them. Out: a `Diagnostic` for each fault.
Each module in the folder of a subject is one rule, which finds *and* words one kind of fault. Its
docstring is the manual that `baocao explain` prints, hence in Vietnamese; its id is the file's name
with hyphens. A module dropped into a folder takes part.
"""

from collections.abc import Iterator
from importlib import import_module
from itertools import islice
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.campaign.form_source import FormSource
from baocao.load.campaign.source import CampaignSource, OutlineSource, UnitsSource
from baocao.load.records.file import limited
from baocao.load.yaml.messages import more_faults
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import (
    BLOCK_CHECKS,
    CAMPAIGN_CHECKS,
    CONTENT_CHECKS,
    FORM_CHECKS,
    FORMS_CHECKS,
    OUTLINE_CHECKS,
    UNITS_CHECKS,
)

SUBJECTS = ("report", "figures", "campaign", "forms", "paper", "award")
"""The folders of rules, in the order in which their checks run."""

MAX_DIAGNOSTICS_A_RULE = 100

for _subject in SUBJECTS:
    for _rule in sorted((Path(__file__).parent / _subject).glob("[!_]*.py")):
        import_module(f"{__name__}.{_subject}.{_rule.stem}")


def check_campaign_file(source: CampaignSource) -> Iterator[Diagnostic]:
    """Apply every rule about `dot-bao-cao.yaml`."""
    return (found for check in CAMPAIGN_CHECKS for found in check(source))


def check_outline(source: OutlineSource) -> Iterator[Diagnostic]:
    """Apply every rule about `de-cuong.yaml`."""
    return (found for check in OUTLINE_CHECKS for found in check(source))


def check_forms(forms: tuple[FormSource, ...]) -> tuple[Diagnostic, ...]:
    """Apply every rule about `bieu-so-lieu.yaml`; of very many diagnostics return the first."""
    return limited(_check_forms(forms))


def _check_forms(forms: tuple[FormSource, ...]) -> Iterator[Diagnostic]:
    for check_all in FORMS_CHECKS:
        yield from check_all(forms)
    for form in forms:
        misplaced = tuple(found for check in BLOCK_CHECKS for found in check(form))
        yield from misplaced
        if not misplaced:  # else the header is not what its author means
            yield from (found for check in FORM_CHECKS for found in check(form))


def check_units(source: UnitsSource) -> Iterator[Diagnostic]:
    """Apply every rule about the list of units."""
    return (found for check in UNITS_CHECKS for found in check(source))


def check_content(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Apply every rule; the diagnostic after the most that one rule may yield says so."""
    for check in CONTENT_CHECKS:
        diagnostics = check(campaign, content)
        yield from islice(diagnostics, MAX_DIAGNOSTICS_A_RULE)
        next_one = next(diagnostics, None)
        if next_one is not None:
            yield more_faults(next_one, MAX_DIAGNOSTICS_A_RULE)
