"""The cells of one row of a form, as a unit typed them: in the order of the print, or by column."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from baocao.diagnostics import Diagnostic
from baocao.load.records.check import place
from baocao.load.records.messages import malformed_date, malformed_value, unknown_key, wrong_shape
from baocao.load.unit.figure_messages import (
    ambiguous_comma,
    ambiguous_dot,
    barred_cell,
    cell_word,
    cells_expected,
    figure_in_curly_quotes,
    figure_too_long,
    nested_figures,
    not_a_figure,
    wrong_figure_count,
)
from baocao.load.yaml import tree
from baocao.model.content import InputCell
from baocao.model.form import PERCENT, Column, ColumnRole, Form, Row
from baocao.model.text import Text
from baocao.vietnamese.dates import format_date_short, parse_date
from baocao.vietnamese.figures import FigureProblem, parse_figure
from baocao.vietnamese.text import squeeze

Faults = list[Diagnostic]
MARKED, UNMARKED = ("x", "X", "co"), ("khong",)
PRINTED_MARK = "x"
_BARRED = ("x", "X")
_CURLY = ("“", "”", "‘", "’", "«")


def read_cells(
    row: Row, node: tree.Node, form: Form, columns: tuple[Column, ...], faults: Faults
) -> Mapping[str, InputCell] | None:
    """Read the cells of a row in `columns`, by column id; None if one of them is wrong."""
    if isinstance(node, tree.Broken):
        return None
    if isinstance(node, Text) and node.is_blank:
        return {column.id: InputCell(node, None) for column in columns}
    if isinstance(node, Text) and len(columns) == 1:
        node = tree.Sequence((node,), node)
    if isinstance(node, tree.Mapping):
        items = dict(_by_column(node, columns, faults))
        is_whole = len(items) == len(node.entries)
    elif isinstance(node, tree.Sequence):
        if not _fits(row, node, columns, faults):
            return None
        items = {column.id: item for column, item in zip(columns, node.items, strict=True)}
        is_whole = True
    else:
        faults.append(cells_expected(row, place(node), len(columns), cell_word(columns)))
        return None
    asked = [column for column in columns if column.id in items]
    cells = {column.id: _cell(row, column, items[column.id], form, faults) for column in asked}
    read = {column: cell for column, cell in cells.items() if cell is not None}
    return read if is_whole and len(read) == len(items) else None


def _by_column(
    node: tree.Mapping, columns: tuple[Column, ...], faults: Faults
) -> Iterator[tuple[str, tree.Node]]:
    known = tuple(column.id for column in columns)
    for key, (key_text, value) in node.entries.items():
        if key in known:
            yield key, value
        else:
            faults.append(unknown_key(key_text, known))


def _fits(row: Row, node: tree.Sequence, columns: tuple[Column, ...], faults: Faults) -> bool:
    figures = all(column.role is ColumnRole.FIGURE for column in columns)
    curly = next((i for i in node.items if isinstance(i, Text) and i.value[:1] in _CURLY), None)
    if curly is not None and figures:
        faults.append(figure_in_curly_quotes(curly, row))
        return False
    if len(node.items) != len(columns):
        faults.append(wrong_figure_count(node.place.span, len(node.items), row, columns))
        return False
    return True


def _cell(
    row: Row, column: Column, node: tree.Node, form: Form, faults: Faults
) -> InputCell | None:
    if isinstance(node, Text) and node.is_blank:
        return InputCell(node, None)
    if isinstance(node, Text) and column.id in row.not_applicable:
        if node.stripped in (form.not_applicable, *_BARRED):
            return InputCell(node, None)
        faults.append(barred_cell(node, row, form.column_names[column.id]))
    elif isinstance(node, Text) and column.role is ColumnRole.FIGURE:
        return _figure(row, column, node, form, faults)
    elif isinstance(node, Text):
        return _words(column, node, faults)
    elif isinstance(node, tree.Broken):
        return None
    elif column.role.is_numeric:
        faults.append(nested_figures(place(node), row))
    else:
        advice = "Đề nghị viết lời trên một dòng, đặt trong dấu ngoặc kép nếu có dấu phẩy."
        name = form.column_names[column.id]
        faults.append(wrong_shape(place(node).span, name, "một lời văn", advice))
    return None


def _figure(row: Row, column: Column, text: Text, form: Form, faults: Faults) -> InputCell | None:
    typed = text.value
    if typed.endswith(PERCENT) and form.measure(row, column) == PERCENT:
        typed = typed.removesuffix(PERCENT)
    value = parse_figure(typed)
    if isinstance(value, Decimal):
        return InputCell(text, value)
    faults.append(_unread(text, row, form.decimals(row, column), value))
    return None


def _unread(text: Text, row: Row, decimals: int, problem: FigureProblem) -> Diagnostic:
    if problem is FigureProblem.DOT_IS_AMBIGUOUS:
        return ambiguous_dot(text, row, decimals)
    if problem is FigureProblem.COMMA_IS_AMBIGUOUS:
        return ambiguous_comma(text, row, decimals)
    if problem is FigureProblem.TOO_LONG:
        return figure_too_long(text, row)
    return not_a_figure(text, row)


def _words(column: Column, text: Text, faults: Faults) -> InputCell | None:
    typed = squeeze(text.value)
    if column.role is ColumnRole.DATE:
        return _date(text, typed, faults)
    printed = typed
    expected = ""
    if column.role is ColumnRole.CHOICE and typed not in column.choices:
        expected = f"một trong các giá trị {', '.join(column.choices)}"
    elif column.role is ColumnRole.MARK:
        printed = PRINTED_MARK if typed in MARKED else ""
        expected = "" if typed in (*MARKED, *UNMARKED) else "x nếu có, ~ nếu không"
    if expected:
        faults.append(malformed_value(text, expected))
        return None
    return InputCell(text, None, printed)


def _date(text: Text, typed: str, faults: Faults) -> InputCell | None:
    date = parse_date(typed)
    if date is None:
        faults.append(malformed_date(text))
        return None
    return InputCell(text, None, format_date_short(date))
