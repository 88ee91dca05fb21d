"""Tệp khen thưởng không đề nghị tập thể, cá nhân nào.

Tờ trình phải có người được đề nghị; đơn vị không đề nghị khen thưởng thì không cần tệp này.

Sai::

    # khen-thuong.yaml
    co_thi_dua: {}
    bang_khen: {}

Đúng::

    # khen-thuong.yaml
    co_thi_dua:
      tap_the:
        - {ma: ldld-thi-du, phieu: 10}
    bang_khen: {}
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give a dossier that proposes nobody; one with faults may have lost its proposals."""
    dossier = content.dossier
    if dossier is None or campaign.awards is None or dossier.proposals or not dossier.is_whole:
        return
    yield RULE.error(
        dossier.source.span(0, 1),
        "Chưa đề nghị khen thưởng tập thể, cá nhân nào.",
        f"Đề nghị ghi ở các khóa {', '.join(campaign.awards.awards)}; nếu không đề nghị thì bỏ "
        f"tệp {dossier.source.path.name}.",
    )
