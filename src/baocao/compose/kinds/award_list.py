"""`danh-sach-khen-thuong`: those proposed, award by award, collectives before individuals."""

from collections.abc import Iterator
from dataclasses import replace

from baocao.compose.parts.letterhead import document_date, letterhead, number_and_symbol
from baocao.compose.parts.properties import properties
from baocao.compose.parts.proposals import (
    collectives,
    count_in_words,
    merits_of_collective,
    merits_of_person,
    persons,
    proposed_awards,
    rules_and_dossier,
    submission_paper,
    tally_in_words,
)
from baocao.compose.parts.prose import body_paragraph
from baocao.compose.parts.signature import keep_with_signature, signature
from baocao.compose.parts.tables import centred_cell, fixed_table, ordinal_cell, text_cell
from baocao.kinds import SUBMISSION
from baocao.layout.line_breaking import centred_lines
from baocao.model.award import Dossier
from baocao.model.award_rules import Award
from baocao.model.campaign import Campaign, RequiredDocument
from baocao.model.content import UnitContent
from baocao.model.document import Block, Document, Heading, Orientation, TableCell, Title
from baocao.model.paper import Paper
from baocao.vietnamese.dates import format_date_short
from baocao.vietnamese.ordinals import roman

_COLLECTIVE_COLUMNS = (("TT", 11.0), ("Tên tập thể", 69.0), ("Tiêu chuẩn đạt được", 85.0))
_PERSON_COLUMNS = (
    ("TT", 11.0),
    ("Họ và tên", 33.0),
    ("Ngày sinh", 24.0),
    ("Chức vụ", 25.0),
    ("Đơn vị công tác", 31.0),
    ("Tiêu chuẩn đạt được", 41.0),
)


def compose(campaign: Campaign, required: RequiredDocument, content: UnitContent) -> Document:
    """Compose the list that is enclosed with a unit's submission."""
    rules, dossier = rules_and_dossier(campaign, content)
    head = submission_paper(content.report, dossier)
    sheet = letterhead(campaign, required, head, Orientation.PORTRAIT)
    awards = enumerate(proposed_awards(rules, dossier), start=1)
    blocks = (
        *(block for n, award in awards for block in _award(campaign, content, dossier, n, award)),
        body_paragraph(f"Tổng cộng: {tally_in_words(dossier.tally())}./."),
    )
    return Document(
        kind=required.kind,
        orientation=Orientation.PORTRAIT,
        letterhead=replace(sheet, place_and_date=""),
        title=_title(campaign, required, head),
        addressees=(),
        blocks=keep_with_signature(blocks),
        recipients=None,
        signature=signature(campaign, head, campaign.outline.signature_note),
        appendices=(),
        properties=properties(campaign, required, head),
    )


def _title(campaign: Campaign, required: RequiredDocument, head: Paper) -> Title:
    submission = campaign.documents.get(SUBMISSION)
    attached = ""
    if submission is not None:
        number = number_and_symbol(submission, head)
        date = document_date(campaign, head)
        attached = f"(Kèm theo {submission.type_name} số {number} {date} của {head.unit.name})"
    return Title((required.type_name.upper(),), centred_lines(required.abstract), 0, attached)


def _award(
    campaign: Campaign, content: UnitContent, dossier: Dossier, place: int, award: Award
) -> Iterator[Block]:
    yield Heading(2, (f"{roman(place)}. {award.name.upper()}",))
    tally = dossier.tally(award.id)
    groups = (
        ("Tập thể", tally.collectives, _COLLECTIVE_COLUMNS, _collectives),
        ("Cá nhân", tally.persons, _PERSON_COLUMNS, _persons),
    )
    given = (group for group in groups if group[1])
    for number, (name, count, columns, rows) in enumerate(given, start=1):
        yield Heading(3, (f"{number}. {name}: {count_in_words(count)}",))
        yield fixed_table(f"{name}: {award.name}", columns, rows(campaign, content, dossier, award))


def _collectives(
    campaign: Campaign, content: UnitContent, dossier: Dossier, award: Award
) -> Iterator[tuple[TableCell, ...]]:
    for place, each in enumerate(collectives(dossier, award), start=1):
        merits = "; ".join(merits_of_collective(content, campaign, award, each))
        yield (ordinal_cell(place), text_cell(each.name), text_cell(merits))


def _persons(
    _campaign: Campaign, _content: UnitContent, dossier: Dossier, award: Award
) -> Iterator[tuple[TableCell, ...]]:
    for place, each in enumerate(persons(dossier, award), start=1):
        yield (
            ordinal_cell(place),
            text_cell(f"{each.title} {each.name}"),
            centred_cell(format_date_short(each.born.value)),
            text_cell(each.position.value),
            text_cell(each.workplace.value),
            text_cell(_capitalised("; ".join(merits_of_person(award, each)))),
        )


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]
