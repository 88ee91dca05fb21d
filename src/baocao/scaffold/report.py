"""`bao-cao.yaml` for a unit that begins to write."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import islice
from pathlib import Path

from baocao.compose.letterhead import number_and_symbol
from baocao.compose.report import blank_values
from baocao.compose.signature import addressees, recipients, signature
from baocao.editor.guidance import section_notes
from baocao.load.report import HEAD
from baocao.model.asking import asked_of_level
from baocao.model.blanks import fill
from baocao.model.campaign import Campaign, Unit
from baocao.model.content import DocumentNumber, Report
from baocao.model.expression import Found, find
from baocao.model.form import AcrossColumns, ColumnRole, Form, Row
from baocao.model.headings import Heading, numbered
from baocao.model.outline import Blank, Passage
from baocao.model.text import Source, Text
from baocao.scaffold.comments import comment, modeline, rule, scalar
from baocao.vietnamese.dates import format_date_short

_KIND = "bao-cao"
_NOTHING = Source(Path(), "")
_NUMBER = 45


def report_scaffold(campaign: Campaign, unit: Unit, schema_reference: str) -> str:
    """Give the text of a new `bao-cao.yaml`, whose schema lies at `schema_reference` from it."""
    outline = asked_of_level(campaign.outline, unit.level)
    names = _names(campaign, unit)
    lines = (
        modeline(schema_reference),
        "",
        *_title(campaign, unit),
        "#",
        *_instructions(campaign, unit),
        *_head(campaign, unit),
        *_blanks(campaign.outline.blanks),
        *(line for item in numbered(outline) for line in _item(item, names)),
    )
    return "\n".join(lines) + "\n"


def _title(campaign: Campaign, unit: Unit) -> Iterator[str]:
    order = campaign.orders.get(_KIND)
    if order is not None:
        yield from comment(order.type_name.upper())
    yield from comment(campaign.title if order is None else order.subject)
    yield "#"
    level = campaign.level_of(unit)
    yield from comment(f"Đơn vị:  {unit.name}", hanging=9)
    yield from comment(f"Cấp:     {level.name}", hanging=9)
    yield from comment(f"Hạn nộp: {format_date_short(level.deadline)}")


def _instructions(campaign: Campaign, unit: Unit) -> Iterator[str]:
    prose = [section.id for section in campaign.outline.answered() if section.is_prose]
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
    totals = [leaf for leaf in form.leaves() if leaf.role is ColumnRole.TOTAL]
    if row.across is AcrossColumns.NONE:
        totals = []
    figures = [leaf for leaf in form.figure_columns() if leaf.id not in row.barred]
    for column in (*totals[:1], *figures[-1:]):
        is_plain = isinstance(find((row.id, column.id), campaign.forms), Found)
        yield ".".join((row.id, column.id) if is_plain else (form.id, row.id, column.id))


def _head(campaign: Campaign, unit: Unit) -> Iterator[str]:
    values = {
        "chuc_vu": (f"chuc_vu: {scalar(campaign.level_of(unit).head)}",),
        "noi_nhan": tuple(_recipients(campaign, unit)),
    }
    yield from ("", rule("═"), "# PHẦN ĐẦU VÀ CHỮ KÝ", rule("═"))
    for key, entry in HEAD.entries.items():
        notes = dict(_notes(campaign, unit)).get(key, (entry.hint,))
        yield ""
        yield from comment(f"{entry.title}. {notes[0]}")
        for note in notes[1:]:
            yield from comment(note, indent=2, hanging=2)
        yield from values.get(key, (f"{key}: ~",))


def _notes(campaign: Campaign, unit: Unit) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what the unit's level decides of the head, by key, as it will be printed."""
    level = campaign.level_of(unit)
    order = campaign.orders.get(_KIND)
    if order is not None and order.symbol:
        typed = _text(str(_NUMBER))
        report = _report(unit, number=DocumentNumber(typed, _NUMBER, None))
        printed = number_and_symbol(order, report)
        yield "so", (f"Ghi {_NUMBER} thì in thành {printed}; chưa có số thì để ~.",)
    deadline = format_date_short(level.deadline)
    yield "ngay", (f"Ví dụ {deadline}; chưa có ngày thì để ~.",)
    width = max(map(len, level.positions))
    signs = (
        f"{title:<{width}} → "
        + " / ".join(signature(campaign, _report(unit, position=_text(title)), "").authority)
        for title in level.positions
    )
    yield "chuc_vu", ("Ở cấp này, khối chữ ký in theo chức vụ như sau:", *signs)
    sent = " ".join(addressees(campaign, _report(unit))).rstrip(";.")
    printed = f"in «{sent}»" if sent else "không in dòng này"
    yield "kinh_gui", (f"Để ~ thì {printed}; có gửi nơi khác mới ghi vào đây.",)
    yield "noi_nhan", ('Mỗi dòng một nơi nhận, dòng cuối là "Lưu: VT, …" trong dấu ngoặc kép.',)


def _recipients(campaign: Campaign, unit: Unit) -> Iterator[str]:
    yield "noi_nhan:"
    for line in recipients(campaign, _report(unit)).lines:
        yield f"  - {scalar(line.removeprefix('- ')[:-1])}"  # its dash and end are put in print


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
    return blank_values(campaign, _report(unit)) | to_come


def _item(item: Heading | Passage, names: Mapping[str, str]) -> Iterator[str]:
    if isinstance(item, Passage):
        yield ""
        yield from comment(f"In nguyên đoạn: {fill(item.text.value.strip(), names)}")
    else:
        caption = fill(" ".join(item.section.lines), names)
        yield from _section(replace(item, section=replace(item.section, caption=caption)))


def _section(heading: Heading) -> Iterator[str]:
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


def _text(value: str) -> Text:
    return Text(value, _NOTHING, 0, 0)


def _report(
    unit: Unit, *, number: DocumentNumber | None = None, position: Text | None = None
) -> Report:
    """Make a report with nothing in it but what is asked how it will be printed."""
    return Report(unit, _NOTHING, number=number, position=position)
