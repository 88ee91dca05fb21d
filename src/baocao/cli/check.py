"""`baocao check`: print every diagnostic of a campaign and its units; write nothing."""

from itertools import chain

import click

from baocao.cli import screen
from baocao.cli.options import (
    campaign_argument,
    chosen_units,
    first_steps,
    json_option,
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
    every = [*diagnostics, *chain.from_iterable(by_unit.values())]
    if as_json:
        screen.print_json({"diagnostics": [diagnostic.as_json() for diagnostic in every]})
    else:
        screen.print_diagnostics(every)
        _print_summary(diagnostics, by_unit)
        if read is not None and not by_unit:
            click.echo(first_steps(folder, read))
    ctx.exit(1 if has_errors(every) else 0)


def _print_summary(
    campaign: tuple[Diagnostic, ...], by_unit: dict[str, tuple[Diagnostic, ...]]
) -> None:
    if campaign:
        click.echo(f"Tệp của đợt báo cáo: {screen.count(campaign)}")
    width = max(map(len, by_unit), default=0)
    for unit, diagnostics in by_unit.items():
        mark = screen.mark(good=not has_errors(diagnostics))
        click.echo(f"{mark} {unit:<{width}}  {screen.count(diagnostics)}")
