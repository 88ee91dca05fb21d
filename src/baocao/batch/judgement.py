"""Whether an output must be made, is up to date, or was changed by a person."""

import enum
from pathlib import Path

from baocao.batch.manifest import FileRecord, Manifest, sha256_of
from baocao.batch.outcome import Delivery
from baocao.batch.output import Output
from baocao.write import output_path


class _Found(enum.Enum):
    CURRENT = enum.auto()
    STALE = enum.auto()
    CHANGED = enum.auto()


def up_to_date(
    folder: Path, manifest: Manifest, output: Output, fingerprint: str, *, overwrite: bool
) -> Delivery | None:
    """Give the files that stay as they are; None where the output has to be made.

    A file that a person changed stays, unless it is to be overwritten.
    """
    record = manifest.outputs.get(str(output))
    if record is None or record.fingerprint != fingerprint:
        return None
    unchanged: list[Path] = []
    kept: list[Path] = []
    for name, file in record.files.items():
        path = output_path(folder, name)
        found = _look(path, file)
        if found is _Found.STALE or (found is _Found.CHANGED and overwrite):
            return None
        (unchanged if found is _Found.CURRENT else kept).append(path)
    return Delivery(unchanged=tuple(unchanged), kept=tuple(kept))


def _look(path: Path, record: FileRecord) -> _Found:
    try:
        if record.is_untouched(path) or (there := sha256_of(path)) == record.sha256:
            return _Found.CURRENT
        return _Found.STALE if record.is_ours(there) else _Found.CHANGED
    except OSError:
        return _Found.STALE  # not there, or delivery tells why it cannot be read
