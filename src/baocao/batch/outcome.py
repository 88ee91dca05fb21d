"""What becomes of a unit in a batch: rendered, then staged, then published.

Each stage has its type. A worker renders and stages, or on another machine only renders; the
process that leads the batch publishes.
"""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from baocao.batch.manifest import FileRecord
from baocao.diagnostics import Diagnostic, has_errors
from baocao.pipeline import Format
from baocao.write import StagedFile


class State(enum.Enum):
    """How a unit ended: one of four, the gravest that holds."""

    BUILT = "built"
    SKIPPED = "skipped"
    FAULTY = "faulty"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Output:
    """A kind of document in a format, such as `bao-cao.docx`: one file, or one a person."""

    kind: str
    format: Format

    def __str__(self) -> str:
        """Return its name in manifests and messages."""
        return f"{self.kind}.{self.format.value}"


@dataclass(frozen=True, slots=True)
class Failure:
    """Why an output could not be built or written; `output` is empty for the whole unit.

    If `is_bug` the program is at fault, and `reason` is the traceback.
    """

    output: str
    reason: str
    is_bug: bool = False


@dataclass(frozen=True, slots=True)
class FileChanges:
    """A unit's files by what was done with them.

    `written` now, `unchanged` since an earlier batch, `kept` because a person changed them;
    `copies` hold what a person had changed in files that were overwritten.
    """

    written: tuple[Path, ...] = ()
    unchanged: tuple[Path, ...] = ()
    kept: tuple[Path, ...] = ()
    copies: tuple[Path, ...] = ()

    def __add__(self, other: "FileChanges") -> "FileChanges":
        """Return both, one after the other."""
        return FileChanges(
            self.written + other.written,
            self.unchanged + other.unchanged,
            self.kept + other.kept,
            self.copies + other.copies,
        )


@dataclass(frozen=True, slots=True)
class RenderedOutput:
    """An output's files in memory, by path within the unit's folder."""

    output: Output
    files: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class StagedOutput:
    """A file of an output, with its record in the manifest; `changes` once it is published.

    `file` is None if the file in the folder stays as it is.
    """

    output: Output
    name: str
    record: FileRecord
    changes: FileChanges
    file: StagedFile | None = None


@dataclass(frozen=True, slots=True)
class _Result:
    """What each stage knows of a unit; `seconds` are those of its worker."""

    unit: str
    diagnostics: tuple[Diagnostic, ...] = ()
    failures: tuple[Failure, ...] = ()
    seconds: float = 0


@dataclass(frozen=True, slots=True)
class RenderedUnit(_Result):
    """A unit whose outputs are in memory."""

    outputs: tuple[RenderedOutput, ...] = ()


@dataclass(frozen=True, slots=True)
class StagedUnit(_Result):
    """A unit whose files lie staged in its folder, with the manifest that knows them.

    There is no manifest if the one in the folder says the same.
    """

    files: tuple[StagedOutput, ...] = ()
    manifest: StagedFile | None = None


@dataclass(frozen=True, slots=True)
class Outcome(_Result):
    """What became of a unit in the end."""

    changes: FileChanges = FileChanges()

    @property
    def state(self) -> State:
        if self.failures:
            return State.FAILED
        if has_errors(self.diagnostics):
            return State.FAULTY
        return State.BUILT if self.changes.written else State.SKIPPED
