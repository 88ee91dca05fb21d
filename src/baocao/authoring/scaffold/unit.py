"""The files of a unit that begins to write."""

from baocao import workspace
from baocao.authoring.scaffold.dossier import dossier_scaffold, merit_scaffold
from baocao.authoring.scaffold.plan import plan_scaffold
from baocao.authoring.scaffold.report import report_scaffold
from baocao.authoring.scaffold.statistics import statistics_scaffold
from baocao.kinds import input_files
from baocao.model.award import Dossier, Person
from baocao.model.campaign import Campaign, Unit


def unit_files(campaign: Campaign, unit: Unit, kinds: tuple[str, ...] = ()) -> dict[str, str]:
    """Return by name the text of each file that a unit has to write, and of those for `kinds`."""
    report, statistics = workspace.REPORT_FILE, workspace.STATISTICS_FILE
    files = {report: report_scaffold(campaign, unit, _schema_of(report))}
    if campaign.forms:
        files[statistics] = statistics_scaffold(campaign, _schema_of(statistics))
    if workspace.PLAN_FILE in input_files(kinds):
        plan = workspace.PLAN_FILE
        files[plan] = plan_scaffold(campaign, unit, _schema_of(plan))
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
        name = workspace.AWARDS_FILE
        return {name: dossier_scaffold(campaign, campaign.awards, unit, _schema_of(name))}
    names = {True: workspace.PERSON_MERIT_FILE, False: workspace.COLLECTIVE_MERIT_FILE}
    return {
        f"{workspace.AWARDS_FOLDER}/{each.id.value}.yaml": merit_scaffold(
            each, f"../{_schema_of(names[isinstance(each, Person)])}"
        )
        for each in dossier.proposals
    }


def _schema_of(file_name: str) -> str:
    """Return the path of a file's schema from a unit's folder."""
    return f"../../{workspace.SCHEMAS_FOLDER}/{workspace.schema_name(file_name)}"
