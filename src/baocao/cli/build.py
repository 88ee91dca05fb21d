"""`baocao build`: the documents; every unit that has a folder where none is named."""

from pathlib import Path

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
from baocao.errors import BaocaoError, UnknownKindError
from baocao.model.campaign import Campaign
from baocao.pipeline import Format, Press, build_unit, check_campaign, check_unit
from baocao.workspace import find_campaign, template_folders

_FORMATS = tuple(file_format.value for file_format in Format)


@click.command("build", cls=Command)
@campaign_argument
@units_argument
@click.option(
    "--out",
    default="out",
    type=click.Path(path_type=Path),
    metavar="THƯ_MỤC",
    help="Thư mục ghi văn bản (mặc định: out).",
)
@click.option(
    "kinds",
    "--kind",
    multiple=True,
    metavar="LOẠI",
    help="Loại văn bản cần lập, ghi được nhiều lần (mặc định: mọi loại của đợt).",
)
@click.option(
    "formats",
    "--format",
    multiple=True,
    type=click.Choice(_FORMATS),
    help="Dạng tệp cần lập, ghi được nhiều lần (mặc định: cả hai).",
)
@json_option
@click.pass_context
def command(  # noqa: PLR0913 - click passes every option
    ctx: click.Context,
    *,
    campaign: str,
    units: tuple[str, ...],
    out: Path,
    kinds: tuple[str, ...],
    formats: tuple[str, ...],
    as_json: bool,
) -> None:
    """Lập văn bản Word và PDF của mọi đơn vị trong ĐỢT, hoặc của các ĐƠN_VỊ nêu tên.

    Văn bản ghi vào out/<đợt>/<đơn vị>/. Đơn vị nào nội dung còn lỗi thì chưa lập, các đơn vị
    khác vẫn lập.
    """
    folder = find_campaign(campaign, workspace())
    read, diagnostics = check_campaign(folder)
    report = _Report(as_json=as_json)
    if read is None:
        report.faults(diagnostics)
    else:
        press = Press(template_folders(workspace()))
        chosen_kinds = _chosen_kinds(read, kinds)
        chosen = report.possible(press, tuple(Format(name) for name in formats or _FORMATS))
        named = chosen_units(folder, read, units)
        if not named and not as_json:
            for line in no_unit_yet(folder, read):
                click.echo(line)
        for unit in named:
            checked = check_unit(folder, read, unit)
            try:
                built = build_unit(read, checked, chosen_kinds, chosen, press, out)
            except BaocaoError as problem:
                report.failed(unit, problem)
            else:
                report.built(unit, built.files, built.diagnostics)
    report.end()
    ctx.exit(report.exit_code)


def _chosen_kinds(campaign: Campaign, named: tuple[str, ...]) -> tuple[str, ...]:
    for kind in named:
        if kind not in campaign.orders:
            raise UnknownKindError(kind, tuple(campaign.orders))
    return tuple(dict.fromkeys(named)) or tuple(campaign.orders)


class _Report:
    """What a build says as it goes, or at the end as JSON."""

    def __init__(self, *, as_json: bool) -> None:
        self.as_json = as_json
        self.exit_code = 0
        self.every: list[Diagnostic] = []
        self.files: dict[str, list[str]] = {}
        self.failures: dict[str, str] = {}

    def possible(self, press: Press, formats: tuple[Format, ...]) -> tuple[Format, ...]:
        """Give the formats that this machine can make; what it lacks is said once."""
        if Format.PDF not in formats:
            return formats
        try:
            press.prepare_pdf()
        except BaocaoError as problem:
            self.failed("PDF", problem)
            return tuple(each for each in formats if each is not Format.PDF)
        return formats

    def faults(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        self.every += diagnostics
        if has_errors(diagnostics):
            self.exit_code = max(self.exit_code, 1)
        if not self.as_json:
            screen.show_diagnostics(diagnostics)

    def built(
        self, unit: str, files: tuple[Path, ...], diagnostics: tuple[Diagnostic, ...]
    ) -> None:
        self.faults(diagnostics)
        self.files[unit] = [path.as_posix() for path in files]
        if self.as_json:
            return
        if files:
            click.echo(f"{click.style('✓', fg='green')} {unit}")
            for path in files:
                click.echo(f"    {path}")
        elif not has_errors(diagnostics):
            click.echo(f"- {unit}: không có văn bản nào phải lập thuộc loại đã chọn")
        else:
            word = screen.count(diagnostics)
            click.echo(f"{click.style('✗', fg='red')} {unit}: chưa lập vì còn {word}")

    def failed(self, unit: str, problem: BaocaoError) -> None:
        self.exit_code = 2
        self.failures[unit] = str(problem)
        if not self.as_json:
            click.echo(f"{click.style('✗', fg='red')} {unit}: {problem}", err=True)

    def end(self) -> None:
        if self.as_json:
            screen.show_json(
                {
                    "files": self.files,
                    "failures": self.failures,
                    "diagnostics": [fault.as_json() for fault in self.every],
                }
            )
