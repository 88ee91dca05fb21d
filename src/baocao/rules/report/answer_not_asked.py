"""Mục đã viết mà đề cương không hỏi đơn vị.

Có mục chỉ hỏi ở một số cấp, có mục chỉ hỏi khi một mục khác trả lời thế nào. Mục không được hỏi
thì không in; vì vậy chương trình không bỏ qua lời đã viết mà hỏi lại.

Sai và đúng::

    # de-cuong.yaml, mục này có: chi_cap: [co-so]
  - thuan_loi: Được sự quan tâm của cấp ủy.
  + thuan_loi: ~
"""

from baocao.calc.applicability import exclusion_reason
from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import Report, UnitContent
from baocao.model.outline import Condition
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each answer that is not asked for, unless the answer that decides it is unreadable."""
    report = content.report
    for section in campaign.outline.answered:
        answer = report.answers.get(section.id or "")
        if answer is None or answer.is_blank:
            continue
        reason = exclusion_reason(section.applicability, report)
        if reason is None or (isinstance(reason, Condition) and _is_unread(reason, report)):
            continue
        advice = ", hoặc xem lại câu trả lời của mục kia" if isinstance(reason, Condition) else ""
        yield RULE.error(
            answer.key.span,
            f"Mục «{section.name}» đã viết mà không được hỏi: {_explanation(reason, campaign)}.",
            f"Đề nghị xóa lời dưới khóa «{section.id}»{advice}.",
        )


def _is_unread(condition: Condition, report: Report) -> bool:
    return condition.section in report.keys and condition.section not in report.answers


def _explanation(reason: Condition | frozenset[str], campaign: Campaign) -> str:
    if isinstance(reason, Condition):
        values = " hoặc ".join(f"«{value}»" for value in reason.values)
        return f"chỉ hỏi khi mục «{reason.name}» ({reason.section}) là {values}"
    names = (level.name for level in campaign.levels.values() if level.id in reason)
    return f"chỉ hỏi cấp {', '.join(f'«{name}»' for name in names)}"
