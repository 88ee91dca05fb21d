"""Nơi nhận thiếu dòng lưu văn thư.

Dòng cuối của nơi nhận là «Lưu: VT» và đơn vị soạn thảo (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục
II.9.b).

Sai và đúng::

    noi_nhan:
      - Như trên
  -   - Lưu văn phòng
  +   - "Lưu: VT, Ban CSPL"
"""

import re

from baocao.diagnostics import Diagnostics, Rule
from baocao.load.campaign.source import CampaignSource
from baocao.load.records.bind import bind
from baocao.model.campaign import Campaign, Distribution, Recipient
from baocao.model.content import UnitContent
from baocao.model.text import Text
from baocao.rules.registry import campaign_rule, content_rule

RULE = Rule.of_module(__name__, __doc__)

_ARCHIVE_LINE = re.compile(r"\s*-?\s*Lưu:\s?VT\b")


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    for paper in content.papers():
        if paper.recipients:  # else the campaign's list is printed
            yield from _check(paper.recipient_texts, paper.recipients[-1])


@campaign_rule
def check_sendings(source: CampaignSource) -> Diagnostics:
    """Check the lists of recipients that the campaign has for a kind of document."""
    for sending in source.sendings:
        recipients = bind(Distribution, sending.node).recipients
        if recipients:
            yield from _check(sending.texts("recipients"), recipients[-1])


def _check(texts: tuple[Text, ...], last: Recipient) -> Diagnostics:
    """Check that the last recipient of those in `texts` is one archive line, without a brace."""
    *others, name = last.names
    if not (others or last.purpose) and _ARCHIVE_LINE.match(name):
        return
    at = next(text for text in reversed(texts) if text.stripped == name)
    yield RULE.error(
        at.span,
        f"Dòng cuối của nơi nhận là «{at.value}», không phải dòng lưu văn thư.",
        'Đề nghị ghi dòng cuối là - "Lưu: VT" hoặc - "Lưu: VT, đơn vị soạn thảo" (đặt trong '
        "dấu ngoặc kép vì có dấu hai chấm).",
    )
