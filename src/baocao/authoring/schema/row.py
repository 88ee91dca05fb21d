"""The JSON Schema of one row of a form, as far as it is typed in some of the columns."""

import json
from collections.abc import Iterator

from baocao.authoring.column_groups import Columns
from baocao.authoring.guidance import (
    column_limits,
    column_path,
    column_takes,
    row_caption,
    row_path,
)
from baocao.authoring.schema.json_schema import (
    SCALARS,
    SOMETHING,
    Definitions,
    Json,
    matching,
    one_of,
    refuse,
    refuse_all_but,
    refuse_words,
    sentence,
    snippet,
)
from baocao.authoring.schema.record import any_number
from baocao.load.records.messages import malformed_date, malformed_value, unknown_key
from baocao.load.unit.cells import MARKED, UNMARKED, unlike_row
from baocao.load.unit.figure_messages import (
    barred_cell,
    cell_word,
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
    """Give what a row must be: its cells in order, or a mapping of its columns, or blank.

    `repeats` describes the ids of columns that a unit adds; with these nobody knows which cell
    stands where.
    """
    cells = [_cell(form, row, column) for column in columns]
    is_uniform = all(cell == cells[0] for cell in cells)
    if not repeats:
        yield {"if": {"type": "array"}, "then": {"items": _titles(form, row, columns)}}
    if is_uniform:
        yield {"if": {"type": "array"}, "then": {"items": cells[0]}}
    elif not repeats:
        items = [definitions.refer(cell) for cell in cells]
        counted = {"type": "array", "minItems": len(columns), "maxItems": len(columns)}
        yield {"if": counted, "then": {"items": items}}
    shown = {column.id: _shown(form, column) for column in columns}
    yield {"if": {"type": "object"}, "then": {"properties": shown}}
    yield {"if": {"type": "object"}, "then": _named(columns, cells, definitions, repeats)}
    yield _counted(form, row, columns, is_open=bool(repeats))
    unlike = sentence(unlike_row(row, SOMETHING, len(columns)))
    if len(columns) == 1 and not repeats:
        yield {"if": {"type": list(SCALARS)}, "then": cells[0]}
    else:
        yield refuse_all_but(("array", "object", "null", "string"), unlike)
        yield refuse_words(unlike)


def blanks(form: Form, row: Row, columns: Columns, first: int = 1) -> str:
    """Give a row that waits for its cells, the cursor on each in turn, at its stop `first`."""
    cells = [
        _typed(form.not_applicable) if column.id in row.not_applicable else f"${{{stop}:~}}"
        for stop, column in enumerate(columns, start=first)
    ]
    return cells[0] if len(cells) == 1 else f"[{', '.join(cells)}]"


def _typed(words: str) -> str:
    """Write words as they are typed in a row: in quotes where a sign in them may mean something."""
    is_plain = all(char.isalnum() or char == " " for char in words)
    return words if is_plain else json.dumps(words, ensure_ascii=False)


def _titles(form: Form, row: Row, columns: Columns) -> list[Json]:
    description = row_path(form, row) if row in form.rows else row_caption(row)
    return [
        {"title": " › ".join(column_path(form, column)), "description": description}
        for column in columns
    ]


def _shown(form: Form, column: Column) -> Json:
    """Give what an editor shows of a column's key, and inserts for it.

    What the key takes stands elsewhere, as patterns: else the editor would offer it twice.
    """
    takes = column_takes(column)
    choices = [snippet(choice, _typed(choice)) for choice in column.choices]
    return {
        "title": " › ".join(column_path(form, column)),
        "description": "\n\n".join((f"Ghi {takes}.", *column_limits(form, column))),
        "defaultSnippets": choices or [snippet(takes, "${1:~}")],
    }


def _named(columns: Columns, cells: list[Json], definitions: Definitions, repeats: str) -> Json:
    unknown = unknown_key(SOMETHING, tuple(column.id for column in columns))
    known = {
        f"^{column.id}$": definitions.refer(cell)
        for column, cell in zip(columns, cells, strict=True)
    }
    return {
        "patternProperties": {**known, **({repeats: {}} if repeats else {})},
        "additionalProperties": False,
        "errorMessage": sentence(unknown),
    }


def _counted(form: Form, row: Row, columns: Columns, *, is_open: bool) -> Json:
    titles = ", ".join(form.column_names[column.id] for column in columns)
    hint = wrong_figure_count(SOMETHING.span, 0, row, columns).hint
    cell = cell_word(columns)
    if is_open:
        words = f"Chỉ tiêu «{row.name}» cần ít nhất {len(columns)} {cell} ({titles}). {hint}"
        return refuse(("array",), words, maxItems=len(columns) - 1)
    words = f"Chỉ tiêu «{row.name}» cần {len(columns)} {cell} ({titles}). {hint}"
    counted = {"minItems": len(columns), "maxItems": len(columns)}
    return refuse(("array",), words, **{"not": counted})


def _cell(form: Form, row: Row, column: Column) -> Json:
    if column.id in row.not_applicable:
        fault = barred_cell(SOMETHING, row, form.column_names[column.id])
        return _scalar(sentence(fault), choices=(form.not_applicable,))
    if column.role is ColumnRole.FIGURE:
        regex = f"{_FIGURE}%?" if form.measure(row, column) == PERCENT else _FIGURE
        wrong = sentence(not_a_figure(SOMETHING, row))
        return {
            **matching(regex, wrong),
            "allOf": [refuse_all_but(("string", "number", "null"), wrong)],
        }
    if column.role is ColumnRole.DATE:
        wrong = sentence(malformed_date(SOMETHING))
        return {
            **matching(DATE.pattern, wrong),
            "allOf": [refuse_all_but(("string", "null"), wrong)],
        }
    if column.role is ColumnRole.CHOICE:
        expected = f"một trong các giá trị {', '.join(column.choices)}"
        return _scalar(sentence(malformed_value(SOMETHING, expected)), choices=column.choices)
    if column.role is ColumnRole.MARK:
        wrong = sentence(malformed_value(SOMETHING, "x nếu có, ~ nếu không"))
        return _scalar(wrong, choices=(*MARKED, *UNMARKED))
    return refuse_all_but(SCALARS, sentence(nested_figures(SOMETHING, row)))


def _scalar(wrong: str, choices: tuple[str, ...]) -> Json:
    """Refuse what is none of these words, whatever blanks part them."""
    regex = one_of(choices).replace(" ", r"\s+")
    types = ("string", "null", *(("number",) if any_number(choices) else ()))
    return {**matching(regex, wrong), "allOf": [refuse_all_but(types, wrong)]}
