"""One batch at a time in a folder."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from baocao.errors import FolderBusyError
from baocao.write import refused

_NAME = ".dang-lap"
_SECONDS_TO_WAIT = 5


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Make a folder and hold its lock; raises `FolderBusyError` if another batch has it."""
    lock = FileLock(folder / _NAME)
    with refused(folder):
        folder.mkdir(parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=_SECONDS_TO_WAIT)
        except Timeout as problem:
            raise FolderBusyError(folder) from problem
    try:
        yield
    finally:
        lock.release()
