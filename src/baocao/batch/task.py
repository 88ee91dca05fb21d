"""What a worker is told: the commission once, then a task for each unit."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from baocao.batch.fingerprint import joined
from baocao.batch.output import Output
from baocao.model.campaign import Campaign, PdfEngine, Unit
from baocao.pipeline import Format
from baocao.workspace import TemplateFolders


@dataclass(frozen=True, slots=True)
class Commission:
    """What holds for every unit of a batch; `campaign` is without its list of units.

    `programs` are the digests by which a worker on another machine sees that it prints the same.
    A worker without `out` gives the bytes back instead of writing them.
    """

    campaign: Campaign
    templates: TemplateFolders
    engine: PdfEngine
    programs: Mapping[Format, str]
    fingerprints: Mapping[Format, str]
    out: Path | None
    overwrite: bool

    def fingerprint(self, output: Output, task: "Task") -> str:
        """Give what an output of a unit depends on, as one SHA-256."""
        of_format = self.programs[output.format], self.fingerprints[output.format]
        return joined(*of_format, task.fingerprint)


@dataclass(frozen=True, slots=True)
class Task:
    """One unit's work: the outputs to make; `listed` is what the list of units says of it.

    `fingerprint` is that of the unit's own files, taken before they are read: what is edited in
    between is then made again by the next batch.
    """

    unit: str
    campaign_folder: Path
    listed: Mapping[str, Unit]
    outputs: tuple[Output, ...]
    fingerprint: bytes
