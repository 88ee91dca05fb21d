"""Tổng số người họp không bằng số người có mặt cộng số người vắng.

Biên bản in số người có mặt, vắng mặt theo danh sách; tổng số ghi ở tong_so phải khớp, và không ai
được ghi hai lần.

Sai và đúng::

    # khen-thuong.yaml
    bien_ban:
      ngay: 24/10/2017
      bat_dau: 8 giờ 00
      ket_thuc: 10 giờ 30 phút
      dia_diem: phòng họp số 2
  -   tong_so: 4
  +   tong_so: 3
      chu_tri: Nguyễn Văn Mẫu
      thu_ky: Lê Thị Ví Dụ
      co_mat: [Nguyễn Văn Mẫu - Chủ tịch, Lê Thị Ví Dụ - Trưởng ban]
      vang: [Ngô Văn Giả Thiết - Ủy viên]
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.award import Dossier
from baocao.model.award_rules import AwardRules
from baocao.rules.registry import dossier_rule
from baocao.vietnamese.figures import format_count

RULE = Rule.of_module(__name__, __doc__)


@dossier_rule
def check(dossier: Dossier, _rules: AwardRules) -> Diagnostics:
    minutes = dossier.minutes
    if minutes is None:
        return
    listed = (*minutes.present, *minutes.absent)
    if minutes.members.value != len(listed):
        yield RULE.error(
            minutes.members.text.span,
            f"Biên bản ghi tổng số {format_count(minutes.members.value)} người, danh sách có "
            f"{format_count(len(minutes.present))} người có mặt và "
            f"{format_count(len(minutes.absent))} người vắng.",
            "Đề nghị xem lại tong_so và hai danh sách co_mat, vang.",
        )
    seen = {each.name.casefold(): each for each in reversed(listed)}
    for attendant in listed:
        first = seen[attendant.name.casefold()]
        if first is not attendant and first.remark == attendant.remark:
            yield RULE.error(
                attendant.text.span,
                f"«{attendant.name}» đã có ở dòng {first.text.span.line}.",
                "Đề nghị giữ một dòng; nếu là hai người trùng tên thì ghi rõ chức vụ.",
            )
