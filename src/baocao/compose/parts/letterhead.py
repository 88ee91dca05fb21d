"""Boxes 1 to 5 of the first page (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1-5)."""

from baocao.layout.line_breaking import CENTRED_SIZE, balanced_lines, centred_lines, rule_mm
from baocao.layout.typeface import width_mm
from baocao.model.campaign import Campaign, RequiredDocument, Unit
from baocao.model.document import Letterhead, Orientation, Title
from baocao.model.paper import Paper
from baocao.vietnamese.dates import blank_date, format_date_long

NATIONAL_NAME = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_BODY_SIZE, _MOTTO_SIZE = 12, 13
_LEFT_COLUMN_MM = {Orientation.PORTRAIT: 65.0, Orientation.LANDSCAPE: 115.0}  # less 2.5 mm
_NO_NUMBER = "\u00a0" * 7


def letterhead(
    campaign: Campaign, required: RequiredDocument, paper: Paper, orientation: Orientation
) -> Letterhead:
    """Compose boxes 1 to 4."""
    unit = paper.unit
    width = _LEFT_COLUMN_MM[orientation]
    issuing_body = balanced_lines(unit.name.upper(), width, _BODY_SIZE, bold=True)
    parent_name = _parent_name(campaign, unit).upper()
    return Letterhead(
        parent_body=balanced_lines(parent_name, width, _BODY_SIZE, bold=False)
        if parent_name
        else (),
        issuing_body=issuing_body,
        rule_mm=rule_mm(issuing_body, _BODY_SIZE),
        number=f"Số: {number_and_symbol(required, paper)}" if required.symbol else "",
        national_name=NATIONAL_NAME,
        motto=MOTTO,
        motto_rule_mm=round(width_mm(MOTTO, _MOTTO_SIZE, bold=True), 1),
        place_and_date=f"{unit.place}, {document_date(campaign, paper)}",
    )


def title_block(required: RequiredDocument, lines: tuple[str, ...]) -> Title:
    """Compose box 5a: the type of document, its abstract in `lines`, and the rule below."""
    abstract = centred_lines(lines)
    return Title(
        type_name=(required.type_name.upper(),),
        abstract=abstract,
        rule_mm=rule_mm(abstract, CENTRED_SIZE),
        attached="",
    )


def number_and_symbol(required: RequiredDocument, paper: Paper) -> str:
    """Return `45/BC-LĐLĐ`, with blanks for a number not yet given."""
    figure = f"{paper.number.value:02d}" if paper.number is not None else _NO_NUMBER
    return f"{figure}/{required.symbol}-{paper.unit.symbol}"


def document_date(campaign: Campaign, paper: Paper) -> str:
    """Return the date in words, with blanks and the deadline's year if none was given."""
    if paper.date is not None:
        return format_date_long(paper.date.value)
    return blank_date(campaign.level_of(paper.unit).deadline.year)


def _parent_name(campaign: Campaign, unit: Unit) -> str:
    return campaign.units[unit.superior].name if unit.superior is not None else ""
