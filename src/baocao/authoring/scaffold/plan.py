"""`ke-hoach.yaml` for a unit that begins to write a plan of its own."""

from baocao.authoring.scaffold.document_head import head_context
from baocao.authoring.scaffold.template import render_for_unit
from baocao.kinds import PLAN
from baocao.load.unit.plan import PLAN as PLAN_RECORD
from baocao.model.campaign import Campaign, Unit
from baocao.model.paper import Paper
from baocao.model.record import Record, record_of
from baocao.workspace import PLAN_FILE

_ENTRIES = PLAN_RECORD.entries
_HEAD = Record({key: entry for key, entry in _ENTRIES.items() if key in record_of(Paper).entries})
_BODY = {key: entry for key, entry in _ENTRIES.items() if key not in record_of(Paper).entries}
_PROSE = ("mo_dau", "noi_dung")


def plan_scaffold(campaign: Campaign, unit: Unit) -> str:
    """Return the text of a new `ke-hoach.yaml`."""
    head = head_context(campaign, unit, PLAN, _HEAD)
    return render_for_unit(PLAN_FILE, **head, body=_BODY, prose=_PROSE)
