"""A whole country: 126,000 reports, Word and PDF by Typst, from YAML on disk to files on disk.

Timed is the whole command for N reports of the size of the sample CĐCS, and for a tenth of them:
what the others add is a report's own time, the rest is start-up. A country has as many reports,
one start-up, and a start of a worker whenever one is renewed. The same with one job tells what the
second is worth. Each is done three times in turn; the medians count.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from baocao.batch.pool import UNITS_A_WORKER
from baocao.workspace import CampaignFolder
from figures import Figure
from processes import baocao
from race import Clocked, race
from units import PROVINCE, make_units

COUNTRY = 126_000
_PART = 10
JOBS = 2
_TIMES = 3
_GOAL_HOURS, _GOAL_JOBS = 1, 1.7
_SECONDS_AN_HOUR = 3600
_BOTH = ("--kind", "bao-cao", "--pdf-engine", "typst", "--force")


def measure(count: int) -> Iterator[Figure]:
    """Build N reports of the small size with 1 job and with 2, and N/4 of the provincial."""
    few = max(count // _PART, 2)
    with tempfile.TemporaryDirectory() as temporary:
        small = make_units(Path(temporary) / "small", count)
        rivals = {
            "1 job": _build(small, 1),
            "all": _build(small, JOBS),
            "few": _build(small, JOBS, few),
        }
        times = race(rivals, _TIMES, warmed=False)
        large_count = max(count // 4, 2 * few)
        large = make_units(Path(temporary) / "large", large_count, PROVINCE)
        province = {"all": _build(large, JOBS)(0), "few": _build(large, JOBS, few)(0)}
    yield Figure(
        "jobs2_vs_jobs1",
        times.ratio("1 job", "all"),
        f"times faster, {count} units, both formats",
        at_least=_GOAL_JOBS,
    )
    together = times.medians()
    yield Figure("build_ms_per_unit", together["all"] / count * 1000, f"{JOBS} jobs, {count} units")
    yield Figure(
        "country_hours",
        _hours(together, count, few),
        f"{COUNTRY:,} reports of a CĐCS, from {count} measured, {JOBS} jobs",
        at_most=_GOAL_HOURS,
    )
    yield Figure(
        "country_hours_province",
        _hours(province, large_count, few),
        f"the same of the provincial size, from {large_count} measured",
    )


def _build(folder: CampaignFolder, jobs: int, count: int | None = None) -> Callable[[int], Clocked]:
    """Build all units or the first `count`, each time into a new folder.

    None is taken away between two builds: for some minutes after thousands of files were deleted a
    disk takes longer to make new ones.
    """
    units = () if count is None else tuple(folder.units_present()[:count])

    def build(number: int) -> Clocked:
        workspace = folder.path.parent
        out = f"out-{jobs}-{count}-{number}"
        options = (*_BOTH, "--jobs", str(jobs), "--out", out)
        finished = baocao("build", folder.path, *units, *options, folder=workspace)
        return Clocked(finished.seconds)

    return build


def _hours(seconds: Mapping[str, float], count: int, few: int) -> float:
    """Return the hours of a country from the seconds that `all` and the `few` took."""
    each = (seconds["all"] - seconds["few"]) / (count - few)
    start = seconds["few"] - few * each
    renewals = COUNTRY / UNITS_A_WORKER / JOBS
    return (COUNTRY * each + (1 + renewals) * start) / _SECONDS_AN_HOUR
