"""Make the Word templates of `templates/docx` from this description of their styles and tags.

The files are ordinary Word documents: restyle them in Word, and they win over these as soon as
they lie in a workspace's `templates/docx`. Sizes and places follow Nghị định 30/2020/NĐ-CP,
Phụ lục I; python-docx's default template is not used because validators reject it.

    python tools/make_word_templates.py            writes the files
"""

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from math import ceil
from pathlib import Path

TWIPS_PER_MM = 1440 / 25.4
FOLDER = Path(__file__).parents[1] / "templates" / "docx"
TIME = (1980, 1, 1, 0, 0, 0)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def twips(mm: float) -> int:
    """Convert millimetres to twentieths of a point."""
    return ceil(mm * TWIPS_PER_MM)  # never short of what the decree asks for


@dataclass(frozen=True)
class Sheet:
    """A page's set-up: orientation, margins in mm (top, right, bottom, left)."""

    landscape: bool
    margins: tuple[float, float, float, float]

    @property
    def width(self) -> float:
        """The width of the text in mm."""
        return (297 if self.landscape else 210) - self.margins[1] - self.margins[3]


PORTRAIT = Sheet(landscape=False, margins=(20, 15, 20, 30))
LANDSCAPE = Sheet(landscape=True, margins=(20, 20, 20, 30))
HEADER_MM = 10


@dataclass(frozen=True)
class Style:
    """A paragraph style; sizes in points, spacing in points, indents in mm."""

    id: str
    name: str
    size: float = 14
    bold: bool = False
    italic: bool = False
    align: str = "left"
    first_line: float = 0
    left: float = 0
    before: float = 0
    after: float = 0
    line: str = 'w:line="240" w:lineRule="auto"'
    based_on: str = "Normal"
    extra: str = ""
    outline: int | None = None
    built_in: bool = field(default=False)


