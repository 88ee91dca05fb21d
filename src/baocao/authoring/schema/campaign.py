"""The JSON Schemas of a campaign: its author's four files, and those that each unit writes."""

from baocao import workspace
from baocao.authoring.schema.json_schema import Json
from baocao.authoring.schema.plan import plan_schema
from baocao.authoring.schema.record import document
from baocao.authoring.schema.report import report_schema
from baocao.authoring.schema.statistics import statistics_schema
from baocao.kinds import input_files
from baocao.load.campaign.forms import FORMS
from baocao.load.campaign.outline_shape import OUTLINE
from baocao.load.campaign.units import UNITS
from baocao.load.unit.dossier_shape import dossier_shape, merit_shape
from baocao.model.campaign import Campaign
from baocao.model.record import record_of


def schemas(campaign: Campaign) -> dict[str, Json]:
    """Give every schema by the name of the file that it is for."""
    statistics = {workspace.STATISTICS_FILE: statistics_schema(campaign)} if campaign.forms else {}
    plan = (
        {workspace.PLAN_FILE: plan_schema(campaign)}
        if workspace.PLAN_FILE in input_files(campaign.documents)
        else {}
    )
    return {
        workspace.REPORT_FILE: report_schema(campaign),
        **statistics,
        **plan,
        **award_schemas(campaign),
        workspace.CAMPAIGN_FILE: campaign_schema(),
        workspace.OUTLINE_FILE: outline_schema(),
        workspace.FORMS_FILE: forms_schema(),
        workspace.UNITS_FILE: units_schema(),
    }


def award_schemas(campaign: Campaign) -> dict[str, Json]:
    """Give the schemas of the award dossier; none where the campaign gives no awards."""
    if campaign.awards is None:
        return {}
    titles = {
        workspace.PERSON_MERIT_FILE: "Báo cáo thành tích của cá nhân",
        workspace.COLLECTIVE_MERIT_FILE: "Báo cáo thành tích của tập thể",
    }
    shapes = {name: merit_shape(is_person=name == workspace.PERSON_MERIT_FILE) for name in titles}
    dossier = document("Đề nghị khen thưởng", workspace.AWARDS_FILE, dossier_shape(campaign.awards))
    return {
        workspace.AWARDS_FILE: dossier,
        **{name: document(title, name, shapes[name]) for name, title in titles.items()},
    }


def campaign_schema() -> Json:
    """Give the schema of `dot-bao-cao.yaml`."""
    return document("Đợt báo cáo", workspace.CAMPAIGN_FILE, record_of(Campaign))


def outline_schema() -> Json:
    """Give the schema of `de-cuong.yaml`."""
    return document("Đề cương báo cáo", workspace.OUTLINE_FILE, OUTLINE)


def forms_schema() -> Json:
    """Give the schema of `bieu-so-lieu.yaml`."""
    return document("Biểu số liệu", workspace.FORMS_FILE, FORMS)


def units_schema() -> Json:
    """Give the schema of `don-vi.yaml`."""
    return document("Đơn vị phải báo cáo", workspace.UNITS_FILE, UNITS)
