"""Bytes to a unit's folder: whole or not at all, and never over what a person changed.

All files are first staged, then the manifest is written that knows them and what lay there
before, then they are published. Killed at any moment, the next batch finds only outputs that the
manifest knows, and finishes the rest.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from baocao.batch.manifest import (
    NAME,
    FileRecord,
    Manifest,
    OutputRecord,
    manifest_bytes,
    read_manifest,
    sha256_of,
)
from baocao.batch.outcome import Delivery, Failure, Outcome
from baocao.batch.output import Made, Output
from baocao.batch.task import Commission, Task
from baocao.diagnostics import Diagnostic
from baocao.errors import OutputError
from baocao.write import (
    StagedFile,
    discard_staged,
    output_folder,
    output_path,
    refused,
    stage,
    write_whole,
)

Clock = Callable[[], dt.datetime]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A file that may be published, or needs not be, or must not."""

    output: Output
    name: str
    record: FileRecord
    delivery: Delivery
    staged: StagedFile | None = None


def delivered(outcome: Outcome, task: Task, commission: Commission) -> Outcome:
    """Put what was made for a unit into its folder under the commission's `out`."""
    if commission.out is None:
        message = "a commission without a folder"
        raise ValueError(message)
    delivery, failures = deliver(
        output_folder(commission.out, commission.campaign.id, task.unit),
        outcome.made,
        {each: commission.fingerprint(each, task) for each in task.outputs},
        outcome.diagnostics,
        overwrite=commission.overwrite,
    )
    return replace(outcome, made=(), delivery=delivery, failures=(*outcome.failures, *failures))


def deliver(
    folder: Path,
    made: tuple[Made, ...],
    fingerprints: Mapping[Output, str],
    warnings: tuple[Diagnostic, ...],
    *,
    overwrite: bool,
    clock: Clock = dt.datetime.now,
) -> tuple[Delivery, tuple[Failure, ...]]:
    """Put a unit's outputs into its folder; what the system refuses is told of each.

    What a person changed is kept, or, to `overwrite` it, copied to a name dated by `clock`.
    """
    failures: dict[Output, Failure] = {}
    prepared: list[_Prepared] = []
    staged: list[StagedFile] = []
    try:
        discard_staged(folder)
        known = read_manifest(folder)
        prepared += _prepare(folder, made, known, failures, clock if overwrite else None)
        records = _records(made, prepared, {**fingerprints, **dict.fromkeys(failures, "")})
        manifest = Manifest({**known.outputs, **records}, warnings)
        staged += (file.staged for file in prepared if file.staged is not None)
        if manifest != known:
            staged.append(stage(folder / NAME, (manifest_bytes(manifest),)))
        for each in staged:  # together: one commit of the disk's journal
            each.settle()
        if manifest != known:
            staged.pop().publish()
    except OutputError as problem:
        for each in staged:
            each.discard()
        return Delivery(), tuple(Failure(str(each.output), str(problem)) for each in made)
    delivery = Delivery()
    for file in prepared:
        with _told(failures, file.output):
            if file.staged is not None:
                file.staged.publish()
            delivery += file.delivery
    return delivery, tuple(failures.values())


def _prepare(
    folder: Path,
    made: Iterable[Made],
    known: Manifest,
    failures: dict[Output, Failure],
    clock: Clock | None,
) -> Iterator[_Prepared]:
    for each in made:
        for name, data in each.files.items():
            with _told(failures, each.output):
                path = output_path(folder, name)
                yield _Prepared(
                    each.output, name, *_prepare_file(path, data, known.record_of(name), clock)
                )


def _prepare_file(
    path: Path, data: bytes, known: FileRecord | None, clock: Clock | None
) -> tuple[FileRecord, Delivery, StagedFile | None]:
    wanted = hashlib.sha256(data).hexdigest()
    there = _digest_there(path)
    if there == wanted:
        return _recorded(wanted, path), Delivery(unchanged=(path,)), None
    is_ours = known is not None and known.is_ours(there)
    if there and not is_ours and clock is None:
        earlier = known.sha256 if known is not None else ""
        return FileRecord(wanted, len(data), 0, earlier), Delivery(kept=(path,)), None
    copies = (_copy(path, clock()),) if there and not is_ours and clock is not None else ()
    staged = stage(path, (data,))
    record = _recorded(wanted, staged.temporary, there)
    return record, Delivery(written=(path,), copies=copies), staged


def _digest_there(path: Path) -> str:
    """Give the SHA-256 of what lies at a path, empty for nothing; raises `OutputError`."""
    with refused(path):
        try:
            return sha256_of(path)
        except FileNotFoundError:
            return ""


def _recorded(sha256: str, path: Path, earlier: str = "") -> FileRecord:
    status = path.stat()
    return FileRecord(sha256, status.st_size, status.st_mtime_ns, earlier)


def _copy(path: Path, now: dt.datetime) -> Path:
    """Keep a copy of what a person changed, under a name that nothing has."""
    stem = f"{path.stem}.sua-tay-{now:%Y%m%d-%H%M%S}"
    names = (f"{stem}{number or ''}{path.suffix}" for number in count())
    copy = next(free for free in map(path.with_name, names) if not free.exists())
    with refused(path):
        data = path.read_bytes()
    write_whole(copy, data)
    return copy


def _records(
    made: Iterable[Made], prepared: Iterable[_Prepared], fingerprints: Mapping[Output, str]
) -> dict[str, OutputRecord]:
    files: dict[Output, dict[str, FileRecord]] = {each.output: {} for each in made}
    for file in prepared:
        files[file.output][file.name] = file.record
    return {
        str(output): OutputRecord(fingerprints[output], records)
        for output, records in files.items()
    }


@contextmanager
def _told(failures: dict[Output, Failure], output: Output) -> Iterator[None]:
    """Note what the system refuses, and go on."""
    try:
        yield
    except OutputError as problem:
        failures.setdefault(output, Failure(str(output), str(problem)))