BODY_LINE = 'w:line="276" w:lineRule="auto"'  # 1.15 lines; the decree allows 1 to 1.5
THIN_LINE = 'w:line="60" w:lineRule="exact"'
KEEP_NEXT = "<w:keepNext/>"
KEEP_LINES = "<w:keepLines/>"
RULE = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
STYLES = (
    Style("BodyText", "Body Text", align="both", first_line=10, before=6, line=BODY_LINE,
          built_in=True),
    Style("GachDauDong", "Gạch đầu dòng", align="both", first_line=10, before=6, line=BODY_LINE,
          based_on="BodyText"),
    Style("DauCong", "Dấu cộng", align="both", first_line=12.7, before=6, line=BODY_LINE,
          based_on="BodyText"),
    Style("Heading1", "heading 1", bold=True, align="center", before=14, after=6,
          extra=KEEP_NEXT + KEEP_LINES, outline=0, built_in=True),
    Style("Heading2", "heading 2", bold=True, align="left", first_line=10, before=8,
          line=BODY_LINE, extra=KEEP_NEXT + KEEP_LINES, outline=1, built_in=True),
    Style("Heading3", "heading 3", bold=True, align="left", first_line=10, before=6,
          line=BODY_LINE, extra=KEEP_NEXT + KEEP_LINES, outline=2, built_in=True),
    Style("Heading4", "heading 4", bold=True, italic=True, align="left", first_line=10, before=6,
          line=BODY_LINE, extra=KEEP_NEXT + KEEP_LINES, outline=3, built_in=True),
    Style("Heading5", "heading 5", italic=True, align="left", first_line=10, before=6,
          line=BODY_LINE, extra=KEEP_NEXT + KEEP_LINES, outline=4, built_in=True),
    Style("Heading6", "heading 6", italic=True, align="left", first_line=12.7, before=4,
          line=BODY_LINE, extra=KEEP_NEXT + KEEP_LINES, outline=5, built_in=True),
    Style("CoQuanChuQuan", "Cơ quan chủ quản", size=12, align="center"),
    Style("CoQuanBanHanh", "Cơ quan ban hành", size=12, bold=True, align="center"),
    Style("QuocHieu", "Quốc hiệu", size=12, bold=True, align="center"),
    Style("TieuNgu", "Tiêu ngữ", size=13, bold=True, align="center"),
    Style("NetKe", "Nét kẻ", size=2, align="center", line=THIN_LINE, extra=RULE),
    Style("SoKyHieu", "Số, ký hiệu", size=13, align="center", before=6),
    Style("DiaDanhNgayThang", "Địa danh, ngày tháng", size=13, italic=True, align="center",
          before=6),
    Style("TenLoai", "Tên loại", bold=True, align="center", extra=KEEP_NEXT),
    Style("TrichYeu", "Trích yếu", bold=True, align="center", extra=KEEP_NEXT),
    Style("KinhGui", "Kính gửi", align="center", before=12, after=6),
    Style("KinhGuiDanhSach", "Kính gửi - danh sách", left=50, before=2),
    Style("NoiNhan", "Nơi nhận", size=12, bold=True, italic=True, extra=KEEP_NEXT),
    Style("NoiNhanDanhSach", "Nơi nhận - danh sách", size=11),
    Style("ThamQuyenKy", "Thẩm quyền ký", bold=True, align="center", extra=KEEP_NEXT),
    Style("GhiChuKy", "Ghi chú ký", size=13, italic=True, align="center"),
    Style("NguoiKy", "Người ký", bold=True, align="center", before=72),
    Style("PhuLuc", "Phụ lục", bold=True, align="center", after=3, extra=KEEP_NEXT, outline=0),
    Style("TenPhuLuc", "Tên phụ lục", bold=True, align="center", extra=KEEP_NEXT),
    Style("KemTheo", "Kèm theo", italic=True, align="center", after=6, extra=KEEP_NEXT),
    Style("BangGhiChu", "Bảng - ghi chú", size=12, italic=True, align="right", before=6, after=3),
    Style("BangDauCot", "Bảng - đầu cột", size=12, bold=True, align="center", before=1.5,
          after=1.5),
    Style("BangKyHieuCot", "Bảng - ký hiệu cột", size=12, align="center", before=1.5,
          after=1.5),
    Style("BangThuTu", "Bảng - thứ tự", size=12, align="center", before=1.5, after=1.5),
    Style("BangChu", "Bảng - chữ", size=12, before=1.5, after=1.5),
    Style("BangChuCong", "Bảng - chữ cộng", size=12, bold=True, before=1.5, after=1.5),
    Style("BangLoi", "Bảng - lời", size=12, before=1.5, after=1.5),
    Style("BangGiua", "Bảng - giữa", size=12, align="center", before=1.5, after=1.5),
    Style("BangSo", "Bảng - số", size=12, align="right", before=1.5, after=1.5),
    Style("BangTong", "Bảng - tổng", size=12, bold=True, align="right", before=1.5, after=1.5),
    Style("BangChanBang", "Bảng - chân bảng", size=11, before=2),
    Style("DauBieu", "Đầu biểu", size=11, before=2),
    Style("FootnoteText", "footnote text", size=11, built_in=True),
    Style("CuoiPhan", "Cuối phần", size=1, line='w:line="20" w:lineRule="exact"'),
    Style("Header", "header", size=13, align="center", built_in=True),
)  # fmt: skip


def style_xml(style: Style) -> str:
    """Return a paragraph style's definition, its properties in the schema's order."""
    custom = "" if style.built_in else ' w:customStyle="1"'
    extra = style.extra
    border = RULE if RULE in extra else ""
    keeps = extra.replace(RULE, "")
    indent = f'<w:ind w:left="{twips(style.left)}" w:firstLine="{twips(style.first_line)}"/>'
    outline = "" if style.outline is None else f'<w:outlineLvl w:val="{style.outline}"/>'
    following = '<w:next w:val="BodyText"/>' if style.outline is not None else ""
    return (
        f'<w:style w:type="paragraph"{custom} w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="{style.based_on}"/>{following}'
        f"<w:qFormat/><w:pPr>{keeps}{border}"
        f'<w:spacing w:before="{round(style.before * 20)}" w:after="{round(style.after * 20)}" '
        f"{style.line}/>{indent}"
        f'<w:jc w:val="{style.align}"/>{outline}</w:pPr>'
        f"<w:rPr>{'<w:b/><w:bCs/>' if style.bold else ''}"
        f"{'<w:i/><w:iCs/>' if style.italic else ''}"
        f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/></w:rPr>'
        "</w:style>"
    )


