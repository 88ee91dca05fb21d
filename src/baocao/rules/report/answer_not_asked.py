"""Mục đã viết mà đề cương không hỏi đơn vị.

Có mục chỉ hỏi ở một số cấp, có mục chỉ hỏi khi một mục khác trả lời thế nào. Mục không được hỏi
thì không in; vì vậy chương trình không bỏ qua lời đã viết mà hỏi lại.

Sai::

    # de-cuong.yaml, mục này có: chi_cap: [co-so]
    thuan_loi: Được sự quan tâm của cấp ủy.

Đúng::

    # de-cuong.yaml, mục này có: chi_cap: [co-so]
    thuan_loi: ~
"""

from collections.abc import Iterator

from baocao.calc.asking import exclusion_reason
from baocao.diagnostics import Diagnostic, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import Report, UnitContent
from baocao.model.outline import Condition
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each answer to what is not asked; an answer that decides it must have been read."""
    report = content.report
    for section in campaign.outline.answered:
        answer = report.answers.get(section.id or "")
        if answer is None or answer.is_blank:
            continue
        found = exclusion_reason(section.demand, report)
        if found is None or (isinstance(found, Condition) and _is_unread(found, report)):
            continue
        advice = ", hoặc xem lại câu trả lời của mục kia" if isinstance(found, Condition) else ""
        yield RULE.error(
            answer.key.span,
            f"Mục «{section.name}» đã viết mà không được hỏi: {_why(found, campaign)}.",
            f"Đề nghị xóa lời dưới khóa «{section.id}»{advice}.",
        )


def _is_unread(condition: Condition, report: Report) -> bool:
    return condition.section in report.keys and condition.section not in report.answers


def _why(found: Condition | frozenset[str], campaign: Campaign) -> str:
    if isinstance(found, Condition):
        values = " hoặc ".join(f"«{value}»" for value in found.values)
        return f"chỉ hỏi khi mục «{found.name}» ({found.section}) là {values}"
    names = (level.name for level in campaign.levels.values() if level.id in found)
    return f"chỉ hỏi cấp {', '.join(f'«{name}»' for name in names)}"
