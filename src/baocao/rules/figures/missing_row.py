"""Chỉ tiêu của biểu chưa điền.

Chỉ tiêu nào không phát sinh thì điền 0, chưa có số liệu thì điền ~ ở từng năm; bỏ hẳn một dòng
thì không biết là quên hay là không có.

Sai và đúng::

    # so-lieu.yaml
    sang_kien: [120, 135, 140, 150, 160]
  + de_tai: [0, 0, 1, ~, ~]
"""

from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import Statistics, UnitContent
from baocao.model.form import ColumnRole, Form, Row, RowRole
from baocao.model.text import Text
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each absent row, at the row before it, and each absent column of a row.

    Columns that no row has are one diagnostic for the form.
    """
    for statistics in content.statistics.values():
        absent = _absent_columns(statistics)
        at = Text("", statistics.source, 0, 1)
        if absent:
            yield _missing_columns(at, statistics.form, absent)
        for row in statistics.form.rows:
            at = statistics.keys.get(row.id, at)
            if row.role is RowRole.LIST and row.id not in statistics.keys:
                yield _missing_list(at, row)
            elif row.role is RowRole.GIVEN:
                yield from _check_row(at, row, statistics, absent)
            elif row.role is RowRole.ADDED and row.id in statistics.rows:
                yield from _check_list_row(row, statistics)


def _check_row(at: Text, row: Row, statistics: Statistics, absent: tuple[str, ...]) -> Diagnostics:
    form = statistics.form
    if row.id not in statistics.keys:
        blanks = ", ".join(
            "x" if column.id in row.not_applicable else "~" for column in form.typed_columns()
        )
        yield RULE.error(
            at.span,
            f"Chưa điền chỉ tiêu «{row.name}» ({row.id}).",
            f"Đề nghị thêm dòng {row.id}: [{blanks}] rồi thay ~ bằng số liệu.",
        )
    elif row.id in statistics.typed:
        typed = statistics.typed[row.id]
        filled = typed | row.not_applicable
        missing = (c.id for c in form.typed_columns() if c.id not in filled)
        names = ", ".join(form.column_names[column] for column in missing if column not in absent)
        if names:
            yield RULE.error(
                at.span,
                f"Chỉ tiêu «{row.name}» ({row.id}) chưa điền cột: {names}.",
                "Đề nghị điền đủ các cột, chỗ chưa có số liệu viết ~.",
            )


def _check_list_row(row: Row, statistics: Statistics) -> Diagnostics:
    """Yield each blank label of a row that has other cells filled in."""
    cells = statistics.rows[row.id].cells
    columns = statistics.form.typed_columns(row)
    if all(column.id not in cells or cells[column.id].text.is_blank for column in columns):
        return
    for column in columns:
        cell = cells.get(column.id)
        if column.role is ColumnRole.LABEL and (cell is None or cell.text.is_blank):
            first = next(cells[c.id].text for c in columns if c.id in cells)
            yield RULE.error(
                (first if cell is None else cell.text).span,
                f"Dòng này của danh sách chưa ghi «{statistics.form.column_names[column.id]}».",
                "Đề nghị ghi rõ; dòng thừa thì xóa cả dòng.",
            )


def _absent_columns(statistics: Statistics) -> tuple[str, ...]:
    """Return the columns that no row has; none if no row is typed column by column."""
    typed = frozenset[str]().union(*statistics.typed.values())
    given = [row for row in statistics.form.rows if row.role is RowRole.GIVEN]
    applicable = (
        column.id
        for column in statistics.form.typed_columns()
        if any(column.id not in row.not_applicable for row in given)
    )
    return tuple(column for column in applicable if column not in typed) if typed else ()


def _missing_columns(at: Text, form: Form, columns: tuple[str, ...]) -> Diagnostic:
    names = ", ".join(form.column_names[column] for column in columns)
    return RULE.error(
        at.span,
        f"Biểu «{form.name}» chưa điền cột: {names}.",
        "Đề nghị thêm nhóm cột ấy với mọi chỉ tiêu, chỗ chưa có số liệu viết ~.",
    )


def _missing_list(at: Text, row: Row) -> Diagnostic:
    return RULE.error(
        at.span,
        f"Chưa có danh sách «{row.name}» ({row.id}).",
        f"Đề nghị thêm khóa {row.id}: và viết mỗi dòng một mục; không có mục nào thì viết ~.",
    )
