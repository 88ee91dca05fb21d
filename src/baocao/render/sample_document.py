"""A small document with a value in every field, for the trial print of a template."""

from typing import Final

from baocao.model.document import (
    Appendix,
    Block,
    Brace,
    CellStyle,
    Cosigner,
    Document,
    FormHead,
    Heading,
    Letterhead,
    Orientation,
    Paragraph,
    ParagraphStyle,
    Properties,
    Recipients,
    Run,
    Signature,
    Table,
    TableCell,
    Title,
)

_HEADINGS: Final = 6


def sample_document(kind: str) -> Document:
    """Return a document of a kind that has a value in every field, but no pictures."""
    signature = Signature(("TM. TẬP THỂ THỬ",), "(Ký tên, đóng dấu)", "Người Ký Thử")
    others = (Cosigner(("NGƯỜI LẬP THỬ",), "(Ký, ghi rõ họ tên)", "Người Lập Thử"),)
    head = FormHead(("Biểu số thử", "Ban hành thử"), ("Đơn vị gửi thử", "Đơn vị nhận thử"))
    blocks: tuple[Block, ...] = (
        *(Heading(level, (f"Đề mục thử {level}",)) for level in range(1, _HEADINGS + 1)),
        *(Paragraph(style, (Run(f"Đoạn thử {style.value}"),)) for style in ParagraphStyle),
        Paragraph(
            ParagraphStyle.BODY,
            (Run("chữ đậm", bold=True), Run("chữ nghiêng", italic=True, footnote="Chú thích thử")),
        ),
        _table(),
    )
    return Document(
        kind=kind,
        orientation=Orientation.PORTRAIT,
        letterhead=Letterhead(
            ("CƠ QUAN CHỦ QUẢN THỬ",),
            ("CƠ QUAN BAN HÀNH THỬ",),
            20,
            "Số: 01/THỬ",
            "QUỐC HIỆU THỬ",
            "Tiêu ngữ thử",
            40,
            "Nơi thử, ngày 01 tháng 02 năm 2030",
        ),
        title=Title(("TÊN LOẠI THỬ",), ("Trích yếu thử",), 20, "(Kèm theo văn bản thử)"),
        addressees=("Kính gửi: Nơi thử một;", "- Nơi thử hai."),
        blocks=blocks,
        recipients=Recipients(
            "Nơi nhận thử:",
            ("- Nơi nhận một;", "- Nơi nhận hai;", "- Lưu: VT."),
            (Brace(0, 2, "Để thử", 40),),
        ),
        signature=Signature(signature.authority, signature.note, signature.name, others),
        appendices=(
            Appendix(
                "Phụ lục thử",
                ("TIÊU ĐỀ PHỤ LỤC THỬ",),
                "(Kèm theo báo cáo thử)",
                Orientation.LANDSCAPE,
                blocks,
                signature,
                head,
            ),
        ),
        properties=Properties("Văn bản thử", "", "", "", None, "", "", "", "", ()),
        form_head=head,
    )


def _table() -> Table:
    cells = tuple(TableCell(f"ô {style.value}", style) for style in CellStyle)
    head = tuple(TableCell(f"cột {place}", CellStyle.HEAD) for place, _ in enumerate(cells))
    whole = TableCell("ô rộng", CellStyle.WORDS, columns=len(cells))
    return Table("Bảng thử", (18.0,) * len(cells), (head,), (cells, (whole,)))
