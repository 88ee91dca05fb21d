"""The layout of a form's table: orientation of the sheet, size of the text, widths of columns.

The layout is that of the first of these steps by which the table fits:

1. 12 pt, text columns of 40 mm or more, wide number columns, on the sheet that the author names; if
   none is named, in portrait, else in landscape;
2. text columns of 24 mm or more, figure columns as narrow as their longest figure and word;
3. the same at 11, 10, 9, 8 and 7 pt.

No word and no figure is ever broken; a table that the last step does not fit is not printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from baocao.calc.tabulation import tabulate
from baocao.layout.printed_form import CellTexts, footnote_marks, printed_rows, printed_title
from baocao.layout.typeface import longest_mm, longest_word_mm, width_mm
from baocao.model.document import (
    CELL_PADDING_MM,
    GENERAL_SIZE_PT,
    NARROW_BELOW_PT,
    NARROW_CELL_PADDING_MM,
    Orientation,
)
from baocao.model.form import Column, ColumnRole, Form

TEXT_WIDTHS_MM = {Orientation.PORTRAIT: 165.0, Orientation.LANDSCAPE: 247.0}
SMALLEST_SIZE_PT = 7.0
_SIZES_PT = (GENERAL_SIZE_PT, 11.0, 10.0, 9.0, 8.0, SMALLEST_SIZE_PT)
_AIRY_MM = {ColumnRole.ORDINAL: 11.0, ColumnRole.MARK: 11.0, ColumnRole.CODE: 13.0}
_AIRY_OTHER_MM, _AIRY_TEXT_MM, _NARROW_TEXT_MM = 18.0, 40.0, 24.0
_EDGE_MM = 1.0 / GENERAL_SIZE_PT  # a point, for the border and other printers' metrics
_FLOWING = (ColumnRole.LABEL, ColumnRole.WORDS)
_PRINTED = (ColumnRole.ORDINAL, ColumnRole.CODE, ColumnRole.MEASURE)
_BROKEN = (
    ColumnRole.MEASURE,
    ColumnRole.CHOICE,
)  # breaks between words, so as narrow as its longest word
_WIDEST_FLOW_MM = 90.0  # caps a text's preferred width when columns share the rest


@dataclass(frozen=True, slots=True)
class TableFit:
    """A table's place on the sheet; `widths_mm` of its columns add up to the text's width."""

    orientation: Orientation
    size_pt: float
    widths_mm: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Column:
    """The widths of a column at one size; `preferred_mm` is zero if its text does not flow."""

    minimum_mm: float
    preferred_mm: float = 0


def fit(form: Form, texts: CellTexts) -> TableFit | None:
    """Return the layout by the first step that fits the sheet, None if none does."""
    sheets = _sheets(form)
    for orientation in sheets:
        widths = _fitted(form, texts, GENERAL_SIZE_PT, TEXT_WIDTHS_MM[orientation], airy=True)
        if widths is not None:
            return TableFit(orientation, GENERAL_SIZE_PT, widths)
    for size in _SIZES_PT:
        widths = _fitted(form, texts, size, TEXT_WIDTHS_MM[sheets[-1]], airy=False)
        if widths is not None:
            return TableFit(sheets[-1], size, widths)
    return None


def as_portrait(form: Form) -> Form:
    """Return the form as it is printed inside a report, whose sheets are upright."""
    return replace(form, landscape=False)


def fits(form: Form, texts: CellTexts) -> bool:
    """Return whether a form fits its sheet at least by the last step."""
    return minimum_width_mm(form, texts) <= TEXT_WIDTHS_MM[_sheets(form)[-1]]


def fits_with(form: Form, cell: str) -> bool:
    """Return whether a form surely fits with this text in every column.

    Columns of words count as twice as wide, labels too, which a unit types in lists.
    """
    roles = [leaf.role for leaf in form.leaves]
    filled = sum(1 if role.is_numeric else 2 for role in roles if role not in _PRINTED)
    wide = width_mm(cell, SMALLEST_SIZE_PT, bold=True)
    most = _blank_width_mm(form) + wide * filled
    return most <= TEXT_WIDTHS_MM[_sheets(form)[-1]]


@lru_cache(maxsize=64)
def _blank_width_mm(form: Form) -> float:
    return minimum_width_mm(form, printed_rows(tabulate(form, None)))


def _sheets(form: Form) -> tuple[Orientation, ...]:
    if form.landscape is None:
        return (Orientation.PORTRAIT, Orientation.LANDSCAPE)
    return (Orientation.LANDSCAPE if form.landscape else Orientation.PORTRAIT,)


def minimum_width_mm(form: Form, texts: CellTexts) -> float:
    """Return the width that a form needs at the smallest size."""
    return sum(column.minimum_mm for column in _columns(form, texts, SMALLEST_SIZE_PT, airy=False))


def _fitted(
    form: Form, texts: CellTexts, size: float, text_mm: float, *, airy: bool
) -> tuple[float, ...] | None:
    columns = _columns(form, texts, size, airy=airy)
    left = text_mm - sum(column.minimum_mm for column in columns)
    if left < 0:
        return None
    wishes = [max(0.0, column.preferred_mm - column.minimum_mm) for column in columns]
    wished = sum(wishes)
    if not any(column.preferred_mm for column in columns):
        shares = [left / len(columns)] * len(columns)
    elif wished:
        shares = [left * wish / wished for wish in wishes]
    else:
        flowing = sum(1 for column in columns if column.preferred_mm)
        shares = [left / flowing if column.preferred_mm else 0.0 for column in columns]
    return tuple(
        round(column.minimum_mm + share, 2) for column, share in zip(columns, shares, strict=True)
    )


def _columns(form: Form, texts: CellTexts, size: float, *, airy: bool) -> list[_Column]:
    marks = footnote_marks(form)
    columns = [
        _column(leaf, printed_title(leaf, marks), cells, size, airy=airy)
        for leaf, cells in zip(form.leaves, zip(*texts, strict=True), strict=True)
    ]
    first = 0
    for top in form.columns:
        first = _widened(top, columns, first, size, marks)
    return columns


def _column(
    leaf: Column, title: str, cells: tuple[str, ...], size: float, *, airy: bool
) -> _Column:
    edges = cell_margins_mm(size)
    head = longest_word_mm((title, leaf.symbol), size, bold=True) + edges
    if leaf.role in _FLOWING:
        words = longest_word_mm(cells, size, bold=True) + edges
        narrowest = _AIRY_TEXT_MM if airy else _NARROW_TEXT_MM * size / GENERAL_SIZE_PT
        least = max(narrowest, head, words)
        if leaf.merged:  # its cells are several rows high
            return _Column(least)
        wish = min(longest_mm(cells, size, bold=True) + edges, _WIDEST_FLOW_MM)
        return _Column(least, max(least + 1, wish))
    longest = longest_word_mm if leaf.role in _BROKEN else longest_mm
    whole = longest(cells, size, bold=True) + edges
    air = _AIRY_MM.get(leaf.role, _AIRY_OTHER_MM) if airy else 0.0
    return _Column(max(head, whole, air))


def _widened(
    cell: Column, columns: list[_Column], first: int, size: float, marks: Mapping[str, str]
) -> int:
    """Widen the columns under a head to its longest word; return the next column's place."""
    if not cell.children:
        return first + 1
    last = first
    for child in cell.children:
        last = _widened(child, columns, last, size, marks)
    title = printed_title(cell, marks)
    needed = longest_word_mm((title,), size, bold=True) + cell_margins_mm(size)
    lacking = needed - sum(column.minimum_mm for column in columns[first:last])
    if lacking > 0:
        for place in range(first, last):
            column = columns[place]
            columns[place] = _Column(
                column.minimum_mm + lacking / (last - first), column.preferred_mm
            )
    return last


def cell_margins_mm(size: float) -> float:
    """Return the width of a cell's padding and borders at one size."""
    padding = NARROW_CELL_PADDING_MM if size < NARROW_BELOW_PT else CELL_PADDING_MM
    return 2 * padding + _EDGE_MM * size
