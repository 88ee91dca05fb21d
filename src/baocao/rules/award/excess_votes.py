"""Số phiếu đồng ý nhiều hơn số người có mặt.

Mỗi người có mặt bỏ một phiếu cho mỗi đề nghị, nên số phiếu không thể lớn hơn số người có mặt.

Sai::

    # khen-thuong.yaml
    co_thi_dua:
      tap_the:
        - {ma: ldld-thi-du, phieu: 11}

Đúng::

    # khen-thuong.yaml
    co_thi_dua:
      tap_the:
        - {ma: ldld-thi-du, phieu: 10}
"""

from collections.abc import Iterator
from decimal import Decimal

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule
from baocao.vietnamese.figures import format_count

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:  # noqa: ARG001 - every rule is called alike
    """Give each proposal that has more votes than there were voters."""
    dossier = content.dossier
    if dossier is None or dossier.minutes is None:
        return
    present = len(dossier.minutes.present)
    for proposal in dossier.proposals:
        votes = proposal.votes
        if votes is not None and votes.value > present:
            yield RULE.error(
                votes.text.span,
                f"«{proposal.name}» có {format_count(Decimal(votes.value))} phiếu đồng ý, biên bản "
                f"ghi {format_count(Decimal(present))} người có mặt.",
                "Đề nghị xem lại số phiếu và danh sách có mặt.",
            )
