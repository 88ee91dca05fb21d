"""Ngày ký không thuộc đợt báo cáo.

Văn bản của đợt không thể ký trước ngày mở đợt, cũng không thể ký sau hạn nộp quá một năm; ngày
như vậy thường do gõ nhầm năm.

Sai và đúng::

  - ngay: 20/10/2007
  + ngay: 20/10/2017
"""

import datetime as dt

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule
from baocao.vietnamese.dates import format_date_short

RULE = Rule.of_module(__name__, __doc__)

GRACE = dt.timedelta(days=366)
"""The time after the deadline in which a date is late, but not yet a mistake."""


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    deadline = campaign.level_of(content.unit).deadline
    for date in (paper.date for paper in content.papers()):
        if date is None or campaign.opens <= date.value <= deadline + GRACE:
            continue
        yield RULE.error(
            date.text.span,
            f"Ngày {format_date_short(date.value)} không thuộc đợt báo cáo: đợt mở từ "
            f"{format_date_short(campaign.opens)}, hạn nộp của cấp này là "
            f"{format_date_short(deadline)}.",
            "Đề nghị xem lại ngày, tháng, năm ký.",
        )
