"""The JSON Schema of one row of a form, as far as it is typed in some of the columns."""

import json
from collections.abc import Iterator

from baocao.authoring.column_groups import Columns
from baocao.authoring.guidance import (
    column_limits,
    column_path,
    input_of_column,
    row_caption,
    row_path,
)
from baocao.authoring.schema.json_schema import (
    PLACEHOLDER,
    SCALARS,
    Definitions,
    Json,
    if_type,
    message_of,
    must_match,
    refuse,
    refuse_all_but,
    refuse_other,
    regex_of,
    snippet,
)
from baocao.authoring.schema.record import any_number
from baocao.load.records.messages import malformed_date, malformed_value, unknown_key
from baocao.load.unit.cells import MARKED, UNMARKED
from baocao.load.unit.figure_messages import (
    barred_cell,
    cell_word,
    cells_expected,
    nested_figures,
    not_a_figure,
    wrong_figure_count,
)
from baocao.model.form import PERCENT, Column, ColumnRole, Form, Row
from baocao.model.scalars import DATE

_FIGURE = r"[-−]?[0-9][0-9.,\s]*"


def row_conditions(
    form: Form, row: Row, columns: Columns, definitions: Definitions, repeats: str = ""
) -> Iterator[Json]:
    """Yield what a row must be: its cells in order, or a mapping of its columns, or blank.

    `repeats` is a pattern of the ids of columns that a unit adds. With those, the place of a cell
    in the row doesn't tell its column.
    """
    cells = [_cell_schema(form, row, column) for column in columns]
    is_uniform = all(cell == cells[0] for cell in cells)
    if not repeats:
        yield if_type("array", {"items": _titles(form, row, columns)})
    if is_uniform:
        yield if_type("array", {"items": cells[0]})
    elif not repeats:
        items = [definitions.refer(cell) for cell in cells]
        counted = {"type": "array", "minItems": len(columns), "maxItems": len(columns)}
        yield {"if": counted, "then": {"items": items}}
    shown = {column.id: _shown(form, column) for column in columns}
    yield if_type("object", {"properties": shown})
    yield if_type("object", _named(columns, cells, definitions, repeats))
    yield _counted(form, row, columns, is_open=bool(repeats))
    wrong_type = message_of(cells_expected(row, PLACEHOLDER, len(columns)))
    if len(columns) == 1 and not repeats:
        yield {"if": {"type": list(SCALARS)}, "then": cells[0]}
    else:
        yield from refuse_other(("array", "object"), wrong_type)


def blank_row(form: Form, row: Row, columns: Columns, first: int = 1) -> str:
    """Return a snippet of a blank row; its cells are the cursor's stops from `first` on."""
    cells = [
        _typed(form.not_applicable) if column.id in row.not_applicable else f"${{{stop}:~}}"
        for stop, column in enumerate(columns, start=first)
    ]
    return cells[0] if len(cells) == 1 else f"[{', '.join(cells)}]"


def _typed(words: str) -> str:
    """Return words as YAML has them in a row, quoted if they hold a sign with a meaning."""
    is_plain = all(char.isalnum() or char == " " for char in words)
    return words if is_plain else json.dumps(words, ensure_ascii=False)


def _titles(form: Form, row: Row, columns: Columns) -> list[Json]:
    description = row_path(form, row) if row in form.rows else row_caption(row)
    return [
        {"title": " › ".join(column_path(form, column)), "description": description}
        for column in columns
    ]


def _shown(form: Form, column: Column) -> Json:
    """Return the hover text and the completion of a column's key.

    Its value is checked under `patternProperties`: here the editor would complete it twice.
    """
    takes = input_of_column(column)
    choices = [snippet(choice, _typed(choice)) for choice in column.choices]
    return {
        "title": " › ".join(column_path(form, column)),
        "description": "\n\n".join((f"Ghi {takes}.", *column_limits(form, column))),
        "defaultSnippets": choices or [snippet(takes, "${1:~}")],
    }


def _named(columns: Columns, cells: list[Json], definitions: Definitions, repeats: str) -> Json:
    unknown = unknown_key(PLACEHOLDER, tuple(column.id for column in columns))
    known = {
        f"^{column.id}$": definitions.refer(cell)
        for column, cell in zip(columns, cells, strict=True)
    }
    return {
        "patternProperties": {**known, **({repeats: {}} if repeats else {})},
        "additionalProperties": False,
        "errorMessage": message_of(unknown),
    }


def _counted(form: Form, row: Row, columns: Columns, *, is_open: bool) -> Json:
    titles = ", ".join(form.column_names[column.id] for column in columns)
    hint = wrong_figure_count(PLACEHOLDER.span, 0, row, columns).hint
    cell = cell_word(columns)
    if is_open:
        words = f"Chỉ tiêu «{row.name}» cần ít nhất {len(columns)} {cell} ({titles}). {hint}"
        return refuse(("array",), words, maxItems=len(columns) - 1)
    words = f"Chỉ tiêu «{row.name}» cần {len(columns)} {cell} ({titles}). {hint}"
    counted = {"minItems": len(columns), "maxItems": len(columns)}
    return refuse(("array",), words, **{"not": counted})


def _cell_schema(form: Form, row: Row, column: Column) -> Json:
    if column.id in row.not_applicable:
        fault = barred_cell(PLACEHOLDER, row, form.column_names[column.id])
        return _one_of((form.not_applicable,), message_of(fault))
    if column.role is ColumnRole.FIGURE:
        regex = f"{_FIGURE}%?" if form.measure(row, column) == PERCENT else _FIGURE
        wrong = message_of(not_a_figure(PLACEHOLDER, row))
        return _matching(regex, ("string", "number", "null"), wrong)
    if column.role is ColumnRole.DATE:
        wrong = message_of(malformed_date(PLACEHOLDER))
        return _matching(DATE.pattern, ("string", "null"), wrong)
    if column.role is ColumnRole.CHOICE:
        expected = f"một trong các giá trị {', '.join(column.choices)}"
        return _one_of(column.choices, message_of(malformed_value(PLACEHOLDER, expected)))
    if column.role is ColumnRole.MARK:
        wrong = message_of(malformed_value(PLACEHOLDER, "x nếu có, ~ nếu không"))
        return _one_of((*MARKED, *UNMARKED), wrong)
    return refuse_all_but(SCALARS, message_of(nested_figures(PLACEHOLDER, row)))


def _one_of(choices: tuple[str, ...], wrong: str) -> Json:
    """Refuse all but these choices; blanks within them may differ."""
    types = ("string", "null", *(("number",) if any_number(choices) else ()))
    return _matching(regex_of(choices).replace(" ", r"\s+"), types, wrong)


def _matching(regex: str, types: tuple[str, ...], wrong: str) -> Json:
    return {**must_match(regex, wrong), "allOf": [refuse_all_but(types, wrong)]}
