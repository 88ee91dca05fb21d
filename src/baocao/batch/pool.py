"""Worker processes on this machine: renewed, stopped if too slow, replaced if they crash."""

import multiprocessing
import signal
import tempfile
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Lock
from time import perf_counter
from typing import Any, Protocol, TypeVar

from pebble import ProcessExpired, ProcessPool

from baocao.batch import worker
from baocao.batch.outcome import Failure, Outcome, StagedUnit
from baocao.batch.publish import publish_outputs
from baocao.batch.task import BuildConfig, Task
from baocao.batch.worker import Built
from baocao.errors import TooLongError, WorkerLostError
from baocao.pipeline import Format

UNITS_A_WORKER = 2000
"""After so many units a worker is renewed, whatever its libraries have kept by then."""

Result = TypeVar("Result")


class Pool(Protocol):
    """Builds units, here or on other machines."""

    @property
    def window(self) -> int:
        """How many tasks are worth having in hand at once."""

    def unavailable_formats(self) -> Mapping[Format, str]:
        """Return why a format cannot be printed, by format."""

    def submit(self, task: Task) -> Future[Outcome]:
        """Begin to build a unit."""

    def close(self) -> None:
        """End all work, in the middle of documents if need be."""


class LocalPool:
    """A pool on this machine; its threads publish a unit while the workers build others."""

    def __init__(self, config: BuildConfig, jobs: int, seconds: float) -> None:
        """Prepare so many jobs, in which a document may take so many seconds."""
        self.window = 2 * jobs
        self._workers = WorkerPool(config, jobs, seconds)
        self._threads = ThreadPoolExecutor(self.window, initializer=_block_ctrl_c)

    def unavailable_formats(self) -> Mapping[Format, str]:
        return self._threads.submit(self._workers.unavailable_formats).result()

    def submit(self, task: Task) -> Future[Outcome]:
        return self._threads.submit(self._build, task)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._workers.close()
        self._threads.shutdown()

    def _build(self, task: Task) -> Outcome:
        staged = self._workers.build(worker.stage, task, StagedUnit(task.unit))
        return publish_outputs(staged)


class WorkerPool:
    """Worker processes; each call waits for one of them, and is for a thread of its own."""

    def __init__(self, config: BuildConfig, jobs: int, seconds: float) -> None:
        """Prepare so many workers, in which a document may take so many seconds."""
        self._jobs = jobs
        self._seconds = seconds
        self._folder = tempfile.TemporaryDirectory(prefix="baocao-")
        self._start = (config, seconds, jobs, Path(self._folder.name))
        self._processes = self._new_processes()
        self._replacing = Lock()
        self._running: set[Future[Any]] = set()
        self._is_closed = False

    def unavailable_formats(self) -> Mapping[Format, str]:
        """Start the workers; raises `WorkerLostError` if none can start."""
        try:
            return self._call(worker.unavailable_formats)
        except _DeathError as death:
            raise death.problem from death

    def build(self, function: Callable[[Task], Built], task: Task, nothing: Built) -> Built:
        """Build a unit by a `function` of `worker`, whatever becomes of the process.

        After a crash the unit is tried once more; then the output at which its worker died is
        given up, as one that takes too long is at once, and the others are built. `nothing` is
        the result if no output can be blamed, or none is left.
        """
        started = perf_counter()
        given_up: list[Failure] = []
        was_tried = False
        built: Built = nothing
        while True:
            try:
                built = self._call(function, task)
                break
            except _DeathError as death:
                if not was_tried and isinstance(death.problem, WorkerLostError):
                    was_tried = True
                    continue
                given_up.append(Failure(death.output, str(death.problem)))
                rest = tuple(each for each in task.outputs if str(each) != death.output)
                if not rest or rest == task.outputs:
                    break
                task, was_tried = replace(task, outputs=rest), False
        if not given_up:
            return built
        failures = (*built.failures, *given_up)
        return replace(built, failures=failures, seconds=perf_counter() - started)

    def close(self) -> None:
        """End the processes, from any thread."""
        with self._replacing:
            self._is_closed = True
        self._processes.stop()  # type: ignore[no-untyped-call]
        for future in tuple(self._running):
            future.cancel()  # pebble leaves them waiting for ever
        self._processes.join()
        self._folder.cleanup()

    def _call(self, function: Callable[..., Result], *arguments: Task) -> Result:
        """Call a function in a worker; raises `_DeathError` if the worker dies of it."""
        processes = self._processes
        future: Future[Result] | None = None
        try:
            future = processes.schedule(function, arguments)
            self._running.add(future)
            return future.result()
        except ProcessExpired as death:
            raise self._death(death.exitcode, death.pid) from death
        except RuntimeError as death:  # pebble gives up if a worker dies while none has a task
            self._replace(processes)
            raise self._death(1, None) from death
        finally:
            if future is not None:
                self._running.discard(future)

    def _death(self, code: int, process: int | None) -> "_DeathError":
        log = worker.read_log(Path(self._folder.name), process)
        output = "" if process is None else log.output
        if log.is_late:
            return _DeathError(TooLongError(self._seconds), output)
        words = f"mã {code}: {log.words}" if log.words else f"mã {code}"
        return _DeathError(WorkerLostError(words), output)

    def _replace(self, broken: ProcessPool) -> None:
        with self._replacing:
            if self._processes is broken and not self._is_closed:
                broken.join()
                self._processes = self._new_processes()

    def _new_processes(self) -> ProcessPool:
        return ProcessPool(
            self._jobs,
            max_tasks=UNITS_A_WORKER,
            initializer=worker.start,
            initargs=self._start,
            context=multiprocessing.get_context("spawn"),
        )


class _DeathError(Exception):
    """A worker that died: why, and the output that it was at."""

    def __init__(self, problem: WorkerLostError | TooLongError, output: str) -> None:
        super().__init__(problem)
        self.problem = problem
        self.output = output


def _block_ctrl_c() -> None:
    """Leave Ctrl-C to the main thread: processes that this thread starts won't hear it either."""
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
