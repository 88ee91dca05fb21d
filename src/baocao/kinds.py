"""The kinds of document: one row for each, which every stage reads.

A new kind is a row here, which names its composer, a module of `compose.kinds`. The table holds
plain data and imports no stage, so that all of them may import it: `load` which kinds a campaign
may ask for and which files those need, `rules` which have an addressee, `compose` the composer,
`authoring` and `cli` what `baocao new` offers. `compose` therefore finds a composer by its module's
name, as `rules` finds its rules; tests hold each row against the code that it names.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from baocao.workspace import AWARDS_FILE, AWARDS_FOLDER, PLAN_FILE, REPORT_FILE, STATISTICS_FILE

MERIT_FILES = f"{AWARDS_FOLDER}/*.yaml"
"""The reports of merit, one file for each proposal."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document.

    `composer` is the module of `compose.kinds` that makes it. `files` are the unit's input files
    that it is made of; without them a unit has no such document. `cited` are those from which it
    takes figures or the signer. The decree has «Kính gửi» only in reports, proposals and letters
    (II.9.a): these are `is_addressed`. `baocao new --kind` starts the files of a kind that
    `is_on_request`; the files of the others are started for every unit, or with one of those.
    """

    id: str
    composer: str
    files: tuple[str, ...]
    cited: tuple[str, ...] = ()
    is_addressed: bool = False
    is_on_request: bool = False


REPORT, FORM, PLAN = "bao-cao", "bieu-so-lieu", "ke-hoach"
SUBMISSION, AWARD_LIST = "to-trinh", "danh-sach-khen-thuong"
MERIT_REPORT, MINUTES = "bao-cao-thanh-tich", "bien-ban"

_UNIT = (REPORT_FILE, STATISTICS_FILE)
_ROWS = (
    Kind(REPORT, "report", _UNIT, is_addressed=True),
    Kind(FORM, "form", _UNIT, is_addressed=True),
    Kind(PLAN, "plan", (PLAN_FILE,), (STATISTICS_FILE,), is_on_request=True),
    Kind(SUBMISSION, "submission", (AWARDS_FILE,), _UNIT, is_addressed=True, is_on_request=True),
    Kind(AWARD_LIST, "award_list", (AWARDS_FILE,), _UNIT),
    Kind(MERIT_REPORT, "merit_report", (AWARDS_FILE, MERIT_FILES), _UNIT),
    Kind(MINUTES, "minutes", (AWARDS_FILE,), (STATISTICS_FILE,)),
)
KINDS: Mapping[str, Kind] = MappingProxyType({kind.id: kind for kind in _ROWS})
AWARD_KINDS = tuple(kind.id for kind in _ROWS if AWARDS_FILE in kind.files)
UNADDRESSED_KINDS = frozenset(kind.id for kind in _ROWS if not kind.is_addressed)


def input_files(kinds: Iterable[str]) -> frozenset[str]:
    """Return the names of the files that documents of these kinds are made of."""
    return frozenset(name for kind in kinds for name in KINDS[kind].files)
