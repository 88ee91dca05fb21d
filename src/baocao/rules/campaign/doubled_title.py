"""Checks that each title under which a level signs says by what authority: it stands once."""

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.source import CampaignSource, titles
from baocao.load.records.messages import malformed_value
from baocao.rules.registry import campaign_rule
from baocao.vietnamese.text import fold


@campaign_rule
def check(source: CampaignSource) -> Diagnostics:
    for level in source.levels:
        head = fold(level.word("head"))
        seen = set[str]()
        for title in titles(level):
            folded = fold(title.stripped)
            if folded in seen:
                other = "khác cap_truong" if folded == head else "chưa ghi ở trên của cấp này"
                yield malformed_value(title, f"một chức vụ {other}")
            seen.add(folded)
