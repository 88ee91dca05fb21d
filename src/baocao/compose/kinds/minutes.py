"""`bien-ban`: the minutes of the meeting that chose whom to propose, with attendance and votes."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from baocao.calc.tabulation import tabulate_all
from baocao.compose.parts.letterhead import letterhead, title_block
from baocao.compose.parts.pictures import signature_picture
from baocao.compose.parts.properties import properties
from baocao.compose.parts.proposals import (
    collective_name,
    collectives,
    persons,
    proposed_awards,
    rules_and_dossier,
    superior_name,
    tally_in_words,
)
from baocao.compose.parts.prose import body_paragraph, dash_items, paragraphs
from baocao.compose.parts.signature import keep_with_signature
from baocao.compose.parts.tables import centred_cell, fixed_table, ordinal_cell, text_cell
from baocao.model.award import Attendant, Count, Dossier, Minutes
from baocao.model.award_rules import Award, AwardRules
from baocao.model.campaign import Campaign, RequiredDocument
from baocao.model.content import UnitContent
from baocao.model.document import (
    Block,
    Cosigner,
    Document,
    Heading,
    Orientation,
    Recipients,
    Signature,
    TableCell,
)
from baocao.vietnamese.dates import format_date_long
from baocao.vietnamese.figures import format_count, format_figure
from baocao.vietnamese.ordinals import roman

_COLUMNS = (
    ("TT", 11.0),
    ("Tập thể, cá nhân", 50.0),
    ("Chức vụ, đơn vị công tác", 61.0),
    ("Số phiếu đồng ý", 24.0),
    ("Tỷ lệ", 19.0),
)


def compose(campaign: Campaign, required: RequiredDocument, content: UnitContent) -> Document:
    rules, dossier = rules_and_dossier(campaign, content)
    minutes = minutes_of(dossier)
    sheet = letterhead(campaign, required, minutes.head, Orientation.PORTRAIT)
    blocks = (
        *_opening(campaign, required, content, minutes),
        *_contents(campaign, content, dossier, minutes),
        *_votes(rules, dossier, minutes),
        *_decision(campaign, content, rules, dossier),
        body_paragraph(
            f"Biên bản lập xong hồi {minutes.ends.stripped} cùng ngày, đã đọc lại cho những "
            "người có mặt cùng nghe và nhất trí thông qua./."
        ),
    )
    chair = minutes.chair.stripped
    return Document(
        kind=required.kind,
        orientation=Orientation.PORTRAIT,
        letterhead=replace(sheet, place_and_date=""),
        title=title_block(required, required.abstract),
        addressees=(),
        blocks=keep_with_signature(blocks),
        recipients=Recipients("Nơi nhận:", ("- Lưu: VT, Hồ sơ.",)),
        signature=_signature(minutes),
        appendices=(),
        properties=replace(
            properties(campaign, required, minutes.head),
            signer_position="Chủ trì",
            signer_name=chair,
            to=(),
        ),
    )


def minutes_of(dossier: Dossier) -> Minutes:
    if dossier.minutes is None:
        message = "no minutes after validation"
        raise ValueError(message)
    return dossier.minutes


def _opening(
    campaign: Campaign, required: RequiredDocument, content: UnitContent, minutes: Minutes
) -> Iterator[Block]:
    if minutes.head.date is None:
        message = "no date after validation"
        raise ValueError(message)
    yield body_paragraph(
        f"Hôm nay, {format_date_long(minutes.head.date.value)}, từ {minutes.begins.stripped}, "
        f"tại {minutes.venue.stripped}, {collective_name(campaign, content.unit)} "
        f"{required.subject[:1].lower()}{required.subject[1:]}."
    )
    yield Heading(2, (f"{roman(1)}. THÀNH PHẦN",))
    present = format_count(len(minutes.present))
    members = format_count(minutes.members.value)
    yield body_paragraph(f"1. Có mặt: {present} người trên tổng số {members} người, gồm có:")
    yield from dash_items(tuple(map(_attendant, minutes.present)))
    if minutes.absent:
        absent = format_count(len(minutes.absent))
        yield body_paragraph(f"2. Vắng mặt: {absent} người, gồm có:")
        yield from dash_items(tuple(map(_attendant, minutes.absent)))
    else:
        yield body_paragraph("2. Vắng mặt: không.")
    yield body_paragraph(f"3. Chủ trì: {minutes.chair.stripped}.")
    yield body_paragraph(f"4. Thư ký: {minutes.secretary.stripped}.")


def _signature(minutes: Minutes) -> Signature:
    """Compose box 7: the secretary on the left, the chair on the right."""
    chair, secretary = (text.stripped for text in (minutes.chair, minutes.secretary))
    chair_signs = signature_picture(minutes.head.signature_image, chair)
    secretary_signs = signature_picture(minutes.secretary_image, secretary)
    cosigner = Cosigner(("THƯ KÝ",), "", secretary, secretary_signs)
    return Signature(("CHỦ TRÌ",), "", chair, (cosigner,), chair_signs)


def _attendant(attendant: Attendant) -> str:
    return " - ".join(filter(None, (attendant.name, attendant.remark)))


def _contents(
    campaign: Campaign, content: UnitContent, dossier: Dossier, minutes: Minutes
) -> Iterator[Block]:
    yield Heading(2, (f"{roman(2)}. NỘI DUNG",))
    yield body_paragraph(
        f"Cuộc họp xem xét thành tích, thảo luận và bỏ phiếu đề nghị khen thưởng "
        f"{tally_in_words(dossier.tally())}."
    )
    if minutes.opinions is not None:
        tabulations = tabulate_all(campaign.forms, content.statistics)
        yield from paragraphs(minutes.opinions.text, tabulations)


def _votes(rules: AwardRules, dossier: Dossier, minutes: Minutes) -> Iterator[Block]:
    yield Heading(2, (f"{roman(3)}. KẾT QUẢ BỎ PHIẾU",))
    for place, award in enumerate(proposed_awards(rules, dossier), start=1):
        yield Heading(3, (f"{place}. {award.name}: {tally_in_words(dossier.tally(award.id))}",))
        yield fixed_table(
            f"Kết quả bỏ phiếu: {award.name}", _COLUMNS, _rows(dossier, minutes, award)
        )


def _rows(dossier: Dossier, minutes: Minutes, award: Award) -> Iterator[tuple[TableCell, ...]]:
    named = (
        *((each.name, "", each.votes) for each in collectives(dossier, award)),
        *(
            (
                f"{each.title} {each.name}",
                f"{each.position.stripped}, {each.workplace.stripped}",
                each.votes,
            )
            for each in persons(dossier, award)
        ),
    )
    voters = len(minutes.present)
    for place, (name, office, votes) in enumerate(named, start=1):
        yield (ordinal_cell(place), text_cell(name), text_cell(office), *_ballot(votes, voters))


def _ballot(votes: Count, voters: int) -> tuple[TableCell, TableCell]:
    if voters == 0:
        message = "nobody present after validation"
        raise ValueError(message)
    share = (Decimal(votes.value) * 100 / voters).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return (
        centred_cell(f"{votes.value}/{voters}"),
        centred_cell(f"{format_figure(share)}%"),
    )


def _decision(
    campaign: Campaign, content: UnitContent, rules: AwardRules, dossier: Dossier
) -> Iterator[Block]:
    yield body_paragraph(
        f"Căn cứ kết quả bỏ phiếu, cuộc họp thống nhất đề nghị "
        f"{superior_name(campaign, content.unit)} khen thưởng:"
    )
    yield from dash_items(
        tuple(
            f"{award.name}: {tally_in_words(dossier.tally(award.id))}"
            for award in proposed_awards(rules, dossier)
        )
    )
