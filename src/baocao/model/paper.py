"""A document of a unit as its file heads and signs it: prose, pictures, reports of merit."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from baocao.kinds import MERIT_REPORT
from baocao.model.campaign import Recipient, Unit, recipient_list
from baocao.model.outline import Ratio
from baocao.model.record import ListOf, Scalar, key, record_of
from baocao.model.scalars import DATE, LETTER, LINE, TEXT, YEAR
from baocao.model.text import Source, Text
from baocao.vietnamese.dates import parse_date

AnswerValue = Decimal | dt.date | Ratio | str | tuple[str, ...]
"""An answer that is no prose, as read: a choice is a string, checked boxes are several."""


REFERENCE = re.compile(r"\{\{((?:(?!\{\{).)*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture made safe to print: 8 bits, sRGB or grey, upright, no alpha, no metadata.

    `data` is a file of `media_type`, `image/png` or `image/jpeg`. It is not to be printed larger
    than `width_mm` by `height_mm`.
    """

    data: bytes = field(repr=False)
    media_type: str
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class AttachedPicture:
    """A picture under one section, its file at `path`; `image` is None if the file has faults."""

    section: Text = key("muc", "mục mà ảnh minh họa", LINE)
    path: Text = key("tep", "tệp ảnh, tính từ thư mục của đơn vị", LINE)
    caption: Text = key("chu_thich", "lời in dưới ảnh, không ghi số hình", LINE)
    description: Text | None = key(
        "mo_ta", "lời đọc cho người không xem được ảnh", LINE, default=None
    )
    image: Image | None = None

    @property
    def alternative(self) -> Text:
        """What is read out to those who cannot see it; the caption if none was typed."""
        return self.description or self.caption


