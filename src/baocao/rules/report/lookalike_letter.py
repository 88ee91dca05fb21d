"""Chữ nhìn giống chữ Việt nhưng là chữ của tiếng khác.

Chữ Ð, ð (tiếng Iceland) hay lẫn với Đ, đ khi chép từ tệp cũ: in ra gần giống nhưng tìm kiếm, sắp
xếp và đọc màn hình đều sai.

Sai và đúng::

  - thuan_loi: Ðội ngũ cán bộ nhiệt tình.
  + thuan_loi: Đội ngũ cán bộ nhiệt tình.
"""

import re

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)

_LOOKALIKES = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"}
_LOOKALIKE = re.compile(f"[{''.join(_LOOKALIKES)}]")


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    if not any(letter in content.printed_text for letter in _LOOKALIKES):
        return
    for text in content.texts:
        for match in _LOOKALIKE.finditer(text.value):
            meant = _LOOKALIKES[match[0]]
            yield RULE.error(
                text.span_of(match.start()),
                f"«{match[0]}» (U+{ord(match[0]):04X}) không phải là chữ «{meant}» của tiếng Việt.",
                f"Đề nghị gõ lại chữ {meant}.",
            )
