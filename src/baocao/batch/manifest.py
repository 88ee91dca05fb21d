"""The manifest (bản kê) beside a unit's outputs: what each was made from, and its SHA-256.

It is written whole before the outputs it names are put in place, and names what lay there before
as well. A program killed at any moment therefore leaves outputs that the manifest knows, old or
new, and whatever it does not know is a person's.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from baocao.diagnostics import Diagnostic, Severity, Span

NAME = ".ban-ke.json"
_VERSION = 1


@dataclass(frozen=True, slots=True)
class FileRecord:
    """A file that was built: its SHA-256, its size in bytes, and its time as the disk has it.

    `earlier` is the SHA-256 of what we had built there before, which a kill may have left.
    """

    sha256: str
    size: int
    mtime_ns: int
    earlier: str = ""

    def is_untouched(self, path: Path) -> bool:
        """Return whether the file is as it was built, by size and time, unread."""
        status = path.stat()
        return (status.st_size, status.st_mtime_ns) == (self.size, self.mtime_ns)

    def is_ours(self, sha256: str) -> bool:
        return sha256 in (self.sha256, self.earlier)


@dataclass(frozen=True, slots=True)
class OutputRecord:
    """A kind of document in a format: its fingerprint, and its files by path within the folder."""

    fingerprint: str
    files: Mapping[str, FileRecord]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a unit's folder holds, by `<kind>.<format>`, and the warnings about its content."""

    outputs: Mapping[str, OutputRecord] = field(default_factory=dict)
    warnings: tuple[Diagnostic, ...] = ()

    def record_of(self, name: str) -> FileRecord | None:
        """Return the record of a file by its path within the folder; None if it is unknown."""
        return next(
            (output.files[name] for output in self.outputs.values() if name in output.files), None
        )


def read_manifest(folder: Path) -> Manifest:
    """Read a unit's manifest; an empty one if there is none that can be read."""
    try:
        written = json.loads((folder / NAME).read_bytes())
        if written["version"] != _VERSION:
            return Manifest()
        outputs = {
            name: OutputRecord(
                output["fingerprint"],
                {path: FileRecord(**record) for path, record in output["files"].items()},
            )
            for name, output in written["outputs"].items()
        }
        return Manifest(outputs, tuple(map(_warning, written["warnings"])))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest()  # then a file is ours only where it is just what would be written


def manifest_bytes(manifest: Manifest) -> bytes:
    written = {
        "version": _VERSION,
        "outputs": {
            name: {
                "fingerprint": output.fingerprint,
                "files": {path: asdict(record) for path, record in output.files.items()},
            }
            for name, output in manifest.outputs.items()
        },
        "warnings": [
            {**warning.as_json(), "length": warning.span.length} for warning in manifest.warnings
        ],
    }
    return f"{json.dumps(written, ensure_ascii=False)}\n".encode()


def sha256_of(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _warning(written: Mapping[str, object]) -> Diagnostic:
    file, line, column, length = (written[key] for key in ("file", "line", "column", "length"))
    span = Span(Path(str(file)), int(str(line)), int(str(column)), int(str(length)))
    rule, message, hint = (str(written[key]) for key in ("rule", "message", "hint"))
    return Diagnostic(rule, Severity.WARNING, span, message, hint)
