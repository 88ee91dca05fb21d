"""The campaign (đợt báo cáo): who must report to whom, by when, with which documents."""

import datetime as dt
import enum
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from baocao.kinds import KINDS, UNADDRESSED_KINDS
from baocao.model.award_rules import AwardRules
from baocao.model.form import Form
from baocao.model.outline import Outline
from baocao.model.record import ListOf, Record, Scalar, ScalarOrRecord, key, record_of
from baocao.model.scalars import (
    DATE,
    FOLDER_ID,
    LETTER,
    NAME,
    PRINTED,
    YEAR,
    choice,
    member,
    pattern,
)
from baocao.vietnamese.ordinals import roman
from baocao.vietnamese.text import fold

ACTING = "Quyền "
"""Begins the title of one who acts as the head, whose own title follows it."""
AS_ABOVE = "Như trên"
"""The recipient that means those of «Kính gửi»."""
_ABOVE_FOLDED = fold(AS_ABOVE)
PROFILES = ("nd30-2020",)


class PdfEngine(enum.Enum):
    """What lays out the PDF; the value is its name in `dot-bao-cao.yaml`."""

    WEASYPRINT = "weasyprint"
    TYPST = "typst"


SUPERIOR = "{cap_tren}"
"""Stands in a level's texts for the name of each unit's superior."""


def _acting_title(word: str) -> str:
    return f"{ACTING}{word[len(ACTING) :].strip()}"


def _is_acting(word: str) -> bool:
    return word.lower().startswith(ACTING.lower()) and bool(word[len(ACTING) :].strip())


