"""Lời văn gọi một con số mà biểu không có, hoặc biểu có mà đơn vị chưa điền.

Số in trong lời văn lấy từ biểu, nên lời văn và biểu không thể khác nhau.

Sai và đúng::

    thuan_loi: |
  -   Toàn tỉnh có {{ sang_kiem.tong }} sáng kiến.
  +   Toàn tỉnh có {{ sang_kien.tong }} sáng kiến.
"""

from collections.abc import Mapping

from baocao.calc.reference import ExpressionProblem, FormCell, evaluate, find_cell, parse
from baocao.calc.tabulation import tabulate_all
from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.load.unit.messages import malformed_reference
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.form import ColumnRole, ColumnTotal, Form
from baocao.model.paper import Reference
from baocao.model.text import Text
from baocao.rules.registry import content_rule
from baocao.suggestion import closest, did_you_mean

RULE = Rule.of_module(__name__, __doc__)

Forms = Mapping[str, Form]


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each reference that has no value to print."""
    tabulations = tabulate_all(campaign.forms, content.statistics)
    forms = {form_id: each.form for form_id, each in tabulations.items()}
    for answer in content.prose():
        for reference in answer.references:
            result = evaluate(reference.expression, tabulations)
            if result is ExpressionProblem.MALFORMED:
                yield malformed_reference(answer.text, reference)
            elif isinstance(result, ExpressionProblem) and not _is_unread(
                reference, result, content
            ):
                yield _diagnose(answer.text, reference, result, forms)


def _is_unread(reference: Reference, problem: ExpressionProblem, content: UnitContent) -> bool:
    """Return whether a cell is blank only because its row has a diagnostic of its own."""
    rows = {path[-2] for path in _paths(reference.expression)}
    read = {row for statistics in content.statistics.values() for row in statistics.rows}
    return problem is ExpressionProblem.BLANK and not rows <= read


def _diagnose(
    text: Text, reference: Reference, problem: ExpressionProblem, forms: Forms
) -> Diagnostic:
    span = text.span_of(reference.offset, reference.length)
    typed = reference.expression
    if problem is ExpressionProblem.UNKNOWN:
        message, hint = _unknown_name(typed, forms)
        return RULE.error(span, message, hint)
    if problem is ExpressionProblem.AMBIGUOUS:
        return RULE.error(
            span,
            f"«{typed}» có ở nhiều biểu.",
            "Đề nghị thêm mã biểu vào trước, ví dụ {{ ma_bieu.ma_chi_tieu.tong }}.",
        )
    if problem is ExpressionProblem.TOO_LARGE:
        return RULE.error(
            span,
            f"Số của «{typed}» quá lớn để viết bằng chữ.",
            "Đề nghị xem lại số ấy trong so-lieu.yaml, hoặc in bằng số.",
        )
    if problem is ExpressionProblem.ZERO_BASE:
        return RULE.error(
            span,
            f"Không tính được «{typed}» vì số trước bằng 0.",
            "Đề nghị viết bằng lời, chẳng hạn «từ chỗ chưa có, nay đã có …».",
        )
    total = _undefined_total(typed, forms)
    if total is not None:
        last = total.form.figure_columns[-1].id
        return RULE.error(
            span,
            f"Chỉ tiêu «{total.row.name}» không cộng qua các cột, nên không có số để in «{typed}».",
            f"Đề nghị chọn một cột, ví dụ {{{{ {total.row.id}.{last} }}}}.",
        )
    return RULE.error(
        span,
        f"Chưa có số liệu để in «{typed}».",
        "Đề nghị điền số ấy vào so-lieu.yaml, hoặc viết lại câu không dùng đến nó.",
    )


def _undefined_total(typed: str, forms: Forms) -> FormCell | None:
    """Find a reference to the total of a row whose columns are not added up."""
    for found in (find_cell(path, forms) for path in _paths(typed)):
        if isinstance(found, FormCell) and found.row.column_total is ColumnTotal.NONE:
            totals = (leaf.id for leaf in found.form.leaves if leaf.role is ColumnRole.TOTAL)
            if found.column in totals:
                return found
    return None


def _unknown_name(typed: str, forms: Forms) -> tuple[str, str]:
    """Return message and hint for the first name of a reference that does not exist."""
    path = next(p for p in _paths(typed) if find_cell(p, forms) is ExpressionProblem.UNKNOWN)
    *named, row, column = path
    chosen = tuple(form for form in forms.values() if form.id in (named or (form.id,)))
    if not chosen:
        known = tuple(forms)
        message = f"Đợt báo cáo không có biểu «{named[0]}».{did_you_mean(closest(named[0], known))}"
        return message, f"Đề nghị ghi đúng một trong các biểu của đợt: {', '.join(known)}."
    with_row = tuple(form for form in chosen if row in form.rows_by_id)
    if not with_row:
        every_row = (each for form in chosen for each in form.rows)
        rows = tuple(dict.fromkeys(each.id for each in every_row if each.role.has_figures))
        message = f"Biểu không có chỉ tiêu «{row}».{did_you_mean(closest(row, rows))}"
        return message, f"Đề nghị ghi đúng một trong các chỉ tiêu của biểu: {', '.join(rows)}."
    every_column = (leaf for form in with_row for leaf in form.leaves)
    columns = tuple(dict.fromkeys(each.id for each in every_column if each.role.is_numeric))
    message = f"Biểu không có cột «{column}».{did_you_mean(closest(column, columns))}"
    return message, f"Đề nghị ghi đúng một trong các cột của biểu: {', '.join(columns)}."


def _paths(typed: str) -> tuple[tuple[str, ...], ...]:
    expression = parse(typed)
    return expression.paths if expression is not None else ()
