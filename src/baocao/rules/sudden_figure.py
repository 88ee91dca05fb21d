"""Con số gấp mười lần các năm bên cạnh, hoặc chỉ bằng một phần mười.

Thường do gõ thừa hay thiếu một chữ số, hoặc nhầm đơn vị tính. Số 0 và ô chưa có số liệu không
đem so.

Sai::

    # so-lieu.yaml
    sang_kien: [120, 135, 1400, 150, 160]

Đúng::

    # so-lieu.yaml
    sang_kien: [120, 135, 140, 150, 160]
"""

from collections.abc import Iterator
from decimal import Decimal

from baocao.diagnostics import Diagnostic, warning
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.form import Form, Row
from baocao.vietnamese.figures import format_figure

_TIMES = 10
_SMALLEST = 20  # below this, ten times more is still a handful


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each figure that leaps from all its neighbours in the row."""
    for form in campaign.forms.values():
        statistics = content.statistics.get(form.id)
        for row in form.rows:
            if statistics is None or row.id not in statistics.rows:
                continue
            cells = statistics.rows[row.id].cells
            values = [cell.value for cell in cells]
            given = [value for value in values if value]
            if not given or max(given) < _TIMES * min(given):
                continue
            for index, value in enumerate(values):
                near = [
                    v
                    for v in (*values[max(0, index - 1) : index], *values[index + 1 : index + 2])
                    if v
                ]
                if value and near and _leaps(value, near):
                    yield warning(
                        __name__, cells[index].text.span, *_sentences(form, row, index, value, near)
                    )


def _leaps(value: Decimal, near: list[Decimal]) -> bool:
    if value >= _SMALLEST and value >= _TIMES * max(near):
        return True
    return min(near) >= _SMALLEST and value * _TIMES <= min(near)


def _sentences(
    form: Form, row: Row, index: int, value: Decimal, near: list[Decimal]
) -> tuple[str, str]:
    column = form.figure_columns()[index].title
    shown = " và ".join(format_figure(each, row.decimals) for each in near)
    return (
        f"Cột {column}: «{row.name}» là {format_figure(value, row.decimals)}, "
        f"lệch hơn mười lần so với {shown} ở cột bên cạnh.",
        "Đề nghị xem lại số chữ số và đơn vị tính; nếu đúng thì để nguyên.",
    )
