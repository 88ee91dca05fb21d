"""The paragraph styles that a Word template must have, by name."""

from baocao.model.document import CellStyle, ParagraphStyle

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

# A template made before these came is good for every document that does not use them.
NEWER_STYLES = frozenset(
    {
        "Bảng - chân bảng",
        "Bảng - ký hiệu cột",
        "Bảng - chữ cộng",
        "Bảng - lời",
        "Bảng - giữa",
        "heading 6",
    }
)
STYLE_NAMES = tuple(
    name
    for name in (
        TABLE_STYLE,
        RULE_STYLE,
        END_STYLE,
        *PARAGRAPH_STYLES.values(),
        *CELL_STYLES.values(),
        *HEADING_STYLES,
    )
    if name not in NEWER_STYLES
)