@dataclass(frozen=True, slots=True)
class Reference:
    """A `{{ … }}` of a narrative: what stands inside, and where in the text."""

    expression: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a unit wrote under one section, or as other prose, of which `key` is the text itself.

    `value` is what an answer of another kind than prose says; None if it is blank.
    """

    key: Text
    text: Text
    value: AnswerValue | None = None

    @property
    def is_blank(self) -> bool:
        """True if nothing was answered; that no box is checked is an answer."""
        return self.value is None and self.text.is_blank

    @property
    def references(self) -> tuple[Reference, ...]:
        """Every `{{ … }}` of the text."""
        typed = self.text.value
        return tuple(
            Reference(match[1].strip(), match.start(), match.end() - match.start())
            for match in (REFERENCE.finditer(typed) if "{{" in typed else ())
        )


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A date as typed and as read."""

    text: Text
    value: dt.date


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number as typed (`45` or `45/BC-LĐLĐ`), and its figure."""

    text: Text
    value: int
    symbol: str | None


_NUMBER = re.compile(r"(?P<figure>0{0,5}[1-9][0-9]{0,5})(/(?P<symbol>[^\W\d_]+(-[^\W\d_]+)*))?")


def _read_number(text: Text) -> DocumentNumber | None:
    match = _NUMBER.fullmatch(text.stripped)
    return None if match is None else DocumentNumber(text, int(match["figure"]), match["symbol"])


def _read_date(text: Text) -> DocumentDate | None:
    value = parse_date(text.value)
    return None if value is None else DocumentDate(text, value)


DOCUMENT_NUMBER = Scalar(
    _read_number,
    rule="malformed-number",
    pattern=rf"^[0-9]{{1,6}}(/{LETTER}+(-{LETTER}+)*)?$",
)
DOCUMENT_DATE = replace(DATE, read=_read_date)
PROSE = replace(TEXT, read=lambda text: Answer(text, text))
_LINES = ListOf(LINE, or_one=True)
PROSE_HINT = "Viết lời văn dưới dấu |."
SIGNATURE_HINT = "Tệp PNG trong thư mục đơn vị, ví dụ chu-ky.png; ký tay thì viết ~."


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of a unit as its file heads and signs it; what was left blank is None or empty.

    `kind` is that of the order it meets. `keys` are the keys that were typed. `recipients` are
    what will be printed, `recipient_texts` every text of theirs as typed, in the file's order;
    both are empty if a part of them cannot be read. `signature` is the path of `signature_image`.
    """

    unit: Unit
    source: Source
    kind: str
    keys: Mapping[str, Text] = field(default_factory=dict)
    number: DocumentNumber | None = key(
        "so",
        "Số văn bản",
        DOCUMENT_NUMBER,
        "Ví dụ 45 hoặc 45/BC-LĐLĐ; chưa có số thì viết ~.",
        default=None,
    )
    date: DocumentDate | None = key(
        "ngay",
        "Ngày ký văn bản",
        DOCUMENT_DATE,
        "Ví dụ 25/8/2017; chưa có ngày thì viết ~.",
        default=None,
    )
    signer: Text | None = key(
        "nguoi_ky", "Họ và tên người ký", LINE, "Không ghi học hàm, học vị.", default=None
    )
    position: Text | None = key(
        "chuc_vu", "Chức vụ người ký", LINE, "Để trống thì người đứng đầu ký.", default=None
    )
    addressees: tuple[Text, ...] = key(
        "kinh_gui",
        "Kính gửi",
        _LINES,
        "Chỉ ghi khi khác với nơi gửi chung của cấp.",
        default=(),
    )
    recipients: tuple[Recipient, ...] = key(
        "noi_nhan",
        "Nơi nhận",
        recipient_list(LINE),
        "Mỗi dòng một nơi, dòng cuối là Lưu: VT, …",
        default=(),
    )
    signature: Text | None = key("chu_ky", "Ảnh chữ ký", LINE, SIGNATURE_HINT, default=None)
    recipient_texts: tuple[Text, ...] = ()
    signature_image: Image | None = None

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed as typed, in the order of the file's keys."""
        yield from (text for text in (self.signer, self.position) if text is not None)
        yield from self.addressees
        yield from self.recipient_texts

    def prose(self) -> Iterator[Answer]:
        """Yield every text in which marks and references may stand."""
        return iter(())


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierAward:
    """A line of the table of earlier awards: the year, what, and by which decision."""

    year: Text = key("nam", "năm", YEAR)
    name: Text = key("hinh_thuc", "hình thức khen thưởng", LINE)
    decision: Text = key("so_quyet_dinh", "số, ngày, nơi ban hành quyết định", LINE)

    def texts(self) -> tuple[Text, ...]:
        return (self.name, self.decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierTitle(EarlierAward):
    """A line of the table of earlier titles."""

    name: Text = key("danh_hieu", "danh hiệu thi đua", LINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeritReport:
    """A report of merit (báo cáo thành tích): `khen-thuong/<id>.yaml`.

    `outline` is the life or the character of the one proposed, `merit` what was achieved. The
    collective's signer acts for `collective`, as its head or another of `position`.
    """

    unit: Unit
    source: Source
    name: Text | None = None
    date: DocumentDate | None = key(
        "ngay", "Ngày báo cáo", DOCUMENT_DATE, "Chưa có ngày thì viết ~.", default=None
    )
    collective: Text | None = None
    signer: Text | None = None
    position: Text | None = None
    outline: Answer | None = None
    merit: Answer | None = key("thanh_tich", "Thành tích", PROSE, PROSE_HINT, default=None)
    titles: tuple[EarlierTitle, ...] = key(
        "danh_hieu_thi_dua",
        "Danh hiệu thi đua đã được tặng",
        ListOf(record_of(EarlierTitle)),
        default=(),
    )
    awards: tuple[EarlierAward, ...] = key(
        "hinh_thuc_khen_thuong",
        "Hình thức khen thưởng đã nhận",
        ListOf(record_of(EarlierAward)),
        default=(),
    )
    signature: Text | None = key("chu_ky", "Ảnh chữ ký", LINE, SIGNATURE_HINT, default=None)
    signature_image: Image | None = None

    @property
    def head(self) -> Paper:
        """The day and the picture of the signature."""
        image = self.signature_image
        return Paper(self.unit, self.source, MERIT_REPORT, date=self.date, signature_image=image)

    def answers(self) -> Iterator[Answer]:
        yield from (answer for answer in (self.outline, self.merit) if answer is not None)

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed."""
        heads = (self.name, self.collective, self.signer, self.position)
        yield from (text for text in heads if text is not None)
        yield from (answer.text for answer in self.answers())
        for line in (*self.titles, *self.awards):
            yield from line.texts()


_AS_PROPOSED = "Viết đúng như trong danh sách đề nghị."


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonMeritReport(MeritReport):
    """A report of merit that a person wrote."""

    name: Text | None = key("ho_ten", "Họ và tên", LINE, _AS_PROPOSED, required=True, default=None)
    outline: Answer | None = key("so_luoc", "Sơ lược lý lịch", PROSE, PROSE_HINT, default=None)


@dataclass(frozen=True, slots=True, kw_only=True)
class CollectiveMeritReport(MeritReport):
    """A report of merit that a collective wrote."""

    name: Text | None = key("ten", "Tên tập thể", LINE, _AS_PROPOSED, required=True, default=None)
    collective: Text | None = key(
        "thay_mat", "Tập thể mà người ký thay mặt", LINE, "Ví dụ Ban Chấp hành.", default=None
    )
    signer: Text | None = key("nguoi_ky", "Họ và tên người ký", LINE, default=None)
    position: Text | None = key("chuc_vu", "Chức vụ người ký", LINE, default=None)
    outline: Answer | None = key(
        "so_luoc", "Sơ lược đặc điểm, tình hình", PROSE, PROSE_HINT, default=None
    )
