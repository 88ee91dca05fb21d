"""`bao-cao-thanh-tich`: one report of merit for each that is proposed.

The parts are those of the forms of Nghị định 91/2017/NĐ-CP: the life or the character, the merit,
earlier titles and awards in two tables; the superior confirms on the left of the signature.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from baocao.calc.tabulation import Tabulation, tabulate_each
from baocao.compose.kinds.submission import body, items, submission_head
from baocao.compose.parts.letterhead import letterhead
from baocao.compose.parts.lines import CENTRED_SIZE, centred, rule_mm
from baocao.compose.parts.pictures import signature_picture
from baocao.compose.parts.properties import properties
from baocao.compose.parts.proposals import centred as centred_cell
from baocao.compose.parts.proposals import dossier_of, merits_of_collective, table, words
from baocao.compose.parts.prose import paragraphs
from baocao.compose.parts.signature import position, signature, tied
from baocao.model.award import (
    Collective,
    Dossier,
    EarlierAward,
    MeritReport,
    Person,
    Proposal,
)
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
from baocao.model.paper import Answer, Paper
from baocao.model.text import Text
from baocao.vietnamese.dates import format_date_short
from baocao.vietnamese.figures import format_count

_SEXES = {"Ông": "Nam", "Bà": "Nữ"}
_CONFIRMED = "XÁC NHẬN CỦA CẤP TRÊN"
_REPORTER, _HEAD_OF_UNIT = "NGƯỜI BÁO CÁO", "THỦ TRƯỞNG ĐƠN VỊ"
_DECISION = "Số, ngày, tháng, năm của quyết định; cơ quan ban hành quyết định"


def compose(
    campaign: Campaign, order: RequiredDocument, content: UnitContent
) -> Mapping[str, Document]:
    """Make the report of everyone proposed, by the proposal's id."""
    rules, dossier = dossier_of(campaign, content)
    tabulations = tabulate_each(campaign.forms, content.statistics)
    return {
        proposal.id.value: _document(
            campaign, order, content, rules.awards[proposal.award], proposal, tabulations
        )
        for proposal in dossier.proposals
    }


def _document(
    campaign: Campaign,
    order: RequiredDocument,
    content: UnitContent,
    award: Award,
    proposal: Proposal,
    tabulations: Mapping[str, Tabulation],
) -> Document:
    _, dossier = dossier_of(campaign, content)
    report = dossier.reports[proposal.id.value]
    head = _head(content.unit, proposal, report)
    abstract = centred((f"Đề nghị tặng {award.name}", *order.abstract))
    return Document(
        kind=order.kind,
        orientation=Orientation.PORTRAIT,
        letterhead=letterhead(campaign, order, head, Orientation.PORTRAIT),
        title=Title(
            (order.type_name.upper(),), abstract, rule_mm(abstract, CENTRED_SIZE), attached=""
        ),
        addressees=(),
        blocks=tied(tuple(_body(campaign, content, award, proposal, report, tabulations))),
        recipients=None,
        signature=_signature(campaign, content, dossier, proposal, report),
        appendices=(),
        properties=_signed(
            _properties(campaign, order, head, proposal), campaign, content, proposal, report
        ),
    )


def _head(unit: Unit, proposal: Proposal, report: MeritReport) -> Paper:
    """Give the head of a paper that the one proposed issues: under the unit, where below it."""
    issuer = unit
    if isinstance(proposal, Person):
        workplace = " ".join(proposal.workplace.value.split())
        issuer = unit if workplace == unit.name else _below(unit, workplace)
    elif not proposal.is_unit:
        issuer = _below(unit, proposal.name)
    return replace(report.head, unit=issuer)


def _below(unit: Unit, name: str) -> Unit:
    return replace(unit, name=name, superior=unit.id)


def _properties(
    campaign: Campaign, order: RequiredDocument, head: Paper, proposal: Proposal
) -> Properties:
    """Give the metadata; the subject names the one proposed, so that files can be told apart."""
    subject = f"{proposal.name} - {order.subject}"
    return replace(
        properties(campaign, order, head),
        title=f"{order.type_name}: {subject}",
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
    """Name in the metadata who signs for the one proposed, not the superior who confirms."""
    if isinstance(proposal, Person):
        office, name = proposal.position.value, proposal.name
    elif proposal.is_unit:
        _, dossier = dossier_of(campaign, content)
        head = submission_head(content.report, dossier)
        office, name = position(campaign.level_of(head.unit), head), _typed(head.signer)
    else:
        office, name = _typed(report.position), _typed(report.signer)
    return replace(known, signer_position=office.strip(), signer_name=name)


def _typed(text: Text | None) -> str:
    return "" if text is None else text.value.strip()


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
    yield from items(facts)
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
    yield f"Chức vụ: {person.position.value.strip()}"
    yield f"Đơn vị công tác: {person.workplace.value.strip()}"
    if person.diplomas is not None:
        yield f"Số Bằng Lao động sáng tạo: {format_count(Decimal(person.diplomas.value))}"


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
        yield body("Chưa có.")
        return
    rows = (
        (centred_cell(line.year.value.strip()), words(line.name.value), words(line.decision.value))
        for line in sorted(lines, key=lambda line: line.year.value)
    )
    yield table(what, (("Năm", 18.0), (what, 66.0), (_DECISION, 81.0)), rows)


def _signature(
    campaign: Campaign,
    content: UnitContent,
    dossier: Dossier,
    proposal: Proposal,
    report: MeritReport,
) -> Signature:
    """Compose who signs; the superior confirms on the left, but for the unit's own report.

    A picture of a signature stands only where the report's own file gives one: who confirms signs
    each report by hand.
    """
    image = report.head.signature_image
    unit_signs = signature(
        campaign, submission_head(content.report, dossier), campaign.outline.signature_note
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
