"""`bao-cao-thanh-tich`: one report of merit for each that is proposed.

The parts are those of the forms of Nghị định 91/2017/NĐ-CP: the life or the character, the merit,
earlier titles and awards in two tables; the superior confirms on the left of the signature.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from baocao.calc.tabulation import Tabulation, tabulate_all
from baocao.compose.parts.letterhead import letterhead
from baocao.compose.parts.pictures import signature_picture
from baocao.compose.parts.properties import properties
from baocao.compose.parts.proposals import merits_of_collective, rules_and_dossier, submission_paper
from baocao.compose.parts.prose import body_paragraph, dash_items, paragraphs
from baocao.compose.parts.signature import keep_with_signature, signature, signer_position
from baocao.compose.parts.tables import centred_cell, fixed_table, text_cell
from baocao.layout.line_breaking import CENTRED_SIZE, centred_lines, rule_mm
from baocao.model.award import Collective, Dossier, Person, Proposal
from baocao.model.award_rules import Award
from baocao.model.campaign import Campaign, RequiredDocument, Unit
from baocao.model.content import UnitContent
from baocao.model.document import (
    Block,
    Cosigner,
    Document,
    Heading,
    Orientation,
    Paragraph,
    Properties,
    Signature,
    Title,
)
from baocao.model.paper import Answer, EarlierAward, MeritReport, Paper
from baocao.model.text import Text
from baocao.vietnamese.dates import format_date_short
from baocao.vietnamese.figures import format_count
from baocao.vietnamese.text import squeeze

_SEXES = {"Ông": "Nam", "Bà": "Nữ"}
_CONFIRMED = "XÁC NHẬN CỦA CẤP TRÊN"
_REPORTER, _HEAD_OF_UNIT = "NGƯỜI BÁO CÁO", "THỦ TRƯỞNG ĐƠN VỊ"
_DECISION = "Số, ngày, tháng, năm của quyết định; cơ quan ban hành quyết định"


def compose(
    campaign: Campaign, required: RequiredDocument, content: UnitContent
) -> Mapping[str, Document]:
    """Compose the report of each proposed, by the proposal's id."""
    rules, dossier = rules_and_dossier(campaign, content)
    tabulations = tabulate_all(campaign.forms, content.statistics)
    return {
        proposal.id.value: _document(
            campaign, required, content, rules.awards[proposal.award], proposal, tabulations
        )
        for proposal in dossier.proposals
    }


def _document(
    campaign: Campaign,
    required: RequiredDocument,
    content: UnitContent,
    award: Award,
    proposal: Proposal,
    tabulations: Mapping[str, Tabulation],
) -> Document:
    _, dossier = rules_and_dossier(campaign, content)
    report = dossier.reports[proposal.id.value]
    head = _head(content.unit, proposal, report)
    abstract = centred_lines((f"Đề nghị tặng {award.name}", *required.abstract))
    return Document(
        kind=required.kind,
        orientation=Orientation.PORTRAIT,
        letterhead=letterhead(campaign, required, head, Orientation.PORTRAIT),
        title=Title(
            (required.type_name.upper(),), abstract, rule_mm(abstract, CENTRED_SIZE), attached=""
        ),
        addressees=(),
        blocks=keep_with_signature(
            tuple(_body(campaign, content, award, proposal, report, tabulations))
        ),
        recipients=None,
        signature=_signature(campaign, content, dossier, proposal, report),
        appendices=(),
        properties=_signed(
            _properties(campaign, required, head, proposal), campaign, content, proposal, report
        ),
    )


def _head(unit: Unit, proposal: Proposal, report: MeritReport) -> Paper:
    """Return the paper's head under the one proposed, who is subordinate to the unit."""
    issuer = unit
    if isinstance(proposal, Person):
        workplace = squeeze(proposal.workplace.value)
        issuer = unit if workplace == unit.name else _below(unit, workplace)
    elif not proposal.is_unit:
        issuer = _below(unit, proposal.name)
    return replace(report.head, unit=issuer)


def _below(unit: Unit, name: str) -> Unit:
    return replace(unit, name=name, superior=unit.id)


def _properties(
    campaign: Campaign, required: RequiredDocument, head: Paper, proposal: Proposal
) -> Properties:
    """Compose the metadata, with the name of the one proposed in the subject."""
    subject = f"{proposal.name} - {required.subject}"
    return replace(
        properties(campaign, required, head),
        title=f"{required.type_name}: {subject}",
        subject=subject,
        to=(),
    )


