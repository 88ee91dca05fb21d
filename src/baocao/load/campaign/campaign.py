"""`dot-bao-cao.yaml` and the files beside it: a whole campaign."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from baocao import workspace
from baocao.calc.applicability import levels_naming_superior
from baocao.diagnostics import Diagnostic
from baocao.kinds import AWARD_KINDS, REPORT, UNADDRESSED_KINDS
from baocao.load.campaign.award_rules import check_award_rules
from baocao.load.campaign.closing import check_closing, with_filled_closing
from baocao.load.campaign.forms import read_forms
from baocao.load.campaign.outline import read_outline
from baocao.load.campaign.outline_checks import Known
from baocao.load.campaign.units import read_units
from baocao.load.records.bind import bind
from baocao.load.records.duplicates import duplicates
from baocao.load.records.file import read_record
from baocao.load.records.messages import malformed_value, missing_key
from baocao.load.records.reader import RecordReader
from baocao.load.records.recipients import recipient_texts, recipients_of
from baocao.model.campaign import (
    SUPERIOR,
    Campaign,
)
from baocao.model.form import Form
from baocao.model.record import record_of
from baocao.model.scalars import (
    is_name,
    is_year,
)
from baocao.model.text import Text
from baocao.rules import unknown_name
from baocao.rules.campaign import unmentioned_appendix, written_authority
from baocao.rules.paper import missing_archive_line, needless_addressee, nothing_above
from baocao.vietnamese.dates import format_date_short, parse_date
from baocao.vietnamese.text import fold

CAMPAIGN = record_of(Campaign)


def read_campaign(
    folder: workspace.CampaignFolder,
) -> tuple[Campaign | None, tuple[Diagnostic, ...]]:
    """Read a campaign's four files; None where anything in any of them is wrong."""
    fields, faults = read_record(folder.path / workspace.CAMPAIGN_FILE, CAMPAIGN)
    forms, form_faults = read_forms(folder.path / workspace.FORMS_FILE)
    known = fields is not None and not faults  # else names would be missed that are only misread
    levels = tuple(f.words("ma") for f in fields.records("cap")) if fields and known else None
    offered = _offered(fields if known else None, forms)
    outline, outline_faults = read_outline(folder.path / workspace.OUTLINE_FILE, offered)
    upwards = frozenset((fields and known and _reporting_upwards(fields)) or ())
    if outline is not None and levels is not None:
        upwards |= levels_naming_superior(outline, levels)
    units, unit_faults = read_units(folder.path, levels, upwards)
    if fields is not None:
        faults += tuple(_check_blanks(fields))
        for order in fields.records("van_ban"):
            faults += tuple(check_closing(order, offered))
        faults += tuple(_check_authority(fields))
        faults += tuple(_check_names(fields, None if forms is None else tuple(forms)))
        faults += tuple(_check_times(fields))
        faults += tuple(_check_awards(fields, forms))
    faults += outline_faults + form_faults + unit_faults
    if fields is None or faults or outline is None or forms is None or units is None:
        return None, faults
    campaign = bind(
        Campaign, fields.node, id=folder.name, outline=outline, forms=forms, units=units
    )
    documents = {
        kind: with_filled_closing(document, offered)
        for kind, document in campaign.documents.items()
    }
    campaign = replace(campaign, documents=documents)
    faults = tuple(_check_appendices(campaign, fields))
    return (None, faults) if faults else (campaign, ())


def _check_appendices(campaign: Campaign, fields: RecordReader) -> Iterator[Diagnostic]:
    """Give the report's appendices to which its words do not point; all else must be sound."""
    for order in fields.records("van_ban"):
        if order.words("loai") == REPORT:
            yield from unmentioned_appendix.check(
                campaign.documents[REPORT],
                campaign.outline,
                campaign.levels,
                order.texts("phu_luc"),
            )


def _check_awards(fields: RecordReader, forms: Mapping[str, Form] | None) -> Iterator[Diagnostic]:
    """Give what is wrong in the award rules, and each paper of a dossier that has none."""
    awards = fields.record("khen_thuong")
    if awards is not None:
        levels = tuple(level.words("ma") for level in fields.records("cap"))
        yield from check_award_rules(awards, levels, forms)
        return
    for order in fields.records("van_ban"):
        kind = order.optional("loai")
        if kind is not None and kind.value in AWARD_KINDS:
            yield missing_key(kind.span, "khen_thuong", CAMPAIGN.entries["khen_thuong"].title)


def _offered(fields: RecordReader | None, forms: Mapping[str, Form] | None) -> Known:
    """Give what outline and closing lines may name, as far as it could be read."""
    if fields is None:
        return Known(forms=forms)
    reports = (order for order in fields.records("van_ban") if order.words("loai") == REPORT)
    attached = tuple(form for order in reports for form in order.strings("phu_luc"))
    years = (fields.words("tu_nam"), fields.words("den_nam"))
    levels = tuple(level.words("ma") for level in fields.records("cap"))
    return Known(levels, forms, attached, years)


