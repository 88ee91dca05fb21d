"""A copy of the campaign in which the sample province proposes for awards, to be spoilt or filled.

Persons are made from syllables and plainly fictitious.
"""

import shutil
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from baocao.compose import Name, compose
from baocao.diagnostics import Diagnostic
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.document import Document, Table
from baocao.pipeline import CheckedUnit, check_campaign, check_unit
from baocao.workspace import CampaignFolder
from support.samples import CAMPAIGN

UNIT = "ldld-thi-du"
KINDS = ("to-trinh", "danh-sach-khen-thuong", "bao-cao-thanh-tich", "bien-ban")
_FAMILIES = ("Nguyễn", "Trần", "Đỗ", "Đặng", "Ấu", "An", "Ông")
_MIDDLES = ("Văn", "Thị", "Mẫu")
_NUMERALS = ("Ba", "Năm", "Sáu", "Bảy", "Tám")
_GIVEN = ("Giả", "Gia", "Giá", "Ân", "An", "Ẩn", "Đạo", "Dạo", "Ảo", "Thử")


class Dossier:
    """The campaign in a folder of its own, with one unit in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "content" / CAMPAIGN.name
        self.unit = self.folder / "don-vi" / UNIT
        for path in CAMPAIGN.glob("*.yaml"):
            _copy(path, self.folder / path.name)
        for path in (CAMPAIGN / "don-vi" / UNIT).rglob("*.yaml"):
            _copy(path, self.unit / path.relative_to(CAMPAIGN / "don-vi" / UNIT))

    def replace(self, name: str, old: str, new: str) -> None:
        """Put `new` for the one place of `old` in a file of the unit."""
        path = self.unit / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{name} has {text.count(old)} times «{old}»"
        path.write_text(text.replace(old, new), "utf-8")

    def add_persons(self, number: int) -> tuple[str, ...]:
        """Propose so many more individuals, each with a report; give their names."""
        entries: list[str] = []
        people = tuple(names(number))
        for place, name in enumerate(people):
            key = f"nguoi-{place:03d}"
            entries.append(_ENTRY.format(key=key, name=name, year=1960 + place % 40))
            report = f"ho_ten: {name}\nthanh_tich: Có {place + 2} sáng kiến được áp dụng.\n"
            (self.unit / "khen-thuong" / f"{key}.yaml").write_text(report, "utf-8")
        path = self.unit / "khen-thuong.yaml"
        path.write_text(path.read_text("utf-8") + "".join(entries), "utf-8")
        return people

    def check(self) -> tuple[Campaign, CheckedUnit]:
        """Check the campaign, which must be sound, and the unit."""
        folder = CampaignFolder(self.folder)
        campaign, faults = check_campaign(folder)
        assert campaign is not None, faults
        return campaign, check_unit(folder, campaign, UNIT)

    def faults(self) -> tuple[Diagnostic, ...]:
        return self.check()[1].diagnostics

    def compose(self) -> dict[Name, Document]:
        """Compose every paper of the dossier, which must be sound."""
        campaign, checked = self.check()
        assert checked.content is not None, checked.diagnostics
        return {
            name: document
            for kind in KINDS
            for name, document in compose(campaign, kind, checked.content).items()
        }


@cache
def sample() -> tuple[Campaign, UnitContent]:
    """Return the sample province's content, as it lies in the repository."""
    folder = CampaignFolder(CAMPAIGN)
    campaign, faults = check_campaign(folder)
    assert campaign is not None, faults
    checked = check_unit(folder, campaign, UNIT)
    assert checked.content is not None, checked.diagnostics
    return campaign, checked.content


def names(number: int) -> Iterator[str]:
    """Return so many different names, in an order that is no dictionary's."""
    for place in range(number):
        given, middle = _GIVEN[place * 7 % len(_GIVEN)], _MIDDLES[place * 2 % len(_MIDDLES)]
        numeral = "".join(_NUMERALS[int(digit) % len(_NUMERALS)] for digit in str(place))
        yield f"{_FAMILIES[place * 3 % len(_FAMILIES)]} {middle} {numeral.title()} {given}"


def column(table: Table, place: int) -> tuple[str, ...]:
    """Return the texts of one column of a table's body."""
    return tuple(row[place].text for row in table.rows)


def said(document: Document) -> str:
    """Return all words of a document's body."""
    return "\n".join(document.texts()).replace("\u00a0", " ")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


_ENTRY = """    - ma: {key}
      ho_ten: {name}
      ong_ba: ong
      ngay_sinh: 01/5/{year}
      chuc_vu: Công nhân
      don_vi_cong_tac: Công ty Giả Định
      so_bang_ldst: 2
      phieu: 9
"""
