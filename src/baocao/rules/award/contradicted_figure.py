"""Số liệu khai trong hồ sơ khen thưởng trái với biểu số liệu.

Số của chính đơn vị đã có ở so-lieu.yaml, ghi lại thì phải đúng như vậy; số của tập thể trực thuộc
không thể lớn hơn số của cả đơn vị.

Sai và đúng::

    # khen-thuong.yaml
    co_thi_dua:
      tap_the:
  -     - {ma: ldld-thi-du, so_lieu: {bang_ldst: 84}, phieu: 10}
  +     - {ma: ldld-thi-du, so_lieu: {bang_ldst: 83}, phieu: 10}
"""

from decimal import Decimal

from baocao.calc.award_eligibility import unit_amount
from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Collective, Count
from baocao.model.award_rules import Threshold
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule
from baocao.vietnamese.figures import format_count

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    if content.dossier is None or campaign.awards is None:
        return
    for collective in content.dossier.collectives():
        rule = campaign.awards.awards[collective.award].collectives
        for threshold in rule.thresholds if rule is not None else ():
            typed = collective.figures.get(threshold.comparison.row)
            own = unit_amount(threshold, content.statistics, campaign.forms)
            if typed is not None and own is not None:
                yield from _compare(collective, threshold, typed, own)


def _compare(
    collective: Collective, threshold: Threshold, typed: Count, own: Decimal
) -> Diagnostics:
    declared, figure = format_count(typed.value), format_count(own)
    if collective.is_unit and typed.value != own:
        yield RULE.error(
            typed.text.span,
            f"Ở đây ghi {declared} {threshold.words}, biểu số liệu của đơn vị có {figure}.",
            "Đề nghị xóa số ở đây, chương trình lấy số từ so-lieu.yaml.",
        )
    elif not collective.is_unit and typed.value > own:
        yield RULE.error(
            typed.text.span,
            f"«{collective.name}» ghi {declared} {threshold.words}, nhiều hơn của cả đơn vị là "
            f"{figure}.",
            "Đề nghị xem lại số của tập thể và biểu số liệu của đơn vị.",
        )
