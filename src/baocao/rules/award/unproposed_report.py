"""Báo cáo thành tích của người không có trong danh sách đề nghị.

Số báo cáo gửi kèm phải bằng số tập thể, cá nhân trong danh sách. Tệp thừa không được in; có khi là
mã gõ sai, có khi là người đã rút.
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule
from baocao.suggestion import closest, did_you_mean

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:  # noqa: ARG001 - every rule is called alike
    """Give each file in the folder of reports that no proposal has."""
    dossier = content.dossier
    if dossier is None:
        return
    ids = tuple(proposal.id.value for proposal in dossier.proposals)
    for path in dossier.orphan_files:
        yield RULE.warning(
            Span(path),
            f"Danh sách đề nghị không có mã «{path.stem}» của báo cáo thành tích này."
            f"{did_you_mean(closest(path.stem, ids))}",
            "Đề nghị thêm người này vào danh sách, hoặc đổi tên tệp cho khớp mã, hoặc bỏ tệp.",
        )
