"""Checks what a campaign says of awards against the forms, and that it says something."""

from baocao.calc.reference import FormCell, find_cell
from baocao.diagnostics import Diagnostics
from baocao.kinds import AWARD_KINDS
from baocao.load.campaign.source import CampaignSource
from baocao.load.records.located import Located
from baocao.load.records.messages import malformed_value, missing_key
from baocao.model.award_rules import UNIT_KEYS, parse_comparison
from baocao.model.campaign import Campaign
from baocao.model.record import record_of
from baocao.rules.registry import campaign_rule

_KEY = "khen_thuong"


@campaign_rule
def check_asked(source: CampaignSource) -> Diagnostics:
    """Check that a campaign that asks for papers of the dossier has award rules."""
    if source.record.record("awards") is not None:
        return
    for document in source.documents:
        kind = document.text("kind")
        if kind is not None and kind.value in AWARD_KINDS:
            yield missing_key(kind.span, _KEY, record_of(Campaign).entries[_KEY].title)


@campaign_rule
def check_ids(source: CampaignSource) -> Diagnostics:
    """Check that no award has the id of another key of a unit's dossier."""
    for award in _awards(source):
        text = award.text("id")
        if text is not None and text.value in UNIT_KEYS:
            yield malformed_value(text, f"một mã khác {', '.join(UNIT_KEYS)}")


@campaign_rule
def check_thresholds(source: CampaignSource) -> Diagnostics:
    """Check that each threshold compares a number of a form."""
    if source.forms is None:
        return
    for award in _awards(source):
        collectives = award.record("collectives")
        for threshold in () if collectives is None else collectives.records("thresholds"):
            text = threshold.text("comparison")
            compared = None if text is None else parse_comparison(text.value)
            if text is None or compared is None:
                continue
            if not isinstance(find_cell(compared.path, source.forms), FormCell):
                yield malformed_value(
                    text, "một phép so sánh bắt đầu bằng mã chỉ tiêu và mã cột của biểu"
                )


def _awards(source: CampaignSource) -> tuple[Located, ...]:
    rules = source.record.record("awards")
    return () if rules is None else rules.records("awards")
