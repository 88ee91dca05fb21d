"""Blocks of a document to WordprocessingML (ECMA-376 part 1), by the template's named styles."""

from collections.abc import Iterator
from functools import cache, partial
from itertools import accumulate
from typing import Protocol
from xml.sax.saxutils import escape

from baocao.model.document import (
    CELL_PADDING_MM,
    GENERAL_SIZE_PT,
    Block,
    CellStyle,
    Heading,
    Paragraph,
    ParagraphStyle,
    Picture,
    Run,
    Table,
    TableCell,
)
from baocao.ooxml.styles import (
    CELL_STYLES,
    END_STYLE,
    FOOTNOTE_REFERENCE_STYLE,
    HEADING_STYLES,
    PARAGRAPH_STYLES,
    RULE_STYLE,
    TABLE_STYLE,
)
from baocao.ooxml.units import twips
from baocao.render.word.pictures import CAPTION_STYLE, PICTURE_STYLE, Drawings

KEEP_NEXT = "<w:keepNext/>"
_SPACE = f'<w:p><w:pPr><w:pStyle w:val="{{}}"/>{KEEP_NEXT}<w:spacing w:before="120"/></w:pPr></w:p>'
_QUOTES = {'"': "&quot;"}


class StyleIds(Protocol):
    """The template's style ids by name."""

    def __getitem__(self, name: str, /) -> str:
        """Return an id; raises `TemplateError` if the template has no such style."""


def blocks(
    content: tuple[Block, ...], styles: StyleIds, notes: Iterator[int], drawings: Drawings
) -> str:
    """Return the XML of a body; `notes` has the ids of the footnotes to come."""
    pieces: list[str] = []
    above: Block | None = None
    for block in content:
        if _needs_space(block, above):
            pieces.append(_SPACE.format(styles[END_STYLE]))
        pieces.append(_block(block, styles, notes, drawings))
        above = block
    return "".join(pieces)


