"""Đơn vị đủ tiêu chuẩn của một hình thức khen thưởng mà chưa đề nghị.

Số liệu đã đạt ngưỡng, các điều kiện đã khai là có; chương trình nhắc để đơn vị không bỏ sót. Không
đề nghị cũng không sai.

Sai và đúng::

    # khen-thuong.yaml
  - co_thi_dua: {tap_the: []}
  + co_thi_dua:
  +   tap_the:
  +     - {ma: ldld-thi-du, phieu: 10}
"""

from baocao.calc.award_eligibility import unit_amount
from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Dossier
from baocao.model.award_rules import CollectiveRule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield the highest award that the unit qualifies for, if it claims neither that nor a higher.

    The campaign lists its awards from the highest down.
    """
    dossier = content.dossier
    if dossier is None or campaign.awards is None or not dossier.is_whole:
        return
    for award in campaign.awards.awards.values():
        if any(each.is_unit for each in dossier.collectives(award.id)):
            return
        rule = award.collectives
        if rule is None or content.unit.level not in award.levels:
            continue
        if _qualifies(campaign, content, dossier, rule):
            yield RULE.warning(
                dossier.source.span(0, 1),
                f"«{content.unit.name}» đủ tiêu chuẩn {award.name} ({rule.clause}) mà chưa đề "
                "nghị.",
                f"Đề nghị xem xét, nếu đề nghị thì ghi ma: {content.unit.id} vào tap_the của "
                f"{award.id}; nếu không thì để nguyên.",
            )
            return


def _qualifies(
    campaign: Campaign, content: UnitContent, dossier: Dossier, rule: CollectiveRule
) -> bool:
    declared = (dossier.conditions.get(condition) for condition in rule.conditions)
    if not all(declaration is not None and declaration.value for declaration in declared):
        return False
    for threshold in rule.thresholds:
        value = unit_amount(threshold, content.statistics, campaign.forms)
        if value is None or not threshold.comparison.holds(value):
            return False
    return bool(rule.thresholds)
