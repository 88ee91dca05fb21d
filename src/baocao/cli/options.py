"""The arguments and options that several commands share, and how they are read."""

from collections.abc import Iterator
from pathlib import Path

import click

from baocao.errors import UnknownUnitError
from baocao.model.campaign import Campaign
from baocao.suggestion import closest
from baocao.workspace import CampaignFolder

campaign_argument = click.argument("campaign", metavar="ĐỢT")
units_argument = click.argument("units", metavar="[ĐƠN_VỊ]…", nargs=-1)
json_option = click.option(
    "as_json",
    "--json",
    is_flag=True,
    help="In một tài liệu JSON ra đầu ra chuẩn, không in gì khác.",
)


def workspace() -> Path:
    """Give the folder in which the command was called."""
    return Path.cwd()


def chosen_units(
    folder: CampaignFolder, campaign: Campaign, named: tuple[str, ...]
) -> tuple[str, ...]:
    """Give the units that a command is for: those named, else every unit that has a folder.

    Raises `UnknownUnitError` for a name that is neither on the list nor a folder.
    """
    present = folder.units_present()
    for name in named:
        if name not in campaign.units and name not in present:
            raise UnknownUnitError(name, closest(name, campaign.units))
    return tuple(dict.fromkeys(named)) or present


def no_unit_yet(folder: CampaignFolder, campaign: Campaign) -> Iterator[str]:
    """Say what to do next in a sound campaign in which no unit has begun to write."""
    yield "Tệp của đợt báo cáo: không có lỗi. Chưa có đơn vị nào có thư mục trong don-vi/."
    yield f"Muốn tạo tệp cho một đơn vị: baocao new {folder.name} {next(iter(campaign.units))}"
