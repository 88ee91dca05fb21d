"""Ký hiệu văn bản không phải của đơn vị hoặc của loại văn bản này.

Ký hiệu do chương trình tự ghép từ loại văn bản và đơn vị; nếu đơn vị ghi đủ cả ký hiệu thì phải
đúng như vậy.

Sai và đúng::

  - so: 45/KH-LĐLĐ
  + so: 45/BC-LĐLĐ
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    for paper in content.papers():
        number = paper.number
        required = campaign.documents.get(paper.kind)
        if number is None or number.symbol is None or required is None:
            continue
        expected = f"{required.symbol}-{content.unit.symbol}"
        if number.symbol != expected:
            offset = number.text.value.find("/") + 1
            yield RULE.error(
                number.text.span_of(offset, len(number.symbol)),
                f"Ký hiệu «{number.symbol}» không đúng, đơn vị này dùng «{expected}».",
                f"Đề nghị ghi {number.value:02d}/{expected} hoặc chỉ ghi {number.value}.",
            )
