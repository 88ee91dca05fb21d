"""Số âm ở chỉ tiêu chỉ đếm số có thật.

Số người, số sáng kiến, số tiền không thể âm; dấu trừ thường do gõ nhầm dấu gạch đầu dòng. Chỉ tiêu
nào có thể âm thì biểu quy định số nhỏ nhất (nho_nhat) dưới 0.

Sai và đúng::

    # so-lieu.yaml
  - sang_kien: [-120, 135, 140, 150, 160]
  + sang_kien: [120, 135, 140, 150, 160]
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    for filled in content.cells():
        row, cell = filled.row, filled.cell
        if cell.value is not None and cell.value < 0 <= filled.form.minimum(row, filled.column):
            yield RULE.error(
                cell.text.span,
                f"«{cell.text.value}» ở chỉ tiêu «{row.name}» là số âm.",
                "Đề nghị bỏ dấu trừ, hoặc viết ~ nếu chưa có số liệu.",
            )
