"""Ảnh đặt dưới một mục không có, hoặc không in.

Khóa muc của mỗi ảnh là mã của mục mà ảnh minh họa; ảnh in ngay sau lời văn của mục ấy. Mục không có
trong đề cương, không hỏi đơn vị hoặc được phép để trống thì không in, nên ảnh cũng mất.

Sai và đúng::

    hinh:
  -   - muc: thuan_lơi
  +   - muc: thuan_loi
        tep: hinh/hoi-nghi.jpg
        chu_thich: Hội nghị sơ kết
"""

from baocao.calc.applicability import printed_outline
from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule
from baocao.suggestion import closest, did_you_mean

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    if not content.report.pictures:
        return
    known = tuple(section.id or "" for section in campaign.outline.answered)
    printed_ids = {
        section.id for section in printed_outline(campaign.outline, content.report).answered
    }
    for picture in content.report.pictures:
        typed = picture.section.stripped
        if typed not in known:
            yield RULE.error(
                picture.section.span,
                f"Đề cương không có mục «{typed}» để đặt ảnh.{did_you_mean(closest(typed, known))}",
                f"Đề nghị ghi đúng một trong các mục của đề cương: {', '.join(known)}.",
            )
        elif typed not in printed_ids:
            yield RULE.error(
                picture.section.span,
                f"Mục «{typed}» không in trong báo cáo này nên ảnh không có chỗ.",
                "Đề nghị viết lời văn cho mục ấy, hoặc đặt ảnh dưới mục khác.",
            )
