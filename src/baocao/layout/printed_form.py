"""The text of a form's cells as printed: labels, codes, numbers by Vietnamese custom, words.

Footnotes are called by raised figures, in the order of the print; the same words once.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from baocao.calc.tabulation import Tabulation
from baocao.model.form import Column, ColumnRole, Form, Row
from baocao.vietnamese.figures import format_figure

CellTexts = tuple[tuple[str, ...], ...]
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@lru_cache(maxsize=64)  # most units share the campaign's form
def footnote_marks(form: Form) -> Mapping[str, str]:
    """Return the mark of each footnote of a form, in the order of the print, such as `¹`."""
    cells = (cell for column in form.columns for cell in column.walk())
    notes = dict.fromkeys(
        (*(cell.footnote for cell in cells if cell.footnote), *_notes_of_rows(form))
    )
    return {note: str(place).translate(_RAISED) for place, note in enumerate(notes, start=1)}


def printed_title(column: Column, marks: Mapping[str, str]) -> str:
    return f"{column.title}{marks.get(column.footnote, '')}"


def printed_rows(tabulation: Tabulation) -> CellTexts:
    """Return the text of every cell, row by row, from left to right."""
    form = tabulation.form
    marks = footnote_marks(form)
    places = {id(leaf): place for place, leaf in enumerate(_label_columns(form))}
    columns = (
        _labels(tabulation, leaf, places[id(leaf)], marks)
        if leaf.role is ColumnRole.LABEL
        else _column(tabulation, leaf)
        for leaf in form.leaves
    )
    return tuple(zip(*columns, strict=True))


def _label_columns(form: Form) -> Iterator[Column]:
    return (leaf for leaf in form.leaves if leaf.role is ColumnRole.LABEL)


def _notes_of_rows(form: Form) -> Iterator[str]:
    return (row.footnote for row in form.rows if row.footnote)


def _labels(
    tabulation: Tabulation, leaf: Column, place: int, marks: Mapping[str, str]
) -> Iterator[str]:
    """Yield each row's text in the label column at `place`, as typed in an added row."""
    for row in tabulation.form.rows:
        label = row.labels[place] if place < len(row.labels) else ""
        typed = tabulation.words.get(row.id, {}).get(leaf.id, label)
        is_marked = row.footnote and not any(row.labels[place + 1 :])
        yield f"{typed}{marks[row.footnote]}" if is_marked and typed else typed


def _column(tabulation: Tabulation, leaf: Column) -> Iterator[str]:
    rows = tabulation.form.rows
    match leaf.role:
        case ColumnRole.ORDINAL:
            return (row.ordinal for row in rows)
        case ColumnRole.CODE:
            return (row.code for row in rows)
        case ColumnRole.MEASURE:
            return (row.measure for row in rows)
        case _:
            return (_typed_or_computed(tabulation, row, leaf) for row in rows)


def _typed_or_computed(tabulation: Tabulation, row: Row, leaf: Column) -> str:
    if not row.role.has_figures:
        return ""
    if leaf.id in row.not_applicable:
        return tabulation.form.not_applicable
    return (_figure if leaf.role.is_numeric else _words)(tabulation, row, leaf)


def _figure(tabulation: Tabulation, row: Row, leaf: Column) -> str:
    value = tabulation.values[row.id][leaf.id]
    if value is None:
        return tabulation.form.blank
    return format_figure(value, tabulation.form.decimals(row, leaf))


def _words(tabulation: Tabulation, row: Row, leaf: Column) -> str:
    source = row.copied_from if row.copied_from is not None else row.id
    return tabulation.words.get(source, {}).get(leaf.id, "")
