"""The files of a unit that begins to write."""

from baocao import workspace
from baocao.authoring.scaffold.dossier import dossier_scaffold, merit_scaffold
from baocao.authoring.scaffold.plan import plan_scaffold
from baocao.authoring.scaffold.report import report_scaffold
from baocao.authoring.scaffold.statistics import statistics_scaffold
from baocao.kinds import input_files
from baocao.model.award import Dossier
from baocao.model.campaign import Campaign, Unit


def unit_files(campaign: Campaign, unit: Unit, kinds: tuple[str, ...] = ()) -> dict[str, str]:
    """Return by name the text of each file that a unit has to write, and of those for `kinds`."""
    files = {workspace.REPORT_FILE: report_scaffold(campaign, unit)}
    if campaign.forms:
        files[workspace.STATISTICS_FILE] = statistics_scaffold(campaign)
    if workspace.PLAN_FILE in input_files(kinds):
        files[workspace.PLAN_FILE] = plan_scaffold(campaign, unit)
    return files


def award_files(campaign: Campaign, unit: Unit, dossier: Dossier | None) -> dict[str, str]:
    """Return by name the list of proposals, or a report for each that an existing list names.

    There are none if the unit's level may propose nobody.
    """
    if campaign.awards is None or not any(
        unit.level in award.levels for award in campaign.awards.awards.values()
    ):
        return {}
    if dossier is None:
        return {workspace.AWARDS_FILE: dossier_scaffold(campaign, campaign.awards, unit)}
    return {
        f"{workspace.AWARDS_FOLDER}/{each.id.value}.yaml": merit_scaffold(each)
        for each in dossier.proposals
    }
