"""A unit's `so-lieu.yaml`: one line a row, its figures in the order of the printed columns.

Where a campaign has one form, the rows stand at the top; where it has several, under the form's id.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load import tree
from baocao.load.file import read_root
from baocao.load.shape import place
from baocao.model.content import Cell, RowFigures, Statistics
from baocao.model.form import Form, Row
from baocao.model.text import Source, Text
from baocao.rules import (
    ambiguous_figure,
    missing_form,
    not_a_figure,
    overfull_file,
    unknown_key,
    unknown_row,
    wrong_figure_count,
    wrong_shape,
)
from baocao.suggestion import nearest
from baocao.vietnamese.figures import FigureProblem, parse_figure

Faults = list[Diagnostic]
_CURLY = ("“", "”", "‘", "’", "«")


def read_statistics(
    path: Path, forms: Mapping[str, Form]
) -> tuple[Mapping[str, Statistics], tuple[Diagnostic, ...]]:
    """Read a unit's figures by form id; a row with any fault is left out of them."""
    source, root, diagnostics = read_root(path)
    if source is None or root is None:
        return {}, diagnostics
    faults: Faults = []
    if len(forms) == 1:
        only = next(iter(forms.values()))
        statistics = {only.id: _read_form(source, only, root, faults)}
    else:
        statistics = dict(_read_forms(source, forms, root, faults))
        if not statistics and not faults:  # the file says nothing, so no rule will see it
            faults += (missing_form.fault(source.span(0, 1), form) for form in forms.values())
    return statistics, diagnostics + tuple(faults)


def _read_forms(
    source: Source, forms: Mapping[str, Form], root: tree.Mapping, faults: Faults
) -> Iterator[tuple[str, Statistics]]:
    for key, (key_text, value) in root.entries.items():
        if key not in forms:
            faults.append(unknown_key.fault(key_text, tuple(forms)))
        elif isinstance(value, tree.Mapping):
            yield key, _read_form(source, forms[key], value, faults)
        elif not (isinstance(value, Text) and value.is_blank):
            if not isinstance(value, tree.Broken):
                advice = "Đề nghị viết các chỉ tiêu của biểu ở các dòng dưới, thụt vào hai ô."
                faults.append(
                    wrong_shape.fault(place(value).span, key, "một nhóm chỉ tiêu", advice)
                )
            rows = dict.fromkeys((row.id for row in forms[key].rows), key_text)
            yield key, Statistics(key, source, rows, {})  # typed, though none could be read


def _read_form(source: Source, form: Form, node: tree.Mapping, faults: Faults) -> Statistics:
    rows = {row.id: row for row in form.rows}
    keys: dict[str, Text] = {}
    meant: dict[str, Text] = {}
    figures: dict[str, RowFigures] = {}
    for key, (key_text, value) in node.entries.items():
        if len(faults) >= tree.MAX_FAULTS:
            faults.append(overfull_file.faults(key_text.span, tree.MAX_FAULTS))
            break
        if key not in rows and isinstance(value, tree.Broken):
            continue
        if key not in rows:
            faults.append(unknown_row.fault(key_text, form))
            meant[nearest(key, rows) or key] = key_text
            continue
        keys[key] = key_text
        cells = read_row(rows[key], value, form, faults)
        if cells is not None:
            figures[key] = RowFigures(key_text, cells)
    return Statistics(form.id, source, meant | keys, figures)


def read_row(row: Row, node: tree.Node, form: Form, faults: Faults) -> tuple[Cell, ...] | None:
    """Read a row's figures; None where any of them is wrong."""
    columns = form.figure_columns()
    if isinstance(node, tree.Broken):
        return None
    if isinstance(node, Text) and node.is_blank:
        return tuple(Cell(node, None) for _ in columns)
    if not isinstance(node, tree.Sequence):
        example = ", ".join("…" for _ in columns)
        faults.append(
            wrong_shape.fault(
                place(node).span,
                row.id,
                f"dãy {len(columns)} số trong dấu ngoặc vuông",
                f"Đề nghị viết {row.id}: [{example}], chỗ chưa có số liệu thì viết ~.",
            )
        )
        return None
    curly = next((i for i in node.items if isinstance(i, Text) and i.value[:1] in _CURLY), None)
    if curly is not None:
        faults.append(not_a_figure.in_curly_quotes(curly, row))
        return None
    if len(node.items) != len(columns):
        faults.append(wrong_figure_count.fault(node.place.span, len(node.items), row, columns))
        return None
    return _read_cells(row, node, faults)


def _read_cells(row: Row, node: tree.Sequence, faults: Faults) -> tuple[Cell, ...] | None:
    cells: list[Cell] = []
    for item in node.items:
        if isinstance(item, tree.Broken):
            continue
        if not isinstance(item, Text):
            faults.append(not_a_figure.nested(place(item), row))
        elif item.is_blank:
            cells.append(Cell(item, None))
        else:
            value = parse_figure(item.value.removesuffix(row.measure if row.measure == "%" else ""))
            if isinstance(value, Decimal):
                cells.append(Cell(item, value))
            else:
                faults.append(_unread(item, row, value))
    return tuple(cells) if len(cells) == len(node.items) else None


def _unread(text: Text, row: Row, problem: FigureProblem) -> Diagnostic:
    if problem is FigureProblem.DOT_IS_AMBIGUOUS:
        return ambiguous_figure.dot(text, row)
    if problem is FigureProblem.COMMA_IS_AMBIGUOUS:
        return ambiguous_figure.comma(text, row)
    if problem is FigureProblem.TOO_LONG:
        return not_a_figure.too_long(text, row)
    return not_a_figure.fault(text, row)
