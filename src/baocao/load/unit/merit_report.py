"""The reports of merit in a unit's folder `khen-thuong/`, a file for each proposal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from baocao import workspace
from baocao.diagnostics import Diagnostic
from baocao.load.records.bind import bind
from baocao.load.unit.unit_file import open_unit_file
from baocao.model.campaign import Unit
from baocao.model.paper import CollectiveMeritReport, MeritReport, PersonMeritReport
from baocao.model.record import record_of


@dataclass(frozen=True, slots=True)
class ReadFile:
    """The report of the proposal of id `proposal`, None if it cannot be read at all."""

    proposal: str
    report: MeritReport | None
    faults: tuple[Diagnostic, ...]


def merit_files(folder: Path) -> tuple[Path, ...]:
    """Return the files of the reports, sorted."""
    return tuple(sorted((folder / workspace.AWARDS_FOLDER).glob("*.yaml")))


def read_merit_reports(
    folder: Path, unit: Unit, proposed: Mapping[str, bool]
) -> Iterator[ReadFile]:
    """Read the report of each that is `proposed`, by id whether a person, if there is one."""
    for name, is_person in proposed.items():
        path = folder / workspace.AWARDS_FOLDER / f"{name}.yaml"
        if path.exists():
            cls = PersonMeritReport if is_person else CollectiveMeritReport
            report, faults = _read(cls, path, unit, folder)
            yield ReadFile(name, report, faults)


def _read(
    cls: type, path: Path, unit: Unit, folder: Path
) -> tuple[MeritReport | None, tuple[Diagnostic, ...]]:
    file, faults = open_unit_file(path, unit, folder)
    if file is None:
        return None, faults
    file.check(record_of(cls))
    report: MeritReport = bind(cls, file.root, unit=unit, source=file.source)
    report = replace(report, signature_image=file.image(report.signature))
    file.check_prose(tuple(answer.text for answer in report.answers()))
    return report, tuple(file.faults)
