"""A document as JSON, as Typst templates read it: the model's fields and properties by name.

`data` of a picture is the path of its file. Three things are there because of Typst:

- it breaks no word that is wider than its line, so such a word has MAY_BREAK between its letters;
- it keeps rows on one page only by unbreakable cells, so `ties` of a table are the first row and
  the count of rows kept together, and `breaks` marks a cell too tall to be kept;
- it lays a cell out twice to measure its row, so `lines` of a cell, and `head_lines` and
  `row_lines` of the rows, are the numbers of lines, None if Typst has to measure.

`orjson` takes a third less time than `json`, which matters for a country's documents.
"""

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from operator import attrgetter
from typing import Final

import orjson

from baocao.layout.typeface import line_count, width_mm
from baocao.model.document import (
    Brace,
    CellStyle,
    Document,
    Heading,
    Paragraph,
    Picture,
    Recipients,
    Run,
    Signature,
    Table,
    TableCell,
)

MAY_BREAK: Final = "\u200b"
_MM_PER_POINT: Final = 25.4 / 72
_LARGEST_PT: Final = 14.0
_STROKE_MM: Final = 0.5 * _MM_PER_POINT  # of a table, half of it within a cell
_SHORT_LINE_MM: Final = 60.0  # of a letterhead, recipients, signatures
_LINES_MM: Final[Mapping[type, float]] = {Run: 160, Heading: 160, Picture: 160, Brace: 20}
_LETTER_AREA: Final = 0.5 * 1.15  # in ems: half an em wide, one line high
_TALLEST_KEPT_MM: Final = 110.0  # what a landscape sheet has under a table's head
_BOLD: Final = frozenset({CellStyle.HEAD, CellStyle.SUBTOTAL_LABEL, CellStyle.TOTAL})
_ADDED: Final[Mapping[type, tuple[str, ...]]] = {
    Document: ("has_footnotes",),
    Recipients: ("groups",),
    Signature: ("signers",),
}


@dataclass(frozen=True, slots=True)
class SerializedDocument:
    """A document's JSON, and the files of its pictures by name."""

    data: bytes
    pictures: Mapping[str, bytes]


def serialize(document: Document) -> SerializedDocument:
    """Serialize a document as JSON, equal for equal documents."""
    names: dict[bytes, str] = {}

    def plain(value: object) -> object:
        if isinstance(value, Picture):
            ending = value.media_type.rpartition("/")[2]
            name = names.setdefault(value.data, f"hinh-{len(names) + 1}.{ending}")
            return {**_record(value), "data": f"/{name}"}
        if isinstance(value, Paragraph):
            return _paragraph(value)
        return _table(value) if isinstance(value, Table) else _record(value)

    data = orjson.dumps(document, plain, orjson.OPT_PASSTHROUGH_DATACLASS)
    return SerializedDocument(data, {name: picture for picture, name in names.items()})


def _paragraph(paragraph: Paragraph) -> dict[str, object]:
    """Return what `_record` would; field by field, since a country has millions."""
    line_mm = _LINES_MM[Run]
    return {
        "style": paragraph.style.value,
        "runs": [
            {
                "text": breakable(run.text, line_mm),
                "bold": run.bold,
                "italic": run.italic,
                "footnote": breakable(run.footnote, line_mm),
            }
            for run in paragraph.runs
        ],
        "keeps_next": paragraph.keeps_next,
    }


def _record(value: object) -> dict[str, object]:
    """Return the fields of a dataclass, and the properties that templates use."""
    names, fields, line_mm = _shape(type(value))  # type: ignore[arg-type] # a class has a hash
    return dict(zip(names, _on_lines(fields(value), line_mm), strict=True))


@cache
def _shape(
    record: type[object],
) -> tuple[tuple[str, ...], Callable[[object], tuple[object, ...]], float]:
    """Return the names of the fields, a getter of their values, and the line width in mm.

    A record has two fields or more, else the getter would not return a tuple.
    """
    names = (*vars(record)["__match_args__"], *_ADDED.get(record, ()))
    return names, attrgetter(*names), _LINES_MM.get(record, _SHORT_LINE_MM)


