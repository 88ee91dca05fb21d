"""Phần lớn hơn toàn thể.

Biểu quy định chỉ tiêu nào, cột nào là một phần của chỉ tiêu, cột khác; ở từng ô phần không thể lớn
hơn.

Sai và đúng::

    # so-lieu.yaml
    bang_ldst:   [10, 10, 10, 10, 10]
  - tu_hai_bang: [1, 1, 1, 1, 11]
  + tu_hai_bang: [1, 1, 1, 1, 1]
"""

from baocao.calc.formula import Value
from baocao.calc.tabulation import known_values, round_half_up
from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import FilledCell, Statistics, UnitContent
from baocao.rules.registry import content_rule
from baocao.vietnamese.figures import format_figure

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each cell that is greater than the same cell of the whole, a row or a column.

    Percentages are not compared: that of a part may well be the greater.
    """
    for statistics in content.statistics.values():
        form = statistics.form
        if any(r.whole for r in form.rows) or any(c.whole for c in form.leaves):
            yield from _check_form(statistics)


def _check_form(statistics: Statistics) -> Diagnostics:
    form, known = statistics.form, known_values(statistics)
    for filled in statistics.cells:
        row, column = filled.row, filled.column
        if filled.cell.value is None:
            continue
        whole = None if row.whole is None or column.is_share else form.rows_by_id[row.whole]
        if whole is not None and column.id not in whole.not_applicable:
            places = form.decimals(whole, column)
            yield from _compare(filled, known[whole.id][column.id], places, f"«{whole.name}»")
        if column.whole is not None and column.whole not in row.not_applicable and not row.is_share:
            name = f"cột «{form.column_names[column.whole]}»"
            places = form.decimals(row, form.leaves_by_id[column.whole])
            yield from _compare(filled, known[row.id][column.whole], places, name)


def _compare(filled: FilledCell, whole: Value, places_of_whole: int, name: str) -> Diagnostics:
    """Compare a part with its whole, rounded to the more decimal places of the two."""
    places = max(filled.form.decimals(filled.row, filled.column), places_of_whole)
    part, limit = filled.cell.value, round_half_up(whole, places)
    if part is None or limit is None or part <= limit:
        return
    yield RULE.error(
        filled.cell.text.span,
        f"Cột {filled.form.column_names[filled.column.id]}: «{filled.row.name}» là "
        f"{format_figure(part, places)}, lớn hơn {name} là {format_figure(limit, places)}.",
        "Đề nghị xem lại hai số: phần không thể lớn hơn toàn thể.",
    )
