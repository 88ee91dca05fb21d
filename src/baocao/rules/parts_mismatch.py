"""Các phần cộng lại không bằng tổng của chúng.

Biểu quy định chỉ tiêu nào gồm những chỉ tiêu nào; từng cột phải khớp. Cột nào còn ô chưa có số
liệu thì chưa so.

Sai::

    # so-lieu.yaml
    bang_ldst:      [10, 10, 10, 10, 10]
    bang_quan_ly:   [2, 2, 2, 2, 2]
    bang_ky_thuat:  [3, 3, 3, 3, 3]
    bang_cong_nhan: [5, 5, 5, 5, 6]

Đúng::

    # so-lieu.yaml
    bang_ldst:      [10, 10, 10, 10, 10]
    bang_quan_ly:   [2, 2, 2, 2, 2]
    bang_ky_thuat:  [3, 3, 3, 3, 3]
    bang_cong_nhan: [5, 5, 5, 5, 5]
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, error
from baocao.model.campaign import Campaign
from baocao.model.content import Statistics, UnitContent
from baocao.model.form import Form, Row
from baocao.model.tabulation import total
from baocao.vietnamese.figures import format_figure


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each cell that differs from the sum of its parts, at the cell of the whole."""
    for form in campaign.forms.values():
        statistics = content.statistics.get(form.id)
        if statistics is not None:
            for row in form.rows:
                if row.parts and {row.id, *row.parts} <= statistics.rows.keys():
                    yield from _check_row(form, row, statistics)


def _check_row(form: Form, row: Row, statistics: Statistics) -> Iterator[Diagnostic]:
    labels = {each.id: each.name for each in form.rows}
    for index, column in enumerate(form.figure_names()):
        whole = statistics.rows[row.id].cells[index]
        parts = [statistics.rows[part].cells[index].value for part in row.parts]
        if whole.value is None or None in parts:
            continue
        expected = total(tuple(parts))
        if expected is not None and expected != whole.value:
            named = ", ".join(f"«{labels[part]}»" for part in row.parts)
            yield error(
                __name__,
                whole.text.span,
                f"Cột {column}: «{row.name}» ghi "
                f"{format_figure(whole.value, row.decimals)}, các phần cộng lại là "
                f"{format_figure(expected, row.decimals)}.",
                f"Đề nghị đối chiếu với các chỉ tiêu {named}.",
            )
