"""Số đơn vị điền không bằng số tính được từ các số khác.

Biểu yêu cầu điền cả số suy ra được từ các cột, các dòng khác thì chương trình tính lại để đối
chiếu; chương trình không tự sửa số của đơn vị. Chỗ nào còn ô chưa có số liệu thì chưa so.

Sai và đúng::

    # bieu-so-lieu.yaml
    bieu:
      - ma: so_lieu
        tieu_de: Biểu số liệu
        cot:
          - {ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}
          - {ma: nam_nay, tieu_de: Năm nay}
        dong:
          - {ma: dau_ky, noi_dung: Đầu kỳ}
          - {ma: tang, noi_dung: Tăng trong kỳ}
          - {ma: cuoi_ky, noi_dung: Cuối kỳ, doi_chieu: dau_ky + tang}
    # so-lieu.yaml
    dau_ky: 300
    tang: 12
  - cuoi_ky: 321
  + cuoi_ky: 312
"""

from collections.abc import Mapping
from decimal import Decimal

from baocao.calc.formula import Value, evaluate, strict_sum
from baocao.calc.tabulation import Cells, known_values, round_half_up
from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import FilledCell, Statistics, UnitContent
from baocao.rules.registry import content_rule
from baocao.vietnamese.figures import format_figure

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each typed figure that differs from the result of its row's or column's formula.

    A formula over a blank cell has no result to compare with.
    """
    for statistics in content.statistics.values():
        form = statistics.form
        if any(column.expected for column in form.leaves) or any(r.expected for r in form.rows):
            yield from _check_form(statistics)


def _check_form(statistics: Statistics) -> Diagnostics:
    known = known_values(statistics)
    for filled in statistics.cells:
        found = filled.cell.value
        if found is None:
            continue
        places = filled.form.decimals(filled.row, filled.column)
        value = round_half_up(_expected(filled, known), places)
        if value is not None and found != value:
            yield _diagnose(filled, found, value, places)


def _expected(filled: FilledCell, known: Mapping[str, Cells]) -> Value:
    """Evaluate the formula of a cell's column, else of its row; None if neither has one."""
    row, column = filled.row, filled.column
    if column.expected is not None:
        return evaluate(column.expected, known[row.id].__getitem__, strict_sum)
    if row.expected is not None and column.role.is_numeric and not column.is_share:
        return evaluate(row.expected, lambda other: known[other][column.id], strict_sum)
    return None


def _diagnose(filled: FilledCell, found: Decimal, expected: Decimal, places: int) -> Diagnostic:
    name = filled.form.column_names[filled.column.id]
    return RULE.error(
        filled.cell.text.span,
        f"Cột {name}: «{filled.row.name}» ghi {format_figure(found, places)}, tính từ các số khác "
        f"thì được {format_figure(expected, places)}.",
        "Đề nghị đối chiếu các con số liên quan rồi sửa số nào sai.",
    )
