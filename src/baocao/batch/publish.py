"""Bytes to a unit's folder: whole or not at all, and never over what a person changed.

All files are first staged, then the manifest is written that knows them and what lay there
before, then they are published. Killed at any moment, the next batch finds only outputs that the
manifest knows, and finishes the rest.

Workers stage; the process that leads the batch publishes, so that the next unit is rendered while
the disk syncs.
"""

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
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
from baocao.batch.outcome import (
    Failure,
    FileChanges,
    Outcome,
    Output,
    RenderedOutput,
    RenderedUnit,
    StagedOutput,
    StagedUnit,
)
from baocao.batch.task import BuildConfig, Task
from baocao.diagnostics import has_errors
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


def stage_outputs(
    rendered: RenderedUnit, task: Task, config: BuildConfig, clock: Clock = dt.datetime.now
) -> StagedUnit:
    """Stage a unit's outputs in its folder under `config.out`; failures name what is refused.

    A file that a person changed is kept, or, if `config` says to overwrite it, copied to a name
    dated by `clock`.
    """
    if config.out is None:
        message = "nowhere to write"
        raise ValueError(message)
    staged = StagedUnit(rendered.unit, rendered.diagnostics, rendered.failures, rendered.seconds)
    if has_errors(rendered.diagnostics):
        return staged  # the documents of an earlier batch stay
    folder = output_folder(config.out, config.campaign.id, task.unit)
    failures: dict[str, Failure] = {}
    files: list[StagedOutput] = []
    try:
        discard_staged(folder)
        known = read_manifest(folder)
        for each in rendered.outputs:
            files += _stage_files(
                folder, each, known, failures, clock if config.overwrite else None
            )
        fingerprints = {
            each: "" if str(each) in failures else config.fingerprint(each, task)
            for each in task.outputs
        }
        records = _records(rendered.outputs, files, fingerprints)
        manifest = Manifest({**known.outputs, **records}, rendered.diagnostics)
        changed = None if manifest == known else stage(folder / NAME, (manifest_bytes(manifest),))
    except OutputError as problem:
        for file in files:
            if file.file is not None:
                file.file.discard()
        unwritten = _each_failed((each.output for each in rendered.outputs), problem)
        return replace(staged, failures=(*staged.failures, *unwritten))
    failed = (*staged.failures, *failures.values())
    return replace(staged, failures=failed, files=tuple(files), manifest=changed)


def publish_outputs(staged: StagedUnit) -> Outcome:
    """Publish a unit's staged files; failures name what the system refuses."""
    waiting = [each.file for each in staged.files if each.file is not None]
    if staged.manifest is not None:
        waiting.append(staged.manifest)
    failures: dict[str, Failure] = {}
    changes = FileChanges()
    try:
        for file in waiting:  # together: one commit of the disk's journal
            file.sync()
        if staged.manifest is not None:
            waiting.pop().publish()
    except OutputError as problem:
        for file in waiting:
            file.discard()
        failed = _each_failed((each.output for each in staged.files), problem)
        failures = {each.output: each for each in failed}
    else:
        for each in staged.files:
            with _noted(failures, each.output):
                if each.file is not None:
                    each.file.publish()
                changes += each.changes
    return Outcome(
        staged.unit,
        staged.diagnostics,
        (*staged.failures, *failures.values()),
        staged.seconds,
        changes,
    )


def _each_failed(outputs: Iterable[Output], problem: OutputError) -> tuple[Failure, ...]:
    return tuple(Failure(str(output), str(problem)) for output in dict.fromkeys(outputs))


def _stage_files(
    folder: Path,
    rendered: RenderedOutput,
    known: Manifest,
    failures: dict[str, Failure],
    clock: Clock | None,
) -> Iterator[StagedOutput]:
    for name, data in rendered.files.items():
        with _noted(failures, rendered.output):
            path = output_path(folder, name)
            staged = _stage_file(path, data, known.record_of(name), clock)
            yield StagedOutput(rendered.output, name, *staged)


def _stage_file(
    path: Path, data: bytes, known: FileRecord | None, clock: Clock | None
) -> tuple[FileRecord, FileChanges, StagedFile | None]:
    wanted = hashlib.sha256(data).hexdigest()
    there = _digest_there(path)
    if there == wanted:
        return _recorded(wanted, path), FileChanges(unchanged=(path,)), None
    is_ours = known is not None and known.is_ours(there)
    if there and not is_ours and clock is None:
        earlier = known.sha256 if known is not None else ""
        return FileRecord(wanted, len(data), 0, earlier), FileChanges(kept=(path,)), None
    copies = (_copy(path, clock()),) if there and not is_ours and clock is not None else ()
    file = stage(path, (data,))
    record = _recorded(wanted, file.temporary, there)
    return record, FileChanges(written=(path,), copies=copies), file


def _digest_there(path: Path) -> str:
    """Return the SHA-256 of the file at a path, empty if there is none; raises `OutputError`."""
    with refused(path):
        try:
            return sha256_of(path)
        except FileNotFoundError:
            return ""


def _recorded(sha256: str, path: Path, earlier: str = "") -> FileRecord:
    status = path.stat()
    return FileRecord(sha256, status.st_size, status.st_mtime_ns, earlier)


def _copy(path: Path, now: dt.datetime) -> Path:
    """Copy what a person changed to a name that nothing has."""
    stem = f"{path.stem}.sua-tay-{now:%Y%m%d-%H%M%S}"
    names = (f"{stem}{number or ''}{path.suffix}" for number in count())
    copy = next(free for free in map(path.with_name, names) if not free.exists())
    with refused(path):
        data = path.read_bytes()
    write_whole(copy, data)
    return copy


def _records(
    rendered: Iterable[RenderedOutput],
    staged: Iterable[StagedOutput],
    fingerprints: Mapping[Output, str],
) -> dict[str, OutputRecord]:
    files: dict[Output, dict[str, FileRecord]] = {each.output: {} for each in rendered}
    for file in staged:
        files[file.output][file.name] = file.record
    return {
        str(output): OutputRecord(fingerprints[output], records)
        for output, records in files.items()
    }


@contextmanager
def _noted(failures: dict[str, Failure], output: Output) -> Iterator[None]:
    """Note what the system refuses, and go on."""
    try:
        yield
    except OutputError as problem:
        failures.setdefault(str(output), Failure(str(output), str(problem)))
