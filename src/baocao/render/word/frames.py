"""Tables without borders: a form's head, signatures side by side, recipients with braces."""

from baocao.model.document import Brace, Cosigner, FormHead, Recipients, Signature
from baocao.ooxml.styles import END_STYLE
from baocao.ooxml.units import twips
from baocao.render.word.body import KEEP_NEXT, StyleIds, paragraph, run, table, table_row
from baocao.render.word.pictures import Drawings

FRAME_STYLE = "Khung không viền"
FORM_HEAD_STYLE = "Đầu biểu"
_LABEL_STYLE, _RECIPIENT_STYLE = "Nơi nhận", "Nơi nhận - danh sách"
_TITLE_STYLE, _NOTE_STYLE, _NAME_STYLE = "Thẩm quyền ký", "Ghi chú ký", "Người ký"
_GUTTER_MM = 4
_BRACE_MM, _BRACE_GAP_MM, _BRACE_WORDS_MM = 2, 1.5, 24
_SIGNATURE_SPACE = 1440  # twips between authority and name, as in the style of the name
_NO_HEIGHT = '<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>'
_BOLD = "<w:b/><w:bCs/>"


def form_head(head: FormHead, width: int, styles: StyleIds, before: int, after: int) -> str:
    """Return a form's head; `width`, and the space `before` and `after` it, are in twips.

    The paragraphs that make the space separate the table from one that the template may have there.
    """
    style = styles[FORM_HEAD_STYLE]
    gutter = f'{KEEP_NEXT}<w:ind w:right="{twips(_GUTTER_MM)}"/>'
    left = "".join(
        paragraph(style, gutter, run(line, "" if place else _BOLD))
        for place, line in enumerate(head.left)
    )
    right = "".join(paragraph(style, KEEP_NEXT, run(line)) for line in head.right)
    half = width // 2
    rows = table_row(_cell(left, half, styles) + _cell(right, width - half, styles))
    frame = _frame((half, width - half), rows, styles)
    return f"{_space(before, styles)}{frame}{_space(after, styles)}"


def signature_row(
    signature: Signature,
    recipients: Recipients | None,
    width: int,
    styles: StyleIds,
    drawings: Drawings,
) -> str:
    """Return all signatures side by side, above the recipients if there are any.

    Minutes have them so (Nghị định 30/2020/NĐ-CP, Phụ lục III, mẫu 1.10). `width` is in twips. The
    names have a row of their own, so that they are level whatever the heights of the titles.
    """
    people = signature.signers
    column = width // len(people)
    titles = "".join(_cell(_title(each, styles), column, styles) for each in people)
    keep = "" if recipients is None else KEEP_NEXT
    names = "".join(
        _cell(signature_block(each, styles, drawings, keep), column, styles) for each in people
    )
    has_names = any(each.name or each.picture for each in people)
    rows = table_row(titles) + (table_row(names) if has_names else "")
    if recipients is not None:
        rows += _recipients(recipients, column, len(people), styles)
    return _frame((column,) * len(people), rows, styles)


def _title(signer: Cosigner, styles: StyleIds) -> str:
    lines = (paragraph(styles[_TITLE_STYLE], KEEP_NEXT, run(line)) for line in signer.title)
    note = paragraph(styles[_NOTE_STYLE], KEEP_NEXT, run(signer.note)) if signer.note else ""
    return "".join(lines) + note


def signature_block(signer: Cosigner, styles: StyleIds, drawings: Drawings, keep: str = "") -> str:
    """Return the picture of the signature, if there is one, and the name.

    `keep` are the properties that keep the name on the page of the next paragraph.
    """
    style = styles[_NAME_STYLE]
    if signer.picture is None:
        return paragraph(style, keep, run(signer.name)) if signer.name else ""
    around = max(0, _SIGNATURE_SPACE - twips(signer.picture.height_mm)) // 2
    line = f'w:after="{around}" w:line="240" w:lineRule="auto"'
    spacing = f'{KEEP_NEXT}<w:spacing w:before="{around}" {line}/>{_NO_HEIGHT}'
    picture = paragraph(style, spacing, drawings.place(signer.picture))
    above = f'{keep}<w:spacing w:before="0"/>'
    name = paragraph(style, above, run(signer.name)) if signer.name else ""
    return picture + name


def recipient_list(recipients: Recipients, styles: StyleIds) -> str:
    """Return the lines of box 9b; lines that share a brace are beside it and its words.

    The brace is the border of a cell, so that it is as high as its lines, however they break.
    """
    parts: list[str] = []
    above: Brace | None = None
    for group in recipients.groups:
        lines, brace = group.lines, group.brace
        text = "".join(paragraph(styles[_RECIPIENT_STYLE], KEEP_NEXT, run(line)) for line in lines)
        if above is not None and brace is not None:
            parts.append(_space(0, styles))  # else Word would join the two tables
        parts.append(text if brace is None else _braced(text, brace, styles))
        above = brace
    if above is not None:
        parts.append(_space(0, styles))  # a cell may not end with a table
    return "".join(parts)


def _braced(lines: str, brace: Brace, styles: StyleIds) -> str:
    widths = (twips(brace.lines_mm), twips(_BRACE_MM), twips(_BRACE_WORDS_MM))
    words = paragraph(
        styles[_RECIPIENT_STYLE],
        f'{KEEP_NEXT}<w:ind w:left="{twips(_BRACE_GAP_MM)}"/>',
        run(brace.words),
    )
    line = 'w:val="single" w:sz="6" w:space="0" w:color="000000"'
    sides = "".join(f"<w:{side} {line}/>" for side in ("top", "bottom", "right"))
    bracket = f"<w:tcBorders>{sides}</w:tcBorders>"
    cells = (
        _cell(lines, widths[0], styles),
        _cell(paragraph(styles[END_STYLE], KEEP_NEXT, ""), widths[1], styles, look=bracket),
        _cell(words, widths[2], styles, look='<w:vAlign w:val="center"/>'),
    )
    return _frame(widths, table_row("".join(cells)), styles)


def _recipients(recipients: Recipients, column: int, columns: int, styles: StyleIds) -> str:
    lines = recipient_list(recipients, styles)
    label = paragraph(styles[_LABEL_STYLE], KEEP_NEXT, run(recipients.label))
    space = paragraph(styles[_LABEL_STYLE], KEEP_NEXT, "")
    return table_row(_cell(space + label + lines, column * columns, styles, columns))


def _frame(widths: tuple[int, ...], rows: str, styles: StyleIds) -> str:
    return table(styles[FRAME_STYLE], widths, "", rows)


def _cell(content: str, width: int, styles: StyleIds, columns: int = 1, look: str = "") -> str:
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    text = content or paragraph(styles[END_STYLE], "", "")
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{look}</w:tcPr>{text}</w:tc>'


def _space(points_by_20: int, styles: StyleIds) -> str:
    spacing = f'<w:spacing w:before="{points_by_20}"/>' if points_by_20 else ""
    return paragraph(styles[END_STYLE], KEEP_NEXT + spacing, "")
