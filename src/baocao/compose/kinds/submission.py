"""`to-trinh`: the unit asks its superior for awards (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from collections.abc import Iterator
from dataclasses import replace

from baocao.compose.kinds.report import closing, title
from baocao.compose.parts.letterhead import letterhead, number_and_symbol
from baocao.compose.parts.properties import properties
from baocao.compose.parts.proposals import counted, dossier_of, proposed_awards, tallied
from baocao.compose.parts.signature import addressees, recipients, signature, tied
from baocao.kinds import MERIT_REPORT, MINUTES
from baocao.model.award import Dossier, Minutes
from baocao.model.award_rules import AwardRules, Enclosure
from baocao.model.campaign import Campaign, RequiredDocument, Unit
from baocao.model.content import UnitContent
from baocao.model.document import Block, Document, Orientation, Paragraph, ParagraphStyle, Run
from baocao.model.paper import Paper
from baocao.vietnamese.dates import format_date_long
from baocao.vietnamese.text import bind

_ENDS = " ;.,"


def compose(campaign: Campaign, order: RequiredDocument, content: UnitContent) -> Document:
    """Make a unit's tờ trình from its valid dossier."""
    rules, dossier = dossier_of(campaign, content)
    head = submission_head(content.report, dossier)
    return Document(
        kind=order.kind,
        orientation=Orientation.PORTRAIT,
        letterhead=letterhead(campaign, order, head, Orientation.PORTRAIT),
        title=title(order, order.abstract),
        addressees=addressees(campaign, order, head),
        blocks=tied(tuple(_body(campaign, order, content.unit, rules, dossier))),
        recipients=recipients(campaign, order, head),
        signature=signature(campaign, head, campaign.outline.signature_note),
        appendices=(),
        properties=properties(campaign, order, head),
    )


def submission_head(report: Paper, dossier: Dossier) -> Paper:
    """Give the head of the tờ trình, signed as the report is where it names no signer."""
    head = dossier.submission
    if head.signer is not None or head.position is not None:
        return head
    return replace(head, signer=report.signer, position=report.position)


def collective_name(campaign: Campaign, unit: Unit) -> str:
    """Name the collective that decides: `Ban Thường vụ Liên đoàn Lao động tỉnh Thí Dụ`."""
    return f"{campaign.level_of(unit).collective} {unit.name}"


def superior_name(campaign: Campaign, unit: Unit) -> str:
    """Name whom the unit asks."""
    return "cấp có thẩm quyền" if unit.superior is None else campaign.units[unit.superior].name


def minutes_number(campaign: Campaign, minutes: Minutes) -> str:
    """Give ` số 03/BB-LĐLĐ`; nothing where the campaign asks for no minutes."""
    order = campaign.documents.get(MINUTES)
    return f" số {number_and_symbol(order, minutes.head)}" if order is not None else ""


def body(text: str) -> Paragraph:
    """Give an ordinary paragraph."""
    return Paragraph(ParagraphStyle.BODY, (Run(bind(text)),))


def items(lines: tuple[str, ...]) -> Iterator[Paragraph]:
    """Give lines as dashed items, each ended by a semicolon and the last by a stop."""
    for place, line in enumerate(lines, start=1):
        end = "." if place == len(lines) else ";"
        yield Paragraph(ParagraphStyle.DASH, (Run("- "), Run(bind(line.strip(_ENDS) + end))))


def _body(
    campaign: Campaign, order: RequiredDocument, unit: Unit, rules: AwardRules, dossier: Dossier
) -> Iterator[Block]:
    for line in _grounds(campaign, rules, dossier, unit):
        yield Paragraph(ParagraphStyle.BODY, (Run(bind(line), italic=True),))
    yield body(
        f"{collective_name(campaign, unit)} kính đề nghị {superior_name(campaign, unit)} xem xét, "
        f"khen thưởng {tallied(dossier.tally())} có thành tích xuất sắc, cụ thể như sau:"
    )
    for place, award in enumerate(proposed_awards(rules, dossier), start=1):
        yield body(f"{place}. {award.name}: {tallied(dossier.tally(award.id))}.")
    yield body("(Có danh sách kèm theo)")
    yield replace(body("Hồ sơ gửi kèm gồm có:"), keeps_next=True)
    yield from items(tuple(_enclosed(each, dossier) for each in rules.enclosures))
    yield from closing(campaign, order, unit)


def _grounds(
    campaign: Campaign, rules: AwardRules, dossier: Dossier, unit: Unit
) -> tuple[str, ...]:
    """Give the grounds, each on its line: the campaign's, the unit's, the meeting's minutes."""
    lines = [*rules.grounds, *(text.value for text in dossier.grounds)]
    minutes = dossier.minutes
    if minutes is not None and minutes.head.date is not None:
        lines.append(
            f"Căn cứ Biên bản{minutes_number(campaign, minutes)} "
            f"{format_date_long(minutes.head.date.value)} họp xét khen thưởng của "
            f"{collective_name(campaign, unit)}"
        )
    ends = (*(";" for _ in lines[1:]), ".")
    return tuple(line.strip(_ENDS) + end for line, end in zip(lines, ends, strict=True))


def _enclosed(enclosure: Enclosure, dossier: Dossier) -> str:
    """Name a paper and its sets; of the reports of merit also how many there are."""
    is_merit = enclosure.kind == MERIT_REPORT
    copies = f" ({counted(dossier.tally().total)} báo cáo)" if is_merit else ""
    return f"{enclosure.name.strip(_ENDS)}{copies}: {counted(enclosure.sets)} bộ"
