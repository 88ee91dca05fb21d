"""The styles of a Word file: those that documents are printed with, their ids, adding one.

A style is found by its name without case, since Word and LibreOffice differ in the case.
"""

from collections.abc import Mapping

from lxml import etree

from baocao.model.document import CellStyle, ParagraphStyle
from baocao.ooxml.names import W
from baocao.ooxml.parts import with_children

TABLE_STYLE = "Bảng số liệu"
RULE_STYLE = "Nét kẻ"
END_STYLE = "Cuối phần"
PARAGRAPH_STYLES = {
    ParagraphStyle.BODY: "Body Text",
    ParagraphStyle.DASH: "Gạch đầu dòng",
    ParagraphStyle.PLUS: "Dấu cộng",
    ParagraphStyle.TABLE_NOTE: "Bảng - ghi chú",
    ParagraphStyle.TABLE_FOOT: "Bảng - chân bảng",
}
CELL_STYLES = {
    CellStyle.HEAD: "Bảng - đầu cột",
    CellStyle.SYMBOL: "Bảng - ký hiệu cột",
    CellStyle.ORDINAL: "Bảng - thứ tự",
    CellStyle.LABEL: "Bảng - chữ",
    CellStyle.SUBTOTAL_LABEL: "Bảng - chữ cộng",
    CellStyle.WORDS: "Bảng - lời",
    CellStyle.CENTRED: "Bảng - giữa",
    CellStyle.FIGURE: "Bảng - số",
    CellStyle.TOTAL: "Bảng - tổng",
}
HEADING_STYLES = tuple(f"heading {level}" for level in range(1, 7))
FOOTNOTE_REFERENCE_STYLE = "footnote reference"

# A template older than these styles serves every document that does not use them.
_OPTIONAL_STYLES = {
    *("Bảng - chân bảng", "Bảng - ký hiệu cột", "Bảng - chữ cộng", "Bảng - lời", "Bảng - giữa"),
    "heading 6",
}
_BLOCK_STYLES = (*PARAGRAPH_STYLES.values(), *CELL_STYLES.values(), *HEADING_STYLES)
REQUIRED_STYLES = (
    *(TABLE_STYLE, RULE_STYLE, END_STYLE),
    *(name for name in _BLOCK_STYLES if name not in _OPTIONAL_STYLES),
)


def style_ids(styles: etree._Element) -> dict[str, str]:
    """Return the ids of styles by their casefolded names; `styles` is the root of the part."""
    return {
        style.find(f"{W}name").get(f"{W}val", "").casefold(): style.get(f"{W}styleId")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}name") is not None
    }


def add_missing_styles(part: bytes, styles: Mapping[str, str]) -> bytes:
    """Return the styles part with those of `styles`, XML by casefolded name, that it lacks."""
    known = style_ids(etree.fromstring(part))
    missing = [xml for name, xml in styles.items() if name not in known]
    return with_children(part, *missing) if missing else part
