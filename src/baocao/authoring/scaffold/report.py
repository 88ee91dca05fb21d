"""`bao-cao.yaml` for a unit that begins to write."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from baocao.authoring.guidance import section_notes
from baocao.authoring.scaffold.document_head import head_context
from baocao.authoring.scaffold.template import render_for_unit
from baocao.calc.applicability import outline_for_level
from baocao.calc.headings import NumberedSection, numbered_items
from baocao.calc.reference import FormCell, find_cell
from baocao.compose.parts.narrative import title_blanks
from baocao.kinds import REPORT
from baocao.load.unit.report import REPORT_HEAD
from baocao.model.blanks import fill
from baocao.model.campaign import Campaign, Unit
from baocao.model.content import Report
from baocao.model.form import ColumnRole, ColumnTotal, Form, Row
from baocao.model.outline import Passage, Section
from baocao.model.text import Source
from baocao.workspace import REPORT_FILE


def report_scaffold(campaign: Campaign, unit: Unit) -> str:
    """Return the text of a new `bao-cao.yaml`."""
    outline = campaign.outline
    to_come = {blank.id: f"[{blank.name}]" for blank in outline.blanks}
    names = title_blanks(campaign, Report(unit, Source(Path(), ""))) | to_come
    return render_for_unit(
        REPORT_FILE,
        **head_context(campaign, unit, REPORT, REPORT_HEAD),
        prose_key=next((each.id for each in outline.answered if each.is_prose), None),
        figure=next(_printed_figures(campaign), None),
        blanks=outline.blanks,
        items=[
            _filled(item, names) for item in numbered_items(outline_for_level(outline, unit.level))
        ],
        filled=partial(fill, values=names),
        notes=_notes,
    )


def _filled(item: NumberedSection | Passage, names: dict[str, str]) -> NumberedSection | Passage:
    if isinstance(item, Passage):
        return item
    caption = fill(" ".join(item.section.lines), names)
    return replace(item, section=replace(item.section, caption=caption))


def _notes(section: Section) -> tuple[str, ...]:
    return (section.hint, *section_notes(section))


def _printed_figures(campaign: Campaign) -> Iterator[dict[str, str]]:
    """Yield how prose prints the figures of each row: `{{ row.column }}`, and the row's name."""
    for form in campaign.forms.values():
        for row in form.rows:
            paths = tuple(_paths(campaign, form, row)) if row.role.has_figures else ()
            if paths:
                printed = " hoặc ".join(f"{{{{ {path} }}}}" for path in paths)
                yield {"printed": printed, "name": row.name}


def _paths(campaign: Campaign, form: Form, row: Row) -> Iterator[str]:
    totals = [leaf for leaf in form.leaves if leaf.role is ColumnRole.TOTAL]
    if row.column_total is ColumnTotal.NONE:
        totals = []
    figures = [leaf for leaf in form.figure_columns if leaf.id not in row.not_applicable]
    for column in (*totals[:1], *figures[-1:]):
        is_plain = isinstance(find_cell((row.id, column.id), campaign.forms), FormCell)
        yield ".".join((row.id, column.id) if is_plain else (form.id, row.id, column.id))
