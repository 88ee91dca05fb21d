"""Forms as printed, cell by cell: a text stands where its cell begins, None elsewhere."""

from collections.abc import Iterable, Sequence
from itertools import count

from support.pdf_file import PdfFile
from support.word_file import Table, WordFile
from support.words import flat

Line = tuple[str | None, ...]
Grid = tuple[Line, ...]
Span = tuple[str, int, int]
"""A text with the columns and the rows that its cell goes over."""


def spread(tiers: Sequence[Sequence[Span]]) -> Grid:
    """Put the cells of a head where they belong: each in the first place that is free."""
    width = sum(columns for _, columns, _ in tiers[0])
    grid: list[list[str | None]] = [[None] * width for _ in tiers]
    taken = set[tuple[int, int]]()
    for tier, cells in enumerate(tiers):
        for text, columns, rows in cells:
            first = next(place for place in count() if (tier, place) not in taken)
            area = [(tier + y, first + x) for y in range(rows) for x in range(columns)]
            assert not taken.intersection(area), text
            taken.update(area)
            grid[tier][first] = text
    assert len(taken) == width * len(tiers)
    return tuple(map(tuple, grid))


def word_forms(file: WordFile) -> list[tuple[Grid, Grid]]:
    """Return the head and the body of every ruled table."""
    tables = [table for table in file.tables if table.has_borders]
    return [(_lines(table, head=True), _lines(table, head=False)) for table in tables]


def pdf_forms(file: PdfFile, tiers: Iterable[int]) -> list[tuple[list[Grid], Grid]]:
    """Return the head on each page and the whole body of every form; `tiers` of each head."""
    pages = [table for page in file.pages for table in page.tables]
    forms: list[tuple[list[Grid], Grid]] = []
    waiting = iter(tiers)
    for table in pages:
        lines = tuple(tuple(None if cell is None else flat(cell) for cell in row) for row in table)
        if not forms or lines[: len(forms[-1][0][0])] != forms[-1][0][0]:
            depth = next(waiting)
            forms.append(([lines[:depth]], lines[depth:]))
        else:
            heads, body = forms[-1]
            forms[-1] = ([*heads, lines[: len(heads[0])]], (*body, *lines[len(heads[0]) :]))
    return forms


def filled(grid: Iterable[Line]) -> list[tuple[str, ...]]:
    """Leave covered cells empty."""
    return [tuple(cell or "" for cell in line) for line in grid]


def _lines(table: Table, *, head: bool) -> Grid:
    return tuple(
        tuple(
            each
            for cell in row.cells
            for each in (
                None if cell.continues else flat(cell.text),
                *(None for _ in range(cell.columns - 1)),
            )
        )
        for row in table.rows
        if row.is_head is head
    )
