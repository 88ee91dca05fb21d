"""Mục viết quá ngắn so với yêu cầu của đề cương.

Đề cương có thể quy định mỗi mục ít nhất bao nhiêu chữ (it_nhat). Mục chỉ có một hai câu thường là
mục chưa viết xong.

Sai và đúng::

    # de-cuong.yaml, mục này có: it_nhat: 20
  - thuan_loi: Nhiều thuận lợi.
  + thuan_loi: |
  +   Được sự quan tâm lãnh đạo của cấp ủy, sự phối hợp chặt chẽ của chính quyền, phong trào có
  +   nhiều điều kiện thuận lợi để phát triển rộng khắp trong toàn đơn vị.
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
        if answer is None or answer.is_blank or section.min_words == 0:
            continue
        words = len(answer.text.value.split())
        if words < section.min_words:
            yield RULE.warning(
                answer.key.span,
                f"Mục «{section.name}» mới có {words} chữ, đề cương quy định ít nhất "
                f"{section.min_words} chữ.",
                "Đề nghị viết thêm cho đủ ý; nếu thật sự không có gì hơn thì để nguyên.",
            )
