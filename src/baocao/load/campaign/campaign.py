"""`dot-bao-cao.yaml` and the files beside it: a whole campaign."""

import re
from collections.abc import Iterator, Mapping

from baocao import workspace
from baocao.calc.asking import levels_naming_superior
from baocao.diagnostics import Diagnostic
from baocao.kinds import AWARD_KINDS, KINDS, REPORT, UNADDRESSED_KINDS
from baocao.load.campaign.award_rules import AWARD_RULES, check_award_rules, read_award_rules
from baocao.load.campaign.closing import check_closing, read_closing
from baocao.load.campaign.forms import read_forms
from baocao.load.campaign.outline import read_outline
from baocao.load.campaign.outline_checks import Known
from baocao.load.campaign.units import read_units
from baocao.load.records.duplicates import duplicates
from baocao.load.records.file import read_record
from baocao.load.records.messages import malformed_value, missing_key
from baocao.load.records.reader import RecordReader
from baocao.load.records.recipients import recipient_texts, recipients_of, recipients_shape
from baocao.model.award_rules import AwardRules
from baocao.model.campaign import (
    ACTING,
    PROFILES,
    SUPERIOR,
    Campaign,
    Delegate,
    Level,
    PdfEngine,
    RequiredDocument,
    Sending,
)
from baocao.model.form import Form
from baocao.model.record import Key, ListOf, Record
from baocao.model.scalars import (
    DATE,
    FOLDER_ID,
    LETTER,
    NAME,
    PRINTED,
    YEAR,
    choice,
    is_name,
    is_year,
    pattern,
)
from baocao.model.text import Text
from baocao.rules import unknown_name
from baocao.rules.campaign import unmentioned_appendix, written_authority
from baocao.rules.paper import missing_archive_line, needless_addressee, nothing_above
from baocao.vietnamese.dates import format_date_short, parse_date
from baocao.vietnamese.text import fold

_SYMBOL = re.compile(r"[^\W\d_]+(-[^\W\d_]+)*")


def _is_acting(text: str) -> bool:
    return text.lower().startswith(ACTING.lower()) and bool(text[len(ACTING) :].strip())


