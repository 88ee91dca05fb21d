"""Ngày ký sau hạn nộp.

Mỗi cấp có hạn nộp riêng để cấp trên kịp tổng hợp. Nộp muộn vẫn lập được văn bản, nhưng ngày sau hạn
cũng có khi do gõ nhầm tháng.

Sai và đúng::

  - ngay: 15/11/2017
  + ngay: 20/10/2017
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.paper.date_outside_campaign import GRACE
from baocao.rules.registry import content_rule
from baocao.vietnamese.dates import format_date_short

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    deadline = campaign.level_of(content.unit).deadline
    for date in (paper.date for paper in content.papers()):
        if date is not None and deadline < date.value <= deadline + GRACE:
            yield RULE.warning(
                date.text.span,
                f"Ngày ký {format_date_short(date.value)} sau hạn nộp của cấp này là "
                f"{format_date_short(deadline)}.",
                "Đề nghị xem lại ngày ký; nếu đúng là nộp muộn thì để nguyên.",
            )
