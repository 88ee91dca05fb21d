"""Con số gấp mười lần các năm bên cạnh, hoặc chỉ bằng một phần mười.

Thường do gõ thừa hay thiếu một chữ số, hoặc nhầm đơn vị tính. Chỉ so các cột của những năm khác
nhau mà đầu cột giống nhau; số 0, số âm và ô chưa có số liệu không đem so.

Sai và đúng::

    # so-lieu.yaml
  - sang_kien: [120, 135, 1500, 140, 160]
  + sang_kien: [120, 135, 150, 140, 160]
"""

import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import InputCell, UnitContent
from baocao.model.form import ColumnRole, Form, Row
from baocao.rules.registry import content_rule
from baocao.vietnamese.figures import format_figure

RULE = Rule.of_module(__name__, __doc__)

_ZERO = Decimal(0)
_FACTOR = 10
_MIN_FIGURE = 20  # below this, tenfold is still a handful
_MIN_NEIGHBOURS = 2  # to call a figure too small: a single neighbour may itself be too large
_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each figure that is out of scale with the two years nearest to its own."""
    for statistics in content.statistics.values():
        form = statistics.form
        for row in form.typed_rows:
            given = [value for value in statistics.figures(row.id).values() if value > 0]
            if given and max(given) >= _FACTOR * min(given):
                cells = statistics.rows[row.id].cells
                for series in _series(form):
                    yield from _check_series(form, row, cells, series)


def _check_series(
    form: Form, row: Row, cells: Mapping[str, InputCell], series: tuple[str, ...]
) -> Diagnostics:
    figures = [cells[each].value or _ZERO if each in cells else _ZERO for each in series]
    for place, value in enumerate(figures):
        first = max(0, min(place - 1, len(figures) - 3))
        near = [v for v in (*figures[first:place], *figures[place + 1 : first + 3]) if v > 0]
        if value > 0 and near:
            relation = _relation(value, near)
            if relation:
                column = series[place]
                places = form.decimals(row, form.leaves_by_id[column])
                shown = " và ".join(format_figure(each, places) for each in near)
                yield RULE.warning(
                    cells[column].text.span,
                    f"Cột {form.column_names[column]}: «{row.name}» là "
                    f"{format_figure(value, places)}, {relation} các năm bên cạnh ({shown}).",
                    "Đề nghị xem lại số chữ số và đơn vị tính; nếu đúng thì để nguyên.",
                )


def _relation(value: Decimal, near: list[Decimal]) -> str:
    if value >= _MIN_FIGURE and value >= _FACTOR * max(near):
        return "gấp từ mười lần trở lên so với"
    lowest = min(near)
    if len(near) == _MIN_NEIGHBOURS and lowest >= _MIN_FIGURE and value * _FACTOR <= lowest:
        return "không quá một phần mười của"
    return ""


@lru_cache(maxsize=64)
def _series(form: Form) -> tuple[tuple[str, ...], ...]:
    """Group the figure columns whose titles differ by the year only, in their order."""
    by_name: dict[str, list[str]] = {}
    for leaf, path in (pair for column in form.columns for pair in column.paths()):
        title = " ".join(path)
        if leaf.role is ColumnRole.FIGURE and _YEAR.search(title):
            by_name.setdefault(_YEAR.sub("", title), []).append(leaf.id)
    return tuple(map(tuple, by_name.values()))
