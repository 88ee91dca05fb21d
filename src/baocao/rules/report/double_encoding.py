"""Chữ bị chuyển bảng mã hai lần.

Tệp UTF-8 bị mở nhầm bằng bảng mã khác rồi lưu lại thì «Công đoàn» thành «CÃ´ng Ä‘oÃ n».

Sai và đúng::

  - thuan_loi: CÃ´ng Ä‘oÃ n cÆ¡ sá»Ÿ phÃ¡t Ä‘á»™ng phong trÃ o.
  + thuan_loi: Công đoàn cơ sở phát động phong trào.
"""

import re

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)

_SIGNS = "»ºÄÆÃ"  # a quick first look: every trace has one of these
_TRACE = re.compile(
    "á[º»](?:[¡-¿€‚ƒ„†‡ˆ‰Š‹ŒŽ•˜™š›œžŸ]|[…–—‘’“”](?=\\w))"  # «nuôi cá» is no trace
    "|Ä‘|Æ[°¡]|Ã[¡-£¨-ª¬²-µ¹º½]"
)


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield the first trace in each text."""
    if not any(sign in content.printed_text for sign in _SIGNS):
        return
    for text in content.texts:
        found = _TRACE.search(text.value)
        if found is not None:
            yield RULE.error(
                text.span_of(found.start(), len(found[0])),
                f"«{found[0]}» là dấu vết của chữ Việt bị chuyển bảng mã hai lần.",
                "Đề nghị chép lại đoạn này từ bản gốc, và lưu tệp bằng bảng mã UTF-8.",
            )
