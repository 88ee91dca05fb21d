"""Where a worker stands: it is started, given tasks, timed, renewed, and replaced when it falls."""

import os
import pickle
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import replace
from math import inf
from time import monotonic, perf_counter, sleep
from typing import IO

from baocao.batch.affinity import keep_to
from baocao.batch.answer import Answer, Ready, Starting
from baocao.batch.outcome import Failure, Outcome
from baocao.batch.output import Output
from baocao.batch.task import Commission, Task
from baocao.errors import TooLongError, WorkerLostError
from baocao.pipeline import Format

UNITS_A_WORKER = 2000
"""After so many units a worker is renewed, whatever its libraries have kept by then."""

_SECONDS_TO_START = 60
_SECONDS_BETWEEN_LOOKS = 0.2
_LAST_WORDS = 300  # bytes of what a lost worker had to say


class Station:
    """One worker at a time; its calls wait for the worker, so a station belongs to one thread."""

    def __init__(self, commission: Commission, seconds: float, core: int | None = None) -> None:
        """Take what every worker is told, the longest that a document may take, and a core."""
        self._commission = commission
        self._seconds = seconds
        self._core = core
        self._worker: _Worker | None = None
        self._is_over = False

    def lacking(self) -> Mapping[Format, str]:
        """Tell what cannot be printed here; raises `WorkerLostError` where no worker can start."""
        try:
            return self._present().lacking
        except _FallError as fall:
            raise fall.problem from fall

    def perform(self, task: Task) -> Outcome:
        """Have a unit done, whatever becomes of the worker.

        A worker that falls is replaced and its unit tried once more; then the document at which it
        fell is given up, as is at once the one that takes too long, and the others are made.
        """
        started = perf_counter()
        outcome = self._outlasting(task)
        return replace(outcome, seconds=perf_counter() - started)

    def close(self) -> None:
        """End the worker for good, from any thread, in the middle of a document if need be."""
        self._is_over = True
        self._dismiss()

    def _dismiss(self) -> None:
        worker, self._worker = self._worker, None
        if worker is not None:
            worker.close()

    def _outlasting(self, task: Task) -> Outcome:
        given_up: list[Failure] = []
        was_tried = False
        while True:
            try:
                outcome = self._perform(task)
            except _FallError as fall:
                self._dismiss()
                if self._is_over:
                    raise
                if not was_tried and isinstance(fall.problem, WorkerLostError):
                    was_tried = True
                    continue
                given_up.append(Failure(str(fall.at or ""), str(fall.problem)))
                rest = tuple(each for each in task.outputs if each != fall.at)
                if fall.at is None or not rest:
                    return Outcome(task.unit, failures=tuple(given_up))
                task, was_tried = replace(task, outputs=rest), False
            else:
                return replace(outcome, failures=(*outcome.failures, *given_up))

    def _perform(self, task: Task) -> Outcome:
        worker = self._present()
        outcome = worker.perform(task)
        if worker.units >= UNITS_A_WORKER:
            self._dismiss()
        return outcome

    def _present(self) -> "_Worker":
        if self._is_over:
            raise _FallError(WorkerLostError(""), None)
        if self._worker is None:
            self._worker = _Worker(self._seconds, self._core)
            self._worker.take(self._commission)
        return self._worker


class _FallError(Exception):
    """A worker that is no more: why, and the document `at` which it fell."""

    def __init__(self, problem: WorkerLostError | TooLongError, at: Output | None) -> None:
        super().__init__(problem)
        self.problem = problem
        self.at = at


class _Worker:
    """A running `baocao.batch.worker`."""

    def __init__(self, seconds: float, core: int | None) -> None:
        self.units = 0
        self.lacking: Mapping[Format, str] = {}
        self._seconds = seconds
        self._words: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the worker
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from baocao.batch.worker import main; main()"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._words,
            env={**os.environ, "RAYON_NUM_THREADS": "1"},  # `--jobs` says how many cores work
        )
        if core is not None:
            keep_to(core, self._process.pid)
        self._watch = _Watch(self._process)

    def take(self, commission: Commission) -> None:
        """Tell the worker what it is for; raises `_FallError`."""
        answer = self._ask(commission, max(self._seconds, _SECONDS_TO_START), None)
        if isinstance(answer, Ready):
            self.lacking = answer.lacking

    def perform(self, task: Task) -> Outcome:
        """Have a unit done; raises `_FallError`."""
        self.units += 1
        at: Output | None = None
        answer = self._ask(task, self._seconds, at)
        while not isinstance(answer, Outcome):
            at = answer.output if isinstance(answer, Starting) else at
            answer = self._ask(None, self._seconds, at)
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout, self._words):
            if stream is not None:
                with suppress(OSError):  # what it was still to be told
                    stream.close()

    def _ask(self, message: Commission | Task | None, seconds: float, at: Output | None) -> Answer:
        """Send a message, if any, and give the next answer."""
        self._watch.begin(seconds)
        try:
            if message is not None:
                pickle.dump(message, _open(self._process.stdin))
                _open(self._process.stdin).flush()
            answer: Answer = pickle.load(_open(self._process.stdout))  # noqa: S301 - our own process
        except (EOFError, OSError, pickle.UnpicklingError) as problem:
            self._process.kill()
            code = self._process.wait()
            if self._watch.has_expired:
                raise _FallError(TooLongError(seconds), at) from problem
            raise _FallError(WorkerLostError(self._last_words(code)), at) from problem
        self._watch.end()
        return answer

    def _last_words(self, code: int) -> str:
        self._words.seek(0, os.SEEK_END)
        self._words.seek(max(0, self._words.tell() - _LAST_WORDS))
        words = self._words.read().decode(errors="replace").strip()
        return f"mã {code}: {words}" if words else f"mã {code}"


class _Watch:
    """Kills a process that takes longer than it may; one thread for all it ever does."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        self.has_expired = False
        self._process = process
        self._latest = inf
        threading.Thread(target=self._look, daemon=True).start()

    def begin(self, seconds: float) -> None:
        """Give the process so many seconds from now."""
        self._latest = monotonic() + seconds

    def end(self) -> None:
        """Let the process rest for as long as nobody asks."""
        self._latest = inf

    def _look(self) -> None:
        while self._process.poll() is None:
            if monotonic() > self._latest:
                self.has_expired = True
                self._process.kill()
            sleep(_SECONDS_BETWEEN_LOOKS)


def _open(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        message = "a worker without pipes"
        raise ValueError(message)
    return stream
