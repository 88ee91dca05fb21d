"""The JSON Schemas of a campaign: its author's four files, and those that each unit writes."""

from baocao import workspace
from baocao.authoring.schema.json_schema import Json
from baocao.authoring.schema.plan import plan_schema
from baocao.authoring.schema.record import file_schema
from baocao.authoring.schema.report import report_schema
from baocao.authoring.schema.statistics import statistics_schema
from baocao.kinds import input_files
from baocao.load.campaign.form_specs import FormsSpec
from baocao.load.campaign.outline_specs import OutlineSpec
from baocao.load.campaign.units import UnitList
from baocao.load.unit.dossier import dossier_shape
from baocao.model.campaign import Campaign
from baocao.model.paper import CollectiveMeritReport, PersonMeritReport
from baocao.model.record import record_of

_AUTHORS_FILES = {
    workspace.CAMPAIGN_FILE: ("Đợt báo cáo", record_of(Campaign)),
    workspace.OUTLINE_FILE: ("Đề cương báo cáo", record_of(OutlineSpec)),
    workspace.FORMS_FILE: ("Biểu số liệu", record_of(FormsSpec)),
    workspace.UNITS_FILE: ("Đơn vị phải báo cáo", record_of(UnitList)),
}


_MERIT_FILES = {
    workspace.PERSON_MERIT_FILE: ("Báo cáo thành tích của cá nhân", record_of(PersonMeritReport)),
    workspace.COLLECTIVE_MERIT_FILE: (
        "Báo cáo thành tích của tập thể",
        record_of(CollectiveMeritReport),
    ),
}


def schemas(campaign: Campaign) -> dict[str, Json]:
    """Return every schema by the name of its file: those of the units, then the author's."""
    records = _AUTHORS_FILES
    if campaign.awards is not None:
        dossier = ("Đề nghị khen thưởng", dossier_shape(campaign.awards))
        records = {workspace.AWARDS_FILE: dossier, **_MERIT_FILES, **_AUTHORS_FILES}
    others = {name: file_schema(title, name, record) for name, (title, record) in records.items()}
    return _unit_schemas(campaign) | others


def _unit_schemas(campaign: Campaign) -> dict[str, Json]:
    found = {workspace.REPORT_FILE: report_schema(campaign)}
    if campaign.forms:
        found[workspace.STATISTICS_FILE] = statistics_schema(campaign)
    if workspace.PLAN_FILE in input_files(campaign.documents):
        found[workspace.PLAN_FILE] = plan_schema(campaign)
    return found
