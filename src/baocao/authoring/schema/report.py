"""The JSON Schema of a unit's `bao-cao.yaml`: the head's keys, then the outline's sections."""

from collections.abc import Iterator

from baocao import workspace
from baocao.authoring.guidance import section_notes
from baocao.authoring.schema.json_schema import (
    DIALECT,
    PLACEHOLDER,
    Json,
    mapping_schema,
    message_of,
    refuse_blank,
    require,
    snippet,
)
from baocao.authoring.schema.record import conditions, key_schema
from baocao.calc.headings import NumberedSection, numbered_sections
from baocao.load.records.check import check
from baocao.load.unit.answers import shape_of
from baocao.load.unit.messages import unknown_section
from baocao.load.unit.report import REPORT_HEAD
from baocao.model.campaign import Campaign
from baocao.model.outline import Blank, ChecksType, ChoiceType, Condition, Outline, Prose, Section
from baocao.model.record import Key, Record
from baocao.model.scalars import LINE
from baocao.rules.report import missing_section


def report_schema(campaign: Campaign) -> Json:
    """Return the schema of the report of every unit, of whatever level."""
    outline = campaign.outline
    answered = {h.section.id: h for h in numbered_sections(outline) if h.section.id is not None}
    blanks = {blank.id: blank for blank in outline.blanks}
    properties = {
        **_head(campaign),
        **{key: _blank(blank) for key, blank in blanks.items()},
        **{key: _section(heading) for key, heading in answered.items()},
    }
    missing = {key: _missing_blank(blank) for key, blank in blanks.items()}
    missing |= {s.id or "": _missing(s) for s in outline.answered if _always_asked(s)}
    expected = (*blanks, *answered)
    unknown = unknown_section(PLACEHOLDER, expected, tuple(REPORT_HEAD.entries))
    wrong_type = next(check(PLACEHOLDER, Record({}), workspace.REPORT_FILE))
    also = _asked_by_answers(outline)
    return {
        "$schema": DIALECT,
        "title": "Báo cáo của đơn vị",
        **mapping_schema(properties, missing, message_of(unknown), message_of(wrong_type), *also),
    }


def _always_asked(section: Section) -> bool:
    demand = section.applicability
    return not (section.is_optional or demand.conditions) and demand.levels is None


def _asked_by_answers(outline: Outline) -> Iterator[Json]:
    """Yield what requires an answer if the answers that it depends on are given.

    A section that only some levels answer is left to `check`: a schema knows no level.
    """
    for section in outline.answered:
        demand = section.applicability
        if section.is_optional or demand.levels is not None or not demand.conditions:
            continue
        key, words = section.id or "", _missing(section)
        met = [_met(condition) for condition in demand.conditions]
        yield {"if": {"allOf": met}, "then": require(key, words)}
        yield {"if": {"allOf": met}, "then": {"properties": {key: refuse_blank(words)}}}


def _met(condition: Condition) -> Json:
    one: Json = {"enum": list(condition.values)}
    several: Json = {"type": "array", "contains": one}
    return {
        "required": [condition.section],
        "properties": {condition.section: {"anyOf": [one, several]}},
    }


def _missing(section: Section) -> str:
    return message_of(missing_section.diagnose(PLACEHOLDER.span, section))


def _missing_blank(blank: Blank) -> str:
    return message_of(missing_section.diagnose_blank(PLACEHOLDER.span, blank))


def _blank(blank: Blank) -> Json:
    hint = blank.hint or "Chỗ trống trong các đề mục, viết trên một dòng."
    entry = key_schema(Key(LINE, blank.name, hint), blank.id, {})
    shape = conditions(LINE, blank.id, {})
    return {**entry, "allOf": [*shape, refuse_blank(_missing_blank(blank))]}


def _head(campaign: Campaign) -> dict[str, Json]:
    titles = dict.fromkeys(t for level in campaign.levels.values() for t in level.positions)
    head = {key: key_schema(entry, key, {}) for key, entry in REPORT_HEAD.entries.items()}
    head["chuc_vu"]["defaultSnippets"] = [snippet(title, title) for title in titles]
    recipients = snippet("- Như trên, - Lưu: VT", ["${1:Như trên}", '"Lưu: VT"'])
    head["noi_nhan"]["defaultSnippets"] = [recipients]
    return head


def _section(heading: NumberedSection) -> Json:
    section = heading.section
    notes = (_path(heading), heading.hint, *section_notes(section))
    required = [refuse_blank(_missing(section))] if _always_asked(section) else []
    return {
        "title": f"{heading.full_number} {section.title}".strip(),
        "description": "\n\n".join(filter(None, notes)),
        "defaultSnippets": list(_snippets(heading)),
        "allOf": [*conditions(shape_of(section), section.id or "", {}), *required],
    }


def _snippets(heading: NumberedSection) -> Iterator[Json]:
    match heading.section.answer_type:
        case Prose():
            yield snippet("| rồi viết lời văn ở dòng dưới", "|\n  $1", heading.hint)
        case ChoiceType(choices):
            yield from (snippet(choice, choice) for choice in choices)
        case ChecksType(choices):
            yield snippet("đánh dấu tất cả, rồi xóa bớt", list(choices), heading.hint)
        case _:
            yield snippet("câu trả lời", "${1:~}", heading.hint)


def _path(heading: NumberedSection) -> str:
    """Return the headings above and the heading itself; of a part only the number."""
    above = (parent.number if parent.is_part else parent.line for parent in heading.above)
    return " › ".join((*above, heading.line))
