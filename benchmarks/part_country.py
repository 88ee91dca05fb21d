"""A whole country: 126,000 reports, Word and PDF by Typst, from YAML on disk to files on disk.

Extrapolated from N reports of the size of the sample CĐCS, the time of the whole command for its
files, start-up and all; the same with one job tells what the second is worth. Each is done three
times in turn; the medians count.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from baocao.workspace import CampaignFolder
from figures import Figure
from processes import baocao
from race import Clocked, race
from units import PROVINCE, make_units

COUNTRY = 126_000
JOBS = 2
_TIMES = 3
_GOAL_HOURS, _GOAL_JOBS = 1, 1.7
_SECONDS_AN_HOUR = 3600
_BOTH = ("--kind", "bao-cao", "--pdf-engine", "typst", "--force")


def measure(count: int) -> Iterator[Figure]:
    """Build N reports of the small size with 1 job and with 2, and N/4 of the provincial."""
    with tempfile.TemporaryDirectory() as temporary:
        small = make_units(Path(temporary) / "small", count)
        rivals = {str(jobs): _build(small, jobs) for jobs in (1, JOBS)}
        times = race(rivals, _TIMES, warmed=False)
        few = max(count // 4, 4)
        large = make_units(Path(temporary) / "large", few, PROVINCE)
        province = _build(large, JOBS)(0)
    together = times.medians()[str(JOBS)]
    yield Figure(
        "jobs2_vs_jobs1",
        times.ratio("1", str(JOBS)),
        f"times faster, {count} units, both formats",
        at_least=_GOAL_JOBS,
    )
    yield Figure("build_ms_per_unit", together / count * 1000, f"{JOBS} jobs, {count} units")
    yield Figure(
        "country_hours",
        _hours(together, count),
        f"{COUNTRY:,} reports of a CĐCS, from {count} measured, {JOBS} jobs",
        at_most=_GOAL_HOURS,
    )
    yield Figure(
        "country_hours_province",
        _hours(province, few),
        f"the same of the provincial size, from {few} measured",
    )


def _build(folder: CampaignFolder, jobs: int) -> Callable[[int], Clocked]:
    """Build everything into a folder of its own; taking the files away is not timed."""

    def build(_: int) -> Clocked:
        workspace = folder.path.parent
        finished = baocao(
            "build", folder.path, *_BOTH, "--jobs", str(jobs), "--out", "out", folder=workspace
        )
        shutil.rmtree(workspace / "out")
        return Clocked(finished.seconds)

    return build


def _hours(seconds: float, units: int) -> float:
    return seconds / units * COUNTRY / _SECONDS_AN_HOUR
