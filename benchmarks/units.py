"""Units by the thousand, made from the sample units: same length, other names, words and figures.

Every unit passes `check`. The same seed gives the same units.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import (
    REPORT_FILE,
    STATISTICS_FILE,
    UNITS_CSV,
    UNITS_FILE,
    CampaignFolder,
)
from wording import Wording, grouped

CAMPAIGN = Path(__file__).parents[1] / "content" / "lao-dong-sang-tao-2012-2017"
SEED = 2017
_WHOLE, _PARTS = "bang_ldst", ("bang_quan_ly", "bang_ky_thuat", "bang_cong_nhan")
_SUBSET = "tu_hai_bang"
_ROW = re.compile(r"^(?P<row>\w+): *\[(?P<cells>.*)\]", re.MULTILINE)
_CELL = re.compile(r'"[^"]*"|[^,\s]+')
_UNDER, _OVER = 0.8, 1.25  # how far a figure may move; far less than what `sudden_figure` asks
_BLANK = "~"
_SYLLABLES = (
    *("An", "Bắc", "Bình", "Cao", "Châu", "Chí", "Cường", "Dương", "Đại", "Đông", "Đức", "Giang"),
    *("Hà", "Hải", "Hòa", "Hồng", "Hưng", "Khánh", "Kim", "Lâm", "Lạc", "Long", "Lợi", "Minh"),
    *("Mỹ", "Nam", "Nghĩa", "Ngọc", "Nhân", "Ninh", "Phú", "Phúc", "Quang", "Quý", "Sơn", "Tân"),
    *("Tây", "Thái", "Thanh", "Thành", "Thịnh", "Thủy", "Tiến", "Trung", "Trường", "Văn", "Vĩnh"),
    *("Xuân", "Yên"),
)
_TRADES = ("Cơ khí", "May", "Xi măng", "Điện tử", "Giày", "Gốm sứ", "Bao bì", "Chế biến")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample unit, and the name in its files that stands for it alone."""

    unit: str
    own: str
    has_trade: bool = False


GRASSROOTS = Sample("cdcs-co-khi-vi-du", "Cơ khí Ví Dụ", has_trade=True)
PROVINCE = Sample("ldld-thi-du", "Thí Dụ")
MINISTRY = Sample("cdn-minh-hoa", "Minh Họa")


def make_units(parent: Path, count: int, sample: Sample = GRASSROOTS) -> CampaignFolder:
    """Make in `parent` a campaign of `count` units with a report and its statistics.

    The units are listed in `don-vi.csv`, as an office exports its list, under those of the
    campaign itself.
    """
    folder = CampaignFolder(parent / CAMPAIGN.name)
    folder.path.mkdir(parents=True)
    for path in CAMPAIGN.glob("*.yaml"):
        if path.name != UNITS_FILE:
            (folder.path / path.name).write_bytes(path.read_bytes())
    source = CampaignFolder(CAMPAIGN)
    campaign = open_campaign(source)
    _list_units(folder.path / UNITS_CSV, campaign, sample, count)
    report = Wording((source.unit(sample.unit) / REPORT_FILE).read_text("utf-8"), sample.own)
    statistics = (source.unit(sample.unit) / STATISTICS_FILE).read_text("utf-8")
    for number in range(count):
        random = Random(f"{SEED} {sample.unit} {number}")
        unit = folder.unit(name_of(number))
        unit.mkdir(parents=True)
        text = report.variant(random, _own_name(sample, number))
        (unit / REPORT_FILE).write_text(text, "utf-8")
        (unit / STATISTICS_FILE).write_text(_figures(statistics, random), "utf-8")
    return folder


def name_of(number: int) -> str:
    """Name the unit of that number, from 0."""
    return f"don-vi-{number:06}"


def open_campaign(folder: CampaignFolder) -> Campaign:
    """Read a campaign that has no faults."""
    campaign, faults = check_campaign(folder)
    if campaign is None:
        raise SystemExit(str(faults))
    return campaign


def contents(folder: CampaignFolder, campaign: Campaign) -> Iterator[UnitContent]:
    """Read the units one by one; none has errors."""
    for unit in folder.units_present():
        checked = check_unit(folder, campaign, unit)
        if checked.content is None:
            raise SystemExit(str(checked.diagnostics))
        yield checked.content


def _list_units(path: Path, campaign: Campaign, sample: Sample, count: int) -> None:
    like = campaign.units[sample.unit]
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(("ma", "ten", "cap", "cap_tren", "dia_danh", "ky_hieu"))
        for unit in campaign.units.values():
            row = (unit.id, unit.name, unit.level, unit.superior or "", unit.place, unit.symbol)
            table.writerow(row)
        for number in range(count):
            own = _own_name(sample, number)
            name, place = (text.replace(sample.own, own) for text in (like.name, like.place))
            table.writerow(
                (name_of(number), name, like.level, like.superior or "", place, like.symbol)
            )


def _own_name(sample: Sample, number: int) -> str:
    rest, last = divmod(number, len(_SYLLABLES))
    rest, first = divmod(rest, len(_SYLLABLES))
    name = f"{_SYLLABLES[first]} {_SYLLABLES[last]}"
    return f"{_TRADES[rest % len(_TRADES)]} {name}" if sample.has_trade else name


def _figures(statistics: str, random: Random) -> str:
    """Give the statistics with other figures, in which wholes and parts still agree."""
    rows = {
        match["row"]: [_near(cell, random) for cell in _CELL.findall(match["cells"])]
        for match in _ROW.finditer(statistics)
    }
    columns = list(zip(*(map(_value, rows[part]) for part in _PARTS), strict=True))
    rows[_WHOLE] = [str(sum(parts)) for parts in columns]
    rows[_SUBSET] = [
        str(min(_value(cell), sum(parts)))
        for cell, parts in zip(rows[_SUBSET], columns, strict=True)
    ]
    return "".join(f"{row + ':':<19} [{', '.join(cells)}]\n" for row, cells in rows.items())


def _near(cell: str, random: Random) -> str:
    if cell == _BLANK:
        return cell
    factor = random.uniform(_UNDER, _OVER)
    if cell.startswith('"'):
        tenths = round(_value(cell.replace(",", "").strip('"')) * factor)
        return f'"{grouped(tenths // 10)},{tenths % 10}"'
    value = _value(cell)
    return grouped(round(value * factor)) if value else str(random.randint(0, 1))


def _value(cell: str) -> int:
    return int(cell.replace(".", ""))
