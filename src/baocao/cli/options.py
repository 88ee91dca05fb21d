"""Arguments and options that several commands share."""

from pathlib import Path

import click

from baocao.errors import UnknownUnitError
from baocao.model.campaign import Campaign
from baocao.suggestion import closest, did_you_mean
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
    """Return the current folder."""
    return Path.cwd()


def chosen_units(
    folder: CampaignFolder, campaign: Campaign, named: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the units named, each once, else every unit that has a folder.

    Raises `UnknownUnitError` for a name that is neither on the campaign's list nor a folder.
    """
    present = folder.units_present()
    for name in named:
        if name not in campaign.units and name not in present:
            raise UnknownUnitError(name, did_you_mean(closest(name, campaign.units)))
    return tuple(dict.fromkeys(named)) or present


def first_steps(folder: CampaignFolder, campaign: Campaign) -> str:
    """Return what to print of a campaign without errors in which no unit has a folder yet."""
    return (
        "Tệp của đợt báo cáo: không có lỗi. Chưa có đơn vị nào có thư mục trong don-vi/.\n"
        f"Muốn tạo tệp cho một đơn vị: baocao new {folder.name} {next(iter(campaign.units))}"
    )
