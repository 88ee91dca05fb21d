"""The JSON Schema of a unit's `ke-hoach.yaml`."""

from baocao import workspace
from baocao.authoring.schema.json_schema import Json, snippet
from baocao.authoring.schema.record import file_schema
from baocao.load.unit.plan import PLAN
from baocao.model.campaign import Campaign

_OUTLINE = "|\n  I. ${1:MỤC ĐÍCH, YÊU CẦU}\n  1. $2\n\n  II. ${3:NỘI DUNG}\n  1. $4"


def plan_schema(campaign: Campaign) -> Json:
    schema = file_schema("Kế hoạch của đơn vị", workspace.PLAN_FILE, PLAN)
    properties = schema["properties"]
    if not isinstance(properties, dict):
        message = "a record's schema has properties"
        raise TypeError(message)
    titles = dict.fromkeys(t for level in campaign.levels.values() for t in level.positions)
    own = {
        "chuc_vu": [snippet(title, title) for title in titles],
        "noi_nhan": [snippet("- …, - Lưu: VT", ["$1", '"Lưu: VT"'])],
        "noi_dung": [snippet("các mục I, 1, I, 1", _OUTLINE)],
    }
    for key, snippets in own.items():
        properties[key] = {**properties[key], "defaultSnippets": snippets}
    return schema
