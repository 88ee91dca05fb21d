"""Đề nghị khen thưởng mà cấp này hoặc đợt này không được đề nghị.

Mỗi hình thức khen thưởng do những cấp nhất định đề nghị; hồ sơ của cấp khác gửi lên sẽ bị trả lại.
Cấp dưới đề nghị với cấp trên trực tiếp của mình.
"""

from pathlib import Path

from baocao.diagnostics import Diagnostics, Rule, Span
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield the first proposal for each award that the unit's level may not propose."""
    if content.dossier is None or campaign.awards is None:
        return
    level = campaign.level_of(content.unit)
    seen: set[str] = set()
    for proposal in content.dossier.proposals:
        award = campaign.awards.awards[proposal.award]
        if level.id in award.levels or award.id in seen:
            continue
        seen.add(award.id)
        allowed = ", ".join(
            each.name for each in campaign.levels.values() if each.id in award.levels
        )
        yield RULE.error(
            proposal.id.span,
            f"Cấp «{level.name}» không được đề nghị tặng {award.name} ({award.clause}).",
            f"Đề nghị bỏ phần này, gửi đề nghị lên cấp trên trực tiếp; {award.name} do các cấp sau "
            f"đề nghị: {allowed}.",
        )


def check_file(campaign: Campaign, path: Path) -> Diagnostics:
    """Check that a campaign has award rules for the dossier that is at `path`."""
    if campaign.awards is None:
        yield RULE.error(
            Span(path),
            "Đợt báo cáo này không có phần khen thưởng.",
            f"Đề nghị bỏ tệp {path.name}, hoặc hỏi lại cấp trên về khóa khen_thuong của đợt.",
        )
