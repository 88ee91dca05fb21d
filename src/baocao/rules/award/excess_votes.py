"""Số phiếu đồng ý nhiều hơn số người có mặt.

Mỗi người có mặt bỏ một phiếu cho mỗi đề nghị, nên số phiếu không thể lớn hơn số người có mặt.

Sai và đúng::

    # khen-thuong.yaml
    co_thi_dua:
      tap_the:
  -     - {ma: ldld-thi-du, phieu: 11}
  +     - {ma: ldld-thi-du, phieu: 10}
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules
from baocao.rules.registry import dossier_rule
from baocao.vietnamese.figures import format_count

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, _rules: AwardRules) -> Diagnostics:
    if dossier.minutes is None:
        return
    present = len(dossier.minutes.present)
    for proposal in dossier.proposals:
        votes = proposal.votes
        if votes.value > present:
            yield RULE.error(
                votes.text.span,
                f"«{proposal.name}» có {format_count(votes.value)} phiếu đồng ý, biên bản "
                f"ghi {format_count(present)} người có mặt.",
                "Đề nghị xem lại số phiếu và danh sách có mặt.",
            )
