"""Memory: the peak of a whole batch, the command with its workers, small and five times as large.

Looked at ten times a second, pages that processes share counted once (PSS).
"""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import machine
from figures import Figure
from processes import baocao
from units import make_units

_SMALL, _LARGE = 1000, 5000  # of a run with N=2000; a smaller N builds fewer
_GOAL = 1.1


def measure(count: int) -> Iterator[Figure]:
    """Build N/2 units and N×5/2."""
    small = min(max(count // 2, 10), _SMALL)
    large = small * _LARGE // _SMALL
    peaks = {units: _peak(units) for units in (small, large)}
    yield Figure("peak_1000_mb", peaks[small], f"both formats by Typst, {small} units")
    yield Figure("peak_5000_mb", peaks[large], f"the same, {large} units")
    yield Figure(
        "peak_5000_vs_1000",
        peaks[large] / peaks[small],
        "times as much for five times as many",
        at_most=_GOAL,
    )


def _peak(units: int) -> float:
    with tempfile.TemporaryDirectory() as temporary:
        folder = make_units(Path(temporary), units)
        jobs = "--jobs", str(machine.cores())
        chosen = "--kind", "bao-cao", "--pdf-engine", "typst", *jobs
        finished = baocao("build", folder.path, *chosen, folder=Path(temporary), weighed=True)
    return finished.peak_mb
