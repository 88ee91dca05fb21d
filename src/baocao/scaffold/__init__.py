"""A unit's files before anything is written in them: every key, and above it what to write there.

What a scaffold says of authority, symbol and addressee is what `compose` prints of the unit's
level; its notes on sections and rows are those that the editor shows.
"""

from baocao import workspace
from baocao.model.campaign import Campaign, Unit
from baocao.scaffold.report import report_scaffold
from baocao.scaffold.statistics import statistics_scaffold


def unit_files(campaign: Campaign, unit: Unit) -> dict[str, str]:
    """Give the text of each file that a unit has to write, by name."""
    report, statistics = workspace.REPORT_FILE, workspace.STATISTICS_FILE
    files = {report: report_scaffold(campaign, unit, _schema_of(report))}
    if campaign.forms:
        files[statistics] = statistics_scaffold(campaign, _schema_of(statistics))
    return files


def _schema_of(file_name: str) -> str:
    """Give the place of a file's schema as seen from a unit's folder."""
    return f"../../{workspace.SCHEMAS_FOLDER}/{workspace.schema_name(file_name)}"
