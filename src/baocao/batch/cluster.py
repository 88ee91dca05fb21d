"""The same work on other machines: a dask.distributed cluster, whose client is an executor.

dask gives each task to a free worker, the tasks of a lost one to another, and brings back what was
rendered, which is written here. The machines need the same program, libraries and typeface, which
each proves, and no folder in common: campaign and templates are brought to every worker, also to
one that comes later, and each unit's files travel with its task.
"""

import multiprocessing
import tempfile
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

from baocao.batch import worker as process
from baocao.batch.fingerprint import files_in
from baocao.batch.outcome import Outcome, RenderedUnit
from baocao.batch.pool import WorkerPool
from baocao.batch.publish import publish_outputs, stage_outputs
from baocao.batch.task import BuildConfig, Task
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
_MOST_AWAITED = 64  # units, each by a thread

Files = Mapping[str, bytes]
"""The files of a folder, by path within it."""


class Cluster:
    """The workers of a dask scheduler."""

    def __init__(self, config: BuildConfig, address: str, seconds: float) -> None:
        """Connect and prepare every worker; raises `ClusterError` if there is none."""
        self._config = config
        self._address = address
        self._plugin = _Plugin(config, seconds)
        self._threads = ThreadPoolExecutor(_MOST_AWAITED)
        self._asked, self._window = -inf, 0
        try:
            connect: Any = Client  # half of it has no types
            self._client = connect(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
            self._client.wait_for_workers(1, timeout=_SECONDS_TO_CONNECT)
            self._client.register_plugin(self._plugin, name=self._plugin.name)
        except (OSError, ValueError, RuntimeError, ImportError) as problem:
            raise ClusterError(address, str(problem)) from problem
        self._executor = self._client.get_executor(pure=False)

    @property
    def window(self) -> int:
        """How many tasks keep all workers busy; asked now and then, since workers come and go."""
        if monotonic() > self._asked + _SECONDS_BETWEEN_QUESTIONS:
            self._asked = monotonic()
            threads = sum(worker["nthreads"] for worker in self._workers().values())
            self._window = max(1, _TASKS_A_THREAD * threads)
        return self._window

    def unavailable_formats(self) -> Mapping[Format, str]:
        """Return why any of the machines cannot print a format."""
        asked = {
            address: self._client.submit(
                _unavailable_formats, self._plugin.name, workers=[address], pure=False
            )
            for address in self._workers()
        }
        return {
            file_format: f"{address}: {reason}"
            for address, answer in asked.items()
            for file_format, reason in answer.result().items()
        }

    def submit(self, task: Task) -> Future[Outcome]:
        folder = CampaignFolder(task.campaign_folder).unit(task.unit)
        remote = self._executor.submit(_render, self._plugin.name, task, _read(folder))
        return self._threads.submit(self._publish, remote, task)

    def close(self) -> None:
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._executor.shutdown(wait=False)
        self._client.unregister_worker_plugin(self._plugin.name)
        self._client.close()

    def _workers(self) -> Mapping[str, Mapping[str, int]]:
        workers: Mapping[str, Mapping[str, int]] = self._client.scheduler_info(n_workers=-1)[
            "workers"
        ]
        return workers

    def _publish(self, remote: Future[RenderedUnit], task: Task) -> Outcome:
        """Write what a worker rendered, once it comes."""
        try:
            rendered = remote.result()
        except Exception as problem:  # whatever befell the cluster
            raise ClusterError(self._address, str(problem)) from problem
        return publish_outputs(stage_outputs(rendered, task, self._config))


class _Plugin(WorkerPlugin):
    """What every worker of the cluster has: the config, the templates, a pool of its own."""

    def __init__(self, config: BuildConfig, seconds: float) -> None:
        """Pack the templates, which a worker unpacks in `setup`."""
        self.name = f"baocao-{uuid4()}"
        self._config = replace(config, out=None)
        self._templates = tuple(_read(folder) for folder in config.templates.folders)
        self._seconds = seconds

    def setup(self, worker: Worker) -> None:
        multiprocessing.current_process().daemon = False  # else a nanny's may have no children
        self._folder = tempfile.TemporaryDirectory(prefix="baocao-")
        self._unpacked = tuple(
            Path(self._folder.name, "templates", str(number))
            for number in range(len(self._templates))
        )
        for folder, files in zip(self._unpacked, self._templates, strict=True):
            _write(folder, files)
        config = replace(self._config, templates=TemplateFolders(self._unpacked))
        self.pool = WorkerPool(config, worker.state.nthreads, self._seconds)

    def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - dask's signature
        self.pool.close()
        self._folder.cleanup()

    def render(self, task: Task, files: Files) -> RenderedUnit:
        """Render a unit from its files."""
        with tempfile.TemporaryDirectory(dir=self._folder.name) as name:
            there = CampaignFolder(Path(name))
            _write(there.unit(task.unit), files)
            rendered = self.pool.build(
                process.render,
                replace(task, campaign_folder=there.path),
                RenderedUnit(task.unit),
            )
        return self._with_paths_of_home(rendered, there.path, task.campaign_folder)

    def _with_paths_of_home(self, rendered: RenderedUnit, there: Path, home: Path) -> RenderedUnit:
        diagnostics = tuple(_moved(each, there, home) for each in rendered.diagnostics)
        failures = rendered.failures
        for unpacked, own in zip(self._unpacked, self._config.templates.folders, strict=True):
            failures = tuple(
                replace(each, reason=each.reason.replace(str(unpacked), str(own)))
                for each in failures
            )
        return replace(rendered, diagnostics=diagnostics, failures=failures)


def _unavailable_formats(name: str) -> Mapping[Format, str]:
    """Run on a worker."""
    return _plugin(name).pool.unavailable_formats()


def _render(name: str, task: Task, files: Files) -> RenderedUnit:
    """Run on a worker."""
    return _plugin(name).render(task, files)


def _plugin(name: str) -> _Plugin:
    plugin: Any = get_worker().plugins[name]
    if not isinstance(plugin, _Plugin):
        raise TypeError(name)
    return plugin


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
