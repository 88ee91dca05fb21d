"""Forms as appendices of a report (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1)."""

from collections.abc import Iterator, Mapping

from baocao.compose.form_table import form_table
from baocao.compose.letterhead import document_date, number_and_symbol
from baocao.model.campaign import Campaign, Order
from baocao.model.content import Report
from baocao.model.document import (
    Appendix,
    Block,
    Orientation,
    Paragraph,
    ParagraphStyle,
    Run,
)
from baocao.model.form import Form
from baocao.model.tabulation import Tabulation
from baocao.vietnamese.ordinals import roman

TEXT_WIDTHS_MM = {Orientation.PORTRAIT: 165.0, Orientation.LANDSCAPE: 247.0}


def appendices(
    campaign: Campaign, order: Order, report: Report, tabulations: Mapping[str, Tabulation]
) -> Iterator[Appendix]:
    """Compose the forms that an order calls; two or more take Roman numbers."""
    forms = tuple(campaign.forms[form_id] for form_id in order.appendices)
    attached = _attached(campaign, order, report)
    for place, form in enumerate(forms, start=1):
        yield Appendix(
            label=f"Phụ lục {roman(place)}" if len(forms) > 1 else "Phụ lục",
            title=form.title,
            attached=attached,
            orientation=orientation(form),
            blocks=form_blocks(tabulations[form.id]),
        )


def orientation(form: Form) -> Orientation:
    """Give how the form's sheet stands."""
    return Orientation.LANDSCAPE if form.landscape else Orientation.PORTRAIT


def form_blocks(tabulation: Tabulation) -> tuple[Block, ...]:
    """Compose a form's body: the note over the table, and the table."""
    form = tabulation.form
    note = Paragraph(ParagraphStyle.TABLE_NOTE, (Run(form.note, italic=True),), keeps_next=True)
    table = form_table(tabulation, TEXT_WIDTHS_MM[orientation(form)])
    return (note, table) if form.note else (table,)


def _attached(campaign: Campaign, order: Order, report: Report) -> str:
    number = number_and_symbol(order, report)
    date = document_date(campaign, report)
    return f"(Kèm theo {order.type_name} số {number} {date} của {report.unit.name})"