def styles_xml() -> str:
    """Return `word/styles.xml`."""
    font = "Times New Roman"
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return (
        f'{DECLARATION}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}" w:cs="{font}"/>'
        '<w:color w:val="000000"/><w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>'
        "</w:style>"
        '<w:style w:type="character" w:styleId="FootnoteReference">'
        '<w:name w:val="footnote reference"/><w:basedOn w:val="DefaultParagraphFont"/>'
        '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr>'
        '<w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
        '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
        f"{''.join(style_xml(style) for style in STYLES)}"
        '<w:style w:type="table" w:customStyle="1" w:styleId="BangSoLieu">'
        '<w:name w:val="Bảng số liệu"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr></w:style>"
        '<w:style w:type="table" w:customStyle="1" w:styleId="KhungKhongVien">'
        '<w:name w:val="Khung không viền"/><w:basedOn w:val="TableNormal"/><w:qFormat/>'
        '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style></w:styles>"
    )


def paragraph(style: str, text: str) -> str:
    """Return a paragraph of one run."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'
    )


def empty(style: str) -> str:
    """Return a paragraph without text."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'


def repeated(style: str, lines: str) -> str:
    """Return a paragraph of `style` for each of the field `lines`."""
    return (
        paragraph(style, f"{{%p for line in {lines} %}}")
        + paragraph(style, "{{ line }}")
        + paragraph(style, "{%p endfor %}")
    )


def given(style: str, condition: str, content: str) -> str:
    """Return `content`, printed if the field `condition` is not empty."""
    return paragraph(style, f"{{%p if {condition} %}}") + content + paragraph(style, "{%p endif %}")


def either(orientation: str, content: Callable[[Sheet], str]) -> str:
    """Return `content` for a sheet of each orientation; the document chooses one."""
    return (
        paragraph("CuoiPhan", f"{{%p if {orientation}.value == 'landscape' %}}")
        + content(LANDSCAPE)
        + paragraph("CuoiPhan", "{%p else %}")
        + content(PORTRAIT)
        + paragraph("CuoiPhan", "{%p endif %}")
    )


def frame(widths: tuple[float, ...], *rows: tuple[str, ...]) -> str:
    """Return a table without borders whose rows do not split; widths in mm."""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="KhungKhongVien"/>'
        f'<w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(frame_row(widths, r) for r in rows)}"
        "</w:tbl>"
    )


