"""The award rules (quy định khen thưởng) of a campaign: what may be proposed, by whom, on what."""

import enum
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, gt, le, lt

from baocao.kinds import AWARD_KINDS
from baocao.model.record import ListOf, Scalar, key, record_of
from baocao.model.scalars import COUNT, FOLDER_ID, NAME, PRINTED, choice, member
from baocao.vietnamese.figures import parse_figure

_THRESHOLD = re.compile(
    r"(?P<path>[a-z0-9_]+(?:\.[a-z0-9_]+){1,2})\s*(?P<sign>>=|<=|≥|≤|>|<|=)\s*(?P<bound>\S+)"
)
_SIGNS: Mapping[str, tuple[str, Callable[[Decimal, Decimal], bool]]] = {
    ">=": ("ít nhất", ge),
    "≥": ("ít nhất", ge),
    "<=": ("nhiều nhất", le),
    "≤": ("nhiều nhất", le),
    ">": ("trên", gt),
    "<": ("dưới", lt),
    "=": ("đúng", eq),
}


UNIT_KEYS = ("dieu_kien", "to_trinh", "bien_ban")
"""The keys of a unit's `khen-thuong.yaml` beside the awards."""


class Basis(enum.Enum):
    """On what a person may be proposed; the value is the key of the proposal that says so."""

    DIPLOMAS = "so_bang_ldst"
    ADVICE = "tham_muu"
    FOLLOWING = "theo_doi"


@dataclass(frozen=True, slots=True)
class Comparison:
    """A condition on a number of the form: `bang_ldst.tong >= 50`."""

    path: tuple[str, ...]
    sign: str
    bound: Decimal

    @property
    def row(self) -> str:
        """The id of the form's row, by which a collective below the unit gives its own figure."""
        return self.path[-2]

    @property
    def sign_in_words(self) -> str:
        """The sign in words, such as «ít nhất»."""
        return _SIGNS[self.sign][0]

    def holds(self, figure: Decimal) -> bool:
        return _SIGNS[self.sign][1](figure, self.bound)


def parse_comparison(text: str) -> Comparison | None:
    """Parse `bang_ldst.tong >= 50`; None if it is anything else."""
    found = _THRESHOLD.fullmatch(text.strip())
    bound = parse_figure(found["bound"]) if found is not None else None
    if found is None or not isinstance(bound, Decimal):
        return None
    return Comparison(tuple(found["path"].split(".")), found["sign"], bound)


_CLAUSE = "điều khoản của văn bản chỉ đạo"
_COMPARISON = Scalar(
    lambda text: parse_comparison(text.value),
    "một phép so sánh, ví dụ bang_ldst.tong >= 50",
    pattern=r"^\s*[a-z0-9_]+(\.[a-z0-9_]+){1,2}\s*(>=|<=|≥|≤|>|<|=)\s*[0-9].*$",
)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold (ngưỡng) and what its figure counts, in the words of the plan."""

    comparison: Comparison = key("dat", "phép so sánh số liệu phải đạt", _COMPARISON)
    words: str = key("ten", "lời đi sau con số", PRINTED)


@dataclass(frozen=True, slots=True)
class CollectiveRule:
    """What a collective must meet: figures, and conditions that the unit declares, by id."""

    clause: str = key("muc", _CLAUSE, PRINTED)
    thresholds: tuple[Threshold, ...] = key(
        "nguong", "các ngưỡng số liệu", ListOf(record_of(Threshold)), default=()
    )
    conditions: tuple[str, ...] = key(
        "dieu_kien", "các điều kiện phải khai là có", ListOf(NAME, or_one=True), default=()
    )


@dataclass(frozen=True, slots=True)
class Criterion:
    """A ground on which a person may be proposed, in the words of the plan.

    `minimum` is the fewest diplomas; `for_each_collective` how many persons there may be on this
    ground for each collective that is proposed, None if there may be any number.
    """

    basis: Basis = key("can_cu", "căn cứ đề nghị", member(Basis))
    words: str = key("ten", "lời in của căn cứ", PRINTED)
    clause: str = key("muc", _CLAUSE, PRINTED)
    minimum: int = key("it_nhat", "số Bằng ít nhất", COUNT, default=1)
    for_each_collective: int | None = key(
        "moi_tap_the", "số cá nhân cho mỗi tập thể được đề nghị", COUNT, default=None
    )


@dataclass(frozen=True, slots=True)
class Award:
    """A form of award (hình thức khen thưởng), and the levels whose units may propose it."""

    id: str = key("ma", "mã của hình thức khen thưởng", NAME)
    name: str = key("ten", "tên của hình thức khen thưởng", PRINTED)
    levels: frozenset[str] = key("cap", "các cấp được đề nghị", ListOf(FOLDER_ID, or_one=True))
    clause: str = key("muc", _CLAUSE, PRINTED)
    collectives: CollectiveRule | None = key(
        "tap_the", "tiêu chuẩn của tập thể", record_of(CollectiveRule), default=None
    )
    criteria: tuple[Criterion, ...] = key(
        "ca_nhan", "các căn cứ đề nghị cá nhân", ListOf(record_of(Criterion)), default=()
    )


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper that goes with the submission, in so many sets; `kind` if it is made here."""

    name: str = key("ten", "tên giấy tờ", PRINTED)
    sets: int = key("so_bo", "số bộ", COUNT)
    kind: str = key("loai", "loại văn bản do chương trình lập", choice(*AWARD_KINDS), default="")


@dataclass(frozen=True, slots=True)
class RequiredCondition:
    """A condition that the unit declares to be met, in the words of the plan."""

    id: str = key("ma", "mã của điều kiện", NAME)
    name: str = key("ten", "lời của điều kiện", PRINTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwardRules:
    """Everything that a campaign says of awards; `conditions` in the plan's words, by id."""

    grounds: tuple[str, ...] = key(
        "can_cu", "các căn cứ ghi ở đầu tờ trình", ListOf(PRINTED, or_one=True), default=()
    )
    conditions: Mapping[str, RequiredCondition] = key(
        "dieu_kien",
        "các điều kiện đơn vị phải khai",
        ListOf(record_of(RequiredCondition)),
        factory=dict,
    )
    awards: Mapping[str, Award] = key(
        "hinh_thuc",
        "các hình thức khen thưởng",
        ListOf(record_of(Award)),
    )
    enclosures: tuple[Enclosure, ...] = key(
        "ho_so", "giấy tờ trong hồ sơ", ListOf(record_of(Enclosure))
    )

    def threshold_rows(self) -> tuple[str, ...]:
        """Return the ids of the rows that thresholds refer to."""
        rows = (
            threshold.comparison.row
            for award in self.awards.values()
            if award.collectives is not None
            for threshold in award.collectives.thresholds
        )
        return tuple(dict.fromkeys(rows))
