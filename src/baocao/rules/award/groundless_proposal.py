"""Cá nhân được đề nghị mà không có căn cứ nào kế hoạch cho phép.

Kế hoạch nêu các căn cứ: đủ số Bằng Lao động sáng tạo, hoặc làm tốt công tác tham mưu, hoặc trực
tiếp theo dõi, đôn đốc phong trào; cá nhân phải có ít nhất một.

Sai và đúng::

    # khen-thuong.yaml
    bang_khen:
      ca_nhan:
        - ma: pham-van-thi-diem
          ho_ten: Phạm Văn Thí Điểm
          ong_ba: ong
          ngay_sinh: 12/3/1979
          chuc_vu: Thợ tiện
          don_vi_cong_tac: Công ty cổ phần Cơ khí Ví Dụ
  -       so_bang_ldst: 1
  +       so_bang_ldst: 2
          phieu: 10
"""

from collections.abc import Iterator

from baocao.calc.award_eligibility import qualifying_criteria
from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules, Basis, Criterion
from baocao.rules.registry import dossier_rule
from baocao.vietnamese.figures import format_count

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, rules: AwardRules) -> Diagnostics:
    for person in dossier.persons():
        award = rules.awards[person.award]
        if qualifying_criteria(award, person):
            continue
        typed = person.diplomas
        number = format_count(typed.value if typed is not None else 0)
        yield RULE.error(
            person.id.span if typed is None else typed.text.span,
            f"«{person.name}» khai {number} Bằng và không khai công lao nào khác, chưa có căn cứ "
            f"để đề nghị {award.name}. "
            f"Các căn cứ: {'; '.join(map(_requirement, award.criteria))}.",
            "Đề nghị xem lại số Bằng; nếu có công lao ấy thì ghi "
            f"{' hoặc '.join(f'{each}: co' for each in _declarable(award.criteria))}; "
            "nếu không thì rút đề nghị này.",
        )


def _declarable(merits: tuple[Criterion, ...]) -> Iterator[str]:
    return (merit.basis.value for merit in merits if merit.basis is not Basis.DIPLOMAS)


def _requirement(merit: Criterion) -> str:
    if merit.basis is Basis.DIPLOMAS:
        return f"ít nhất {format_count(merit.minimum)} {merit.words} ({merit.clause})"
    return f"{merit.words} ({merit.clause})"
