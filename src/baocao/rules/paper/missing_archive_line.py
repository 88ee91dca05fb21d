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
from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, Rule
from baocao.load.campaign.source import CampaignSource
from baocao.load.records.recipients import recipient_texts, recipients_of
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.text import Text
from baocao.rules.registry import campaign_rule, content_rule

RULE = Rule.of_module(__name__, __doc__)

_ARCHIVE_LINE = re.compile(r"\s*-?\s*Lưu:\s?VT\b")


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    for paper in content.papers():
        if paper.recipient_texts:  # else the campaign's list is printed
            yield from _check(paper.recipient_texts, paper.recipients[-1].names)


@campaign_rule
def check_sendings(source: CampaignSource) -> Iterator[Diagnostic]:
    """Check the lists of recipients that the campaign has for a kind of document."""
    for sending in source.sendings:
        texts = recipient_texts(sending, "noi_nhan")
        if texts:
            yield from _check(texts, recipients_of(sending, "noi_nhan")[-1].names)


def _check(texts: tuple[Text, ...], last: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Check that `last`, the lines of the last recipient in `texts`, is one archive line."""
    if len(last) == 1 and _ARCHIVE_LINE.match(last[0]) and _ARCHIVE_LINE.match(texts[-1].value):
        return
    at = next(text for text in reversed(texts) if text.stripped == last[-1])
    yield RULE.error(
        at.span,
        f"Dòng cuối của nơi nhận là «{at.value}», không phải dòng lưu văn thư.",
        'Đề nghị ghi dòng cuối là - "Lưu: VT" hoặc - "Lưu: VT, đơn vị soạn thảo" (đặt trong '
        "dấu ngoặc kép vì có dấu hai chấm).",
    )
