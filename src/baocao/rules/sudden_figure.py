"""Con số gấp mười lần các năm bên cạnh, hoặc chỉ bằng một phần mười.

Thường do gõ thừa hay thiếu một chữ số, hoặc nhầm đơn vị tính. Chỉ so các cột của những năm khác
nhau mà đầu cột giống nhau; số 0, số âm và ô chưa có số liệu không đem so.

Sai::

    # so-lieu.yaml
    sang_kien: [120, 135, 1500, 140, 160]

Đúng::

    # so-lieu.yaml
    sang_kien: [120, 135, 150, 140, 160]
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from baocao.diagnostics import Diagnostic, warning
from baocao.model.campaign import Campaign
from baocao.model.content import Cell, UnitContent
from baocao.model.form import Column, ColumnRole, Form, Row
from baocao.vietnamese.figures import format_figure

_NOTHING = Decimal(0)
_TIMES = 10
_SMALLEST = 20  # below this, ten times more is still a handful
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_BETWEEN = 2  # neighbours that a figure needs to be called too small: one alone may be too large


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each figure that leaps from the two years nearest to its own."""
    for form in campaign.forms.values():
        statistics = content.statistics.get(form.id)
        for row in form.rows:
            if statistics is None or row.id not in statistics.rows:
                continue
            cells = statistics.rows[row.id].cells
            given = [cell.value for cell in cells if cell.value is not None and cell.value > 0]
            if given and max(given) >= _TIMES * min(given):
                for series in _series(form.columns):
                    yield from _check_series(form, row, cells, series)


def _check_series(
    form: Form, row: Row, cells: tuple[Cell, ...], series: tuple[int, ...]
) -> Iterator[Diagnostic]:
    figures = [cells[index].value or _NOTHING for index in series]
    for place, value in enumerate(figures):
        first = max(0, min(place - 1, len(figures) - 3))
        near = [v for v in (*figures[first:place], *figures[place + 1 : first + 3]) if v > 0]
        if value > 0 and near:
            relation = _relation(value, near)
            if relation:
                index = series[place]
                shown = " và ".join(format_figure(each, row.decimals) for each in near)
                yield warning(
                    __name__,
                    cells[index].text.span,
                    f"Cột {form.figure_names()[index]}: «{row.name}» là "
                    f"{format_figure(value, row.decimals)}, {relation} các năm bên cạnh ({shown}).",
                    "Đề nghị xem lại số chữ số và đơn vị tính; nếu đúng thì để nguyên.",
                )


def _relation(value: Decimal, near: list[Decimal]) -> str:
    if value >= _SMALLEST and value >= _TIMES * max(near):
        return "gấp từ mười lần trở lên so với"
    if len(near) == _BETWEEN and min(near) >= _SMALLEST and value * _TIMES <= min(near):
        return "không quá một phần mười của"
    return ""


@lru_cache(maxsize=64)
def _series(columns: tuple[Column, ...]) -> tuple[tuple[int, ...], ...]:
    """Give the places of the figure columns that differ by the year only, in their order."""
    by_name: dict[str, list[int]] = {}
    titles = (title for column in columns for title in _titles(column, ""))
    for place, title in enumerate(titles):
        if _YEAR.search(title):
            by_name.setdefault(_YEAR.sub("", title), []).append(place)
    return tuple(map(tuple, by_name.values()))


def _titles(column: Column, above: str) -> Iterator[str]:
    title = f"{above} {column.title}"
    if not column.children and column.role is ColumnRole.FIGURE:
        yield title
    for child in column.children:
        yield from _titles(child, title)
