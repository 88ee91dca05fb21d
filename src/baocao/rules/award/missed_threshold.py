"""Tập thể được đề nghị mà chưa đạt ngưỡng số liệu của hình thức khen thưởng.

Ngưỡng do kế hoạch của cấp trên định, ví dụ Cờ thi đua ít nhất 50 Bằng Lao động sáng tạo. Số của
chính đơn vị lấy từ so-lieu.yaml, số của tập thể trực thuộc khai ở so_lieu.

Sai và đúng::

    # khen-thuong.yaml
    bang_khen:
      tap_the:
        - ma: cd-kcn-thi-du
          ten: Công đoàn các khu công nghiệp tỉnh Thí Dụ
  -       so_lieu: {bang_ldst: 29}
  +       so_lieu: {bang_ldst: 30}
          dieu_kien: {phat_dong: co, so_ket: co, hoi_thi: co, vifotec: co}
          phieu: 10
"""

from decimal import Decimal

from baocao.calc.award_eligibility import collective_amount
from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.model.award import Collective
from baocao.model.award_rules import Threshold
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule
from baocao.vietnamese.figures import format_count

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each collective's figure that is below a threshold, or was not given."""
    if content.dossier is None or campaign.awards is None:
        return
    for collective in content.dossier.collectives():
        award = campaign.awards.awards[collective.award]
        rule = award.collectives
        if rule is None:
            continue
        for threshold in rule.thresholds:
            value = collective_amount(threshold, collective, content.statistics, campaign.forms)
            if value is None or not threshold.comparison.holds(value):
                yield _diagnose(collective, award.name, rule.clause, threshold, value)


def _diagnose(
    collective: Collective, award: str, clause: str, threshold: Threshold, value: Decimal | None
) -> Diagnostic:
    comparison = threshold.comparison
    typed = collective.figures.get(comparison.row)
    span = collective.id.span if typed is None or collective.is_unit else typed.text.span
    demand = f"{comparison.sign_in_words} {format_count(comparison.bound)} {threshold.words}"
    if value is None:
        return RULE.error(
            span,
            f"«{collective.name}» chưa có số liệu «{comparison.row}» để xét {award}, phải có "
            f"{demand} ({clause}).",
            "Đề nghị ghi số ấy ở khóa so_lieu của tập thể; của chính đơn vị thì điền vào "
            "so-lieu.yaml.",
        )
    return RULE.error(
        span,
        f"«{collective.name}» có {format_count(value)} {threshold.words}, {award} đòi hỏi "
        f"{demand} ({clause}).",
        "Đề nghị xem lại số liệu; nếu số liệu đúng thì chọn hình thức khen thưởng khác hoặc rút "
        "đề nghị này.",
    )
