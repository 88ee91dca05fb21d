"""Mục viết quá dài so với yêu cầu của đề cương.

Đề cương có thể quy định mỗi mục nhiều nhất bao nhiêu chữ (nhieu_nhat), để cấp trên tổng hợp được.

Sai và đúng::

    # de-cuong.yaml, mục này có: nhieu_nhat: 5
  - thuan_loi: Được sự quan tâm lãnh đạo của cấp ủy.
  + thuan_loi: Được cấp ủy quan tâm.
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    for section in campaign.outline.answered:
        answer = content.report.answers.get(section.id or "")
        if answer is None or section.max_words is None:
            continue
        words = len(answer.text.value.split())
        if words > section.max_words:
            yield RULE.warning(
                answer.key.span,
                f"Mục «{section.name}» có {words} chữ, đề cương quy định nhiều nhất "
                f"{section.max_words} chữ.",
                "Đề nghị rút gọn; chương trình không tự cắt bớt chữ nào.",
            )