def _signed(
    known: Properties,
    campaign: Campaign,
    content: UnitContent,
    proposal: Proposal,
    report: MeritReport,
) -> Properties:
    """Set the signer in the metadata: the one proposed, not the superior who confirms."""
    if isinstance(proposal, Person):
        office, name = proposal.position.value, proposal.name
    elif proposal.is_unit:
        _, dossier = rules_and_dossier(campaign, content)
        head = submission_paper(content.report, dossier)
        office, name = signer_position(campaign.level_of(head.unit), head), _typed(head.signer)
    else:
        office, name = _typed(report.position), _typed(report.signer)
    return replace(known, signer_position=office.strip(), signer_name=name)


def _typed(text: Text | None) -> str:
    return "" if text is None else text.stripped


def _body(
    campaign: Campaign,
    content: UnitContent,
    award: Award,
    proposal: Proposal,
    report: MeritReport,
    tabulations: Mapping[str, Tabulation],
) -> Iterator[Block]:
    if isinstance(proposal, Person):
        yield Heading(2, ("I. SƠ LƯỢC LÝ LỊCH",))
        facts = tuple(_life(proposal))
    else:
        yield Heading(2, ("I. SƠ LƯỢC ĐẶC ĐIỂM, TÌNH HÌNH",))
        facts = tuple(_character(campaign, content, award, proposal))
    yield from dash_items(facts)
    yield from _prose(report.outline, tabulations)
    yield Heading(2, ("II. THÀNH TÍCH",))
    yield from _prose(report.merit, tabulations)
    yield Heading(2, ("III. CÁC HÌNH THỨC ĐÃ ĐƯỢC KHEN THƯỞNG",))
    yield from _earlier("1. Danh hiệu thi đua", "Danh hiệu thi đua", report.titles)
    yield from _earlier("2. Hình thức khen thưởng", "Hình thức khen thưởng", report.awards)


def _life(person: Person) -> Iterator[str]:
    yield f"Họ và tên: {person.name}"
    yield f"Giới tính: {_SEXES[person.title]}"
    yield f"Ngày sinh: {format_date_short(person.born.value)}"
    yield f"Chức vụ: {person.position.stripped}"
    yield f"Đơn vị công tác: {person.workplace.stripped}"
    if person.diplomas is not None:
        yield f"Số Bằng Lao động sáng tạo: {format_count(person.diplomas.value)}"


def _character(
    campaign: Campaign, content: UnitContent, award: Award, collective: Collective
) -> Iterator[str]:
    yield f"Tên tập thể: {collective.name}"
    yield from merits_of_collective(content, campaign, award, collective)


def _prose(answer: Answer | None, tabulations: Mapping[str, Tabulation]) -> Iterator[Paragraph]:
    if answer is not None:
        yield from paragraphs(answer.text, tabulations)


def _earlier(heading: str, what: str, lines: tuple[EarlierAward, ...]) -> Iterator[Block]:
    yield Heading(3, (heading,))
    if not lines:
        yield body_paragraph("Chưa có.")
        return
    rows = (
        (
            centred_cell(line.year.stripped),
            text_cell(line.name.value),
            text_cell(line.decision.value),
        )
        for line in sorted(lines, key=lambda line: line.year.value)
    )
    yield fixed_table(what, (("Năm", 18.0), (what, 66.0), (_DECISION, 81.0)), rows)


def _signature(
    campaign: Campaign,
    content: UnitContent,
    dossier: Dossier,
    proposal: Proposal,
    report: MeritReport,
) -> Signature:
    """Compose box 7; the superior confirms on the left, except of the unit's own report.

    Only the picture in the report's own file is printed: the superior signs each report by hand.
    """
    image = report.head.signature_image
    unit_signs = signature(
        campaign, submission_paper(content.report, dossier), campaign.outline.signature_note
    )
    if isinstance(proposal, Collective) and proposal.is_unit:
        return replace(unit_signs, picture=signature_picture(image, unit_signs.name))
    confirmation = Cosigner((_CONFIRMED, *unit_signs.authority), unit_signs.note, unit_signs.name)
    if isinstance(proposal, Person):
        picture = signature_picture(image, proposal.name)
        return Signature((_REPORTER,), "", proposal.name, (confirmation,), picture)
    office, collective = _typed(report.position).upper(), _typed(report.collective).upper()
    authority = (f"TM. {collective}", office) if collective else (_HEAD_OF_UNIT,)
    name = _typed(report.signer)
    note = "" if name else campaign.outline.signature_note
    picture = signature_picture(image, name)
    return Signature(tuple(filter(None, authority)), note, name, (confirmation,), picture)
