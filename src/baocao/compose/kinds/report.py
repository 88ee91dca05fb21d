"""`bao-cao`: the report by the outline, with the forms as its appendices."""

from baocao.calc.applicability import printed_outline
from baocao.calc.tabulation import tabulate_all
from baocao.compose.parts.appendix import appendices
from baocao.compose.parts.letterhead import letterhead, title_block
from baocao.compose.parts.narrative import narrative, title_blanks
from baocao.compose.parts.pictures import pictures
from baocao.compose.parts.properties import properties
from baocao.compose.parts.prose import closing_lines
from baocao.compose.parts.recipients import addressees, recipients
from baocao.compose.parts.signature import keep_with_signature, signature
from baocao.model.campaign import Campaign, RequiredDocument
from baocao.model.content import UnitContent
from baocao.model.document import Document, Orientation


def compose(campaign: Campaign, required: RequiredDocument, content: UnitContent) -> Document:
    report = content.report
    tabulations = tabulate_all(campaign.forms, content.statistics)
    outline = printed_outline(campaign.outline, report)
    blanks = title_blanks(campaign, report)
    shown = pictures(outline, report)
    body = (
        *narrative(outline, report.answers, tabulations, blanks, shown),
        *closing_lines(campaign, required, report.unit),
    )
    return Document(
        kind=required.kind,
        orientation=Orientation.PORTRAIT,
        letterhead=letterhead(campaign, required, report, Orientation.PORTRAIT),
        title=title_block(required, required.abstract),
        addressees=addressees(campaign, required, report),
        blocks=keep_with_signature(body) if body else (),
        recipients=recipients(campaign, required, report),
        signature=signature(campaign, report, campaign.outline.signature_note),
        appendices=tuple(appendices(campaign, required, report, tabulations)),
        properties=properties(campaign, required, report),
    )
