"""Ngày họp xét khen thưởng sau ngày của tờ trình.

Tờ trình lấy biên bản làm căn cứ, nên cuộc họp không thể sau ngày tờ trình.

Sai và đúng::

    # khen-thuong.yaml
  - to_trinh: {so: 52, ngay: 23/10/2017}
  + to_trinh: {so: 52, ngay: 24/10/2017}
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules
from baocao.rules.registry import dossier_rule
from baocao.vietnamese.dates import format_date_short

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, _rules: AwardRules) -> Diagnostics:
    if dossier.minutes is None:
        return
    submitted, met = dossier.submission.date, dossier.minutes.head.date
    if submitted is not None and met is not None and met.value > submitted.value:
        yield RULE.error(
            submitted.text.span,
            f"Tờ trình ngày {format_date_short(submitted.value)} có trước cuộc họp xét khen thưởng "
            f"ngày {format_date_short(met.value)}.",
            "Đề nghị xem lại ngày của tờ trình và của biên bản.",
        )
