"""`baocao check`: every fault in the content, all at once; writes nothing."""

import click

from baocao.cli import screen
from baocao.cli.options import (
    campaign_argument,
    chosen_units,
    json_option,
    no_unit_yet,
    units_argument,
    workspace,
)
from baocao.cli.usage import Command
from baocao.diagnostics import Diagnostic, has_errors
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import find_campaign


@click.command("check", cls=Command)
@campaign_argument
@units_argument
@json_option
@click.pass_context
def command(ctx: click.Context, campaign: str, units: tuple[str, ...], as_json: bool) -> None:  # noqa: FBT001 - click passes options so
    """Kiểm tra nội dung của ĐỢT, mọi đơn vị hoặc các ĐƠN_VỊ nêu tên; không ghi gì.

    ĐỢT là tên thư mục dưới content/, hoặc đường dẫn đến thư mục ấy.
    """
    folder = find_campaign(campaign, workspace())
    read, diagnostics = check_campaign(folder)
    by_unit: dict[str, tuple[Diagnostic, ...]] = {}
    if read is not None:
        for unit in chosen_units(folder, read, units):
            by_unit[unit] = check_unit(folder, read, unit).diagnostics
    every = [*diagnostics, *(fault for faults in by_unit.values() for fault in faults)]
    if as_json:
        screen.show_json({"diagnostics": [fault.as_json() for fault in every]})
    else:
        screen.show_diagnostics(every)
        _summarise(diagnostics, by_unit)
        if read is not None and not by_unit:
            for line in no_unit_yet(folder, read):
                click.echo(line)
    ctx.exit(1 if has_errors(every) else 0)


def _summarise(
    campaign: tuple[Diagnostic, ...], by_unit: dict[str, tuple[Diagnostic, ...]]
) -> None:
    if campaign:
        click.echo(f"Tệp của đợt báo cáo: {screen.count(campaign)}")
    width = max((len(unit) for unit in by_unit), default=0)
    for unit, faults in by_unit.items():
        mark = click.style("✗", fg="red") if has_errors(faults) else click.style("✓", fg="green")
        click.echo(f"{mark} {unit:<{width}}  {screen.count(faults)}")