def _on_lines(values: tuple[object, ...], line_mm: float) -> Iterator[object]:
    for value in values:
        if isinstance(value, str):
            yield breakable(value, line_mm)
        elif isinstance(value, tuple):
            yield tuple(_on_lines(value, line_mm))
        else:
            yield value


def breakable(text: str, line_mm: float, size: float = _LARGEST_PT, *, bold: bool = True) -> str:
    """Add MAY_BREAK after each letter of the words that are wider than a line."""
    em = size * _MM_PER_POINT
    if len(text) * em <= line_mm:
        return text
    words = text.split(" ")
    if max(map(len, words)) * em <= line_mm:
        return text
    return " ".join(
        MAY_BREAK.join(word)
        if len(word) * em > line_mm and width_mm(word, size, bold=bold) > line_mm
        else word
        for word in words
    )


def _table(table: Table) -> dict[str, object]:
    head, head_lines, _ = _rows(table.head, table)
    rows, row_lines, heights = _rows(table.rows, table)
    return {
        "caption": table.caption,
        "widths_mm": table.widths_mm,
        "head": head,
        "rows": rows,
        "head_lines": head_lines,
        "row_lines": row_lines,
        "keeps_next": table.keeps_next,
        "size_pt": table.size_pt,
        "padding_mm": table.padding_mm,
        "ties": list(_ties(table.open_rows, heights)),
    }


def _rows(
    rows: tuple[tuple[TableCell, ...], ...], table: Table
) -> tuple[list[list[dict[str, object]]], list[int | None], list[float]]:
    """Return the cells of each row, its number of lines, and its approximate height in mm."""
    size = table.size_pt
    padding = 2 * (table.padding_mm + _STROKE_MM / 2)
    square = _LETTER_AREA * (size * _MM_PER_POINT) ** 2
    edges = tuple(itertools.accumulate(table.widths_mm, initial=0.0))
    free_from = [0] * len(table.widths_mm)  # the row from which a column is free of cells above
    written: list[list[dict[str, object]]] = []
    lines: list[int | None] = []
    heights: list[float] = []
    spans: list[tuple[int, int, int | None]] = []  # first row, the row below, lines
    for index, row in enumerate(rows):
        column = 0
        highest = 0.0
        cells = []
        most: int | None = 0
        for cell in row:
            while free_from[column] > index:
                column += 1
            end = column + cell.columns
            room = edges[end] - edges[column] - padding - cell.right_mm
            height = len(cell.text) * square / room if room > 0 else 0.0
            if cell.rows == 1:
                highest = max(highest, height)
            else:
                free_from[column:end] = [index + cell.rows] * cell.columns
            count = line_count(cell.text, size, room, bold=cell.style in _BOLD)
            if cell.rows > 1:
                spans.append((index, index + cell.rows, count))
            else:
                most = None if count is None or most is None else max(most, count)
            cells.append(_cell(cell, size, room, height, count))
            column = end
        if highest > _TALLEST_KEPT_MM:  # one cell that may not break keeps the whole row
            for each in cells:
                each["breaks"] = True
        written.append(cells)
        lines.append(most if most and highest <= _TALLEST_KEPT_MM else None)
        heights.append(highest)
    for start, end, count in spans:
        beside = lines[start:end]
        if count is None or None in beside or count > sum(filter(None, beside)):
            lines[start:end] = [None] * (end - start)
    return written, lines, heights


def _cell(
    cell: TableCell, size: float, room: float, height: float, lines: int | None
) -> dict[str, object]:
    return {
        "text": breakable(cell.text, room, size, bold=cell.style in _BOLD),
        "style": cell.style.value,
        "columns": cell.columns,
        "rows": cell.rows,
        "right_mm": cell.right_mm,
        "is_long": cell.is_long,
        "breaks": cell.is_long or height > _TALLEST_KEPT_MM,
        "lines": lines,
    }


def _ties(open_rows: frozenset[int], heights: list[float]) -> Iterator[tuple[int, int]]:
    """Yield the first row and the count of rows to keep on one page, if they fit on it."""
    first = 0
    for row in range(len(heights)):
        if row in open_rows:
            continue
        if row > first and sum(heights[first : row + 1]) <= _TALLEST_KEPT_MM:
            yield first, row + 1 - first
        first = row + 1