def rule(length_mm: float, column: int, styles: StyleIds) -> str:
    """Return an empty paragraph whose lower border is a rule, centred in `column` twips."""
    indent = max(0, (column - twips(length_mm)) // 2)
    properties = f'<w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/>'
    return paragraph(styles[RULE_STYLE], properties, "")


def section_break(properties: str, styles: StyleIds) -> str:
    """Return the paragraph that ends a section; `properties` is its `w:sectPr`."""
    return paragraph(styles[END_STYLE], properties, "")


def paragraph(style: str, properties: str, runs: str) -> str:
    """Return a paragraph; `style` is a style id, `properties` the rest of its `w:pPr`."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def run(text: str, marks: str = "") -> str:
    """Return a run; `marks` are the children of its `w:rPr`."""
    properties = f"<w:rPr>{marks}</w:rPr>" if marks else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def footnote_mark(styles: StyleIds, mark: str) -> str:
    """Return the run of a footnote's number, which the element `mark` stands for."""
    style = styles[FOOTNOTE_REFERENCE_STYLE]
    return f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr>{mark}</w:r>'


def table(style: str, widths: tuple[int, ...], properties: str, rows: str) -> str:
    """Return a table; `widths` are in twips, `properties` the rest of its `w:tblPr`."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}'
        "</w:tbl>"
    )


def table_row(cells: str, properties: str = "") -> str:
    """Return a row that is on one page; `properties` are the rest of its `w:trPr`."""
    return f"<w:tr><w:trPr><w:cantSplit/>{properties}</w:trPr>{cells}</w:tr>"


def _needs_space(block: Block, above: Block | None) -> bool:
    """Return whether a table needs a paragraph above it, since Word joins adjoining tables.

    The note that belongs to a table is such a paragraph.
    """
    if not isinstance(block, Table):
        return False
    return not (isinstance(above, Paragraph) and above.style is ParagraphStyle.TABLE_NOTE)


def _block(block: Block, styles: StyleIds, notes: Iterator[int], drawings: Drawings) -> str:
    if isinstance(block, Paragraph):
        keep = KEEP_NEXT if block.keeps_next else ""
        style = styles[PARAGRAPH_STYLES[block.style]]
        return paragraph(style, keep, "".join(_run(each, styles, notes) for each in block.runs))
    if isinstance(block, Heading):
        return _heading(block, styles, notes)
    if isinstance(block, Picture):
        keep = KEEP_NEXT if block.keeps_next else ""
        picture = paragraph(styles[PICTURE_STYLE], "", drawings.place(block))
        return picture + paragraph(styles[CAPTION_STYLE], keep, run(block.caption))
    return _table(block, styles)


def _heading(heading: Heading, styles: StyleIds, notes: Iterator[int]) -> str:
    style = styles[HEADING_STYLES[heading.level - 1]]
    runs = "<w:r><w:br/></w:r>".join(map(run, heading.lines))
    call = _footnote_reference(styles, next(notes)) if heading.footnote else ""
    return paragraph(style, "", runs + call)


def _run(each: Run, styles: StyleIds, notes: Iterator[int]) -> str:
    bold = "<w:b/><w:bCs/>" if each.bold else ""
    italic = "<w:i/><w:iCs/>" if each.italic else ""
    call = _footnote_reference(styles, next(notes)) if each.footnote else ""
    return run(each.text, bold + italic) + call


def _footnote_reference(styles: StyleIds, note: int) -> str:
    return footnote_mark(styles, f'<w:footnoteReference w:id="{note}"/>')


def _table(block: Table, styles: StyleIds) -> str:
    widths = tuple(twips(width) for width in block.widths_mm)
    size = "" if block.size_pt == GENERAL_SIZE_PT else _size(block.size_pt)
    margins = "" if block.padding_mm == CELL_PADDING_MM else _margins(block.padding_mm)
    every_row = frozenset(range(len(block.head)))
    last_row = frozenset({len(block.rows) - 1} if block.keeps_next else ())
    head = _rows(block.head, widths, styles, size, every_row)
    body = _rows(block.rows, widths, styles, size, block.open_rows | last_row)
    rows = (*(table_row(cells, "<w:tblHeader/>") for cells in head), *map(table_row, body))
    caption = f'<w:tblCaption w:val="{escape(block.caption, _QUOTES)}"/>'
    return table(styles[TABLE_STYLE], widths, margins + caption, "".join(rows))


def _size(points: float) -> str:
    half_points = round(points * 2)
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _margins(mm: float) -> str:
    sides = (f'<w:{side} w:w="{twips(mm)}" w:type="dxa"/>' for side in ("left", "right"))
    return f"<w:tblCellMar>{''.join(sides)}</w:tblCellMar>"


def _rows(
    rows: tuple[tuple[TableCell, ...], ...],
    widths: tuple[int, ...],
    styles: StyleIds,
    size: str,
    kept: frozenset[int],
) -> Iterator[str]:
    """Yield the cells of each row; a cell of several rows continues as merged, empty cells.

    The rows whose indexes are in `kept` stay on the page of the next row.
    """
    # Most cells of a long table have equal properties.
    opening = cache(partial(_opening, (0, *accumulate(widths))))
    text_opening = cache(partial(_text_opening, styles, size))
    hanging: dict[
        int, tuple[TableCell, int]
    ] = {}  # by column: the cell from above and its remaining rows
    for row_index, row in enumerate(rows):
        cells: list[str] = []
        waiting = iter(row)
        column = 0
        keep = KEEP_NEXT if row_index in kept else ""
        while column < len(widths):
            if column in hanging:
                cell, left = hanging.pop(column)
                merge, text = "<w:vMerge/>", ""
            else:
                cell = next(waiting)
                left = cell.rows
                merge = '<w:vMerge w:val="restart"/>' if left > 1 else ""
                text = cell.text
            if left > 1:
                hanging[column] = (cell, left - 1)
            place = "top" if cell.is_long else "center"
            cells += (
                opening(column, cell.columns, merge, place),
                text_opening(cell.style, cell.right_mm, keep),
                run(text, size) if text else "",
                "</w:p></w:tc>",
            )
            column += cell.columns
        yield "".join(cells)


def _opening(offsets: tuple[int, ...], column: int, columns: int, merge: str, place: str) -> str:
    width = offsets[column + columns] - offsets[column]
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
        f'<w:vAlign w:val="{place}"/></w:tcPr>'
    )


def _text_opening(styles: StyleIds, size: str, style: CellStyle, right_mm: float, keep: str) -> str:
    indent = f'<w:ind w:right="{twips(right_mm)}"/>' if right_mm else ""
    mark = f"<w:rPr>{size}</w:rPr>" if size else ""  # else an empty cell would stand 12 points high
    style_id = styles[CELL_STYLES[style]]
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id}"/>{keep}{indent}{mark}</w:pPr>'
