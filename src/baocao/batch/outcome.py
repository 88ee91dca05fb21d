"""What became of a unit in a batch."""

import enum
from dataclasses import dataclass
from pathlib import Path

from baocao.batch.output import Made
from baocao.diagnostics import Diagnostic, has_errors
from baocao.write import StagedFile


class State(enum.Enum):
    """How a unit ended: one of four, the gravest that holds."""

    BUILT = "built"
    SKIPPED = "skipped"
    FAULTY = "faulty"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an output could not be made or written; `output` is empty where it is the whole unit.

    `is_bug` where the program is at fault: `reason` is then the traceback.
    """

    output: str
    reason: str
    is_bug: bool = False


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was done with a unit's files.

    `written` now, `unchanged` since an earlier batch, `kept` because a person changed them;
    `copies` hold what a person had changed where that was to be overwritten.
    """

    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()

    def __add__(self, other: "Delivery") -> "Delivery":
        """Give both, one after the other."""
        return Delivery(
            self.written + other.written,
            self.unchanged + other.unchanged,
            self.kept + other.kept,
            self.copies + other.copies,
        )


@dataclass(frozen=True, slots=True)
class Packed:
    """A file of a parcel: the output it is of, and what is done once it is published.

    A file that stays as it lies in the folder has nothing staged.
    """

    output: str
    staged: StagedFile | None
    done: Delivery


@dataclass(frozen=True, slots=True)
class Parcel:
    """A unit's files as they lie staged in its folder, and the manifest that knows them.

    There is no manifest where the one in the folder says the same.
    """

    files: tuple[Packed, ...]
    manifest: StagedFile | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a unit: its faults, its files, what failed, and the seconds it took.

    `made` are files that are still to be delivered, since they were made on another machine;
    `parcel` those that are still to be published.
    """

    unit: str
    diagnostics: tuple[Diagnostic, ...] = ()
    delivery: Delivery = Delivery()
    failures: tuple[Failure, ...] = ()
    seconds: float = 0
    made: tuple[Made, ...] = ()
    parcel: Parcel | None = None

    @property
    def state(self) -> State:
        """How the unit ended."""
        if self.failures:
            return State.FAILED
        if has_errors(self.diagnostics):
            return State.FAULTY
        return State.BUILT if self.delivery.written else State.SKIPPED
