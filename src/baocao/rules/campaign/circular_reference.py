"""Trong tệp của đợt, một thứ được quy định bằng chính nó.

Một chỉ tiêu không thể gồm chính nó hay là một phần của chính nó, một đơn vị không thể là cấp trên
của chính mình, một mục không thể được hỏi tùy theo chính nó, dù trực tiếp hay qua cái khác.

Sai và đúng::

    # don-vi.yaml
    don_vi:
      - ma: ldld-thi-du
        ten: Liên đoàn Lao động tỉnh Thí Dụ
        cap: tinh-thanh-pho
  -     cap_tren: ldld-thi-du
        dia_danh: Thí Dụ
        ky_hieu: LĐLĐ
"""

from baocao.calc.cycles import cycles
from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.load.campaign.source import OutlineSource, UnitsSource
from baocao.model.text import Text
from baocao.rules.registry import outline_rule, units_rule

RULE = Rule.of_module(__name__, __doc__)


@outline_rule
def check_outline(source: OutlineSource) -> Diagnostics:
    """Check that no section is asked depending on itself."""
    sources = {item: item.decided_by(source.sections) for item in source.items}
    for circle in cycles(sources):
        targets = (item.target for item in circle if item.target is not None)
        yield circular(next(text for text in targets if text.value in source.sections))


@units_rule
def check_units(source: UnitsSource) -> Diagnostics:
    """Check that no unit is above itself."""
    typed = ((each.word("id"), each.text("superior")) for each in source.records)
    above = {unit: superior for unit, superior in typed if superior is not None}
    named = {superior.value for superior in above.values()}  # few, and no other can be in a circle
    for unit, *_ in cycles({each: (above[each].value,) for each in above if each in named}):
        yield circular(above[unit])


def circular(text: Text) -> Diagnostic:
    """Word the diagnostic of a name that leads back to the record in which it stands."""
    return RULE.error(
        text.span,
        f"«{text.value}» ở đây dẫn trở lại chính nó.",
        "Đề nghị bỏ mã này đi hoặc ghi mã khác.",
    )
