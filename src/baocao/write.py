"""Stage 5: bytes to files, whole or not at all."""

import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from baocao.errors import OutputError

_NAME = re.compile(r"[^/\\:\0]+")
_STAGED = re.compile(r"\..+\.[0-9a-z_]+\.tmp")


def campaign_folder(out: Path, campaign: str) -> Path:
    """Return `out/<campaign>`; a `ValueError` if it would leave `out`, which is our bug."""
    return _inside(out, campaign)


def output_folder(out: Path, campaign: str, unit: str) -> Path:
    """Return `out/<campaign>/<unit>`; a `ValueError` if it would leave `out`."""
    return _inside(out, campaign, unit)


def output_path(folder: Path, name: str) -> Path:
    """Return the path of file `a/b` in a unit's folder; a `ValueError` if it would leave it."""
    return _inside(folder, *name.split("/"))


def _inside(folder: Path, *names: str) -> Path:
    for name in names:
        if name in (".", "..") or not _NAME.fullmatch(name):
            message = f"{name} is outside {folder}"
            raise ValueError(message)
    return folder.joinpath(*names)


@dataclass(frozen=True, slots=True)
class StagedFile:
    """A whole file under a temporary name, to be synced and then published under its own."""

    path: Path
    temporary: Path

    def sync(self) -> None:
        """Flush the file to the disk; raises `OutputError`.

        Of files that were staged together only the first is slow: one commit of the journal.
        """
        with self._discarded_if_refused():
            handle = os.open(self.temporary, os.O_RDWR)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)

    def publish(self) -> None:
        """Replace `path`, once synced; raises `OutputError` if it is open elsewhere."""
        with self._discarded_if_refused():
            self.temporary.replace(self.path)

    def discard(self) -> None:
        self.temporary.unlink(missing_ok=True)

    @contextmanager
    def _discarded_if_refused(self) -> Iterator[None]:
        try:
            with refused(self.path):
                yield
        except OutputError:
            self.discard()
            raise


def stage(path: Path, pieces: Iterable[bytes]) -> StagedFile:
    """Write a temporary file beside `path`, still to be synced.

    Raises `OutputError` if the system refuses; nothing half-written is left then.
    """
    with refused(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.writelines(pieces)
            temporary.chmod(0o644)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    return StagedFile(path, temporary)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that `path` is the old file or the whole new one; raises `OutputError`."""
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a file as `write_whole` does, from pieces that are not all in memory at once."""
    staged = stage(path, pieces)
    staged.sync()
    staged.publish()


def discard_staged(folder: Path) -> None:
    """Delete what a stopped program had staged in a folder and never published."""
    with refused(folder):
        for path in folder.rglob(".*.tmp"):
            if _STAGED.fullmatch(path.name):
                path.unlink(missing_ok=True)


@contextmanager
def refused(path: Path) -> Iterator[None]:
    """Raise an `OSError` of the block as the `OutputError` of a path."""
    try:
        yield
    except OSError as problem:
        raise OutputError(path, problem.strerror or str(problem)) from problem
