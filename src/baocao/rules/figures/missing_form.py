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
    """Yield each form that the statistics file lacks, at the beginning of the file.

    A file that is missing or cannot be read has its own diagnostic already.
    """
    present = next(iter(content.statistics.values()), None)
    if present is None:
        return
    for form in campaign.forms.values():
        if form.id not in content.statistics:
            yield diagnose(present.source.span(0, 1), form)


def diagnose(span: Span, form: Form) -> Diagnostic:
    """Word the diagnostic; the editor's schema shows the same sentence."""
    return RULE.error(
        span,
        f"Chưa có số liệu của biểu «{form.name}» ({form.id}).",
        f"Đề nghị thêm khóa «{form.id}:» rồi viết các chỉ tiêu ở dưới, thụt vào hai ô.",
    )
