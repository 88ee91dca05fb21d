"""Số cá nhân đề nghị theo suất của tập thể nhiều hơn số suất.

Kế hoạch cho mỗi tập thể được đề nghị xét chọn thêm một số cá nhân trực tiếp theo dõi, đôn đốc phong
trào; cá nhân có căn cứ khác thì không tính vào suất này.

Sai và đúng::

    # khen-thuong.yaml
    bang_khen:
      ca_nhan:
        - ma: vu-thi-tuong-trung
          ho_ten: Vũ Thị Tượng Trưng
          ong_ba: ba
          ngay_sinh: 20/11/1984
          chuc_vu: Tổ trưởng chuyền may
          don_vi_cong_tac: Công ty TNHH May Thử Nghiệm
          theo_doi: co
          phieu: 8
  -     - ma: pham-van-thi-diem
  -       ho_ten: Phạm Văn Thí Điểm
  -       ong_ba: ong
  -       ngay_sinh: 12/3/1979
  -       chuc_vu: Thợ tiện
  -       don_vi_cong_tac: Công ty cổ phần Cơ khí Ví Dụ
  -       theo_doi: co
  -       phieu: 8
"""

from baocao.calc.award_eligibility import qualifying_criteria
from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Dossier
from baocao.model.award_rules import Award, AwardRules, Criterion
from baocao.rules.registry import dossier_rule

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, rules: AwardRules) -> Diagnostics:
    if not dossier.is_whole:
        return  # a collective that could not be read would be missing here
    for award in rules.awards.values():
        for merit in award.criteria:
            if merit.for_each_collective is not None:
                places = merit.for_each_collective * len(dossier.collectives())
                yield from _check_places(dossier, award, merit, places)


def _check_places(dossier: Dossier, award: Award, merit: Criterion, places: int) -> Diagnostics:
    taken = tuple(
        each for each in dossier.persons(award.id) if merit in qualifying_criteria(award, each)
    )
    for place, person in enumerate(taken[places:], start=places + 1):
        yield RULE.error(
            person.id.span,
            f"«{person.name}» là cá nhân thứ {place} đề nghị {award.name} theo suất của tập thể, "
            f"nhưng chỉ có {places} suất ({merit.clause}).",
            "Đề nghị rút bớt cá nhân, hoặc ghi căn cứ khác nếu người ấy có.",
        )
