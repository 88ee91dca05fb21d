"""The award dossier (hồ sơ khen thưởng) of a unit: proposals, minutes, submission."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from baocao.kinds import MINUTES, SUBMISSION
from baocao.model.campaign import Unit
from baocao.model.paper import (
    DOCUMENT_DATE,
    DOCUMENT_NUMBER,
    PROSE,
    PROSE_HINT,
    SIGNATURE_HINT,
    Answer,
    DocumentDate,
    DocumentNumber,
    Image,
    MeritReport,
    Paper,
)
from baocao.model.record import ListOf, Record, Scalar, key, record_of
from baocao.model.scalars import FOLDER_ID, LINE, YES_NO, choice
from baocao.model.text import Source, Text
from baocao.vietnamese.text import squeeze

_DASHES = (" - ", " – ")
_TITLES: Final = {"ong": "Ông", "ba": "Bà"}
_OF_RULES = Record({})
"""Its keys are ids of the campaign's award rules."""


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number as typed and as read."""

    text: Text
    value: int


def _read_count(text: Text) -> Count | None:
    is_count = re.fullmatch("[0-9]{1,6}", text.stripped) is not None
    return Count(text, int(text.stripped)) if is_count else None


WHOLE_NUMBER = Scalar(_read_count, "một số đếm", pattern="^[0-9]{1,6}$")


@dataclass(frozen=True, slots=True)
class Declaration:
    """«co» or «khong», as typed and as read."""

    text: Text
    value: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Collective:
    """A collective (tập thể) that `unit` proposes for the award of id `award`.

    The unit itself has the numbers of its form and the conditions that stand once in the dossier;
    others give their own. `typed_name` is what was typed, if anything.
    """

    unit: Unit
    award: str
    id: Text = key(
        "ma",
        "mã của tập thể",
        FOLDER_ID,
        "Cũng là tên tệp báo cáo thành tích; chính đơn vị thì ghi mã của đơn vị.",
    )
    typed_name: Text | None = key(
        "ten", "tên tập thể", LINE, "Chính đơn vị thì không cần ghi.", default=None
    )
    figures: Mapping[str, Count] = key(
        "so_lieu",
        "số liệu của tập thể",
        _OF_RULES,
        "Chỉ ghi cho tập thể trực thuộc; của chính đơn vị thì lấy từ so-lieu.yaml.",
        factory=dict,
    )
    conditions: Mapping[str, Declaration] = key(
        "dieu_kien",
        "điều kiện của tập thể",
        _OF_RULES,
        "Chỉ ghi cho tập thể trực thuộc; của chính đơn vị thì ghi ở khóa dieu_kien chung.",
        factory=dict,
    )
    votes: Count = key("phieu", "số phiếu đồng ý", WHOLE_NUMBER)

    @property
    def is_unit(self) -> bool:
        """True if the collective is the unit itself."""
        return self.id.stripped == self.unit.id

    @property
    def name(self) -> str:
        """The name as it is printed, blanks closed up."""
        if self.is_unit or self.typed_name is None:
            return self.unit.name
        return squeeze(self.typed_name.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """An individual (cá nhân) that is proposed for the award of id `award`.

    `title` is «Ông» or «Bà»; `is_adviser` and `is_follower` are the declared merits.
    """

    award: str
    id: Text = key("ma", "mã của cá nhân", FOLDER_ID, "Cũng là tên tệp báo cáo thành tích.")
    typed_name: Text = key("ho_ten", "họ và tên", LINE)
    title: str = key("ong_ba", "ông hoặc bà", choice(*_TITLES, read=_TITLES.__getitem__))
    born: DocumentDate = key("ngay_sinh", "ngày sinh", DOCUMENT_DATE)
    position: Text = key("chuc_vu", "chức vụ hoặc nghề nghiệp", LINE)
    workplace: Text = key("don_vi_cong_tac", "đơn vị công tác", LINE)
    diplomas: Count | None = key(
        "so_bang_ldst", "số Bằng Lao động sáng tạo đã được tặng", WHOLE_NUMBER, default=None
    )
    is_adviser: bool = key("tham_muu", "làm tốt công tác tham mưu", YES_NO, default=False)
    is_follower: bool = key(
        "theo_doi", "trực tiếp theo dõi, đôn đốc phong trào", YES_NO, default=False
    )
    votes: Count = key("phieu", "số phiếu đồng ý", WHOLE_NUMBER)

    @property
    def name(self) -> str:
        """The full name, blanks closed up."""
        return squeeze(self.typed_name.value)


Proposal = Collective | Person


@dataclass(frozen=True, slots=True)
class ProposalGroup:
    """The proposals for one award."""

    collectives: tuple[Collective, ...] = key(
        "tap_the",
        "các tập thể",
        ListOf(record_of(Collective)),
        "Mỗi tập thể một nhóm khóa.",
        default=(),
    )
    persons: tuple[Person, ...] = key(
        "ca_nhan", "các cá nhân", ListOf(record_of(Person)), "Mỗi người một nhóm khóa.", default=()
    )


@dataclass(frozen=True, slots=True)
class Attendant:
    """One line of the attendance, «Họ tên - chức vụ»: the whole text, the name, and the rest."""

    text: Text
    name: str
    remark: str


def _read_attendant(text: Text) -> Attendant:
    """Split a line at its first dash; one without a dash is a name."""
    words = squeeze(text.value)
    at = min((words.find(dash) for dash in _DASHES if dash in words), default=len(words))
    return Attendant(text, words[:at], words[at + len(_DASHES[0]) :])


_ATTENDANCE = ListOf(replace(LINE, read=_read_attendant))


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """The minutes (biên bản) of the meeting that chose whom to propose.

    `members` is how many may vote; `signature` is the chair's.
    """

    unit: Unit
    source: Source
    number: DocumentNumber | None = key(
        "so",
        "Số văn bản",
        DOCUMENT_NUMBER,
        "Ví dụ 45 hoặc 45/BC-LĐLĐ; chưa có số thì viết ~.",
        default=None,
    )
    date: DocumentDate = key("ngay", "ngày họp", DOCUMENT_DATE)
    begins: Text = key("bat_dau", "giờ bắt đầu", LINE, "Ví dụ 8 giờ 00.")
    ends: Text = key("ket_thuc", "giờ kết thúc", LINE, "Ví dụ 10 giờ 30 phút.")
    venue: Text = key("dia_diem", "nơi họp", LINE)
    members: Count = key("tong_so", "tổng số người được dự và bỏ phiếu", WHOLE_NUMBER)
    chair: Text = key("chu_tri", "họ và tên người chủ trì", LINE)
    secretary: Text = key("thu_ky", "họ và tên thư ký", LINE)
    signature: Text | None = key(
        "chu_ky", "ảnh chữ ký của người chủ trì", LINE, SIGNATURE_HINT, default=None
    )
    secretary_signature: Text | None = key(
        "chu_ky_thu_ky", "ảnh chữ ký của thư ký", LINE, SIGNATURE_HINT, default=None
    )
    present: tuple[Attendant, ...] = key(
        "co_mat",
        "người có mặt",
        _ATTENDANCE,
        "Mỗi dòng một người: Họ tên - chức vụ.",
        required=True,
        default=(),
    )
    absent: tuple[Attendant, ...] = key(
        "vang",
        "người vắng mặt",
        _ATTENDANCE,
        "Như người có mặt; không ai vắng thì bỏ trống.",
        default=(),
    )
    opinions: Answer | None = key("y_kien", "ý kiến thảo luận", PROSE, PROSE_HINT, default=None)
    signature_image: Image | None = None
    secretary_image: Image | None = None

    @property
    def head(self) -> Paper:
        """The number and the day of the meeting, and the picture of the chair's signature."""
        return Paper(
            self.unit,
            self.source,
            MINUTES,
            number=self.number,
            date=self.date,
            signature_image=self.signature_image,
        )

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed."""
        yield from (self.begins, self.ends, self.venue, self.chair, self.secretary)
        yield from (attendant.text for attendant in (*self.present, *self.absent))
        if self.opinions is not None:
            yield self.opinions.text


@dataclass(frozen=True, slots=True)
class Submission(Paper):
    """The head of the submission (tờ trình); `grounds` are the unit's own, a line each."""

    kind: str = SUBMISSION
    grounds: tuple[Text, ...] = key(
        "can_cu",
        "Căn cứ của đơn vị",
        ListOf(LINE),
        "Mỗi dòng một căn cứ, in sau căn cứ chung của đợt.",
        default=(),
    )


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of collectives and of individuals proposed."""

    collectives: int
    persons: int

    @property
    def total(self) -> int:
        return self.collectives + self.persons


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """A unit's `khen-thuong.yaml` and the reports of merit beside it, by the proposal's id.

    `unread` are proposals whose report could not be read, `orphan_files` reports of no proposal. If
    anything in the file was wrong it is not `is_whole`: what could not be read is left out.
    """

    source: Source
    conditions: Mapping[str, Declaration] = key(
        "dieu_kien",
        "Điều kiện của đơn vị",
        _OF_RULES,
        "Mỗi điều kiện ghi co hoặc khong.",
        factory=dict,
    )
    submission: Submission = key(
        "to_trinh",
        "Tờ trình",
        record_of(Submission),
        "Số, ngày, căn cứ của tờ trình.",
        required=False,
    )
    minutes: Minutes | None = key(
        "bien_ban",
        "Biên bản họp xét khen thưởng",
        record_of(Minutes),
        "Ai dự, ở đâu, từ mấy giờ đến mấy giờ.",
        required=True,
        default=None,
    )
    proposals: tuple[Proposal, ...]
    reports: Mapping[str, MeritReport] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    orphan_files: tuple[Path, ...] = ()
    is_whole: bool

    def collectives(self, award: str | None = None) -> tuple[Collective, ...]:
        """Return the collectives, of one award or of all."""
        return tuple(
            each
            for each in self.proposals
            if isinstance(each, Collective) and award in (None, each.award)
        )

    def persons(self, award: str | None = None) -> tuple[Person, ...]:
        """Return the individuals, of one award or of all."""
        return tuple(
            each
            for each in self.proposals
            if isinstance(each, Person) and award in (None, each.award)
        )

    def tally(self, award: str | None = None) -> Tally:
        """Count those proposed, for one award or for all."""
        return Tally(len(self.collectives(award)), len(self.persons(award)))

    def papers(self) -> Iterator[Paper]:
        """Yield the papers of the dossier that have a number or a date of their own."""
        yield self.submission
        if self.minutes is not None:
            yield self.minutes.head
        yield from (report.head for report in self.reports.values())

    def answers(self) -> Iterator[Answer]:
        """Yield the prose of the whole dossier."""
        if self.minutes is not None and self.minutes.opinions is not None:
            yield self.minutes.opinions
        for report in self.reports.values():
            yield from report.answers()

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed, file by file, without the papers' heads."""
        yield from self.submission.grounds
        if self.minutes is not None:
            yield from self.minutes.texts()
        for each in self.proposals:
            if isinstance(each, Person):
                yield from (each.typed_name, each.position, each.workplace)
            elif each.typed_name is not None:
                yield each.typed_name
        for report in self.reports.values():
            yield from report.texts()
