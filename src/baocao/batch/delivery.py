"""Bytes to a unit's folder: whole or not at all, and never over what a person changed.

All files are first staged, then the manifest is written that knows them and what lay there
before, then they are published. Killed at any moment, the next batch finds only outputs that the
manifest knows, and finishes the rest.

Whoever makes files stages them; whoever waits for them publishes them, so that the next unit is
made while the disk settles.
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
from baocao.batch.outcome import Delivery, Failure, Outcome, Packed, Parcel
from baocao.batch.output import Made, Output
from baocao.batch.task import Commission, Task
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


def staged(
    outcome: Outcome, task: Task, commission: Commission, clock: Clock = dt.datetime.now
) -> Outcome:
    """Stage what was made for a unit in its folder under the commission's `out`.

    What the system refuses is told of each. What a person changed is kept, or, where the
    commission says to overwrite it, copied to a name dated by `clock`.
    """
    if commission.out is None:
        message = "a commission without a folder"
        raise ValueError(message)
    folder = output_folder(commission.out, commission.campaign.id, task.unit)
    made, outcome = outcome.made, replace(outcome, made=())
    failures: dict[str, Failure] = {}
    prepared: list[_Prepared] = []
    try:
        discard_staged(folder)
        known = read_manifest(folder)
        prepared += _prepare(folder, made, known, failures, clock if commission.overwrite else None)
        fingerprints = {
            each: "" if str(each) in failures else commission.fingerprint(each, task)
            for each in task.outputs
        }
        records = _records(made, prepared, fingerprints)
        manifest = Manifest({**known.outputs, **records}, outcome.diagnostics)
        changed = None if manifest == known else stage(folder / NAME, (manifest_bytes(manifest),))
    except OutputError as problem:
        for file in prepared:
            if file.staged is not None:
                file.staged.discard()
        return _none_written(outcome, (str(each.output) for each in made), problem)
    return replace(
        outcome,
        failures=(*outcome.failures, *failures.values()),
        parcel=Parcel(
            tuple(Packed(str(file.output), file.staged, file.delivery) for file in prepared),
            changed,
        ),
    )


def published(outcome: Outcome) -> Outcome:
    """Put a unit's staged files in place; what the system refuses is told of each."""
    parcel = outcome.parcel
    if parcel is None:
        return outcome
    outcome = replace(outcome, parcel=None)
    waiting = [file.staged for file in parcel.files if file.staged is not None]
    if parcel.manifest is not None:
        waiting.append(parcel.manifest)
    try:
        for each in waiting:  # together: one commit of the disk's journal
            each.settle()
        if parcel.manifest is not None:
            waiting.pop().publish()
    except OutputError as problem:
        for each in waiting:
            each.discard()
        return _none_written(outcome, (file.output for file in parcel.files), problem)
    failures: dict[str, Failure] = {}
    delivery = Delivery()
    for file in parcel.files:
        with _told(failures, file.output):
            if file.staged is not None:
                file.staged.publish()
            delivery += file.done
    return replace(outcome, delivery=delivery, failures=(*outcome.failures, *failures.values()))


def _none_written(outcome: Outcome, outputs: Iterable[str], problem: OutputError) -> Outcome:
    """Say that none of some outputs could be written."""
    told = (Failure(output, str(problem)) for output in dict.fromkeys(outputs))
    return replace(outcome, failures=(*outcome.failures, *told))


def _prepare(
    folder: Path,
    made: Iterable[Made],
    known: Manifest,
    failures: dict[str, Failure],
    clock: Clock | None,
) -> Iterator[_Prepared]:
    for each in made:
        for name, data in each.files.items():
            with _told(failures, str(each.output)):
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
    file = stage(path, (data,))
    record = _recorded(wanted, file.temporary, there)
    return record, Delivery(written=(path,), copies=copies), file


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
def _told(failures: dict[str, Failure], output: str) -> Iterator[None]:
    """Note what the system refuses, and go on."""
    try:
        yield
    except OutputError as problem:
        failures.setdefault(output, Failure(output, str(problem)))
