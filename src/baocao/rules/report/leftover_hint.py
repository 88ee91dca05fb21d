"""Còn sót lời gợi ý của đề cương.

Lời trong ngoặc của đề cương là gợi ý cho người viết, không phải nội dung báo cáo.

Sai và đúng::

    thuan_loi: |
  -   (Nêu những thuận lợi, khó khăn tác động đến phong trào thi đua Lao động sáng tạo
  -   trong CNVCLĐ giai đoạn 2012 - 2017)
  +   Được sự quan tâm lãnh đạo của cấp ủy, phong trào phát triển rộng khắp.
"""

import re
from functools import cache

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)

_MIN_WORDS = 3


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each hint of the outline in an answer, wherever its lines are broken."""
    hints = tuple(
        pattern
        for section in campaign.outline.walk()
        if section.hint and (pattern := _pattern(section.hint)) is not None
    )
    for answer in content.prose():
        for hint in hints:
            match = hint.search(answer.text.value)
            if match is not None:
                yield RULE.error(
                    answer.text.span_of(match.start(), len(match[0])),
                    "Đây là lời gợi ý của đề cương, không phải nội dung báo cáo.",
                    "Đề nghị xóa lời gợi ý này và viết nội dung của đơn vị.",
                )


@cache
def _pattern(hint: str) -> re.Pattern[str] | None:
    words = hint.strip("() .").split()
    if len(words) < _MIN_WORDS:
        return None
    return re.compile(r"\s+".join(map(re.escape, words)))
