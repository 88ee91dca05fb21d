"""Blocks of a document to WordprocessingML (ECMA-376 part 1), by the template's named styles."""

from collections.abc import Iterator, Mapping
from itertools import accumulate

from markupsafe import escape

from baocao.model.document import (
    Block,
    Cell,
    CellStyle,
    Heading,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)

TABLE_STYLE = "Bảng số liệu"
RULE_STYLE = "Nét kẻ"
END_STYLE = "Cuối phần"
PARAGRAPH_STYLES = {
    ParagraphStyle.BODY: "Body Text",
    ParagraphStyle.DASH: "Gạch đầu dòng",
    ParagraphStyle.PLUS: "Dấu cộng",
    ParagraphStyle.TABLE_NOTE: "Bảng - ghi chú",
}
CELL_STYLES = {
    CellStyle.HEAD: "Bảng - đầu cột",
    CellStyle.ORDINAL: "Bảng - thứ tự",
    CellStyle.LABEL: "Bảng - chữ",
    CellStyle.FIGURE: "Bảng - số",
    CellStyle.TOTAL: "Bảng - tổng",
}
HEADING_STYLES = tuple(f"heading {level}" for level in range(1, 6))
STYLE_NAMES = (
    TABLE_STYLE,
    RULE_STYLE,
    END_STYLE,
    *PARAGRAPH_STYLES.values(),
    *CELL_STYLES.values(),
    *HEADING_STYLES,
)
_TWIPS_PER_MM = 1440 / 25.4
_KEEP_NEXT = "<w:keepNext/>"

StyleIds = Mapping[str, str]


def twips(mm: float) -> int:
    """Convert millimetres to twentieths of a point, Word's measure."""
    return round(mm * _TWIPS_PER_MM)


def blocks(content: tuple[Block, ...], styles: StyleIds) -> str:
    """Give the XML of a body; `styles` are the template's style ids by name."""
    return "".join(_block(block, styles) for block in content)


def rule(length_mm: float, column: int, styles: StyleIds) -> str:
    """Give an empty paragraph, its lower border a rule centred in a column of `column` twips."""
    indent = max(0, (column - twips(length_mm)) // 2)
    properties = f'<w:ind w:left="{indent}" w:right="{indent}" w:firstLine="0"/>'
    return _paragraph(styles[RULE_STYLE], properties, "")


def section_break(properties: str, styles: StyleIds) -> str:
    """Give the paragraph that ends a section whose `w:sectPr` is `properties`."""
    return _paragraph(styles[END_STYLE], properties, "")


def _block(block: Block, styles: StyleIds) -> str:
    if isinstance(block, Paragraph):
        keep = _KEEP_NEXT if block.keeps_next else ""
        style = styles[PARAGRAPH_STYLES[block.style]]
        return _paragraph(style, keep, "".join(map(_run, block.runs)))
    if isinstance(block, Heading):
        return _heading(block, styles)
    return _table(block, styles)


def _heading(heading: Heading, styles: StyleIds) -> str:
    style = styles[HEADING_STYLES[min(heading.level, len(HEADING_STYLES)) - 1]]
    runs = "<w:r><w:br/></w:r>".join(_run(Run(line)) for line in heading.lines)
    return _paragraph(style, "", runs)


def _paragraph(style: str, properties: str, runs: str) -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>'


def _run(run: Run) -> str:
    bold = "<w:b/><w:bCs/>" if run.bold else ""
    italic = "<w:i/><w:iCs/>" if run.italic else ""
    marks = f"<w:rPr>{bold}{italic}</w:rPr>" if run.bold or run.italic else ""
    return f'<w:r>{marks}<w:t xml:space="preserve">{escape(run.text)}</w:t></w:r>'


def _table(table: Table, styles: StyleIds) -> str:
    widths = tuple(twips(width) for width in table.widths_mm)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    head = _rows(table.head, widths, styles, is_head=True)
    body = _rows(table.rows, widths, styles, keeps_last=table.keeps_next)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles[TABLE_STYLE]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblCaption w:val="{escape(table.caption)}"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(head)}{''.join(body)}</w:tbl>"
    )


def _rows(
    rows: tuple[tuple[Cell, ...], ...],
    widths: tuple[int, ...],
    styles: StyleIds,
    *,
    is_head: bool = False,
    keeps_last: bool = False,
) -> Iterator[str]:
    """Give the rows' XML; a cell over several rows goes on below as a merged, empty cell."""
    offsets = (0, *accumulate(widths))
    hanging: dict[int, tuple[Cell, int]] = {}  # by column: the cell from above, the rows to come
    repeat = "<w:tblHeader/>" if is_head else ""
    for row_index, row in enumerate(rows):
        cells: list[str] = []
        waiting = iter(row)
        column = 0
        keep = _KEEP_NEXT if is_head or (keeps_last and row_index == len(rows) - 1) else ""
        while column < len(widths):
            if column in hanging:
                cell, left = hanging.pop(column)
                merge, text = "<w:vMerge/>", ""
            else:
                cell = next(waiting)
                left = cell.rows
                merge = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
                text = cell.text
            if left > 1:
                hanging[column] = (cell, left - 1)
            width = offsets[column + cell.columns] - offsets[column]
            cells.append(_cell(cell, text, width, merge + keep, styles))
            column += cell.columns
        yield f"<w:tr><w:trPr><w:cantSplit/>{repeat}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(cell: Cell, text: str, width: int, marks: str, styles: StyleIds) -> str:
    span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
    merge = marks.replace(_KEEP_NEXT, "")
    keep = _KEEP_NEXT if _KEEP_NEXT in marks else ""
    runs = _run(Run(text)) if text else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merge}'
        '<w:vAlign w:val="center"/></w:tcPr>'
        f"{_paragraph(styles[CELL_STYLES[cell.style]], keep, runs)}</w:tc>"
    )
