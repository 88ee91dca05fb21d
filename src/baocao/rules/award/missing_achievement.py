"""Tập thể, cá nhân được đề nghị mà chưa có báo cáo thành tích.

Hồ sơ gửi cấp trên phải có báo cáo thành tích của từng tập thể, cá nhân trong danh sách; thiếu một
bản là cả hồ sơ bị trả lại.

Sai::

    # khen-thuong.yaml
    co_thi_dua:
      tap_the:
        - {ma: ldld-thi-du, phieu: 10}
        - {ma: cd-vien-chuc, ten: Công đoàn Viên chức tỉnh Thí Dụ, phieu: 10}

Đúng::

    # khen-thuong.yaml
    co_thi_dua:
      tap_the:
        - {ma: ldld-thi-du, phieu: 10}
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, Rule
from baocao.model.award import Dossier, Person, Proposal
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:  # noqa: ARG001 - every rule is called alike
    """Give each proposal without a file of its own, and each report that tells no merit.

    A file that cannot be read has had its own diagnostic.
    """
    dossier = content.dossier
    if dossier is None:
        return
    for proposal in dossier.proposals:
        name = proposal.id.value
        report = dossier.reports.get(name)
        if report is None:
            if name not in dossier.unread:
                yield _no_file(dossier, proposal)
        elif report.merit is None:
            key = "ho_ten" if isinstance(proposal, Person) else "ten"
            yield RULE.error(
                report.head.source.span(0, 1) if report.name is None else report.name.span,
                f"Báo cáo thành tích của «{proposal.name}» chưa viết thành tích.",
                f"Đề nghị thêm khóa «thanh_tich: |» sau khóa {key}, rồi viết lời văn ở dòng dưới, "
                "thụt vào hai ô.",
            )


def _no_file(dossier: Dossier, proposal: Proposal) -> Diagnostic:
    name = f"khen-thuong/{proposal.id.value}.yaml"
    folder = dossier.source.path.parent.as_posix()
    return RULE.error(
        proposal.id.span,
        f"«{proposal.name}» chưa có báo cáo thành tích.",
        f"Đề nghị tạo tệp {name} trong thư mục {folder}, hoặc sửa mã cho khớp tên tệp đã có.",
    )
