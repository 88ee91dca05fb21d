"""Số liệu ngoài khoảng mà biểu cho phép.

Biểu có thể quy định chỉ tiêu không nhỏ hơn (nho_nhat) hay không lớn hơn (lon_nhat) một số, ví dụ
tỷ lệ phần trăm không quá 100.

Sai và đúng::

    # bieu-so-lieu.yaml, chỉ tiêu này có: lon_nhat: 200
    # so-lieu.yaml
  - sang_kien: [120, 135, 140, 150, 260]
  + sang_kien: [120, 135, 140, 150, 160]
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule
from baocao.vietnamese.figures import format_figure

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each figure below its minimum or above its maximum; `negative-figure` has the rest."""
    for filled in content.cells():
        row, cell = filled.row, filled.cell
        minimum = filled.form.minimum(row, filled.column)
        maximum = filled.form.maximum(row, filled.column)
        if cell.value is None or cell.value < 0 <= minimum:
            continue
        if maximum is not None and cell.value > maximum:
            limit = f"không lớn hơn {format_figure(maximum)}"
        elif cell.value < minimum:
            limit = f"không nhỏ hơn {format_figure(minimum)}"
        else:
            continue
        yield RULE.error(
            cell.text.span,
            f"«{cell.text.value}» ở chỉ tiêu «{row.name}» ngoài khoảng: biểu quy định {limit}.",
            "Đề nghị xem lại con số và đơn vị tính.",
        )
