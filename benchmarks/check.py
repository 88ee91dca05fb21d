"""Time `check` against PyYAML's C-loader `compose` of the same files, unit by unit on one core."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import yaml

from baocao.diagnostics import has_errors
from baocao.pipeline import check_unit
from figures import Figure
from race import race
from units import MINISTRY, make_units, name_of, open_campaign


def measure(count: int) -> Iterator[Figure]:
    """Time N/2 units of about 20 kB."""
    units = max(count // 2, 2)
    with tempfile.TemporaryDirectory() as temporary:
        folder = make_units(Path(temporary), units + 1, MINISTRY)
        campaign = open_campaign(folder)
        files = [sorted(folder.unit(name_of(number)).iterdir()) for number in range(units + 1)]
        size = sum(path.stat().st_size for path in files[0]) / 1000

        def composed(number: int) -> None:
            for path in files[number]:
                yaml.compose(path.read_text("utf-8"), Loader=yaml.CSafeLoader)

        def checked(number: int) -> None:
            result = check_unit(folder, campaign, name_of(number))
            if has_errors(result.diagnostics):
                raise SystemExit(str(result.diagnostics))

        times = race({"composed": composed, "checked": checked}, units)
    of = f"{units} units of {size:.1f} kB"
    yield Figure("check_ms", times.medians()["checked"] * 1000, f"median, {of}")
    yield Figure(
        "check_vs_yaml", times.ratio("checked", "composed"), f"times PyYAML's `compose`, {of}"
    )
