"""Biểu số liệu của đợt chưa có trong tệp số liệu của đơn vị.

Đợt có nhiều biểu thì trong so-lieu.yaml mỗi biểu là một khóa, các chỉ tiêu viết ở dưới.
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.form import Form
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each form that the statistics file says nothing of, at the file's first form.

    A file that is missing or cannot be read has had its own diagnostic.
    """
    present = next(iter(content.statistics.values()), None)
    if present is None:
        return
    for form in campaign.forms.values():
        if form.id not in content.statistics:
            yield fault(present.source.span(0, 1), form)


def fault(span: Span, form: Form) -> Diagnostic:
    """Report that the statistics file, whose beginning is `span`, says nothing of a form."""
    return RULE.error(
        span,
        f"Chưa có số liệu của biểu «{form.name}» ({form.id}).",
        f"Đề nghị thêm khóa «{form.id}:» rồi viết các chỉ tiêu ở dưới, thụt vào hai ô.",
    )
