"""Stage 5: bytes to files, whole or not at all."""

import os
import tempfile
from pathlib import Path

from baocao.errors import OutputError


def output_path(out: Path, campaign: str, unit: str, *names: str) -> Path:
    """Give `out/<campaign>/<unit>/<names>`, the last a file's; to leave `out` is our bug."""
    for name in (campaign, unit, *names):
        if name in ("", ".", "..") or Path(name).name != name or "\\" in name:
            message = f"{name} is outside {out}"
            raise ValueError(message)
    return out.joinpath(campaign, unit, *names)


def write_whole(path: Path, data: bytes) -> None:
    """Write through a temporary neighbour, so that `path` is the old file or the whole new one.

    Raises `OutputError` where the system refuses; nothing half-written is left then.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        temporary = Path(name)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as problem:
        raise OutputError(path, problem.strerror or str(problem)) from problem
