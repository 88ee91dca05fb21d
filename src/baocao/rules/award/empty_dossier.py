"""Tệp khen thưởng không đề nghị tập thể, cá nhân nào.

Tờ trình phải có người được đề nghị; đơn vị không đề nghị khen thưởng thì không cần tệp này.

Sai và đúng::

    # khen-thuong.yaml
  - co_thi_dua: {}
  + co_thi_dua:
  +   tap_the:
  +     - {ma: ldld-thi-du, phieu: 10}
    bang_khen: {}
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules
from baocao.rules.registry import dossier_rule

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, rules: AwardRules) -> Diagnostics:
    if dossier.is_whole and not dossier.proposals:  # else the proposals may be what was not read
        yield RULE.error(
            dossier.source.span(0, 1),
            "Chưa đề nghị khen thưởng tập thể, cá nhân nào.",
            f"Đề nghị ghi ở các khóa {', '.join(rules.awards)}; nếu không đề nghị thì bỏ tệp "
            f"{dossier.source.path.name}.",
        )
