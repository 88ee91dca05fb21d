"""Forms in a document, as appendices of a report (Nghị định 30/2020/NĐ-CP, Phụ lục I, III.1)."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from baocao.calc.tabulation import Tabulation
from baocao.compose.parts.form_table import form_table, table_foot
from baocao.compose.parts.letterhead import document_date, number_and_symbol
from baocao.layout.fitting import fit
from baocao.layout.printed_form import printed_rows
from baocao.model.blanks import fill
from baocao.model.campaign import Campaign, RequiredDocument, Unit, appendix_labels
from baocao.model.document import (
    Appendix,
    Block,
    FormHead,
    Orientation,
    Paragraph,
    ParagraphStyle,
    Run,
    Table,
)
from baocao.model.form import Form
from baocao.model.paper import Paper
from baocao.vietnamese.text import bind


def appendices(
    campaign: Campaign,
    required: RequiredDocument,
    paper: Paper,
    tabulations: Mapping[str, Tabulation],
) -> Iterator[Appendix]:
    """Yield the forms that a document appends; two or more take Roman numbers."""
    attached = _attached(campaign, required, paper)
    labels = appendix_labels(len(required.appendices))
    for form_id, label in zip(required.appendices, labels, strict=True):
        orientation, blocks = form_blocks(tabulations[form_id])
        form = campaign.forms[form_id]
        yield Appendix(
            label=label,
            title=form.title,
            attached=attached,
            orientation=orientation,
            blocks=blocks,
            form_head=form_head(campaign, paper.unit, form),
        )


def form_blocks(tabulation: Tabulation) -> tuple[Orientation, tuple[Block, ...]]:
    """Compose a form's body: its orientation, and note, table and foot.

    A form that fits no sheet is refused by `check`.
    """
    form, texts = tabulation.form, printed_rows(tabulation)
    place = fit(form, texts)
    if place is None:
        message = f"{form.id}: too wide after validation"
        raise ValueError(message)
    return place.orientation, tuple(_blocks(form, form_table(form, texts, place)))


def form_head(campaign: Campaign, unit: Unit, form: Form) -> FormHead | None:
    """Compose the lines over a form's title, with the names of unit and superior.

    A line that names the superior is left out of the form of a unit that has none.
    """
    head = form.head
    left, right = (head.number, head.issued, head.due), (head.sender, head.receiver)
    if not any((*left, *right)):
        return None
    blanks = campaign.blanks_of(unit)
    return FormHead(_filled(left, blanks), _filled(right, blanks))


def _filled(lines: tuple[str, ...], blanks: Mapping[str, str]) -> tuple[str, ...]:
    filled = (fill(line, blanks) for line in lines if line)
    return tuple(bind(line) for line in filled if "{" not in line)


def _blocks(form: Form, table: Table) -> Iterator[Block]:
    if form.note:
        note = Run(form.note, italic=True)
        yield Paragraph(ParagraphStyle.TABLE_NOTE, (note,), keeps_next=True)
    foot = tuple(table_foot(form))
    yield replace(table, keeps_next=bool(foot))
    yield from foot


def _attached(campaign: Campaign, required: RequiredDocument, paper: Paper) -> str:
    number = number_and_symbol(required, paper)
    date = document_date(campaign, paper)
    return f"(Kèm theo {required.type_name} số {number} {date} của {paper.unit.name})"
