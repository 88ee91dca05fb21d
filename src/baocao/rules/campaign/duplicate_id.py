"""Checks that no id is given twice, nor one that the report or the program has for itself."""

from collections.abc import Iterable, Iterator

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.source import CampaignSource, OutlineSource, UnitsSource
from baocao.load.records.duplicates import duplicates
from baocao.load.records.located import Located
from baocao.load.records.messages import blank_filled_by_program, reserved_name
from baocao.load.unit.report import REPORT_HEAD
from baocao.model.blanks import UNIT_BLANKS, YEAR_BLANKS
from baocao.model.text import Text
from baocao.rules.registry import campaign_rule, outline_rule, units_rule


@campaign_rule
def check(source: CampaignSource) -> Diagnostics:
    """Check levels, kinds of document, awards and their conditions."""
    yield from duplicates(_texts(source.levels, "id"))
    yield from duplicates(_texts(source.documents, "kind"))
    rules = source.record.record("awards")
    if rules is not None:
        yield from duplicates(_texts(rules.records("awards"), "id"))
        yield from duplicates(_texts(rules.records("conditions"), "id"))


@outline_rule
def check_outline(source: OutlineSource) -> Diagnostics:
    """Check blanks, sections, and the choices of each section."""
    blanks = tuple(each.id for each in source.spec.blanks if each.id is not None)
    sections = (item.spec.id for item in source.items if not item.is_passage)
    ids = tuple(text for text in sections if text is not None)
    yield from duplicates((*blanks, *ids))
    for text in (*blanks, *ids):
        if text.value in REPORT_HEAD.entries:
            yield reserved_name(text)
    for text in blanks:
        if text.value in (*UNIT_BLANKS, *YEAR_BLANKS):
            yield blank_filled_by_program(text)
    for item in source.items:
        if not item.is_passage:
            yield from duplicates(item.spec.choices)


@units_rule
def check_units(source: UnitsSource) -> Diagnostics:
    """Check units."""
    yield from duplicates(_texts(source.records, "id"))


def _texts(records: Iterable[Located], field: str) -> Iterator[Text]:
    return (text for record in records if (text := record.text(field)) is not None)
