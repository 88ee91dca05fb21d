"""The JSON Schema of a list to which a unit adds rows."""

from collections.abc import Iterator
from dataclasses import replace

from baocao.authoring.column_groups import Columns
from baocao.authoring.guidance import notes_on_columns, row_caption, row_notes, row_path
from baocao.authoring.schema.json_schema import (
    PLACEHOLDER,
    Definitions,
    Json,
    if_type,
    message_of,
    refuse,
    refuse_blank,
    refuse_other,
    snippet,
)
from baocao.authoring.schema.row import blank_row, row_conditions
from baocao.load.unit.figure_messages import list_expected, wrong_row_count
from baocao.load.unit.form_layout import MOST_ROWS
from baocao.model.form import ColumnRole, Form, Row, RowRole


def list_schema(form: Form, row: Row, definitions: Definitions, repeats: str) -> Json:
    """Return the schema of the list `row`; `repeats` as in `row_conditions`."""
    added = replace(row, role=RowRole.ADDED, id=f"{row.id}_1")
    columns = form.typed_columns(added)
    wrong_type = message_of(list_expected(PLACEHOLDER, row))
    proposed = _new_item(form, added, columns)
    item: Json = {
        "defaultSnippets": [snippet("một dòng của danh sách", proposed)],
        "allOf": list(row_conditions(form, added, columns, definitions, repeats)),
    }
    notes = (row_path(form, row), *row_notes(form, row), *notes_on_columns(form, columns))
    return {
        "title": row_caption(row),
        "description": "\n\n".join(notes),
        "defaultSnippets": [snippet("danh sách có một dòng", [proposed])],
        "allOf": [
            if_type("array", {"items": item}),
            *refuse_other(("array",), wrong_type),
            *_limits(row),
        ],
    }


def _limits(row: Row) -> Iterator[Json]:
    if row.min_rows:
        words = _not_so_many(row, 0)
        yield refuse(("array",), words, maxItems=row.min_rows - 1)
        yield refuse_blank(words)
    if row.max_rows is not None:
        words = _not_so_many(row, row.max_rows + 1)
        yield refuse(("array",), words, minItems=row.max_rows + 1)


def _not_so_many(row: Row, found: int) -> str:
    words = message_of(wrong_row_count(PLACEHOLDER, row, found, row.max_rows or MOST_ROWS))
    return words.replace(f" có {found} dòng, biểu", ": biểu")


def _new_item(form: Form, row: Row, columns: Columns) -> object:
    """Return a snippet of a row: figures in the order of the columns, else a mapping of columns."""
    if all(column.role is ColumnRole.FIGURE for column in columns):
        return blank_row(form, row, columns)
    asked = (column for column in columns if column.id not in row.not_applicable)
    return {column.id: f"${{{stop}:~}}" for stop, column in enumerate(asked, start=1)}
