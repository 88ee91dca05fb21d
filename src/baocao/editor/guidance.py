"""What leads a writer through outline and form: the notes of a scaffold and of an editor alike."""

from collections.abc import Iterator
from dataclasses import replace

from baocao.model.form import ColumnRole, Form, Row
from baocao.model.outline import Section
from baocao.vietnamese.figures import format_figure


def section_notes(section: Section) -> Iterator[str]:
    """Say how long the answer is to be, where the outline says so."""
    fewest, most = section.fewest_words, section.most_words
    if fewest and most is not None:
        yield f"Viết từ {fewest} đến {most} chữ."
    elif fewest:
        yield f"Viết ít nhất {fewest} chữ."
    elif most is not None:
        yield f"Viết nhiều nhất {most} chữ."


def row_caption(row: Row) -> str:
    """Give the row as the form prints it, and in what it is measured."""
    ordinal = f"{row.ordinal}." if row.ordinal[-1:].isalnum() else row.ordinal
    places = f"lấy đến {row.decimals} số lẻ" if row.decimals else ""
    measure = ", ".join(filter(None, (row.measure, places)))
    return " ".join(filter(None, (ordinal, row.name, f"({measure})" if measure else "")))


def row_path(form: Form, row: Row) -> str:
    """Give the row's caption, after the numbered row that it stands under where it has no number.

    A form may have several rows «Giá trị làm lợi», each of another.
    """
    numbered = [other for other in form.rows[: form.rows.index(row)] if other.ordinal]
    if row.ordinal or not numbered:
        return row_caption(row)
    above = row_caption(replace(numbered[-1], measure="", decimals=0))
    return f"{above} › {row_caption(row)}"


def row_notes(form: Form, row: Row) -> Iterator[str]:
    """Say what the row's figures must agree with, after the author's own hint."""
    names = {other.id: other.name for other in form.rows}
    if row.hint:
        yield row.hint
    if row.parts:
        yield f"Bằng tổng của: {'; '.join(names[part] for part in row.parts)}."
    if row.whole is not None:
        yield f"Không lớn hơn «{names[row.whole]}»."
    if row.most is not None:
        yield f"Từ {format_figure(row.least)} đến {format_figure(row.most)}."
    elif row.least:
        yield f"Không nhỏ hơn {format_figure(row.least)}."


def column_paths(form: Form) -> tuple[tuple[str, ...], ...]:
    """Give the titles over each figure column, from the top of the header to the column's own."""
    leaves = (pair for column in form.columns for pair in column.paths())
    return tuple(path for leaf, path in leaves if leaf.role is ColumnRole.FIGURE)
