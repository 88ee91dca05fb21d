"""Nothing changed, and one unit changed: what a second build of 10,000 units costs.

The first build is not timed. It makes Word files, and PDFs too in a run with N=2000.
"""

import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path

import machine
from baocao.workspace import REPORT_FILE
from figures import Figure
from processes import baocao
from units import make_units, name_of

_UNITS, _UNITS_FOR_EACH, _WITH_PDF = 10_000, 50, 2000
_TIMES = 3
_GOAL_SECONDS = 5


def measure(count: int) -> Iterator[Figure]:
    """Build N×50 units, 10,000 at most, then build again."""
    units = min(count * _UNITS_FOR_EACH, _UNITS)
    formats = ("docx", "pdf") if count >= _WITH_PDF else ("docx",)
    with tempfile.TemporaryDirectory() as temporary:
        workspace = Path(temporary)
        folder = make_units(workspace, units)
        chosen = [part for each in formats for part in ("--format", each)]
        jobs = "--jobs", str(machine.cores())
        name = str(folder.path)
        command = "build", name, "--kind", "bao-cao", "--pdf-engine", "typst", *chosen, *jobs
        first = baocao(*command, folder=workspace)
        before = _written(workspace)
        again = [baocao(*command, folder=workspace).seconds for _ in range(_TIMES)]
        unchanged = before == _written(workspace)
        changed = folder.unit(name_of(units // 2)) / REPORT_FILE
        changed.write_text(changed.read_text("utf-8").replace("nhiều", "rất nhiều"), "utf-8")
        one = baocao(*command, folder=workspace)
        after = _written(workspace)
    other = {path for path, state in after.items() if before.get(path) != state}
    of = f"{units:,} units, {' and '.join(formats)}"
    yield Figure("build_first_s", first.seconds, f"{of}: the build before")
    if not unchanged:
        message = "a build of what had not changed has written files"
        raise ValueError(message)
    yield Figure(
        "skip_10000_s", statistics.median(again), f"{of}: all skipped", None, _GOAL_SECONDS
    )
    yield Figure("one_changed_s", one.seconds, f"{of}: one unit changed")
    yield Figure("one_changed_files", len(other), "documents written then", at_most=len(formats))


def _written(workspace: Path) -> dict[Path, tuple[int, int]]:
    """Give the state of every document: a file written anew has another inode or time."""
    documents = (
        path for path in (workspace / "out").rglob("*") if path.suffix in {".docx", ".pdf"}
    )
    return {path: (path.stat().st_ino, path.stat().st_mtime_ns) for path in documents}
