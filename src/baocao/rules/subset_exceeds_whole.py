"""Phần lớn hơn toàn thể.

Biểu quy định chỉ tiêu nào là một phần của chỉ tiêu nào; ở từng cột phần không thể lớn hơn.

Sai::

    # so-lieu.yaml
    bang_ldst:   [10, 10, 10, 10, 10]
    tu_hai_bang: [1, 1, 1, 1, 11]

Đúng::

    # so-lieu.yaml
    bang_ldst:   [10, 10, 10, 10, 10]
    tu_hai_bang: [1, 1, 1, 1, 1]
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, error
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.vietnamese.figures import format_figure


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each cell that is greater than that of the row which it is a part of."""
    for form in campaign.forms.values():
        statistics = content.statistics.get(form.id)
        rows = {row.id: row for row in form.rows}
        for row in form.rows:
            if statistics is None or row.whole is None:
                continue
            if not {row.id, row.whole} <= statistics.rows.keys():
                continue
            pairs = zip(
                form.figure_names(),
                statistics.rows[row.id].cells,
                statistics.rows[row.whole].cells,
                strict=True,
            )
            for column, part, whole in pairs:
                if part.value is None or whole.value is None or part.value <= whole.value:
                    continue
                label = rows[row.whole].name
                yield error(
                    __name__,
                    part.text.span,
                    f"Cột {column}: «{row.name}» là "
                    f"{format_figure(part.value, row.decimals)}, lớn hơn «{label}» là "
                    f"{format_figure(whole.value, row.decimals)}.",
                    "Đề nghị xem lại hai số: phần không thể lớn hơn toàn thể.",
                )
