"""The comment lines over the cells of a scaffold: notes on the columns, and their titles."""

from collections.abc import Iterator
from itertools import groupby, zip_longest
from operator import itemgetter
from textwrap import wrap

from baocao.authoring.column_groups import GAP, Columns, column_width
from baocao.authoring.guidance import column_path, notes_on_columns
from baocao.authoring.scaffold.yaml_text import comment, scalar
from baocao.model.form import Form, Row


def note_lines(form: Form, columns: Columns) -> Iterator[str]:
    """Yield the notes on the columns and, if there are any, a blank line."""
    found = tuple(notes_on_columns(form, columns))
    for note in found:
        yield from comment(note, hanging=2)
    if found:
        yield ""


def header_lines(form: Form, columns: Columns, start: int) -> Iterator[str]:
    """Yield the titles over columns that begin `start` characters in, parents centred, as in print.

    The symbols of the columns, if the form has them, stand in a line of their own.
    """
    paths = [column_path(form, column) for column in columns]
    widths = [column_width(form, column) for column in columns]
    for level in range(max(map(len, paths), default=1) - 1):
        above = [path[:-1][: level + 1] for path in paths]
        padded = [titles + ("",) * (level + 1 - len(titles)) for titles in above]
        groups = groupby(zip(padded, widths, strict=True), itemgetter(0))
        spans = [(titles, [width for _, width in same]) for titles, same in groups]
        parents = [(sum(same) + GAP * (len(same) - 1), titles[level]) for titles, same in spans]
        yield from _lines(parents, start, "^")
    yield from _lines(list(zip(widths, (path[-1] for path in paths), strict=True)), start, ">")
    if any(column.symbol for column in columns):
        symbols = [column.symbol for column in columns]
        yield from _lines(list(zip(widths, symbols, strict=True)), start, ">")


def blank_cells(form: Form, row: Row, columns: Columns) -> str:
    """Join the blank cells of a row, each right-aligned in its column, by commas."""
    not_applicable = scalar(form.not_applicable)
    cells = ((not_applicable if c.id in row.not_applicable else "~", c) for c in columns)
    return ", ".join(f"{text:>{column_width(form, column)}}" for text, column in cells)


def _lines(row: list[tuple[int, str]], start: int, align: str) -> Iterator[str]:
    """Yield a row of titles, each wrapped in its width and aligned at the bottom."""
    wrapped = [wrap(title, width)[::-1] for width, title in row]
    for line in reversed(list(zip_longest(*wrapped, fillvalue=""))):
        titles = (f"{text:{align}{width}}" for (width, _), text in zip(row, line, strict=True))
        yield f"#{' ' * (start - 1)}{(' ' * GAP).join(titles)}".rstrip()