_RECIPIENTS = recipients_shape(PRINTED)
_DELEGATE = Record(
    {
        "chuc_vu": Key(PRINTED, "chức vụ của người ký", required=True),
        "cua": Key(PRINTED, "tập thể hoặc chức vụ giao ký, bỏ trống là người đứng đầu"),
    }
)
LEVEL = Record(
    {
        "ma": Key(FOLDER_ID, "mã của cấp", required=True),
        "ten": Key(PRINTED, "tên của cấp", required=True),
        "han_nop": Key(DATE, "hạn nộp", required=True),
        "thay_mat": Key(
            PRINTED, "tập thể mà người ký thay mặt, ví dụ Ban Chấp hành", required=True
        ),
        "cap_truong": Key(PRINTED, "chức vụ của người đứng đầu", required=True),
        "cap_pho": Key(ListOf(PRINTED, or_one=True), "chức vụ của cấp phó (ký KT.)"),
        "quyen": Key(
            ListOf(
                pattern(_is_acting, r"^[Qq][Uu][Yy][Ềề][Nn] .+", "chức vụ, ví dụ Quyền Chủ tịch"),
                or_one=True,
            ),
            "chức vụ của người được giao quyền đứng đầu (ký Q.)",
        ),
        "thua_lenh": Key(ListOf(_DELEGATE), "những người được ký thừa lệnh (TL.)"),
        "thua_uy_quyen": Key(ListOf(_DELEGATE), "những người được ký thừa ủy quyền (TUQ.)"),
        "kinh_gui": Key(ListOf(PRINTED, or_one=True), "nơi nhận báo cáo ở dòng Kính gửi"),
        "noi_nhan": Key(_RECIPIENTS, "nơi nhận khi đơn vị không ghi riêng", required=True),
    }
)
SENDING = Record(
    {
        "cap": Key(ListOf(FOLDER_ID, or_one=True), "các cấp áp dụng, bỏ trống là mọi cấp"),
        "kinh_gui": Key(ListOf(PRINTED, or_one=True), "nơi nhận ở dòng Kính gửi"),
        "noi_nhan": Key(_RECIPIENTS, "nơi nhận khi đơn vị không ghi riêng"),
    }
)
ORDER = Record(
    {
        "loai": Key(choice(*KINDS), "loại văn bản", required=True),
        "ten_loai": Key(PRINTED, "tên loại văn bản", required=True),
        "ky_hieu": Key(
            pattern(_SYMBOL.fullmatch, f"^{LETTER}+(-{LETTER}+)*$", "các chữ cái, ví dụ BC"),
            "chữ viết tắt tên loại trong số văn bản",
        ),
        "trich_yeu": Key(ListOf(PRINTED, or_one=True), "trích yếu, mỗi dòng một ý", required=True),
        "ket_thuc": Key(
            ListOf(PRINTED, or_one=True),
            "câu kết của văn bản, trong đó có thể gọi {phu_luc.mã biểu}",
        ),
        "phu_luc": Key(ListOf(NAME, or_one=True), "các biểu in làm phụ lục"),
        "noi_gui": Key(ListOf(SENDING), "nơi gửi riêng của loại văn bản này, theo cấp"),
    }
)
CAMPAIGN = Record(
    {
        "ten": Key(PRINTED, "tên đợt báo cáo", required=True),
        "tu_nam": Key(YEAR, "năm đầu của thời gian báo cáo", required=True),
        "den_nam": Key(YEAR, "năm cuối của thời gian báo cáo", required=True),
        "the_thuc": Key(choice(*PROFILES), "bộ quy tắc thể thức", required=True),
        "can_cu": Key(PRINTED, "văn bản chỉ đạo đợt báo cáo", required=True),
        "tu_ngay": Key(DATE, "ngày mở đợt, văn bản của đợt không ghi ngày sớm hơn", required=True),
        "cap": Key(ListOf(LEVEL), "các cấp phải báo cáo", required=True),
        "van_ban": Key(ListOf(ORDER), "các văn bản phải lập", required=True),
        "khen_thuong": Key(AWARD_RULES, "quy định khen thưởng của đợt"),
        "bo_dan_trang": Key(
            choice(*(engine.value for engine in PdfEngine)),
            "bộ dàn trang của bản PDF, bỏ trống là weasyprint",
        ),
    }
)


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
    campaign = Campaign(
        id=folder.name,
        title=fields.words("ten"),
        first_year=fields.integer("tu_nam"),
        last_year=fields.integer("den_nam"),
        profile=fields.words("the_thuc"),
        base_plan=fields.words("can_cu"),
        opens=fields.date("tu_ngay"),
        levels={level.id: level for level in map(_level, fields.records("cap"))},
        documents={
            order.words("loai"): _order(order, offered) for order in fields.records("van_ban")
        },
        outline=outline,
        forms=forms,
        units=units,
        awards=_awards(fields),
        engine=PdfEngine(fields.words("bo_dan_trang", PdfEngine.WEASYPRINT.value)),
    )
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


def _awards(fields: RecordReader) -> AwardRules | None:
    awards = fields.record("khen_thuong")
    return None if awards is None else read_award_rules(awards)


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


def _level(fields: RecordReader) -> Level:
    return Level(
        id=fields.words("ma"),
        name=fields.words("ten"),
        deadline=fields.date("han_nop"),
        collective=fields.words("thay_mat"),
        head=fields.words("cap_truong"),
        deputies=fields.strings("cap_pho"),
        addressees=fields.strings("kinh_gui"),
        recipients=recipients_of(fields, "noi_nhan"),
        acting=tuple(
            f"{ACTING}{title[len(ACTING) :].strip()}" for title in fields.strings("quyen")
        ),
        by_order=_delegates(fields, "thua_lenh"),
        authorised=_delegates(fields, "thua_uy_quyen"),
    )


def _delegates(fields: RecordReader, key: str) -> tuple[Delegate, ...]:
    head = fields.words("cap_truong")
    return tuple(
        Delegate(each.words("chuc_vu"), each.words("cua", head)) for each in fields.records(key)
    )


def _order(fields: RecordReader, known: Known) -> RequiredDocument:
    return RequiredDocument(
        kind=fields.words("loai"),
        type_name=fields.words("ten_loai"),
        symbol=fields.words("ky_hieu"),
        abstract=fields.strings("trich_yeu"),
        closing=read_closing(fields, known),
        appendices=fields.strings("phu_luc"),
        sendings=tuple(map(_sending, fields.records("noi_gui"))),
    )


def _sending(fields: RecordReader) -> Sending:
    return Sending(
        levels=fields.strings("cap") or None,
        addressees=fields.strings("kinh_gui"),
        recipients=recipients_of(fields, "noi_nhan"),
    )


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
            folded = fold(title.value.strip())
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
