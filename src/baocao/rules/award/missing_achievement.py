"""Tập thể, cá nhân được đề nghị mà chưa có báo cáo thành tích.

Hồ sơ gửi cấp trên phải có báo cáo thành tích của từng tập thể, cá nhân trong danh sách; thiếu một
bản là cả hồ sơ bị trả lại.

Sai và đúng::

    # khen-thuong.yaml
    co_thi_dua:
      tap_the:
        - {ma: ldld-thi-du, phieu: 10}
  -     - {ma: cd-vien-chuc, ten: Công đoàn Viên chức tỉnh Thí Dụ, phieu: 10}
"""

from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.model.award import Dossier, Person, Proposal
from baocao.model.award_rules import AwardRules
from baocao.rules.registry import dossier_rule

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, _rules: AwardRules) -> Diagnostics:
    """Yield each proposal without a report, or with one that has no text on the achievement.

    A file that cannot be read has its own diagnostic already.
    """
    for proposal in dossier.proposals:
        name = proposal.id.value
        report = dossier.reports.get(name)
        if report is None:
            if name not in dossier.unread:
                yield _missing_file(dossier, proposal)
        elif report.merit is None:
            key = "ho_ten" if isinstance(proposal, Person) else "ten"
            yield RULE.error(
                report.head.source.span(0, 1) if report.name is None else report.name.span,
                f"Báo cáo thành tích của «{proposal.name}» chưa viết thành tích.",
                f"Đề nghị thêm khóa «thanh_tich: |» sau khóa {key}, rồi viết lời văn ở dòng dưới, "
                "thụt vào hai ô.",
            )


def _missing_file(dossier: Dossier, proposal: Proposal) -> Diagnostic:
    name = f"khen-thuong/{proposal.id.value}.yaml"
    folder = dossier.source.path.parent.as_posix()
    return RULE.error(
        proposal.id.span,
        f"«{proposal.name}» chưa có báo cáo thành tích.",
        f"Đề nghị tạo tệp {name} trong thư mục {folder}, hoặc sửa mã cho khớp tên tệp đã có.",
    )
