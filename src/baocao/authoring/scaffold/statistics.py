"""`so-lieu.yaml` for a unit that begins to fill in the forms."""

import textwrap
from collections.abc import Iterator

from baocao.authoring.column_groups import (
    NESTED,
    ColumnGroup,
    column_groups,
    key_width,
    with_default_groups,
)
from baocao.authoring.guidance import column_path, row_caption, row_notes
from baocao.authoring.scaffold.added_rows import added_rows
from baocao.authoring.scaffold.column_heads import blank_cells, header_lines, note_lines
from baocao.authoring.scaffold.template import render_for_unit
from baocao.authoring.scaffold.yaml_text import WIDTH, comment, scalar
from baocao.model.campaign import Campaign
from baocao.model.form import Column, Form, Row, RowRole
from baocao.workspace import STATISTICS_FILE

_RULE = f"# {'─' * (WIDTH - 2)}"


def statistics_scaffold(campaign: Campaign) -> str:
    """Return the text of a new `so-lieu.yaml`; of several forms each stands under its id."""
    forms = tuple(campaign.forms.values())
    margin = " " * NESTED if len(forms) > 1 else ""
    columns = [leaf for form in forms for leaf in form.leaves]
    groups = [g for form in forms for g in column_groups(with_default_groups(form), len(margin))]
    marks = (form.not_applicable for form in forms if any(r.not_applicable for r in form.rows))
    return render_for_unit(
        STATISTICS_FILE,
        roles={leaf.role.name for form in forms for leaf in form.typed_columns()},
        not_applicable=dict.fromkeys(marks),
        is_by_groups=any(group.id for group in groups),
        computed=dict.fromkeys(leaf.title for leaf in columns if leaf.role.is_computed),
        forms=[
            (form, textwrap.indent("\n".join(_single_spaced(_form(form, len(margin)))), margin))
            for form in forms
        ],
    )


def _single_spaced(lines: Iterator[str]) -> Iterator[str]:
    """Yield the lines, with runs of blank ones made one and none at the end."""
    is_waiting = False
    for line in lines:
        if line and is_waiting:
            yield ""
        if line:
            yield line
        is_waiting = not line


def _form(asked: Form, margin: int) -> Iterator[str]:
    form = with_default_groups(asked)
    for branch in asked.repeated_branches:
        yield from _repeatable(branch)
    groups = column_groups(form, margin)
    for place, group in enumerate(groups):
        yield ""
        if not group.id:
            yield from _rows(form, group, is_first=True)
            continue
        yield _RULE
        yield f"{group.id}:"
        for line in _rows(form, group, is_first=place == 0):
            yield " " * NESTED + line if line else line
    if groups[0].id:
        for row in form.rows:
            if row.role is RowRole.LIST:
                yield ""
                yield from added_rows(form, row, indent=0)


def _repeatable(branch: Column) -> Iterator[str]:
    titles = ", ".join(f"«{leaf.title}»" for leaf in branch.leaves() if leaf.role.is_typed)
    yield ""
    yield from comment(
        f"Nhóm cột «{branch.title}» lặp lại bao nhiêu lần cũng được: viết tên từng nhóm vào dãy "
        f"dưới đây, giữa hai tên có dấu phẩy. Thêm một nhóm thì ở mỗi chỉ tiêu thêm các ô {titles}."
    )
    yield f"{branch.id}: [{scalar(branch.title)}]"


def _rows(form: Form, group: ColumnGroup, *, is_first: bool) -> Iterator[str]:
    """Yield the heads of a group's columns, then the rows with their cells in it."""
    key = key_width(form)
    if form.typed_rows:
        yield from note_lines(form, group.columns)
        yield from _heads(form, group, key + 2)
    numbered = any(row.ordinal for row in form.rows)
    indent = 3 if numbered else 0
    for row in form.rows:
        if row.role is RowRole.LIST and group.id:
            continue
        if row.ordinal or not numbered:
            yield ""
        if row.role is RowRole.LIST:
            yield from added_rows(form, row, indent=0 if row.ordinal else indent)
            yield ""
            continue
        yield from _comments(form, row, indent, is_first=is_first)
        if row.role.is_typed:
            yield from _cells(form, row, group, key)


def _heads(form: Form, group: ColumnGroup, start: int) -> Iterator[str]:
    if len(group.columns) == 1:
        yield from comment(" › ".join(column_path(form, group.columns[0])))
        return
    if len(group.lines) > 1:
        yield from comment(
            f"Mỗi chỉ tiêu viết trên {len(group.lines)} dòng; đầu cột của từng dòng như sau:"
        )
    for place, line in enumerate(group.lines):
        if place:
            yield "#"
        yield from header_lines(form, line, start)


def _comments(form: Form, row: Row, indent: int, *, is_first: bool) -> Iterator[str]:
    caption = f"{row_caption(row)}{_origin(form, row)}"
    if row.ordinal:
        yield from comment(caption, hanging=indent)
    else:
        yield from comment(caption, indent=indent)
    if is_first:
        for note in row_notes(form, row):
            yield from comment(note, indent=indent)


def _origin(form: Form, row: Row) -> str:
    """Return where the figures of a computed row come from; empty for a typed one."""
    if row.role in (RowRole.TOTAL, RowRole.FORMULA):
        return ": máy tự tính."
    if row.copied_from is not None:
        return f": máy lấy số liệu của «{form.rows_by_id[row.copied_from].name}»."
    return ""


def _cells(form: Form, row: Row, group: ColumnGroup, key: int) -> Iterator[str]:
    lines = tuple(blank_cells(form, row, line) for line in group.lines)
    if len(group.columns) == 1:
        yield f"{f'{row.id}:':<{key}} {lines[0].strip()}"
        return
    for place, line in enumerate(lines):
        start = f"{f'{row.id}:':<{key}} [" if place == 0 else " " * (key + 2)
        yield f"{start}{line}{']' if place == len(lines) - 1 else ','}"
