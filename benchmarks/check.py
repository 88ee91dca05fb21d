"""Time `check` against PyYAML's C-loader `compose` of the same files, in one run.

    python benchmarks/check.py [UNITS]

Makes UNITS (1,000) units of about 20 kB in a temporary folder, then reads them in turn both ways,
on one core, and prints the ratio of the medians and the whole time.
"""

import statistics
import sys
import tempfile
import time
from pathlib import Path

import yaml

from baocao.diagnostics import has_errors
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import CampaignFolder

CAMPAIGN = Path(__file__).parents[1] / "content" / "lao-dong-sang-tao-2012-2017"
MODEL = "cdn-minh-hoa"


def main() -> None:
    """Run the benchmark and print its table."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    with tempfile.TemporaryDirectory() as temporary:
        folder = make_units(Path(temporary), count)
        campaign, faults = check_campaign(folder)
        if campaign is None:
            raise SystemExit(str(faults))
        composed: list[float] = []
        checked: list[float] = []
        size = 0
        for unit in folder.units_present():
            started = time.perf_counter()
            for path in sorted(folder.unit(unit).iterdir()):
                text = path.read_text(encoding="utf-8")
                size += len(text.encode())
                yaml.compose(text, Loader=yaml.CSafeLoader)
            composed.append(time.perf_counter() - started)
            started = time.perf_counter()
            result = check_unit(folder, campaign, unit)
            checked.append(time.perf_counter() - started)
            if has_errors(result.diagnostics):
                raise SystemExit(str(result.diagnostics))
    ratio = statistics.median(checked) / statistics.median(composed)
    say(f"units                   {count}, {size / count / 1000:.1f} kB each")
    say(f"compose, median         {statistics.median(composed) * 1000:.2f} ms")
    say(f"check, median           {statistics.median(checked) * 1000:.2f} ms")
    say(f"check / compose         {ratio:.2f}")
    say(f"check, all units        {sum(checked):.2f} s")


def make_units(temporary: Path, count: int) -> CampaignFolder:
    """Make a campaign of `count` units, each a copy of the model unit under a name of its own."""
    folder = temporary / CAMPAIGN.name
    folder.mkdir()
    for path in CAMPAIGN.glob("*.yaml"):
        (folder / path.name).write_bytes(path.read_bytes())
    names = [f"don-vi-{number:05}" for number in range(count)]
    listed = "".join(
        f"  - {{ma: {name}, ten: Công đoàn ngành Minh Họa {name}, cap: nganh-trung-uong, "
        "cap_tren: tong-lien-doan, dia_danh: Hà Nội, ky_hieu: CĐN}\n"
        for name in names
    )
    with (folder / "don-vi.yaml").open("a", encoding="utf-8") as file:
        file.write(listed)
    for name in names:
        unit = folder / "don-vi" / name
        unit.mkdir(parents=True)
        for path in (CAMPAIGN / "don-vi" / MODEL).iterdir():
            (unit / path.name).write_bytes(path.read_bytes())
    return CampaignFolder(folder)


def say(line: str) -> None:
    """Print a line of the table."""
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
