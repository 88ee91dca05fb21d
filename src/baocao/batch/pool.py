"""Who performs tasks: several stations on this machine, a thread each."""

import queue
from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import Protocol

from baocao.batch.affinity import cores_for
from baocao.batch.delivery import published
from baocao.batch.outcome import Outcome
from baocao.batch.station import Station
from baocao.batch.task import Commission, Task
from baocao.pipeline import Format


class Pool(Protocol):
    """Who performs tasks, here or on other machines."""

    @property
    def window(self) -> int:
        """How many tasks are worth having in hand at once."""

    def lacking(self) -> Mapping[Format, str]:
        """Tell what cannot be printed, and why."""

    def submit(self, task: Task) -> Future[Outcome]:
        """Have a unit done some time."""

    def close(self) -> None:
        """End all work, in the middle of documents if need be."""


class LocalPool:
    """Some workers on this machine."""

    def __init__(self, commission: Commission, jobs: int, seconds: float) -> None:
        """Take what every worker is told, how many there are, and a document's longest time."""
        self.window = 2 * jobs
        self._stations = tuple(Station(commission, seconds, core) for core in cores_for(jobs))
        self._free: queue.LifoQueue[Station] = queue.LifoQueue()
        for station in reversed(self._stations):
            self._free.put(station)
        self._makers = ThreadPoolExecutor(jobs)
        self._publishers = ThreadPoolExecutor(jobs)

    def lacking(self) -> Mapping[Format, str]:
        """Start all workers side by side; tell what cannot be printed, and why.

        Raises `WorkerLostError`.
        """
        started = [self._makers.submit(self._start) for _ in self._stations]
        return started[0].result()

    def submit(self, task: Task) -> Future[Outcome]:
        """Have a unit done by the station that is next free, which then goes on to the next."""
        done: Future[Outcome] = Future()
        self._makers.submit(self._make, task, done)
        return done

    def close(self) -> None:
        """End all work, in the middle of documents if need be."""
        self._makers.shutdown(wait=False, cancel_futures=True)
        for station in self._stations:
            station.close()
        self._makers.shutdown()
        self._publishers.shutdown()

    def _start(self) -> Mapping[Format, str]:
        with self._free_station() as station:
            return station.lacking()

    def _make(self, task: Task, done: Future[Outcome]) -> None:
        if not done.set_running_or_notify_cancel():
            return
        with _answering(done):
            with self._free_station() as station:
                outcome = station.perform(task)
            self._publishers.submit(self._publish, outcome, done)

    def _publish(self, outcome: Outcome, done: Future[Outcome]) -> None:
        with _answering(done):
            done.set_result(published(outcome))

    @contextmanager
    def _free_station(self) -> Iterator[Station]:
        station = self._free.get()
        try:
            yield station
        finally:
            self._free.put(station)


@contextmanager
def _answering(done: Future[Outcome]) -> Iterator[None]:
    """Tell whoever waits what went wrong, which else nobody would hear."""
    try:
        yield
    except BaseException as problem:  # noqa: BLE001 - as an executor does
        done.set_exception(problem)
