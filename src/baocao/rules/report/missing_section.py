"""Mục của đề cương chưa viết.

Đề cương là văn bản bắt buộc, báo cáo phải trả lời đủ các mục.

Sai và đúng::

  - thuan_loi: ~
  + thuan_loi: |
  +   Được sự quan tâm lãnh đạo của cấp ủy, phong trào phát triển rộng khắp.
"""

from baocao.calc.applicability import applies
from baocao.diagnostics import Diagnostic, Diagnostics, Rule, Span
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.outline import Blank, Section
from baocao.model.text import Text
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each unfilled blank of the outline's titles and each unanswered section.

    An absent key is reported at the key before it, an empty one at its own. A key whose text could
    not be read has its own diagnostic already.
    """
    report = content.report
    at = Text("", report.source, 0, 1)
    for blank in campaign.outline.blanks:
        at = report.keys.get(blank.id, at)
        is_unread = blank.id in report.keys and blank.id not in report.blanks
        if not is_unread and (blank.id not in report.blanks or report.blanks[blank.id].is_blank):
            yield diagnose_blank(at.span, blank)
    for section in campaign.outline.answered:
        section_id = section.id or ""
        answer = report.answers.get(section_id)
        if section_id in report.keys:
            at = report.keys[section_id]
            if answer is None or not answer.is_blank:
                continue
        if not section.is_optional and applies(section, report):
            yield diagnose(at.span, section)


def diagnose(at: Span, section: Section) -> Diagnostic:
    """Word the diagnostic of a section; the editor's schema shows the same sentence."""
    return RULE.error(
        at,
        f"Chưa viết mục «{section.name}» ({section.id}).",
        f"Đề nghị viết lời văn dưới khóa «{section.id}: |», thụt vào hai ô."
        if section.is_prose
        else f"Đề nghị viết câu trả lời ngay sau khóa «{section.id}:».",
    )


def diagnose_blank(at: Span, blank: Blank) -> Diagnostic:
    """Word the diagnostic of a blank; the editor's schema shows the same sentence."""
    return RULE.error(
        at,
        f"Chưa ghi «{blank.name}» ({blank.id}), là chỗ trống của đề cương.",
        f"Đề nghị ghi ngay sau khóa «{blank.id}:», trên một dòng.",
    )
