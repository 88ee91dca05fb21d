"""A batch from beginning to end: what is up to date is passed by, the rest is performed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.batch import fingerprint
from baocao.batch.delivery import published, staged
from baocao.batch.judgement import up_to_date
from baocao.batch.manifest import read_manifest
from baocao.batch.outcome import Delivery, Outcome
from baocao.batch.output import Output
from baocao.batch.pool import Pool
from baocao.batch.task import Commission, Task
from baocao.model.campaign import Campaign, PdfEngine
from baocao.pipeline import Format, check_unit
from baocao.workspace import CampaignFolder, TemplateFolders
from baocao.write import output_folder


@dataclass(frozen=True, slots=True)
class BuildRequest:
    """What is asked for: which outputs, of which campaign, how and where."""

    folder: CampaignFolder
    campaign: Campaign
    templates: TemplateFolders
    outputs: tuple[Output, ...]
    engine: PdfEngine
    out: Path
    force: bool = False
    overwrite: bool = False

    def commission(self) -> Commission:
        """Give what every worker is told."""
        formats = dict.fromkeys(output.format for output in self.outputs)
        return Commission(
            campaign=replace(self.campaign, units={}),
            templates=self.templates,
            engine=self.engine,
            programs={each: fingerprint.of_program(each, self.engine) for each in formats},
            fingerprints={
                each: fingerprint.of_format(self.folder, self.templates, each, self.engine)
                for each in formats
            },
            out=self.out,
            overwrite=self.overwrite,
        )


class Batch:
    """Units on their way; iterate for their outcomes, in the order in which they end."""

    def __init__(self, order: BuildRequest, pool: Callable[[Commission], Pool]) -> None:
        """Take the order; `pool` makes the one who performs, when something is to be done."""
        self.lacking: Mapping[Format, str] = {}
        self._order = order
        self._commission = order.commission()
        self._make_pool = pool
        self._pool: Pool | None = None
        self._in_hand: dict[Future[Outcome], tuple[Task, Delivery]] = {}

    def outcomes(self, units: Iterable[str]) -> Iterator[Outcome]:
        """Give what became of each unit; no more are in hand than the pool can work at."""
        for unit in units:
            yield from self._begin(unit)
            if self._pool is not None and len(self._in_hand) > self._pool.window:
                yield from self._ended()
        while self._in_hand:
            yield from self._ended()

    def drain(self) -> Iterator[Outcome]:
        """Begin nothing more, and give what becomes of the units that are being worked at."""
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
        order = self._order
        if unit not in order.campaign.units:
            yield Outcome(unit, check_unit(order.folder, order.campaign, unit).diagnostics)
            return
        task, outcome = self._judge(unit)
        if task.outputs and self._pool is None:
            self._pool = self._make_pool(self._commission)
            self.lacking = self._pool.lacking()
        possible = tuple(each for each in task.outputs if each.format not in self.lacking)
        if possible and self._pool is not None:
            future = self._pool.submit(replace(task, outputs=possible))
            self._in_hand[future] = task, outcome.delivery
        else:
            yield outcome

    def _judge(self, unit: str) -> tuple[Task, Outcome]:
        """Tell what is to be made for a unit, and what may stay as it is."""
        order = self._order
        listed = fingerprint.listed_about(order.campaign, unit)
        digest = fingerprint.of_unit(order.folder.unit(unit), listed, unit)
        task = Task(unit, order.folder.path, listed, (), digest)
        folder = output_folder(order.out, order.campaign.id, unit)
        manifest = read_manifest(folder)
        stale: list[Output] = []
        present = Delivery()
        for output in order.outputs:
            wanted = self._commission.fingerprint(output, task)
            found = (
                None
                if order.force
                else up_to_date(folder, manifest, output, wanted, overwrite=order.overwrite)
            )
            if found is None:
                stale.append(output)
            else:
                present += found
        return replace(task, outputs=tuple(stale)), Outcome(unit, manifest.warnings, present)

    def _ended(self) -> Iterator[Outcome]:
        done, _ = wait(self._in_hand, return_when=FIRST_COMPLETED)
        for future in done:
            task, present = self._in_hand.pop(future)
            outcome = future.result()
            if outcome.made:
                outcome = published(staged(outcome, task, self._commission))
            yield replace(outcome, delivery=present + outcome.delivery)
