"""`bao-cao.yaml` for a unit that begins to write."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

from baocao.authoring.guidance import section_notes
from baocao.authoring.scaffold.comments import comment, modeline, rule
from baocao.authoring.scaffold.head import head_scaffold, title_scaffold
from baocao.calc.asking import asked_of_level
from baocao.calc.expression import Found, find
from baocao.calc.headings import NumberedSection, numbered
from baocao.compose.kinds.report import blank_values
from baocao.kinds import REPORT
from baocao.load.unit.report import REPORT_HEAD
from baocao.model.blanks import fill
from baocao.model.campaign import Campaign, Unit
from baocao.model.content import Report
from baocao.model.form import ColumnRole, ColumnTotal, Form, Row
from baocao.model.outline import Blank, Passage
from baocao.model.text import Source


def report_scaffold(campaign: Campaign, unit: Unit, schema_reference: str) -> str:
    """Give the text of a new `bao-cao.yaml`, whose schema lies at `schema_reference` from it."""
    outline = asked_of_level(campaign.outline, unit.level)
    names = _names(campaign, unit)
    lines = (
        modeline(schema_reference),
        "",
        *title_scaffold(campaign, unit, campaign.documents.get(REPORT)),
        "#",
        *_instructions(campaign, unit),
        *head_scaffold(campaign, unit, campaign.documents.get(REPORT), REPORT_HEAD),
        *_blanks(campaign.outline.blanks),
        *(line for item in numbered(outline) for line in _item(item, names)),
    )
    return "\n".join(lines) + "\n"


def _instructions(campaign: Campaign, unit: Unit) -> Iterator[str]:
    prose = [section.id for section in campaign.outline.answered if section.is_prose]
    yield "# CÁCH VIẾT"
    for instruction in (
        "Dòng có dấu # ở đầu là lời dẫn, không in ra. Dòng đầu tiên của tệp thì giữ nguyên.",
        *(
            f"Chữ ở sát lề, như «{key}: |», là khóa của mục, giữ nguyên. Lời văn viết từ dòng "
            "trống ngay dưới khóa, dòng nào cũng thụt vào hai dấu cách."
            for key in prose[:1]
        ),
        "Để một dòng trống là sang đoạn mới. Dấu - và một dấu cách ở đầu dòng là gạch đầu dòng.",
        "Chữ đậm: **chữ đậm**. Chữ nghiêng: *chữ nghiêng*.",
        *_figures(campaign),
        "Viết đến đâu, kiểm tra đến đó bằng lệnh:",
    ):
        yield from comment(f"- {instruction}", hanging=2)
    yield f"#       baocao check {campaign.id} {unit.id}"


def _figures(campaign: Campaign) -> Iterator[str]:
    """Tell how to print a figure, by figures that the campaign has."""
    named = (
        (row, tuple(_paths(campaign, form, row)))
        for form in campaign.forms.values()
        for row in form.rows
        if row.role.has_figures
    )
    for row, paths in islice((each for each in named if each[1]), 1):
        printed = " hoặc ".join(f"{{{{ {path} }}}}" for path in paths)
        yield (
            f"Số liệu đã ghi ở so-lieu.yaml thì không gõ lại: viết {printed}, máy sẽ in con "
            f"số của chỉ tiêu «{row.name}»."
        )


def _paths(campaign: Campaign, form: Form, row: Row) -> Iterator[str]:
    totals = [leaf for leaf in form.leaves if leaf.role is ColumnRole.TOTAL]
    if row.column_total is ColumnTotal.NONE:
        totals = []
    figures = [leaf for leaf in form.figure_columns if leaf.id not in row.not_applicable]
    for column in (*totals[:1], *figures[-1:]):
        is_plain = isinstance(find((row.id, column.id), campaign.forms), Found)
        yield ".".join((row.id, column.id) if is_plain else (form.id, row.id, column.id))


def _blanks(blanks: tuple[Blank, ...]) -> Iterator[str]:
    if blanks:
        yield from ("", rule("═"), "# CHỖ TRỐNG TRONG CÁC ĐỀ MỤC", rule("═"))
    for blank in blanks:
        yield ""
        yield from comment(f"{blank.name}. {blank.hint}".strip())
        yield f"{blank.id}: ~"


def _names(campaign: Campaign, unit: Unit) -> dict[str, str]:
    """Give what a writer is shown in the titles' blanks: the unit's names, and what is to come."""
    to_come = {blank.id: f"[{blank.name}]" for blank in campaign.outline.blanks}
    return blank_values(campaign, Report(unit, Source(Path(), ""))) | to_come


def _item(item: NumberedSection | Passage, names: Mapping[str, str]) -> Iterator[str]:
    if isinstance(item, Passage):
        yield ""
        yield from comment(f"In nguyên đoạn: {fill(item.text.value.strip(), names)}")
    else:
        caption = fill(" ".join(item.section.lines), names)
        yield from _section(replace(item, section=replace(item.section, caption=caption)))


def _section(heading: NumberedSection) -> Iterator[str]:
    section = heading.section
    yield ""
    if heading.above or section.id is not None:
        yield from comment(heading.line, hanging=len(heading.number) + 1)
        if section.id is None and len(heading.above) == 1:
            yield rule("─")
    else:
        yield rule("═")
        for line in (heading.number.upper(), section.title):
            yield from comment(line)
        yield rule("═")
    for note in (section.hint, *section_notes(section)):
        yield from comment(note)
    if section.id is not None:
        yield from (f"{section.id}: |", "  ") if section.is_prose else (f"{section.id}: ~",)
