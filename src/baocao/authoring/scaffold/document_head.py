"""The head of a file that becomes a document: its keys, and how the document will print them."""

from collections.abc import Iterator
from pathlib import Path

from baocao.compose.parts.letterhead import number_and_symbol
from baocao.compose.parts.recipients import addressees, resolved_recipients
from baocao.compose.parts.signature import signature
from baocao.model.campaign import Campaign, RequiredDocument, Unit
from baocao.model.paper import DocumentNumber, Paper
from baocao.model.record import Record
from baocao.model.text import Source, Text
from baocao.vietnamese.dates import format_date_short

_NOTHING = Source(Path(), "")
_NUMBER = 45


def head_context(campaign: Campaign, unit: Unit, kind: str, head: Record) -> dict[str, object]:
    """Return what the templates `tieu-de` and `phan-dau` need for a document of `kind`."""
    document = campaign.documents.get(kind)
    return {
        "campaign": campaign,
        "unit": unit,
        "level": campaign.level_of(unit),
        "document": document,
        "head": head,
        "head_notes": dict(_notes(campaign, unit, document)),
        "recipients": ()
        if document is None
        else resolved_recipients(campaign, document, _paper(unit)),
    }


def _notes(
    campaign: Campaign, unit: Unit, document: RequiredDocument | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield, by key of the head, notes that say what the unit's level makes of it in print."""
    level = campaign.level_of(unit)
    if document is not None and document.symbol:
        typed = _text(str(_NUMBER))
        numbered = _paper(unit, number=DocumentNumber(typed, _NUMBER, None))
        printed = number_and_symbol(document, numbered)
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
    lines = () if document is None else addressees(campaign, document, _paper(unit))
    sent = " ".join(lines).rstrip(";.")
    printed = f"in «{sent}»" if sent else "không in dòng này"
    yield "kinh_gui", (f"Để ~ thì {printed}; có gửi nơi khác mới ghi vào đây.",)
    yield "noi_nhan", ('Mỗi dòng một nơi nhận, dòng cuối là "Lưu: VT, …" trong dấu ngoặc kép.',)


def _text(value: str) -> Text:
    return Text(value, _NOTHING, 0, 0)


def _paper(
    unit: Unit, *, number: DocumentNumber | None = None, position: Text | None = None
) -> Paper:
    """Build a document that is blank but for the part whose printing is asked for."""
    return Paper(unit, _NOTHING, "", number=number, position=position)
