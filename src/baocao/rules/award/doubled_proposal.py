"""Một người, một tập thể được đề nghị hai lần.

Mỗi tập thể, cá nhân chỉ đề nghị một hình thức khen thưởng cho một thành tích; ghi hai lần thì số
lượng trong tờ trình cũng sai theo.

Sai và đúng::

    # khen-thuong.yaml
    co_thi_dua:
      tap_the:
        - {ma: ldld-thi-du, phieu: 10}
  -     - {ma: ldld-thi-du, phieu: 10}
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Dossier, Person, Proposal
from baocao.model.award_rules import AwardRules
from baocao.rules.registry import dossier_rule

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, _rules: AwardRules) -> Diagnostics:
    """Yield each proposal whose id, or whose name and day of birth, an earlier one has."""
    seen: dict[object, Proposal] = {}
    for proposal in dossier.proposals:
        born = proposal.born.value if isinstance(proposal, Person) else None
        keys = (proposal.id.value, (proposal.name.casefold(), born))
        first = next((seen[key] for key in keys if key in seen), None)
        if first is not None:
            yield RULE.error(
                proposal.id.span,
                f"«{proposal.name}» đã được đề nghị ở dòng {first.id.span.line}, với mã "
                f"«{first.id.value}».",
                "Đề nghị giữ một lần; nếu là hai người khác nhau thì đặt hai mã và ghi đúng ngày "
                "sinh của từng người.",
            )
        for key in keys:
            seen.setdefault(key, proposal)
