"""`to-trinh`: the unit asks its superior for awards (Nghị định 30/2020/NĐ-CP, Phụ lục I)."""

from collections.abc import Iterator
from dataclasses import replace

from baocao.compose.parts.letterhead import letterhead, number_and_symbol, title_block
from baocao.compose.parts.properties import properties
from baocao.compose.parts.proposals import (
    collective_name,
    count_in_words,
    proposed_awards,
    rules_and_dossier,
    submission_paper,
    superior_name,
    tally_in_words,
)
from baocao.compose.parts.prose import body_paragraph, closing_lines, dash_items
from baocao.compose.parts.recipients import addressees, recipients
from baocao.compose.parts.signature import keep_with_signature, signature
from baocao.kinds import MERIT_REPORT, MINUTES
from baocao.model.award import Dossier, Minutes
from baocao.model.award_rules import AwardRules, Enclosure
from baocao.model.campaign import Campaign, RequiredDocument, Unit
from baocao.model.content import UnitContent
from baocao.model.document import Block, Document, Orientation, Paragraph, ParagraphStyle, Run
from baocao.vietnamese.dates import format_date_long
from baocao.vietnamese.text import bind

_ENDS = " ;.,"


def compose(campaign: Campaign, required: RequiredDocument, content: UnitContent) -> Document:
    rules, dossier = rules_and_dossier(campaign, content)
    head = submission_paper(content.report, dossier)
    return Document(
        kind=required.kind,
        orientation=Orientation.PORTRAIT,
        letterhead=letterhead(campaign, required, head, Orientation.PORTRAIT),
        title=title_block(required, required.abstract),
        addressees=addressees(campaign, required, head),
        blocks=keep_with_signature(tuple(_body(campaign, required, content.unit, rules, dossier))),
        recipients=recipients(campaign, required, head),
        signature=signature(campaign, head, campaign.outline.signature_note),
        appendices=(),
        properties=properties(campaign, required, head),
    )


def minutes_number(campaign: Campaign, minutes: Minutes) -> str:
    """Return ` số 03/BB-LĐLĐ`, nothing if the campaign asks for no minutes."""
    required = campaign.documents.get(MINUTES)
    return f" số {number_and_symbol(required, minutes.head)}" if required is not None else ""


def _body(
    campaign: Campaign, required: RequiredDocument, unit: Unit, rules: AwardRules, dossier: Dossier
) -> Iterator[Block]:
    for line in _grounds(campaign, rules, dossier, unit):
        yield Paragraph(ParagraphStyle.BODY, (Run(bind(line), italic=True),))
    yield body_paragraph(
        f"{collective_name(campaign, unit)} kính đề nghị {superior_name(campaign, unit)} xem xét, "
        f"khen thưởng {tally_in_words(dossier.tally())} có thành tích xuất sắc, cụ thể như sau:"
    )
    for place, award in enumerate(proposed_awards(rules, dossier), start=1):
        yield body_paragraph(f"{place}. {award.name}: {tally_in_words(dossier.tally(award.id))}.")
    yield body_paragraph("(Có danh sách kèm theo)")
    yield replace(body_paragraph("Hồ sơ gửi kèm gồm có:"), keeps_next=True)
    yield from dash_items(tuple(_enclosed(each, dossier) for each in rules.enclosures))
    yield from closing_lines(campaign, required, unit)


def _grounds(
    campaign: Campaign, rules: AwardRules, dossier: Dossier, unit: Unit
) -> tuple[str, ...]:
    """Return the legal grounds, a line each: the campaign's, the unit's, the minutes."""
    lines = [*rules.grounds, *(text.value for text in dossier.submission.grounds)]
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
    """Return an enclosure's name and sets, of merit reports also their number."""
    is_merit = enclosure.kind == MERIT_REPORT
    copies = f" ({count_in_words(dossier.tally().total)} báo cáo)" if is_merit else ""
    return f"{enclosure.name.strip(_ENDS)}{copies}: {count_in_words(enclosure.sets)} bộ"
