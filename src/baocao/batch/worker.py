"""The process that builds units, and the log that it leaves if it dies.

Its standard output and error are one file, named by its process id, which begins anew with each
document; the first line names the output. If the process crashes, or a document takes too long,
its parent reads there which output it was, and the last words of the process.
"""

import faulthandler
import multiprocessing
import os
import shutil
import signal
import tempfile
import threading
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TypeVar

from baocao.batch.affinity import pin_to_free_core
from baocao.batch.build_unit import UnitBuilder
from baocao.batch.outcome import Failure, Output, RenderedUnit, StagedUnit
from baocao.batch.publish import stage_outputs
from baocao.batch.task import BuildConfig, Task
from baocao.pipeline import Format

Built = TypeVar("Built", RenderedUnit, StagedUnit)

_SECONDS_TO_START = 60
_LAST_WORDS = 300  # characters
_LATE = "Timeout ("  # how faulthandler begins

_builder: UnitBuilder
_config: BuildConfig
_watch: Callable[[Output | None], None]


def start(config: BuildConfig, seconds: float, workers: int, folder: Path) -> None:
    """Prepare this process, in which a document may take so many seconds.

    `folder` is for the logs, for the locks on cores of as many `workers`, and for temporary files.
    """
    global _builder, _config, _watch  # noqa: PLW0603 - of one process there is one worker
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # the pool's end waits for no document
    with (folder / f"worker-{os.getpid()}").open("ab") as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
    threading.Thread(target=_end_with_parent, args=(folder,), daemon=True).start()
    tempfile.tempdir = str(folder)  # a worker that is stopped takes no file of its own away
    pin_to_free_core(folder, workers)
    os.environ["RAYON_NUM_THREADS"] = "1"  # `--jobs` says how many cores work
    _config = config
    _watch = partial(_begin, seconds)
    _begin(max(seconds, _SECONDS_TO_START), None)
    _builder = UnitBuilder(config, _watch)
    faulthandler.cancel_dump_traceback_later()


def unavailable_formats() -> Mapping[Format, str]:
    return _builder.unavailable


def render(task: Task) -> RenderedUnit:
    return _built(task, _builder.render, RenderedUnit(task.unit))


def stage(task: Task) -> StagedUnit:
    """Render a unit's outputs and stage them in its folder."""

    def build(task: Task) -> StagedUnit:
        return stage_outputs(_builder.render(task), task, _config)

    return _built(task, build, StagedUnit(task.unit))


@dataclass(frozen=True, slots=True)
class Log:
    """The output at which a worker died, empty for none; its last words; whether it was late."""

    output: str
    words: str
    is_late: bool


def read_log(folder: Path, process: int | None) -> Log:
    """Return the log of a process; of the last that wrote one if its id isn't known."""
    logs = folder.glob(f"worker-{process or '*'}")
    last = max(logs, key=os.path.getmtime, default=None)
    text = "" if last is None else last.read_text("utf-8", "replace")
    output, _, words = text.partition("\n")
    return Log(output, words.strip()[-_LAST_WORDS:], f"\n{_LATE}" in text)


def _built(task: Task, build: Callable[[Task], Built], nothing: Built) -> Built:
    started = perf_counter()
    _watch(None)
    try:
        built = build(task)
    except Exception:  # noqa: BLE001 - our bug stops this unit, and is reported as one
        built = replace(nothing, failures=(Failure("", traceback.format_exc(), is_bug=True),))
    faulthandler.cancel_dump_traceback_later()
    return replace(built, seconds=perf_counter() - started)


def _begin(seconds: float, output: Output | None) -> None:
    """Begin the log anew, and the time: when it's up, the process ends.

    It is kept by faulthandler, which no library can hold up: its thread isn't Python's.
    """
    os.ftruncate(2, 0)
    os.write(2, f"{output or ''}\n".encode())
    faulthandler.dump_traceback_later(seconds, exit=True, file=2)


def _end_with_parent(folder: Path) -> None:
    """End the process with its parent: nobody is left who wants the work or deletes `folder`."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        shutil.rmtree(folder, ignore_errors=True)
        os._exit(0)