_SOME_WORDS = ListOf(PRINTED, or_one=True)
_ACTING_TITLE = pattern(
    _is_acting, r"^[Qq][Uu][Yy][Ềề][Nn] .+", "chức vụ, ví dụ Quyền Chủ tịch", _acting_title
)
_SYMBOL = pattern(
    re.compile(r"[^\W\d_]+(-[^\W\d_]+)*").fullmatch,
    f"^{LETTER}+(-{LETTER}+)*$",
    "các chữ cái, ví dụ BC",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipient:
    """One line of the recipients, or several under a brace with `purpose` beside it."""

    purpose: str = key(
        "de", "lời ghi bên dấu ngoặc, ví dụ Để báo cáo", PRINTED, required=True, default=""
    )
    names: tuple[str, ...] = key("noi", "các nơi nhận chung một dấu ngoặc", ListOf(PRINTED))


@dataclass(frozen=True, slots=True)
class Delegate:
    """One who signs in place of another: `title`, by order or authority of `principal`."""

    title: str = key("chuc_vu", "chức vụ của người ký", PRINTED)
    principal: str = key(
        "cua", "tập thể hoặc chức vụ giao ký, bỏ trống là người đứng đầu", PRINTED, default=""
    )


def recipient_list(words: Scalar) -> ListOf:
    """Return the shape of a list of recipients whose words are of the shape `words`."""
    entries = {
        name: replace(entry, shape=ListOf(words) if isinstance(entry.shape, ListOf) else words)
        for name, entry in record_of(Recipient).entries.items()
    }
    return ListOf(ScalarOrRecord(words, Record(entries, Recipient), alone="names"))


_RECIPIENTS = recipient_list(PRINTED)
_DELEGATES = ListOf(record_of(Delegate))


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """A level of the organisation (cấp), and how its units write, sign and address.

    `collective` is whom a signer stands for (TM.), `head` the title of the one who signs without
    KT., `deputies` the titles of those who sign for the head. `acting` sign as the head (Q.),
    `by_order` and `authorised` in the name of another (TL., TUQ.). Titles are in sentence case.
    """

    id: str = key("ma", "mã của cấp", FOLDER_ID)
    name: str = key("ten", "tên của cấp", PRINTED)
    deadline: dt.date = key("han_nop", "hạn nộp", DATE)
    collective: str = key("thay_mat", "tập thể mà người ký thay mặt, ví dụ Ban Chấp hành", PRINTED)
    head: str = key("cap_truong", "chức vụ của người đứng đầu", PRINTED)
    deputies: tuple[str, ...] = key(
        "cap_pho", "chức vụ của cấp phó (ký KT.)", _SOME_WORDS, default=()
    )
    acting: tuple[str, ...] = key(
        "quyen",
        "chức vụ của người được giao quyền đứng đầu (ký Q.)",
        ListOf(_ACTING_TITLE, or_one=True),
        default=(),
    )
    by_order: tuple[Delegate, ...] = key(
        "thua_lenh", "những người được ký thừa lệnh (TL.)", _DELEGATES, default=()
    )
    authorised: tuple[Delegate, ...] = key(
        "thua_uy_quyen", "những người được ký thừa ủy quyền (TUQ.)", _DELEGATES, default=()
    )
    addressees: tuple[str, ...] = key(
        "kinh_gui", "nơi nhận báo cáo ở dòng Kính gửi", _SOME_WORDS, default=()
    )
    recipients: tuple[Recipient, ...] = key(
        "noi_nhan", "nơi nhận khi đơn vị không ghi riêng", _RECIPIENTS
    )

    @property
    def positions(self) -> tuple[str, ...]:
        """The titles under which a document of this level may be signed."""
        delegates = (each.title for each in (*self.by_order, *self.authorised))
        return (self.head, *self.acting, *self.deputies, *delegates)


@dataclass(frozen=True, slots=True)
class Distribution:
    """To whom a kind of document goes from units of `levels` (none: all), where not as usual.

    An empty list leaves it to the level's own.
    """

    levels: tuple[str, ...] = key(
        "cap", "các cấp áp dụng, bỏ trống là mọi cấp", ListOf(FOLDER_ID, or_one=True), default=()
    )
    addressees: tuple[str, ...] = key(
        "kinh_gui", "nơi nhận ở dòng Kính gửi", _SOME_WORDS, default=()
    )
    recipients: tuple[Recipient, ...] = key(
        "noi_nhan", "nơi nhận khi đơn vị không ghi riêng", _RECIPIENTS, default=()
    )

    def applies_to(self, level: Level) -> bool:
        return not self.levels or level.id in self.levels


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredDocument:
    """A kind of document that the campaign asks for, and its fixed words.

    `symbol` is the kind's part of the document number (BC, KH …); empty if it takes no number.
    `abstract` may be broken into lines by its author.
    """

    kind: str = key("loai", "loại văn bản", choice(*KINDS))
    type_name: str = key("ten_loai", "tên loại văn bản", PRINTED)
    symbol: str = key("ky_hieu", "chữ viết tắt tên loại trong số văn bản", _SYMBOL, default="")
    abstract: tuple[str, ...] = key("trich_yeu", "trích yếu, mỗi dòng một ý", _SOME_WORDS)
    closing: tuple[str, ...] = key(
        "ket_thuc",
        "câu kết của văn bản, trong đó có thể gọi {phu_luc.mã biểu}",
        _SOME_WORDS,
        default=(),
    )
    appendices: tuple[str, ...] = key(
        "phu_luc", "các biểu in làm phụ lục", ListOf(NAME, or_one=True), default=()
    )
    distributions: tuple[Distribution, ...] = key(
        "noi_gui",
        "nơi gửi riêng của loại văn bản này, theo cấp",
        ListOf(record_of(Distribution)),
        default=(),
    )

    @property
    def subject(self) -> str:
        """The abstract as running text."""
        return " ".join(self.abstract)

    def addressees(self, level: Level) -> tuple[str, ...]:
        """Return the addressees of this kind for units of a level; none if it is unaddressed."""
        if self.kind in UNADDRESSED_KINDS:
            return ()
        own = (each.addressees for each in self.distributions if each.applies_to(level))
        return next(filter(None, own), level.addressees)

    def recipients(self, level: Level) -> tuple[Recipient, ...]:
        """Return the recipients of this kind for units of a level, of the first that names any.

        «Như trên» is left out if the document has no addressee above.
        """
        own = (each.recipients for each in self.distributions if each.applies_to(level))
        chosen = next(filter(None, own), level.recipients)
        if self.addressees(level):
            return chosen
        return tuple(each for each in chosen if fold(each.names[0].strip(" -;.")) != _ABOVE_FOLDED)


def appendix_labels(count: int) -> tuple[str, ...]:
    """Return the labels of `count` appendices; two or more take Roman numbers."""
    if count == 1:
        return ("Phụ lục",)
    return tuple(f"Phụ lục {roman(place)}" for place in range(1, count + 1))


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A unit that must report; `superior` is the id of the unit it reports to."""

    id: str = key("ma", "mã đơn vị, cũng là tên thư mục", FOLDER_ID)
    name: str = key("ten", "tên đơn vị", PRINTED)
    level: str = key("cap", "cấp", FOLDER_ID)
    superior: str | None = key("cap_tren", "mã đơn vị cấp trên", FOLDER_ID, default=None)
    place: str = key("dia_danh", "địa danh ghi trước ngày tháng", PRINTED)
    symbol: str = key("ky_hieu", "ký hiệu của đơn vị trong số văn bản", PRINTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Campaign:
    """Everything that one campaign is, read from its folder."""

    id: str
    outline: Outline
    forms: Mapping[str, Form]
    units: Mapping[str, Unit]
    title: str = key("ten", "tên đợt báo cáo", PRINTED)
    first_year: int = key("tu_nam", "năm đầu của thời gian báo cáo", YEAR)
    last_year: int = key("den_nam", "năm cuối của thời gian báo cáo", YEAR)
    profile: str = key("the_thuc", "bộ quy tắc thể thức", choice(*PROFILES))
    base_plan: str = key("can_cu", "văn bản chỉ đạo đợt báo cáo", PRINTED)
    opens: dt.date = key("tu_ngay", "ngày mở đợt, văn bản của đợt không ghi ngày sớm hơn", DATE)
    levels: Mapping[str, Level] = key("cap", "các cấp phải báo cáo", ListOf(record_of(Level)))
    documents: Mapping[str, RequiredDocument] = key(
        "van_ban", "các văn bản phải lập", ListOf(record_of(RequiredDocument))
    )
    awards: AwardRules | None = key(
        "khen_thuong", "quy định khen thưởng của đợt", record_of(AwardRules), default=None
    )
    engine: PdfEngine = key(
        "bo_dan_trang",
        "bộ dàn trang của bản PDF, bỏ trống là weasyprint",
        member(PdfEngine),
        default=PdfEngine.WEASYPRINT,
    )

    def level_of(self, unit: Unit) -> Level:
        return self.levels[unit.level]

    def blanks_of(self, unit: Unit) -> dict[str, str]:
        """Return the values of the blanks `UNIT_BLANKS`, without those of a superior it lacks."""
        superior = {} if unit.superior is None else {"cap_tren": self.units[unit.superior].name}
        return {"don_vi": unit.name, "dia_danh": unit.place, **superior}