def _reporting_upwards(fields: RecordReader) -> Iterator[str]:
    """Give the levels whose addressees, recipients or closing lines name the unit's superior."""
    orders = fields.records("van_ban")
    closings = tuple(text for order in orders for text in order.texts("ket_thuc"))
    for level in fields.records("cap"):
        level_id = level.words("ma")
        own = (tuple(_first_texts(order, level_id)) for order in orders)
        if any(
            SUPERIOR in text.value for texts in (closings, _sent_to(level), *own) for text in texts
        ):
            yield level_id


def _first_texts(order: RecordReader, level_id: str) -> Iterator[Text]:
    """Give the lists that an order has for a level, of each kind the first that is there."""
    sendings = [
        s for s in order.records("noi_gui") if level_id in (s.strings("cap") or (level_id,))
    ]
    yield from next(filter(None, (each.texts("kinh_gui") for each in sendings)), ())
    yield from next(filter(None, (recipient_texts(each, "noi_nhan") for each in sendings)), ())


def _sendings(fields: RecordReader) -> tuple[RecordReader, ...]:
    orders = fields.records("van_ban")
    return tuple(sending for order in orders for sending in order.records("noi_gui"))


def _sent_to(fields: RecordReader) -> tuple[Text, ...]:
    """Give every text of a level or a sending that says to whom its documents go."""
    return (*fields.texts("kinh_gui"), *recipient_texts(fields, "noi_nhan"))


def _check_blanks(fields: RecordReader) -> Iterator[Diagnostic]:
    """Give each `{…}` of the addressees and recipients that is not filled in."""
    for sender in (*fields.records("cap"), *_sendings(fields)):
        for text in _sent_to(sender):
            if "{" in text.value.replace(SUPERIOR, ""):
                yield malformed_value(text, f"lời văn, trong dấu ngoặc nhọn chỉ có {SUPERIOR}")


def _check_authority(fields: RecordReader) -> Iterator[Diagnostic]:
    """Give what of a level's authority is written as print writes it, or is a deputy to itself."""
    for level in fields.records("cap"):
        for text in (*level.texts("thay_mat"), *_titles(level), *_principals(level)):
            yield from written_authority.check(text)
        seen = set[str]()
        for title in _titles(level):
            folded = fold(title.stripped)
            if folded in seen:
                is_head = folded == fold(level.words("cap_truong"))
                other = "khác cap_truong" if is_head else "chưa ghi ở trên của cấp này"
                yield malformed_value(title, f"một chức vụ {other}")
            seen.add(folded)


def _check_times(fields: RecordReader) -> Iterator[Diagnostic]:
    """Give what ends before it begins."""
    first, last = fields.optional("tu_nam"), fields.optional("den_nam")
    years = (is_year(text.value) for text in (first, last) if text is not None)
    if first is not None and last is not None and all(years) and last.value < first.value:
        yield malformed_value(last, f"một năm không trước {first.value}")
    opens = fields.optional("tu_ngay")
    for level in fields.records("cap"):
        deadline = level.optional("han_nop")
        ends = parse_date(deadline.value) if deadline is not None else None
        begins = parse_date(opens.value) if opens is not None else None
        if deadline is not None and ends is not None and begins is not None and ends < begins:
            day = format_date_short(begins)
            yield malformed_value(deadline, f"một ngày không trước ngày mở đợt {day}")


def _check_names(fields: RecordReader, forms: tuple[str, ...] | None) -> Iterator[Diagnostic]:
    orders = fields.records("van_ban")
    for records, key in ((fields.records("cap"), "ma"), (orders, "loai")):
        yield from duplicates(text for r in records if (text := r.optional(key)) is not None)
    levels = tuple(level.words("ma") for level in fields.records("cap"))
    for sending in _sendings(fields):
        for text in sending.texts("cap"):
            if text.value not in levels:
                yield unknown_name.fault(text, "cấp", levels)
    for order in orders:
        yield from _check_sendings(order)
        for text in order.texts("phu_luc"):
            if forms is not None and is_name(text.value) and text.value not in forms:
                yield unknown_name.fault(text, "biểu", forms)


def _titles(level: RecordReader) -> Iterator[Text]:
    """Give every title under which a level signs; each must say by what authority."""
    for key in ("cap_truong", "quyen", "cap_pho"):
        yield from level.texts(key)
    for key in ("thua_lenh", "thua_uy_quyen"):
        yield from (text for each in level.records(key) if (text := each.optional("chuc_vu")))


def _principals(level: RecordReader) -> Iterator[Text]:
    for key in ("thua_lenh", "thua_uy_quyen"):
        yield from (text for each in level.records(key) if (text := each.optional("cua")))


def _check_sendings(order: RecordReader) -> Iterator[Diagnostic]:
    """Give what the decree does not have in the lists of a kind of document."""
    is_unaddressed = order.words("loai") in UNADDRESSED_KINDS
    for sending in order.records("noi_gui"):
        texts = recipient_texts(sending, "noi_nhan")
        if is_unaddressed:
            name = order.words("ten_loai")
            yield from (needless_addressee.diagnose(t, name) for t in sending.texts("kinh_gui"))
            yield from nothing_above.check_recipients(texts)
        if texts:
            last_names = recipients_of(sending, "noi_nhan")[-1].names
            yield from missing_archive_line.check_recipients(texts, last_names)
