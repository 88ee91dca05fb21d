"""Người chủ trì hoặc thư ký không có trong danh sách có mặt.

Chủ trì và thư ký ký biên bản nên phải là người dự họp.

Sai và đúng::

    # khen-thuong.yaml
    bien_ban:
      ngay: 24/10/2017
      bat_dau: 8 giờ 00
      ket_thuc: 10 giờ 30 phút
      dia_diem: phòng họp số 2
      tong_so: 2
  -   chu_tri: Ngô Văn Giả Thiết
  +   chu_tri: Nguyễn Văn Mẫu
      thu_ky: Lê Thị Ví Dụ
      co_mat: [Nguyễn Văn Mẫu - Chủ tịch, Lê Thị Ví Dụ - Trưởng ban]
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules
from baocao.rules.registry import dossier_rule
from baocao.suggestion import closest, did_you_mean
from baocao.vietnamese.text import fold, squeeze

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, _rules: AwardRules) -> Diagnostics:
    """Yield an absent chair or secretary; a name that differs in marks only is `misspelt-name`."""
    minutes = dossier.minutes
    if minutes is None:
        return
    names = tuple(attendant.name for attendant in minutes.present)
    folded = set(map(fold, names))
    officers = ((minutes.chair, "Người chủ trì"), (minutes.secretary, "Thư ký"))
    for typed, office in officers:
        written = squeeze(typed.value)
        if fold(written) not in folded:
            yield RULE.error(
                typed.span,
                f"{office} «{written}» không có trong danh sách có mặt."
                f"{did_you_mean(closest(written, names))}",
                "Đề nghị xem lại tên, hoặc thêm người này vào co_mat.",
            )
