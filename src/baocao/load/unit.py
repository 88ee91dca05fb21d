"""Everything that one unit wrote for a campaign."""

from pathlib import Path

from baocao import workspace
from baocao.diagnostics import Diagnostic
from baocao.load.report import read_report
from baocao.load.statistics import read_statistics
from baocao.model.campaign import Campaign, Unit
from baocao.model.content import UnitContent


def read_unit(
    folder: Path, campaign: Campaign, unit: Unit
) -> tuple[UnitContent | None, tuple[Diagnostic, ...]]:
    """Read a unit's files from its folder; None where its report cannot be read at all."""
    report, faults = read_report(folder / workspace.REPORT_FILE, unit, campaign.outline)
    statistics, statistics_faults = (
        read_statistics(folder / workspace.STATISTICS_FILE, campaign.forms)
        if campaign.forms
        else ({}, ())
    )
    faults += statistics_faults
    return (None if report is None else UnitContent(unit, report, statistics)), faults
