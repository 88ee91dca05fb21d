"""Chức vụ người ký không có ở cấp này.

Thẩm quyền ký (TM., KT., Q., TL., TUQ.) do chức vụ quyết định; chức vụ lạ thì không biết ký thay ai.

Sai và đúng::

  - chuc_vu: Giám đốc
  + chuc_vu: Phó Chủ tịch
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule
from baocao.suggestion import closest, did_you_mean
from baocao.vietnamese.text import fold

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    known = campaign.level_of(content.unit).positions
    for position in (paper.position for paper in content.papers()):
        if position is None or fold(position.value) in map(fold, known):
            continue
        yield RULE.error(
            position.span,
            f"Cấp này không có chức vụ ký «{position.value}»."
            f"{did_you_mean(closest(position.value, known))}",
            f"Đề nghị ghi đúng một trong các chức vụ được ký: {', '.join(known)}.",
        )
