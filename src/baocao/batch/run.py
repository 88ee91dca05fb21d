"""A batch from beginning to end: what is up to date is passed by, the rest is built."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import replace

from baocao.batch.outcome import FileChanges, Outcome
from baocao.batch.pool import Pool
from baocao.batch.task import BuildConfig, BuildRequest, plan_unit
from baocao.pipeline import Format, check_unit


class Batch:
    """Units on their way; iterate for their outcomes, in the order in which they end."""

    def __init__(self, request: BuildRequest, pool: Callable[[BuildConfig], Pool]) -> None:
        """Prepare what is requested; `pool` is called once there is something to build."""
        self.unavailable: Mapping[Format, str] = {}
        self._request = request
        self._config = request.config()
        self._make_pool = pool
        self._pool: Pool | None = None
        self._in_hand: dict[Future[Outcome], FileChanges] = {}

    def outcomes(self, units: Iterable[str]) -> Iterator[Outcome]:
        """Yield what became of each unit; no more are in hand than the pool can work at."""
        for unit in units:
            yield from self._begin(unit)
            if self._pool is not None and len(self._in_hand) > self._pool.window:
                yield from self._ended()
        while self._in_hand:
            yield from self._ended()

    def drain(self) -> Iterator[Outcome]:
        """Begin nothing more, and yield what becomes of the units that are being built."""
        for future in tuple(self._in_hand):
            if future.cancel():
                del self._in_hand[future]
        while self._in_hand:
            yield from self._ended()

    def close(self) -> None:
        """End all work."""
        if self._pool is not None:
            self._pool.close()

    def _begin(self, unit: str) -> Iterator[Outcome]:
        request = self._request
        if unit not in request.campaign.units:
            yield Outcome(unit, check_unit(request.folder, request.campaign, unit).diagnostics)
            return
        task, outcome = plan_unit(request, self._config, unit)
        if task.outputs and self._pool is None:
            self._pool = self._make_pool(self._config)
            self.unavailable = self._pool.unavailable_formats()
        possible = tuple(each for each in task.outputs if each.format not in self.unavailable)
        if possible and self._pool is not None:
            future = self._pool.submit(replace(task, outputs=possible))
            self._in_hand[future] = outcome.changes
        else:
            yield outcome

    def _ended(self) -> Iterator[Outcome]:
        done, _ = wait(self._in_hand, return_when=FIRST_COMPLETED)
        for future in done:
            present = self._in_hand.pop(future)
            outcome = future.result()
            yield replace(outcome, changes=present + outcome.changes)
