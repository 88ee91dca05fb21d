"""Báo cáo thành tích của người không có trong danh sách đề nghị.

Số báo cáo gửi kèm phải bằng số tập thể, cá nhân trong danh sách. Tệp thừa không được in; có khi là
mã gõ sai, có khi là người đã rút.
"""

from baocao.diagnostics import Diagnostics, Rule, Span
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules
from baocao.rules.registry import dossier_rule
from baocao.suggestion import closest, did_you_mean

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, _rules: AwardRules) -> Diagnostics:
    ids = tuple(proposal.id.value for proposal in dossier.proposals)
    for path in dossier.orphan_files:
        yield RULE.warning(
            Span(path),
            f"Danh sách đề nghị không có mã «{path.stem}» của báo cáo thành tích này."
            f"{did_you_mean(closest(path.stem, ids))}",
            "Đề nghị thêm người này vào danh sách, hoặc đổi tên tệp cho khớp mã, hoặc bỏ tệp.",
        )
