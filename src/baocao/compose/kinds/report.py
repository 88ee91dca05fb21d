"""`bao-cao`: the report by the outline, with the forms as its appendices."""

from collections.abc import Iterator

from baocao.calc.asking import printed
from baocao.calc.tabulation import tabulate_each
from baocao.compose.parts.appendix import appendices
from baocao.compose.parts.letterhead import letterhead
from baocao.compose.parts.lines import CENTRED_SIZE, centred, rule_mm
from baocao.compose.parts.narrative import narrative
from baocao.compose.parts.pictures import pictures
from baocao.compose.parts.properties import properties
from baocao.compose.parts.signature import addressees, recipients, signature, tied
from baocao.model.blanks import fill
from baocao.model.campaign import Campaign, RequiredDocument, Unit
from baocao.model.content import Report, UnitContent
from baocao.model.document import Document, Orientation, Paragraph, ParagraphStyle, Run, Title
from baocao.vietnamese.text import bind


def compose(campaign: Campaign, order: RequiredDocument, content: UnitContent) -> Document:
    """Make a unit's report from its valid content."""
    report = content.report
    tabulations = tabulate_each(campaign.forms, content.statistics)
    outline = printed(campaign.outline, report)
    blanks = blank_values(campaign, report)
    shown = pictures(outline, report)
    body = (
        *narrative(outline, report.answers, tabulations, blanks, shown),
        *closing(campaign, order, report.unit),
    )
    return Document(
        kind=order.kind,
        orientation=Orientation.PORTRAIT,
        letterhead=letterhead(campaign, order, report, Orientation.PORTRAIT),
        title=title(order, order.abstract),
        addressees=addressees(campaign, order, report),
        blocks=tied(body) if body else (),
        recipients=recipients(campaign, order, report),
        signature=signature(campaign, report, campaign.outline.signature_note),
        appendices=tuple(appendices(campaign, order, report, tabulations)),
        properties=properties(campaign, order, report),
    )


def blank_values(campaign: Campaign, report: Report) -> dict[str, str]:
    """Give what stands in each blank of the titles, by the blank's id."""
    return campaign.blanks_of(report.unit) | {
        key: text.value.strip() for key, text in report.blanks.items()
    }


def closing(campaign: Campaign, order: RequiredDocument, unit: Unit) -> Iterator[Paragraph]:
    """Give an order's closing lines, with the unit's names in their blanks."""
    blanks = campaign.blanks_of(unit)
    for line in order.closing:
        yield Paragraph(ParagraphStyle.BODY, (Run(bind(fill(line, blanks))),))


def title(order: RequiredDocument, lines: tuple[str, ...]) -> Title:
    """Compose box 5a: the type of document, its abstract in `lines`, and the rule below."""
    abstract = centred(lines)
    return Title(
        type_name=(order.type_name.upper(),),
        abstract=abstract,
        rule_mm=rule_mm(abstract, CENTRED_SIZE),
        attached="",
    )
