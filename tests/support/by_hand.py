"""Documents made by hand, with what no sample campaign prints; persons and places are invented."""

from dataclasses import replace

from baocao.model.document import (
    Appendix,
    Block,
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

PORTRAIT_MM, LANDSCAPE_MM = 165.0, 247.0
LAST_WORDS = "Hết phần đoạn văn."
SIGNATURE = Signature(("TM. BAN CHẤP HÀNH", "CHỦ TỊCH"), "", "Trần Thị Thí Dụ")
PREPARER = Cosigner(("NGƯỜI LẬP BIỂU",), "(Ký, ghi rõ họ tên)")
CHECKER = Cosigner(("NGƯỜI KIỂM TRA BIỂU",), "", "Lê Văn Minh Hoạ")
TREASURER = Cosigner(("TRƯỞNG BAN TÀI CHÍNH",), "(Ký, ghi rõ họ tên)")
RECIPIENTS = Recipients("Nơi nhận:", ("- Như trên;", "- Lưu: VT."))
HEAD_OF_FORM = FormHead(
    left=(
        "Biểu số: 01/TĐ",
        "Ban hành kèm theo Kế hoạch số 00/KH-TLĐ ngày 01 tháng 01 năm 2030",
        "Ngày nhận báo cáo: 15 tháng 01 năm 2030",
    ),
    right=(
        "Đơn vị gửi báo cáo: Công đoàn cơ sở Công ty Ví Dụ",
        "Đơn vị nhận báo cáo: Liên đoàn Lao động tỉnh Thí Dụ",
    ),
)


def document(
    *blocks: Block,
    orientation: Orientation = Orientation.PORTRAIT,
    signature: Signature = SIGNATURE,
    recipients: Recipients | None = None,
    form_head: FormHead | None = None,
    appendices: tuple[Appendix, ...] = (),
) -> Document:
    """Return a document around `blocks`."""
    name = "Công đoàn cơ sở Công ty Ví Dụ"
    return Document(
        kind="bao-cao",
        orientation=orientation,
        letterhead=Letterhead(
            parent_body=("LIÊN ĐOÀN LAO ĐỘNG", "TỈNH THÍ DỤ"),
            issuing_body=("CÔNG ĐOÀN CƠ SỞ", "CÔNG TY VÍ DỤ"),
            rule_mm=20,
            number="Số: 01/BC-CĐCS",
            national_name="CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            motto="Độc lập - Tự do - Hạnh phúc",
            motto_rule_mm=60,
            place_and_date="Thí Dụ, ngày 05 tháng 01 năm 2030",
        ),
        title=Title(("BÁO CÁO",), ("Về một việc để thử",), 30, ""),
        addressees=(),
        blocks=blocks,
        recipients=recipients,
        signature=signature,
        appendices=appendices,
        properties=Properties(
            title="Báo cáo thử",
            type_name="Báo cáo",
            code_number="01",
            code_notation="BC-CĐCS",
            issued=None,
            issuing_body=name,
            subject="Thử",
            signer_position="Chủ tịch",
            signer_name="Trần Thị Thí Dụ",
            to=(),
        ),
        form_head=form_head,
    )


def form(
    *blocks: Block,
    orientation: Orientation = Orientation.PORTRAIT,
    title: tuple[str, ...] = ("BIỂU THỬ",),
    signature: Signature | None = None,
    form_head: FormHead | None = HEAD_OF_FORM,
) -> Appendix:
    return Appendix("", title, "", orientation, blocks, signature, form_head)


def paragraph(text: str, *, style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
    return Paragraph(style, (Run(text),))


def annotated() -> tuple[Block, ...]:
    """Return headings of every level and footnotes on headings and on runs of all marks."""
    return (
        Heading(1, ("Phần thứ nhất", "Kết quả"), footnote="Chú thích của phần."),
        *(Heading(level, (f"{level}. Đề mục cấp {level}",)) for level in range(2, 6)),
        Heading(6, ("- Đề mục cấp 6",), footnote="Chú thích của đề mục <cấp 6> & của nó."),
        Paragraph(
            ParagraphStyle.BODY,
            (
                Run("Đơn vị có sáng kiến", footnote="Tính đến ngày 31 tháng 12."),
                Run(" được công nhận", bold=True, footnote="Có quyết định kèm theo."),
                Run(" ở cấp cơ sở.", italic=True),
            ),
        ),
        *(paragraph(f"Đoạn thứ {n} của phần này. " * 6) for n in range(1, 14)),
        Paragraph(
            ParagraphStyle.DASH, (Run(LAST_WORDS, footnote="Chú thích cuối cùng, ở trang sau."),)
        ),
    )


def deep_head(figures: int) -> tuple[tuple[TableCell, ...], ...]:
    """Return a head of five rows over an ordinal, a label and `figures` columns, symbols last.

    `figures` is divisible by 4.
    """
    head = CellStyle.HEAD
    return (
        (
            TableCell("STT", head, rows=4),
            TableCell("Chỉ tiêu", head, rows=4),
            TableCell("Số lượng", head, columns=figures),
        ),
        tuple(TableCell(text, head, columns=figures // 2) for text in ("Kỳ trước", "Kỳ này")),
        tuple(
            TableCell(text, head, columns=figures // 4) for _ in range(2) for text in ("Nữ", "Nam")
        ),
        tuple(TableCell(f"Q{n + 1}", head) for n in range(figures)),
        tuple(
            TableCell(text, CellStyle.SYMBOL)
            for text in ("A", "B", *(f"({n + 1})" for n in range(figures)))
        ),
    )


def wide_table(rows: int, *, size_pt: float = 8, width_mm: float = LANDSCAPE_MM) -> Table:
    """Return a table of 24 columns under a head of five rows."""
    figures, narrow = 20, 8.9
    widths = (8.0, *(narrow,) * figures)
    rest = round(width_mm - sum(widths), 2)
    return Table(
        caption="Bảng rộng",
        widths_mm=(8.0, rest - 20, *(narrow,) * figures, 10.0, 10.0),
        head=tuple(
            (*row, *extra)
            for row, extra in zip(
                deep_head(figures),
                (
                    (
                        TableCell("Mã số", CellStyle.HEAD, rows=4),
                        TableCell("Ghi chú", CellStyle.HEAD, rows=4),
                    ),
                    (),
                    (),
                    (),
                    (TableCell("C", CellStyle.SYMBOL), TableCell("D", CellStyle.SYMBOL)),
                ),
                strict=True,
            )
        ),
        rows=tuple(
            (
                TableCell(str(n), CellStyle.ORDINAL),
                TableCell(f"Chỉ tiêu số {n}", CellStyle.LABEL),
                *(TableCell(f"{n % 100},{k}", CellStyle.FIGURE) for k in range(figures)),
                TableCell(f"M{n}", CellStyle.CENTRED),
                TableCell("có", CellStyle.WORDS),
            )
            for n in range(1, rows + 1)
        ),
        size_pt=size_pt,
    )


def merged_table(groups: int, rows: int) -> Table:
    """Return a table whose first cells each stand beside `rows` rows, in `groups` groups."""
    return Table(
        caption="Bảng gộp",
        widths_mm=(15.0, 50.0, 60.0, 40.0),
        head=_two_rows_of_head(),
        rows=tuple(row for group in range(1, groups + 1) for row in _group(group, rows)),
    )


def _two_rows_of_head() -> tuple[tuple[TableCell, ...], ...]:
    """Return a head of two rows over four columns."""
    titles = ("STT", "Đơn vị", "Nội dung", "Số")
    return (
        tuple(TableCell(text, CellStyle.HEAD) for text in titles),
        tuple(TableCell(text, CellStyle.SYMBOL) for text in ("A", "B", "C", "(1)")),
    )


def _group(group: int, rows: int) -> tuple[tuple[TableCell, ...], ...]:
    first = (
        TableCell(f"{group}.", CellStyle.ORDINAL, rows=rows),
        TableCell(f"Đơn vị thứ {group}", CellStyle.LABEL, rows=rows),
    )
    return tuple(
        (
            *(first if row == 0 else ()),
            TableCell(f"Nội dung {group}.{row + 1}", CellStyle.WORDS),
            TableCell(str(group * row), CellStyle.FIGURE),
        )
        for row in range(rows)
    )


def aligned_table() -> Table:
    """Return figures with and without decimals, commas in line, under all cell styles."""
    one_decimal = 3.175  # millimetres that «,5» takes at 12 points
    figures = (("1.234,5", 0.0), ("12", one_decimal), ("0,5", 0.0), ("7", one_decimal))
    return Table(
        caption="Bảng số",
        widths_mm=(15.0, 90.0, 20.0, 40.0),
        head=_two_rows_of_head(),
        rows=(
            *(
                (
                    TableCell(str(n), CellStyle.ORDINAL),
                    TableCell("Giá trị làm lợi", CellStyle.LABEL),
                    TableCell("tr.đ", CellStyle.CENTRED),
                    TableCell(text, CellStyle.FIGURE, right_mm=right_mm),
                )
                for n, (text, right_mm) in enumerate(figures, start=1)
            ),
            (
                TableCell("", CellStyle.ORDINAL),
                TableCell("Cộng", CellStyle.SUBTOTAL_LABEL),
                TableCell("", CellStyle.CENTRED),
                TableCell("1.254,0", CellStyle.TOTAL),
            ),
        ),
    )


def with_everything() -> Document:
    """Return one document with all of it: three forms, upright, lying, upright, signed by three."""
    signature = replace(SIGNATURE, others=(PREPARER, CHECKER))
    note = paragraph("Ghi chú: số liệu lấy đến ngày báo cáo.", style=ParagraphStyle.TABLE_FOOT)
    tied = replace(note, keeps_next=True)
    return document(
        *annotated(),
        recipients=RECIPIENTS,
        appendices=(
            form(aligned_table(), tied, signature=signature),
            form(
                Heading(2, ("Đề mục của biểu",), footnote="Chú thích trong biểu."),
                wide_table(40),
                tied,
                orientation=Orientation.LANDSCAPE,
                title=(),
                signature=replace(SIGNATURE, others=(PREPARER, CHECKER, TREASURER)),
            ),
            form(
                replace(merged_table(12, 5), keeps_next=True),
                title=("BIỂU CÓ Ô GỘP",),
                signature=replace(SIGNATURE, others=(PREPARER,)),
            ),
        ),
    )