def frame_row(widths: tuple[float, ...], cells: tuple[str, ...]) -> str:
    """Return a row of a frame."""
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for width, cell in zip(widths, cells, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{row}</w:tr>"


def letterhead(sheet: Sheet) -> str:
    """Return boxes 1 to 4, the number level with place and date."""
    left = 67.5 if not sheet.landscape else 117.5
    return frame(
        (left, sheet.width - left),
        (
            repeated("CoQuanChuQuan", "letterhead.parent_body")
            + repeated("CoQuanBanHanh", "letterhead.issuing_body")
            + paragraph("NetKe", "{{p rule_under_issuing_body }}"),
            paragraph("QuocHieu", "{{ letterhead.national_name }}")
            + paragraph("TieuNgu", "{{ letterhead.motto }}")
            + paragraph("NetKe", "{{p rule_under_motto }}"),
        ),
        (
            given("SoKyHieu", "letterhead.number", paragraph("SoKyHieu", "{{ letterhead.number }}"))
            + empty("CuoiPhan"),
            paragraph("DiaDanhNgayThang", "{{ letterhead.place_and_date }}"),
        ),
    )


def title() -> str:
    """Return boxes 5a and 9a."""
    return (
        '<w:p><w:pPr><w:pStyle w:val="TenLoai"/><w:spacing w:before="240"/></w:pPr></w:p>'
        + repeated("TenLoai", "title.type_name")
        + repeated("TrichYeu", "title.abstract")
        + given("NetKe", "title.rule_mm", paragraph("NetKe", "{{p rule_under_abstract }}"))
        + given("KemTheo", "title.attached", paragraph("KemTheo", "{{ title.attached }}"))
        + given(
            "KinhGui",
            "addressees",
            paragraph("KinhGui", "{{ addressees[0] }}")
            + repeated("KinhGuiDanhSach", "addressees[1:]"),
        )
    )


def signature(sheet: Sheet, owner: str, recipients: str) -> str:
    """Return boxes 7 and 9b, side by side; `recipients` is empty if the block has none.

    Where others sign beside the authority, the program lays out the row.
    """
    half, part = sheet.width / 2, owner.removesuffix("signature")
    left = empty("CuoiPhan")
    if recipients:
        left = (
            given(
                "NoiNhan",
                recipients,
                paragraph("NoiNhan", f"{{{{ {recipients}.label }}}}")
                + paragraph("CuoiPhan", f"{{%p if {recipients}.braces %}}")
                + paragraph("NoiNhanDanhSach", "{{p recipient_list }}")
                + paragraph("CuoiPhan", "{%p else %}")
                + repeated("NoiNhanDanhSach", f"{recipients}.lines")
                + paragraph("CuoiPhan", "{%p endif %}"),
            )
            + left
        )
    right = (
        repeated("ThamQuyenKy", f"{owner}.authority")
        + given("GhiChuKy", f"{owner}.note", paragraph("GhiChuKy", f"{{{{ {owner}.note }}}}"))
        + paragraph("NguoiKy", f"{{%p if {owner}.picture %}}")
        + paragraph("NguoiKy", f"{{{{p {part}signed }}}}")
        + paragraph("NguoiKy", f"{{%p elif {owner}.name %}}")
        + paragraph("NguoiKy", f"{{{{ {owner}.name }}}}")
        + paragraph("NguoiKy", "{%p endif %}")
        + empty("CuoiPhan")
    )
    together = paragraph("ThamQuyenKy", f"{{{{p {part}signers }}}}")
    return (
        paragraph("CuoiPhan", f"{{%p if {owner}.others %}}")
        + together
        + paragraph("CuoiPhan", "{%p else %}")
        + frame((half, half), (left, right))
        + paragraph("CuoiPhan", "{%p endif %}")
    )


def appendix() -> str:
    """Return the appendices, each in a section of its own."""
    return (
        paragraph("PhuLuc", "{%p for appendix in appendices %}")
        + paragraph("DauBieu", "{{p appendix.form_head }}")
        + given("PhuLuc", "appendix.label", paragraph("PhuLuc", "{{ appendix.label }}"))
        + repeated("TenPhuLuc", "appendix.title")
        + given("KemTheo", "appendix.attached", paragraph("KemTheo", "{{ appendix.attached }}"))
        + paragraph("BodyText", "{{p appendix.body }}")
        + paragraph("CuoiPhan", "{%p if appendix.signature %}")
        + empty("NoiNhan")
        + either("appendix.orientation", lambda sheet: signature(sheet, "appendix.signature", ""))
        + paragraph("CuoiPhan", "{%p endif %}")
        + paragraph("CuoiPhan", "{{p appendix.section_break }}")
        + paragraph("PhuLuc", "{%p endfor %}")
    )


def section(sheet: Sheet) -> str:
    """Return a section's properties: A4, margins, page number in the top margin from page 2."""
    top, right, bottom, left = (twips(mm) for mm in sheet.margins)
    size = (
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        if sheet.landscape
        else '<w:pgSz w:w="11906" w:h="16838"/>'
    )
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId4"/>'
        '<w:headerReference w:type="first" r:id="rId5"/><w:type w:val="nextPage"/>'
        f'{size}<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" '
        f'w:header="{twips(HEADER_MM)}" w:footer="{twips(HEADER_MM)}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def document_xml(first: Sheet, second: Sheet) -> str:
    """Return `word/document.xml`: the document on the `first` sheet, appendices on the second."""
    return (
        f'{DECLARATION}<w:document xmlns:w="{W}" xmlns:r="{R}"><w:body>'
        f"{either('orientation', letterhead)}{paragraph('DauBieu', '{{p form_head }}')}{title()}"
        f"{paragraph('BodyText', '{{p body }}')}"
        f"{empty('NoiNhan')}"
        f"{either('orientation', lambda sheet: signature(sheet, 'signature', 'recipients'))}"
        f'<w:p><w:pPr><w:pStyle w:val="CuoiPhan"/>{section(first)}</w:pPr></w:p>'
        f"{appendix()}"
        f"{empty('CuoiPhan')}{section(second)}</w:body></w:document>"
    )


def header_xml(content: str) -> str:
    """Return a header part with one paragraph."""
    return (
        f'{DECLARATION}<w:hdr xmlns:w="{W}"><w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>'
        f"{content}</w:p></w:hdr>"
    )


def footnotes_xml() -> str:
    """Return `word/footnotes.xml`: the two separators, before any footnote."""
    separators = "".join(
        f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{kind}/></w:r></w:p>'
        "</w:footnote>"
        for number, kind in ((-1, "separator"), (0, "continuationSeparator"))
    )
    return f'{DECLARATION}<w:footnotes xmlns:w="{W}">{separators}</w:footnotes>'


PAGE_FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def relationships(entries: tuple[tuple[str, str], ...]) -> str:
    """Return a relationships part; each entry is a type's full name and a target."""
    items = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(entries, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{PACKAGE}/relationships">{items}</Relationships>'


def theme_xml() -> str:
    """Return `word/theme/theme1.xml`, which validators require: black on white, one typeface."""
    colours = {
        "dk1": "000000", "lt1": "FFFFFF", "dk2": "1F1F1F", "lt2": "F2F2F2",
        "accent1": "1F4E79", "accent2": "9C2A10", "accent3": "5B6B2F", "accent4": "B8860B",
        "accent5": "4B3A78", "accent6": "2F6B6B", "hlink": "0000FF", "folHlink": "800080",
    }  # fmt: skip
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in colours.items()
    )
    font = '<a:latin typeface="Times New Roman"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
        f'name="Văn bản"><a:themeElements><a:clrScheme name="Văn bản">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Văn bản"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Văn bản"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def parts(first: Sheet, second: Sheet) -> Iterator[tuple[str, str]]:
    """Return the parts of a template: name and text."""
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = (
        ("/word/document.xml", f"{word}.document.main+xml"),
        ("/word/styles.xml", f"{word}.styles+xml"),
        ("/word/settings.xml", f"{word}.settings+xml"),
        ("/word/fontTable.xml", f"{word}.fontTable+xml"),
        ("/word/footnotes.xml", f"{word}.footnotes+xml"),
        ("/word/header1.xml", f"{word}.header+xml"),
        ("/word/header2.xml", f"{word}.header+xml"),
        ("/word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
        ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
        ("/docProps/app.xml",
         "application/vnd.openxmlformats-officedocument.extended-properties+xml"),
    )  # fmt: skip
    yield (
        "[Content_Types].xml",
        f'{DECLARATION}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
        + "</Types>",
    )
    yield (
        "_rels/.rels",
        relationships((
            (f"{OFFICE}/relationships/officeDocument", "word/document.xml"),
            (f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        )),
    )  # fmt: skip
    yield "word/document.xml", document_xml(first, second)
    yield (
        "word/_rels/document.xml.rels",
        relationships((
            (f"{OFFICE}/relationships/styles", "styles.xml"),
            (f"{OFFICE}/relationships/settings", "settings.xml"),
            (f"{OFFICE}/relationships/fontTable", "fontTable.xml"),
            (f"{OFFICE}/relationships/header", "header1.xml"),
            (f"{OFFICE}/relationships/header", "header2.xml"),
            (f"{OFFICE}/relationships/theme", "theme/theme1.xml"),
            (f"{OFFICE}/relationships/footnotes", "footnotes.xml"),
        )),
    )  # fmt: skip
    yield "word/styles.xml", styles_xml()
    yield (
        "word/settings.xml",
        f'{DECLARATION}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="567"/><w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="vi-VN"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
        "</w:settings>",
    )
    yield (
        "word/fontTable.xml",
        f'{DECLARATION}<w:fonts xmlns:w="{W}"><w:font w:name="Times New Roman">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>',
    )
    yield "word/theme/theme1.xml", theme_xml()
    yield "word/footnotes.xml", footnotes_xml()
    yield "word/header1.xml", header_xml(PAGE_FIELD)
    yield "word/header2.xml", header_xml("")
    yield (
        "docProps/core.xml",
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>{{ properties.title }}</dc:title>"
        "<dc:subject>{{ properties.subject }}</dc:subject>"
        "<dc:creator>{{ properties.issuing_body }}</dc:creator>"
        "<dc:language>vi-VN</dc:language></cp:coreProperties>",
    )
    yield (
        "docProps/app.xml",
        f'{DECLARATION}<Properties xmlns="{OFFICE}/extended-properties">'
        "<Application>baocao</Application>"
        "<Company>{{ properties.issuing_body }}</Company></Properties>",
    )


def template(first: Sheet, second: Sheet) -> bytes:
    """Return a whole template, the same bytes each time."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, text in parts(first, second):
            member = zipfile.ZipInfo(name, TIME)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.external_attr = 0o644 << 16
            package.writestr(member, text)
    return buffer.getvalue()


TEMPLATES = {
    "van-ban.docx": (PORTRAIT, LANDSCAPE),
    "bieu-so-lieu.docx": (LANDSCAPE, PORTRAIT),
}


def main() -> None:
    """Write every template into `templates/docx`."""
    for name, (first, second) in TEMPLATES.items():
        (FOLDER / name).write_bytes(template(first, second))


if __name__ == "__main__":
    main()
