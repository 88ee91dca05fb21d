"""A list to which a unit adds rows, before it has any: its key, and a row to copy."""

from collections.abc import Iterator
from dataclasses import replace

from baocao.authoring.column_groups import Columns
from baocao.authoring.guidance import input_of_column, row_caption, row_notes
from baocao.authoring.scaffold.column_heads import blank_cells, header_lines
from baocao.authoring.scaffold.yaml_text import comment
from baocao.model.form import ColumnRole, Form, Row, RowRole

_MARK = "# "


def added_rows(form: Form, row: Row, *, indent: int) -> Iterator[str]:
    """Yield the list `row` with as many blank rows as it must have; if none, one in a comment."""
    columns = form.typed_columns(replace(row, role=RowRole.ADDED))
    is_commented = row.min_rows == 0
    yield from comment(
        f"{row_caption(row)}: {_instruction(row)}", indent=indent, hanging=3 - indent
    )
    for note in row_notes(form, row):
        yield from comment(note, indent=3)
    if all(column.role is ColumnRole.FIGURE for column in columns):
        yield from header_lines(form, columns, len(_MARK if is_commented else "") + len("  - ["))
        sample: tuple[str, ...] = (f"  - [{blank_cells(form, row, columns)}]",)
    else:
        yield from _takes(form, row, columns)
        sample = tuple(_named(row, columns))
    yield f"{row.id}:"
    for line in sample * max(1, row.min_rows):
        yield f"{_MARK if is_commented else ''}{line}"


def _instruction(row: Row) -> str:
    least = f"ít nhất {row.min_rows} dòng" if row.min_rows else ""
    most = f"nhiều nhất {row.max_rows} dòng" if row.max_rows is not None else ""
    limits = ", ".join(filter(None, (least, most)))
    told = f"danh sách, đơn vị tự thêm dòng{f' ({limits})' if limits else ''}."
    if row.min_rows:
        return f"{told} Thêm dòng thì viết tiếp như mẫu dưới khóa."
    return f"{told} Viết theo mẫu dưới khóa, bỏ dấu # và dấu cách ở đầu; không có thì để nguyên."


def _takes(form: Form, row: Row, columns: Columns) -> Iterator[str]:
    width = max(len(column.id) for column in columns) + 1
    for column in columns:
        if column.id in row.not_applicable:
            continue
        takes = f"{form.column_names[column.id]} ({input_of_column(column)})"
        key = f"{column.id}:"
        yield from comment(f"{key:\u00a0<{width}} {takes}", indent=3, hanging=width + 1)


def _named(row: Row, columns: Columns) -> Iterator[str]:
    asked = [column.id for column in columns if column.id not in row.not_applicable]
    for place, column_id in enumerate(asked):
        yield f"  {'- ' if place == 0 else '  '}{column_id}: ~"
