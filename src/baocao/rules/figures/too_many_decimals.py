"""Số lẻ quá mức mà biểu cho phép.

Số sáng kiến, số người là số nguyên; giá trị bằng tiền lấy đến mấy chữ số lẻ là do biểu quy định.
Chương trình không tự làm tròn.

Sai và đúng::

    # so-lieu.yaml
  - sang_kien: ["120,5", 135, 140, 150, 160]
  + sang_kien: [121, 135, 140, 150, 160]
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule
from baocao.vietnamese.figures import digits_of

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    for filled in content.cells():
        row, column, cell = filled.row, filled.column, filled.cell
        if cell.value is None or cell.value == cell.value.to_integral_value():
            continue
        places = len(digits_of(cell.value).decimals)
        allowed = filled.form.decimals(row, column)
        if places <= allowed:
            continue
        demand = "phải là số nguyên" if allowed == 0 else f"chỉ lấy đến {allowed} chữ số lẻ"
        name = filled.form.column_names[column.id]
        where = f"chỉ tiêu «{row.name}»" if column.decimals is None else f"cột «{name}»"
        yield RULE.error(
            cell.text.span,
            f"«{cell.text.value}» có {places} chữ số lẻ, mà {where} {demand}.",
            "Đề nghị làm tròn theo số liệu gốc rồi ghi lại.",
        )
