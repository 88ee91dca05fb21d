"""What a batch builds: the request, what every worker is told, and a task for each unit."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from baocao.batch import fingerprint
from baocao.batch.manifest import FileRecord, Manifest, OutputRecord, read_manifest, sha256_of
from baocao.batch.outcome import FileChanges, Outcome, Output
from baocao.model.campaign import Campaign, PdfEngine, Unit
from baocao.pipeline import Format
from baocao.workspace import CampaignFolder, TemplateFolders
from baocao.write import output_folder, output_path


@dataclass(frozen=True, slots=True)
class Task:
    """One unit's work: the outputs to build; `listed` is what the list of units says of it.

    `fingerprint` is that of the unit's own files, taken before they are read: what is edited in
    between is built again by the next batch.
    """

    unit: str
    campaign_folder: Path
    listed: Mapping[str, Unit]
    outputs: tuple[Output, ...]
    fingerprint: bytes


@dataclass(frozen=True, slots=True)
class BuildConfig:
    """What holds for every unit of a batch; `campaign` is without its list of units.

    `programs` are the digests by which a worker on another machine sees that it prints the same.
    A worker without `out` returns the bytes instead of writing them.
    """

    campaign: Campaign
    templates: TemplateFolders
    engine: PdfEngine
    programs: Mapping[Format, str]
    fingerprints: Mapping[Format, str]
    out: Path | None
    overwrite: bool

    def fingerprint(self, output: Output, task: Task) -> str:
        """Return the SHA-256 of all that an output of a unit depends on."""
        of_format = self.programs[output.format], self.fingerprints[output.format]
        return fingerprint.joined(*of_format, task.fingerprint)


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

    def config(self) -> BuildConfig:
        formats = dict.fromkeys(output.format for output in self.outputs)
        return BuildConfig(
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


def plan_unit(request: BuildRequest, config: BuildConfig, unit: str) -> tuple[Task, Outcome]:
    """Return the task of building a unit's stale outputs, and the outcome of all the others."""
    listed = fingerprint.listed_units(request.campaign, unit)
    digest = fingerprint.of_unit(request.folder.unit(unit), listed, unit)
    task = Task(unit, request.folder.path, listed, request.outputs, digest)
    folder = output_folder(request.out, request.campaign.id, unit)
    manifest = read_manifest(folder)
    if request.force:
        return task, Outcome(unit, manifest.warnings)
    stale, present = stale_outputs(folder, manifest, task, config)
    return replace(task, outputs=stale), Outcome(unit, manifest.warnings, changes=present)


def stale_outputs(
    folder: Path, manifest: Manifest, task: Task, config: BuildConfig
) -> tuple[tuple[Output, ...], FileChanges]:
    """Return the outputs that must be built, and the files of the others, which stay.

    A file that a person changed stays, unless it is to be overwritten.
    """
    stale: list[Output] = []
    present = FileChanges()
    for output in task.outputs:
        record = manifest.outputs.get(str(output))
        files = None
        if record is not None and record.fingerprint == config.fingerprint(output, task):
            files = _files_in_place(folder, record, overwrite=config.overwrite)
        if files is None:
            stale.append(output)
        else:
            present += files
    return tuple(stale), present


class _Found(enum.Enum):
    CURRENT = enum.auto()
    STALE = enum.auto()
    CHANGED = enum.auto()


def _files_in_place(folder: Path, record: OutputRecord, *, overwrite: bool) -> FileChanges | None:
    """Return an output's files; None if one of them is stale."""
    unchanged: list[Path] = []
    kept: list[Path] = []
    for name, file in record.files.items():
        path = output_path(folder, name)
        found = _look(path, file)
        if found is _Found.STALE or (found is _Found.CHANGED and overwrite):
            return None
        (unchanged if found is _Found.CURRENT else kept).append(path)
    return FileChanges(unchanged=tuple(unchanged), kept=tuple(kept))


def _look(path: Path, record: FileRecord) -> _Found:
    try:
        if record.is_untouched(path) or (there := sha256_of(path)) == record.sha256:
            return _Found.CURRENT
        return _Found.STALE if record.is_ours(there) else _Found.CHANGED
    except OSError:
        return _Found.STALE  # not there, or `deliver` tells why it cannot be read
