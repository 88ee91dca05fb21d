"""The JSON Schema of a unit's `bao-cao.yaml`: the head's keys, then the outline's sections."""

from baocao import workspace
from baocao.editor.guidance import section_notes
from baocao.editor.json_schema import (
    DIALECT,
    SCALARS,
    SOMETHING,
    Json,
    mapping,
    refuse_all_but,
    refuse_blank,
    sentence,
    snippet,
)
from baocao.editor.shape_schema import keyed
from baocao.load import tree
from baocao.load.report import HEAD
from baocao.load.shape import TEXT, Record, check
from baocao.model.campaign import Campaign, Unit
from baocao.model.content import Report, UnitContent
from baocao.model.headings import Heading, headings
from baocao.rules import missing_section, unknown_section


def report_schema(campaign: Campaign) -> Json:
    """Give the schema by which every unit of the campaign writes its report."""
    answered = {h.section.id: h for h in headings(campaign.outline) if h.section.id is not None}
    missing = _missing(campaign)
    sections = {key: _section(heading, missing[key]) for key, heading in answered.items()}
    unknown = unknown_section.fault(SOMETHING, tuple(answered), tuple(HEAD.entries))
    unlike = next(check(SOMETHING, Record({}), workspace.REPORT_FILE))
    return {
        "$schema": DIALECT,
        "title": "Báo cáo của đơn vị",
        **mapping({**_head(campaign), **sections}, missing, sentence(unknown), sentence(unlike)),
    }


def _missing(campaign: Campaign) -> dict[str, str]:
    """Give what `missing-section` says of each section, by asking it of a unit that wrote none."""
    unit = Unit("", "", "", None, "", "")
    nothing = UnitContent(unit, Report(unit, SOMETHING.source), {})
    ids = (section.id or "" for section in campaign.outline.answered())
    return dict(zip(ids, map(sentence, missing_section.check(campaign, nothing)), strict=True))


def _head(campaign: Campaign) -> dict[str, Json]:
    titles = dict.fromkeys(t for level in campaign.levels.values() for t in level.positions)
    head = {key: keyed(entry, key, {}) for key, entry in HEAD.entries.items()}
    head["chuc_vu"]["defaultSnippets"] = [snippet(title, title) for title in titles]
    recipients = snippet("- Như trên, - Lưu: VT", ["${1:Như trên}", '"Lưu: VT"'])
    head["noi_nhan"]["defaultSnippets"] = [recipients]
    return head


def _section(heading: Heading, missing: str) -> Json:
    section = heading.section
    notes = (_path(heading), heading.hint, *section_notes(section))
    unlike = next(check(tree.Sequence((), SOMETHING), TEXT, section.id or ""))
    return {
        "title": f"{heading.full_number} {section.title}".strip(),
        "description": "\n\n".join(filter(None, notes)),
        "defaultSnippets": [snippet("| rồi viết lời văn ở dòng dưới", "|\n  $1", heading.hint)],
        "allOf": [refuse_all_but(SCALARS, sentence(unlike)), refuse_blank(missing)],
    }


def _path(heading: Heading) -> str:
    """Say under which headings this one stands; of a part the number is enough."""
    above = (parent.number if parent.is_part else parent.line for parent in heading.above)
    return " › ".join((*above, heading.line))
