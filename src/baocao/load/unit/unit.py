"""Reads everything that one unit wrote for a campaign."""

from pathlib import Path

from baocao import workspace
from baocao.diagnostics import Diagnostic
from baocao.kinds import input_files
from baocao.load.unit.dossier import read_dossier
from baocao.load.unit.plan import read_plan
from baocao.load.unit.report import read_report
from baocao.load.unit.statistics import read_statistics
from baocao.model.campaign import Campaign, Unit
from baocao.model.content import UnitContent


def read_unit(
    folder: Path, campaign: Campaign, unit: Unit
) -> tuple[UnitContent | None, tuple[Diagnostic, ...]]:
    """Read a unit's files from its folder; None if its report cannot be read at all."""
    report, faults = read_report(folder / workspace.REPORT_FILE, unit, campaign.outline)
    statistics, statistics_faults = (
        read_statistics(folder / workspace.STATISTICS_FILE, campaign.forms)
        if campaign.forms
        else ({}, ())
    )
    plan, plan_faults = (
        read_plan(folder / workspace.PLAN_FILE, unit)
        if workspace.PLAN_FILE in input_files(campaign.documents)
        else (None, ())
    )
    dossier, dossier_faults = read_dossier(folder, campaign, unit)
    faults += statistics_faults + plan_faults + dossier_faults
    content = None if report is None else UnitContent(unit, report, statistics, plan, dossier)
    return content, faults
