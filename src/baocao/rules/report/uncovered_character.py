"""The rule of `load.records.coverage`, held against everything that a unit wrote for print."""

from baocao.diagnostics import Diagnostics
from baocao.layout.typeface import is_covered
from baocao.load.records.coverage import uncovered_characters
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield the first place of each run of such characters, text by text."""
    if is_covered(content.printed_text):
        return
    for text in content.texts:
        yield from uncovered_characters(text)
