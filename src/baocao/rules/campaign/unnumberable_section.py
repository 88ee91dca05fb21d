"""Một cấp đề mục có nhiều mục hơn số chữ cái để đánh số.

Kiểu a), A. và Phần A chỉ có 23 chữ cái (a b c d đ e g h i k l m n o p q r s t u v x y), không có
chữ thứ 24.
"""

from collections import Counter, defaultdict

from baocao.diagnostics import Diagnostics, Rule
from baocao.load.campaign.outline_items import Item
from baocao.load.campaign.source import OutlineSource
from baocao.model.outline import Numbering
from baocao.rules.registry import outline_rule
from baocao.vietnamese.ordinals import LETTERS

RULE = Rule.of_module(__name__, __doc__)

_LETTERED = frozenset(style.value for style in Numbering if style.is_lettered)


@outline_rule
def check_outline(source: OutlineSource) -> Diagnostics:
    """Yield the first section of each group that has more sections than there are letters."""
    continuous = frozenset(text.stripped for text in source.spec.continuous)
    running = Counter[str]()
    under = defaultdict[Item | None, Counter[str]](Counter)
    for item in source.items:
        style = item.style
        if item.is_passage or style not in _LETTERED:
            continue
        parent = item.above[-1] if item.above else None
        counter = running if style in continuous else under[parent]
        counter[style] += 1
        if counter[style] == LETTERS + 1:
            yield RULE.error(
                item.spec.place.span,
                f"Đây là mục thứ {LETTERS + 1}, kiểu đánh số {style} chỉ đánh được {LETTERS} mục.",
                "Đề nghị chia thành nhiều nhóm, hoặc đổi danh_so của cấp này sang 1.",
            )
