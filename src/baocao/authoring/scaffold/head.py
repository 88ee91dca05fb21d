"""The head of a file that becomes a document, before anything is written in it."""

from collections.abc import Iterator
from pathlib import Path

from baocao.authoring.scaffold.comments import comment, rule, scalar
from baocao.compose.parts.letterhead import number_and_symbol
from baocao.compose.parts.signature import addressees, sent_to, signature
from baocao.load.records.shape import Record
from baocao.model.campaign import Campaign, RequiredDocument, Unit
from baocao.model.paper import DocumentNumber, Paper
from baocao.model.text import Source, Text
from baocao.vietnamese.dates import format_date_short

_NOTHING = Source(Path(), "")
_NUMBER = 45


def title_scaffold(campaign: Campaign, unit: Unit, order: RequiredDocument | None) -> Iterator[str]:
    """Say of which document the file is, of whom it is asked, and by when."""
    if order is not None:
        yield from comment(order.type_name.upper())
    yield from comment(campaign.title if order is None else order.subject)
    yield "#"
    level = campaign.level_of(unit)
    yield from comment(f"Đơn vị:  {unit.name}", hanging=9)
    yield from comment(f"Cấp:     {level.name}", hanging=9)
    yield from comment(f"Hạn nộp: {format_date_short(level.deadline)}")


def head_scaffold(
    campaign: Campaign, unit: Unit, order: RequiredDocument | None, head: Record
) -> Iterator[str]:
    """Give the keys of a file's head that `head` has, with what `order` will print of them."""
    values = {
        "chuc_vu": (f"chuc_vu: {scalar(campaign.level_of(unit).head)}",),
        "noi_nhan": tuple(_recipients(campaign, unit, order)),
    }
    yield from ("", rule("═"), "# PHẦN ĐẦU VÀ CHỮ KÝ", rule("═"))
    for key, entry in head.entries.items():
        notes = dict(_notes(campaign, unit, order)).get(key, (entry.hint,))
        yield ""
        yield from comment(f"{entry.title}. {notes[0]}")
        for note in notes[1:]:
            yield from comment(note, indent=2, hanging=2)
        yield from values.get(key, (f"{key}: ~",))


def _notes(
    campaign: Campaign, unit: Unit, order: RequiredDocument | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give what the unit's level decides of the head, by key, as it will be printed."""
    level = campaign.level_of(unit)
    if order is not None and order.symbol:
        typed = _text(str(_NUMBER))
        report = _paper(unit, number=DocumentNumber(typed, _NUMBER, None))
        printed = number_and_symbol(order, report)
        yield "so", (f"Ghi {_NUMBER} thì in thành {printed}; chưa có số thì để ~.",)
    deadline = format_date_short(level.deadline)
    yield "ngay", (f"Ví dụ {deadline}; chưa có ngày thì để ~.",)
    width = max(map(len, level.positions))
    signs = (
        f"{title:<{width}} → "
        + " / ".join(signature(campaign, _paper(unit, position=_text(title)), "").authority)
        for title in level.positions
    )
    yield "chuc_vu", ("Ở cấp này, khối chữ ký in theo chức vụ như sau:", *signs)
    lines = () if order is None else addressees(campaign, order, _paper(unit))
    sent = " ".join(lines).rstrip(";.")
    printed = f"in «{sent}»" if sent else "không in dòng này"
    yield "kinh_gui", (f"Để ~ thì {printed}; có gửi nơi khác mới ghi vào đây.",)
    yield "noi_nhan", ('Mỗi dòng một nơi nhận, dòng cuối là "Lưu: VT, …" trong dấu ngoặc kép.',)


def _recipients(campaign: Campaign, unit: Unit, order: RequiredDocument | None) -> Iterator[str]:
    if order is None:
        yield "noi_nhan: ~"
        return
    yield "noi_nhan:"
    for each in sent_to(campaign, order, _paper(unit)):
        if each.purpose:
            yield f"  - de: {scalar(each.purpose)}"
            yield "    noi:"
        margin = "      " if each.purpose else "  "
        yield from (f"{margin}- {scalar(name)}" for name in each.names)


def _text(value: str) -> Text:
    return Text(value, _NOTHING, 0, 0)


def _paper(
    unit: Unit, *, number: DocumentNumber | None = None, position: Text | None = None
) -> Paper:
    """Make a document with nothing in it but what is asked how it will be printed."""
    return Paper(unit, _NOTHING, "", number=number, position=position)
