"""Các phần cộng lại không bằng tổng của chúng.

Biểu quy định chỉ tiêu nào gồm những chỉ tiêu nào, cột nào gồm những cột nào; từng ô phải khớp. Chỗ
nào còn ô chưa có số liệu thì chưa so.

Sai và đúng::

    # so-lieu.yaml
    bang_ldst:      [10, 10, 10, 10, 10]
    bang_quan_ly:   [2, 2, 2, 2, 2]
    bang_ky_thuat:  [3, 3, 3, 3, 3]
  - bang_cong_nhan: [5, 5, 5, 5, 6]
  + bang_cong_nhan: [5, 5, 5, 5, 5]
"""

from collections.abc import Iterator

from baocao.calc.formula import Value, strict_sum
from baocao.calc.tabulation import known_values, round_half_up
from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import FilledCell, Statistics, UnitContent
from baocao.rules.registry import content_rule
from baocao.vietnamese.figures import format_figure

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each cell that differs from the sum of its parts; percentages are not added up."""
    for statistics in content.statistics.values():
        form = statistics.form
        if any(r.parts for r in form.rows) or any(c.parts for c in form.leaves):
            yield from _check_form(statistics)


def _check_form(statistics: Statistics) -> Diagnostics:
    form, known = statistics.form, known_values(statistics)
    for filled in statistics.cells:
        row, column = filled.row, filled.column
        if row.parts and not column.is_share:
            names = (form.rows_by_id[part].name for part in row.parts)
            values = [known[part][column.id] for part in row.parts if column.role.is_numeric]
            yield from _compare(filled, values, "các phần", "chỉ tiêu", names)
        if column.parts and not row.is_share:
            names = (form.column_names[part] for part in column.parts)
            values = [known[row.id][part] for part in column.parts]
            yield from _compare(filled, values, "các cột thành phần", "cột", names)


def _compare(
    filled: FilledCell, values: list[Value], parts: str, kind: str, names: Iterator[str]
) -> Diagnostics:
    places = filled.form.decimals(filled.row, filled.column)
    found, expected = filled.cell.value, round_half_up(strict_sum(values), places)
    if found is None or expected is None or found == expected:
        return
    named = ", ".join(f"«{name}»" for name in names)
    yield RULE.error(
        filled.cell.text.span,
        f"Cột {filled.form.column_names[filled.column.id]}: «{filled.row.name}» ghi "
        f"{format_figure(found, places)}, {parts} cộng lại là {format_figure(expected, places)}.",
        f"Đề nghị đối chiếu với các {kind} {named}.",
    )
