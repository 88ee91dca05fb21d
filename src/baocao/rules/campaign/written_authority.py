"""Thẩm quyền ký đã ghi sẵn TM., KT.

Khi in, chương trình tự ghi TM. trước tập thể, KT. trước người đứng đầu cho đúng Điều 13 Nghị định
30/2020/NĐ-CP. Ghi sẵn trong tệp của đợt thì bản in có hai lần TM.

Sai và đúng::

    # dot-bao-cao.yaml
    ten: Sơ kết phong trào Lao động giỏi
    tu_nam: 2014
    den_nam: 2016
    the_thuc: nd30-2020
    can_cu: Kế hoạch số 07/KH-LĐLĐ
    tu_ngay: 05/01/2017
    cap:
  +   - ma: tinh
  +     ten: Liên đoàn Lao động tỉnh
  +     han_nop: 30/3/2017
  +     thay_mat: Ban Thường vụ
  +     cap_truong: Chủ tịch
  +     noi_nhan: ["Lưu: VT"]
      - ma: co-so
        ten: Công đoàn cơ sở
        han_nop: 28/02/2017
  -     thay_mat: TM. Ban Chấp hành
  +     thay_mat: Ban Chấp hành
        cap_truong: Chủ tịch
        noi_nhan: ["Lưu: VT"]
    van_ban:
      - {loai: bao-cao, ten_loai: Báo cáo, trich_yeu: Sơ kết}
"""

import re

from baocao.diagnostics import Diagnostics, Rule
from baocao.load.campaign.source import CampaignSource, principals, titles
from baocao.rules.registry import campaign_rule

RULE = Rule.of_module(__name__, __doc__)

_PREFIX = re.compile(r"\s*(?:TM|KT|TL|TUQ)\s*\.\s*", re.IGNORECASE)


@campaign_rule
def check(source: CampaignSource) -> Diagnostics:
    """Check the collectives and the titles of each level."""
    for level in source.levels:
        for text in (*level.texts("collective"), *titles(level), *principals(level)):
            found = _PREFIX.match(text.value)
            if found is not None:
                yield RULE.error(
                    text.span,
                    f"«{text.stripped}» đã có chữ {found[0].strip()} ở đầu, khi in máy tự "
                    "ghi chữ ấy.",
                    f"Đề nghị chỉ ghi «{text.value[found.end() :].strip()}».",
                )
