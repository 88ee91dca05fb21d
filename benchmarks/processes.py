"""Commands run as a user runs them: how long they take, and how much memory with all they start."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")
_INTERVAL = 0.1  # seconds between two looks at the memory
_LAST_WORDS = 2000
SOURCE = Path(__file__).parents[1] / "src"


@dataclass(frozen=True, slots=True)
class Finished:
    """A command that has ended well: wall seconds, and its peak memory in MB where asked for."""

    seconds: float
    peak_mb: float
    stdout: str


def baocao(*arguments: str | Path, folder: Path, weighed: bool = False) -> Finished:
    """Run `baocao` of this checkout in a folder."""
    return run(
        [sys.executable, "-m", "baocao", *map(str, arguments)], folder=folder, weighed=weighed
    )


def run(command: list[str], *, folder: Path, weighed: bool = False) -> Finished:
    """Run a command; raises `RuntimeError` with what it said where it fails.

    Looking at the memory takes time, so that a command is either timed or `weighed`.
    """
    environment = {**os.environ, "PYTHONPATH": str(SOURCE)}
    started = time.perf_counter()
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        scales = _Scales(process.pid)
        if weighed:
            scales.start()
        stdout, _ = process.communicate()
        elapsed = time.perf_counter() - started
        scales.stop.set()
    if process.returncode != 0:
        message = f"{' '.join(command[1:])} → {process.returncode}\n{stdout[-_LAST_WORDS:]}"
        raise RuntimeError(message)
    return Finished(elapsed, scales.peak_kb / 1024, stdout)


class _Scales(threading.Thread):
    """Looks at the memory of a process and all below it, now and again."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.stop = threading.Event()
        self.peak_kb = 0
        self._pid = pid

    def run(self) -> None:
        """Keep the largest sum until told to stop."""
        while not self.stop.wait(_INTERVAL):
            self.peak_kb = max(self.peak_kb, sum(map(_proportional_kb, family(self._pid))))


def family(pid: int) -> list[int]:
    """Give a process and all those below it that are alive."""
    found = [pid]
    for each in found:
        for task in _PROC.glob(f"{each}/task/*/children"):
            try:
                found += map(int, task.read_text().split())
            except OSError:  # it has ended since
                continue
    return found


def _proportional_kb(pid: int) -> int:
    """Give a process' memory (PSS): a page that several share counts once among them."""
    try:
        lines = (_PROC / str(pid) / "smaps_rollup").read_text().splitlines()
    except OSError:  # it has ended since
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def resident_mb() -> float:
    """Give the memory that this process has in the machine (RSS)."""
    pages = int((_PROC / "self" / "statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
