"""The award rules (quy định khen thưởng) of a campaign: what may be proposed, by whom, on what."""

import enum
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from operator import eq, ge, gt, le, lt

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


class Basis(enum.Enum):
    """On what a person may be proposed; the value is the key of the proposal that says so."""

    DIPLOMAS = "so_bang_ldst"
    ADVICE = "tham_muu"
    FOLLOWING = "theo_doi"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a threshold asks of a figure of the form: `bang_ldst.tong >= 50`."""

    path: tuple[str, ...]
    sign: str
    bound: Decimal

    @property
    def row(self) -> str:
        """The id of the form's row, by which a collective below the unit gives its own figure."""
        return self.path[-2]

    @property
    def demand(self) -> str:
        """The sign in words, such as «ít nhất»."""
        return _SIGNS[self.sign][0]

    def holds(self, figure: Decimal) -> bool:
        """Tell whether a figure meets the threshold."""
        return _SIGNS[self.sign][1](figure, self.bound)


@dataclass(frozen=True, slots=True)
class Threshold:
    """A threshold (ngưỡng) and what its figure counts, in the words of the plan."""

    comparison: Comparison
    words: str


@dataclass(frozen=True, slots=True)
class CollectiveRule:
    """What a collective must meet: figures, and conditions that the unit declares, by id."""

    clause: str
    thresholds: tuple[Threshold, ...]
    conditions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Merit:
    """A ground on which a person may be proposed, in the words of the plan.

    `least` is the fewest diplomas; `for_each_collective` how many persons there may be on this
    ground for each collective that is proposed, None where there may be any number.
    """

    basis: Basis
    words: str
    clause: str
    least: int = 1
    for_each_collective: int | None = None


@dataclass(frozen=True, slots=True)
class Award:
    """A form of award (hình thức khen thưởng), and the levels whose units may propose it."""

    id: str
    name: str
    levels: frozenset[str]
    clause: str
    collectives: CollectiveRule | None
    merits: tuple[Merit, ...]


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A paper that goes with the submission, in so many sets; `kind` where it is made here."""

    name: str
    sets: int
    kind: str


@dataclass(frozen=True, slots=True)
class AwardRules:
    """Everything that a campaign says of awards; `conditions` in the plan's words, by id."""

    grounds: tuple[str, ...]
    conditions: Mapping[str, str]
    awards: Mapping[str, Award]
    enclosures: tuple[Enclosure, ...]

    def figures(self) -> tuple[str, ...]:
        """Give the ids of the rows that thresholds ask about."""
        rows = (
            threshold.comparison.row
            for award in self.awards.values()
            if award.collectives is not None
            for threshold in award.collectives.thresholds
        )
        return tuple(dict.fromkeys(rows))


def parse_comparison(text: str) -> Comparison | None:
    """Read `bang_ldst.tong >= 50`; None where it is anything else."""
    found = _THRESHOLD.fullmatch(text.strip())
    bound = parse_figure(found["bound"]) if found is not None else None
    if found is None or not isinstance(bound, Decimal):
        return None
    return Comparison(tuple(found["path"].split(".")), found["sign"], bound)
