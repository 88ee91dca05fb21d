"""Checks that no range ends before it begins: years, days, numbers."""

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.source import CampaignSource, OutlineSource
from baocao.load.records.bind import read
from baocao.load.records.messages import malformed_value
from baocao.model.scalars import DATE, FIGURE, YEAR
from baocao.model.text import Text
from baocao.rules.registry import campaign_rule, outline_rule
from baocao.vietnamese.dates import format_date_short


@campaign_rule
def check(source: CampaignSource) -> Diagnostics:
    """Check the years that are reported on, and each level's deadline against the first day."""
    first, last = source.record.text("first_year"), source.record.text("last_year")
    begins, ends = read(first, YEAR, None), read(last, YEAR, None)
    if first is not None and last is not None and None not in (begins, ends) and ends < begins:
        yield malformed_value(last, f"một năm không trước {first.value}")
    opens = read(source.record.text("opens"), DATE, None)
    for level in source.levels:
        deadline = level.text("deadline")
        day = read(deadline, DATE, None)
        if deadline is not None and opens is not None and day is not None and day < opens:
            expected = f"một ngày không trước ngày mở đợt {format_date_short(opens)}"
            yield malformed_value(deadline, expected)


@outline_rule
def check_outline(source: OutlineSource) -> Diagnostics:
    """Check the limits of a section's words and of its number."""
    for item in source.items:
        if not item.is_passage:
            spec = item.spec
            yield from _check(spec.fewest_words, spec.most_words, "it_nhat")
            yield from _check(spec.minimum, spec.maximum, "nho_nhat")


def _check(least: Text | None, most: Text | None, key: str) -> Diagnostics:
    if most is not None and (read(least, FIGURE, 0) or 0) > (read(most, FIGURE, 0) or 0):
        yield malformed_value(most, f"một số không nhỏ hơn {key}")
