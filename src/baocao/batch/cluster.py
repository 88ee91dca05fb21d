"""The same work on other machines: a dask.distributed cluster, whose client is an executor.

dask gives each task to a free worker, the tasks of a lost one to another, and brings back what was
made, which is delivered here. The machines need the same program, libraries and typeface, which
each proves, and no folder in common: campaign and templates are brought to every worker, also to
one that comes later, and each unit's files travel with its task.
"""

import tempfile
from collections.abc import Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import replace
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

from baocao.batch.fingerprint import files_in
from baocao.batch.outcome import Outcome
from baocao.batch.pool import LocalPool
from baocao.batch.task import Commission, Task
from baocao.diagnostics import Diagnostic
from baocao.errors import ClusterError, ClusterMissingError
from baocao.pipeline import Format
from baocao.workspace import CampaignFolder, TemplateFolders

try:
    from distributed import Client, Worker, WorkerPlugin, get_worker
except ImportError as problem:
    raise ClusterMissingError from problem

_SECONDS_TO_CONNECT = 10
_SECONDS_BETWEEN_QUESTIONS = 5
_TASKS_A_THREAD = 2  # one being made, one on its way

Files = Mapping[str, bytes]
"""The files of a folder, by path within it."""


class Cluster:
    """The workers of a dask scheduler."""

    def __init__(self, commission: Commission, address: str, seconds: float) -> None:
        """Take the work there; raises `ClusterError` where nobody can take it."""
        self._address = address
        self._workshop = _Workshop(commission, seconds)
        self._asked, self._threads = -inf, 0
        try:
            connect: Any = Client  # half of it has no types
            self._client = connect(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_SECONDS_TO_CONNECT)
            self._client.register_plugin(self._workshop, name=self._workshop.name)
        except (OSError, ValueError, RuntimeError, ImportError) as problem:
            raise ClusterError(address, str(problem)) from problem
        self._executor = self._client.get_executor(pure=False)

    @property
    def window(self) -> int:
        """How many tasks keep all workers busy; asked now and then, since workers come and go."""
        if monotonic() > self._asked + _SECONDS_BETWEEN_QUESTIONS:
            self._asked = monotonic()
            self._threads = sum(worker["nthreads"] for worker in self._workers().values())
        return max(1, _TASKS_A_THREAD * self._threads)

    def lacking(self) -> Mapping[Format, str]:
        """Tell what any of the machines cannot print, and why."""
        asked = {
            address: self._client.submit(
                _lacking, self._workshop.name, workers=[address], pure=False
            )
            for address in self._workers()
        }
        return {
            file_format: f"{address}: {reason}"
            for address, answer in asked.items()
            for file_format, reason in answer.result().items()
        }

    def submit(self, task: Task) -> Future[Outcome]:
        """Have a unit done by some machine."""
        folder = CampaignFolder(task.campaign_folder).unit(task.unit)
        done: Future[Outcome] = Future()
        there = self._executor.submit(_perform, self._workshop.name, task, _read(folder))
        there.add_done_callback(lambda future: self._bring(future, done))
        return done

    def close(self) -> None:
        """End all work."""
        self._executor.shutdown(wait=False)
        self._client.unregister_worker_plugin(self._workshop.name)
        self._client.close()

    def _workers(self) -> Mapping[str, Mapping[str, int]]:
        """Give what is known of each worker, by its address."""
        workers: Mapping[str, Mapping[str, int]] = self._client.scheduler_info(n_workers=-1)[
            "workers"
        ]
        return workers

    def _bring(self, there: "Future[Outcome]", here: "Future[Outcome]") -> None:
        try:
            here.set_result(there.result())
        except BaseException as problem:  # noqa: BLE001 - whatever befell the cluster
            here.set_exception(ClusterError(self._address, str(problem)))


class _Workshop(WorkerPlugin):
    """What every worker of the cluster has: the commission, the templates, a pool of its own."""

    def __init__(self, commission: Commission, seconds: float) -> None:
        """Pack what every worker is told and what it prints with."""
        self.name = f"baocao-{uuid4()}"
        self._commission = replace(commission, out=None)
        self._templates = tuple(_read(folder) for folder in commission.templates.folders)
        self._seconds = seconds

    def setup(self, worker: Worker) -> None:
        """Unpack the templates, and stand ready."""
        self._folder = tempfile.TemporaryDirectory(prefix="baocao-")
        self._unpacked = tuple(
            Path(self._folder.name, "templates", str(number))
            for number in range(len(self._templates))
        )
        for folder, files in zip(self._unpacked, self._templates, strict=True):
            _write(folder, files)
        commission = replace(self._commission, templates=TemplateFolders(self._unpacked))
        self.pool = LocalPool(commission, worker.state.nthreads, self._seconds)

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - dask's signature
        """Leave nothing behind."""
        self.pool.close()
        self._folder.cleanup()

    def perform(self, task: Task, files: Files) -> Outcome:
        """Have a unit done from its files."""
        with tempfile.TemporaryDirectory(dir=self._folder.name) as name:
            there = CampaignFolder(Path(name))
            _write(there.unit(task.unit), files)
            outcome = self.pool.submit(replace(task, campaign_folder=there.path)).result()
        return self._as_seen_from_home(outcome, there.path, task.campaign_folder)

    def _as_seen_from_home(self, outcome: Outcome, there: Path, home: Path) -> Outcome:
        diagnostics = tuple(_moved(each, there, home) for each in outcome.diagnostics)
        failures = outcome.failures
        for unpacked, own in zip(self._unpacked, self._commission.templates.folders, strict=True):
            failures = tuple(
                replace(each, reason=each.reason.replace(str(unpacked), str(own)))
                for each in failures
            )
        return replace(outcome, diagnostics=diagnostics, failures=failures)


def _lacking(name: str) -> Mapping[Format, str]:
    """Run on a worker."""
    return _workshop(name).pool.lacking()


def _perform(name: str, task: Task, files: Files) -> Outcome:
    """Run on a worker."""
    return _workshop(name).perform(task, files)


def _workshop(name: str) -> _Workshop:
    workshop: Any = get_worker().plugins[name]
    if not isinstance(workshop, _Workshop):
        raise TypeError(name)
    return workshop


def _moved(diagnostic: Diagnostic, there: Path, home: Path) -> Diagnostic:
    span = diagnostic.span
    if not span.file.is_relative_to(there):
        return diagnostic
    file = home / span.file.relative_to(there)
    return replace(diagnostic, span=replace(span, file=file))


def _read(folder: Path) -> Files:
    files: dict[str, bytes] = {}
    for path in map(Path, files_in(folder, deep=True)):
        with suppress(OSError):  # then it is missing there, too
            files[path.relative_to(folder).as_posix()] = path.read_bytes()
    return files


def _write(folder: Path, files: Files) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
