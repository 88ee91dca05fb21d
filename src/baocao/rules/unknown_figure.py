"""Lời văn gọi một con số mà biểu không có, hoặc biểu có mà đơn vị chưa điền.

Số in trong lời văn lấy từ biểu, nên lời văn và biểu không thể khác nhau.

Sai::

    thuan_loi: |
      Toàn tỉnh có {{ sang_kiem.tong }} sáng kiến.

Đúng::

    thuan_loi: |
      Toàn tỉnh có {{ sang_kien.tong }} sáng kiến.
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, error
from baocao.model.campaign import Campaign
from baocao.model.content import Reference, UnitContent
from baocao.model.expression import Problem, evaluate, find, parse
from baocao.model.form import Column, ColumnRole, Form
from baocao.model.tabulation import tabulate
from baocao.model.text import Text
from baocao.rules import malformed_reference
from baocao.suggestion import nearest, question


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each reference of the narrative that prints nothing."""
    forms = campaign.forms.values()
    tabulations = {form.id: tabulate(form, content.statistics.get(form.id)) for form in forms}
    for answer in content.report.answers.values():
        for reference in answer.references:
            result = evaluate(reference.expression, tabulations)
            if result is Problem.MALFORMED:
                yield malformed_reference.fault(answer.text, reference)
            elif isinstance(result, Problem) and not _waits(reference, result, content):
                yield _fault(answer.text, reference, result, campaign)


def _waits(reference: Reference, problem: Problem, content: UnitContent) -> bool:
    """Tell whether the figure is blank only because its row, which was typed, has a fault."""
    expression = parse(reference.expression)
    rows = {path[-2] for path in (expression.figures if expression is not None else ())}
    unread = {
        row
        for statistics in content.statistics.values()
        for row in statistics.keys.keys() - statistics.rows.keys()
    }
    return problem is Problem.BLANK and not rows.isdisjoint(unread)


def _fault(text: Text, reference: Reference, problem: Problem, campaign: Campaign) -> Diagnostic:
    span = text.span_of(reference.offset, reference.length)
    typed = reference.expression
    if problem is Problem.UNKNOWN:
        return error(__name__, span, *_unknown(typed, campaign))
    if problem is Problem.AMBIGUOUS:
        return error(
            __name__,
            span,
            f"«{typed}» có ở nhiều biểu.",
            "Đề nghị thêm mã biểu vào trước, ví dụ {{ ma_bieu.ma_chi_tieu.tong }}.",
        )
    if problem is Problem.ZERO_BASE:
        return error(
            __name__,
            span,
            f"Không tính được «{typed}» vì số trước bằng 0.",
            "Đề nghị viết bằng lời, ví dụ từ chưa có lên bao nhiêu.",
        )
    return error(
        __name__,
        span,
        f"Chưa có số liệu để in «{typed}».",
        "Đề nghị điền số ấy vào so-lieu.yaml, hoặc viết lại câu không dùng đến nó.",
    )


def _unknown(typed: str, campaign: Campaign) -> tuple[str, str]:
    """Say which word of the reference leads nowhere, and which would."""
    expression = parse(typed)
    figures = expression.figures if expression is not None else ()
    path = next((f for f in figures if find(f, campaign.forms) is Problem.UNKNOWN), ("", ""))
    *_, row, column = path
    rows = tuple(r.id for form in campaign.forms.values() for r in form.rows)
    columns = tuple(
        c.id for form in campaign.forms.values() for c in _printed(form) if c.id not in rows
    )
    if row not in rows:
        message = f"Biểu không có chỉ tiêu «{row}».{question(nearest(row, rows))}"
        return message, f"Các chỉ tiêu của biểu: {', '.join(rows)}."
    message = f"Biểu không có cột «{column}».{question(nearest(column, columns))}"
    return message, f"Các cột của biểu: {', '.join(dict.fromkeys(columns))}."


def _printed(form: Form) -> tuple[Column, ...]:
    return tuple(c for c in form.leaves() if c.role in (ColumnRole.FIGURE, ColumnRole.TOTAL))
