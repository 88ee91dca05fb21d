"""The campaign's sample units as a reader of their YAML sees them, without the program's help."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
CAMPAIGN = ROOT / "content" / "lao-dong-sang-tao-2012-2017"
KINDS = ("bao-cao", "bieu-so-lieu")
UNITS = tuple(sorted(folder.name for folder in (CAMPAIGN / "don-vi").iterdir()))
BLANK = "~"


@dataclass(frozen=True, slots=True)
class Sample:
    """One document of one sample unit."""

    unit: str
    kind: str

    def __str__(self) -> str:
        return f"{self.unit}-{self.kind}"


SAMPLES = tuple(Sample(unit, kind) for unit in UNITS for kind in KINDS)
REPORTS = tuple(sample for sample in SAMPLES if sample.kind == "bao-cao")


@dataclass(frozen=True, slots=True)
class Facts:
    """What the documents of a unit must say of it."""

    name: str
    superior: str
    place: str
    symbol: str
    number: str
    date: str
    signer: str
    position: str
    collective: str
    addressee: str
    statistics: Mapping[str, Sequence[str]]


@cache
def facts(unit: str) -> Facts:
    """Read a unit's facts."""
    units = {entry["ma"]: entry for entry in read_yaml(CAMPAIGN / "don-vi.yaml")["don_vi"]}
    levels = {entry["ma"]: entry for entry in read_yaml(CAMPAIGN / "dot-bao-cao.yaml")["cap"]}
    own = units[unit]
    level = levels[own["cap"]]
    superior = units[own["cap_tren"]]["ten"]
    report = read_yaml(CAMPAIGN / "don-vi" / unit / "bao-cao.yaml")
    return Facts(
        name=own["ten"],
        superior=superior,
        place=own["dia_danh"],
        symbol=own["ky_hieu"],
        number=report["so"],
        date=report["ngay"],
        signer=report["nguoi_ky"],
        position=report["chuc_vu"],
        collective=level["thay_mat"],
        addressee=level["kinh_gui"][0].replace("{cap_tren}", superior),
        statistics=read_yaml(CAMPAIGN / "don-vi" / unit / "so-lieu.yaml"),
    )


def read_yaml(path: Path) -> Any:  # noqa: ANN401 - each caller knows its file's shape
    """Read a file with every scalar as the text that was typed."""
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes only texts
