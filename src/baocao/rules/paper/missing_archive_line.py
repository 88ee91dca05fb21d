"""Nơi nhận thiếu dòng lưu văn thư.

Dòng cuối của nơi nhận là «Lưu: VT» và đơn vị soạn thảo (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục
II.9.b).

Sai::

    noi_nhan:
      - Như trên
      - Lưu văn phòng

Đúng::

    noi_nhan:
      - Như trên
      - "Lưu: VT, Ban CSPL"
"""

import re
from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.text import Text
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)

_ARCHIVE = re.compile(r"\s*-?\s*Lưu:\s?VT\b")


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:  # noqa: ARG001 - every rule is called alike
    """Give the last recipient where it is not the archive; a blank list takes the campaign's."""
    for paper in content.papers():
        if paper.recipient_texts:
            yield from faults(paper.recipient_texts, paper.recipients[-1].names)


def faults(texts: tuple[Text, ...], last: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Give the end of a list whose `last` lines are not the archive on a line of its own."""
    if len(last) == 1 and _ARCHIVE.match(last[0]) and _ARCHIVE.match(texts[-1].value):
        return
    at = next(text for text in reversed(texts) if text.value.strip() == last[-1])
    yield RULE.error(
        at.span,
        f"Dòng cuối của nơi nhận là «{at.value}», không phải dòng lưu văn thư.",
        'Đề nghị ghi dòng cuối là - "Lưu: VT" hoặc - "Lưu: VT, đơn vị soạn thảo" (đặt trong '
        "dấu ngoặc kép vì có dấu hai chấm).",
    )
