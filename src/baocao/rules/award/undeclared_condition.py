"""Tập thể được đề nghị mà chưa khai đủ các điều kiện của hình thức khen thưởng.

Điều kiện không tính được bằng số (hàng năm phát động, có sơ kết, có phối hợp) thì đơn vị phải khai
là có; của chính đơn vị khai ở khóa dieu_kien chung, của tập thể trực thuộc khai ngay ở tập thể.

Sai và đúng::

    # khen-thuong.yaml
  - dieu_kien: {phat_dong: co, so_ket: co, hoi_thi: khong, vifotec: co}
  + dieu_kien: {phat_dong: co, so_ket: co, hoi_thi: co, vifotec: co}
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules
from baocao.rules.registry import dossier_rule

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, rules: AwardRules) -> Diagnostics:
    for collective in dossier.collectives():
        award = rules.awards[collective.award]
        if award.collectives is None:
            continue
        declared = dossier.conditions if collective.is_unit else collective.conditions
        for condition in award.collectives.conditions:
            declaration = declared.get(condition)
            if declaration is not None and declaration.value:
                continue
            yield RULE.error(
                collective.id.span if declaration is None else declaration.text.span,
                f"«{collective.name}» chưa khai là có điều kiện "
                f"«{rules.conditions[condition].name}» "
                f"của {award.name} ({award.collectives.clause}).",
                f"Đề nghị ghi {condition}: co ở khóa dieu_kien nếu đã làm; nếu chưa thì rút đề "
                "nghị này.",
            )
