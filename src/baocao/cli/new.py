"""`baocao new`: a unit's files, scaffolded from outline and form, and the schemas of its editor."""

from collections.abc import Iterator

import click

from baocao.cli import screen
from baocao.cli.options import campaign_argument, units_argument, workspace
from baocao.cli.schemas import write_schemas
from baocao.cli.usage import Command
from baocao.errors import UnknownUnitError
from baocao.model.campaign import Campaign
from baocao.pipeline import check_campaign
from baocao.scaffold import unit_files
from baocao.suggestion import nearest
from baocao.workspace import CampaignFolder, find_campaign
from baocao.write import write_whole

_MOST_NAMED = 10


@click.command("new", cls=Command)
@campaign_argument
@units_argument
@click.pass_context
def command(ctx: click.Context, campaign: str, units: tuple[str, ...]) -> None:
    """Tạo tệp cho các ĐƠN_VỊ của ĐỢT: đề mục, gợi ý, cột năm có sẵn, chỉ còn viết vào.

    Tệp đã có thì giữ nguyên, không ghi đè; lược đồ cho trình soạn thảo thì luôn làm mới. Không nêu
    đơn vị nào thì chỉ làm mới lược đồ.
    """
    folder = find_campaign(campaign, workspace())
    read, diagnostics = check_campaign(folder)
    screen.show_diagnostics(diagnostics)
    if read is None:
        click.echo("Chưa tạo tệp nào vì tệp của đợt báo cáo còn lỗi như trên.")
        ctx.exit(1)
    for name in units:
        if name not in read.units:
            raise UnknownUnitError(name, nearest(name, read.units))
    write_schemas(folder, read)
    for name in dict.fromkeys(units):
        _write_unit(folder, read, name)
    click.echo()
    for line in _next_steps(campaign, units) if units else _unwritten(folder, read):
        click.echo(line)


def _write_unit(folder: CampaignFolder, campaign: Campaign, name: str) -> None:
    unit = campaign.units[name]
    click.echo(f"{click.style(name, bold=True)}: {unit.name}")
    for file_name, text in unit_files(campaign, unit).items():
        path = folder.unit(name) / file_name
        if path.exists():
            click.echo(f"    {'có sẵn, giữ nguyên':<20}{path}")
        else:
            write_whole(path, text.encode())
            click.echo(f"  {click.style('✓', fg='green')} {'đã tạo':<20}{path}")


def _next_steps(campaign: str, units: tuple[str, ...]) -> Iterator[str]:
    named = f"{campaign} {' '.join(dict.fromkeys(units))}"
    yield "Việc tiếp theo:"
    yield "  1. Mở tệp bằng trình soạn thảo và viết theo lời dẫn trong tệp. Visual Studio Code có"
    yield "     phần mở rộng YAML sẽ gợi ý các mục và gạch chân chỗ sai ngay khi gõ."
    yield f"  2. Kiểm tra:      baocao check {named}"
    yield f"  3. Lập văn bản:   baocao build {named}"


def _unwritten(folder: CampaignFolder, campaign: Campaign) -> Iterator[str]:
    waiting = [name for name in campaign.units if not folder.unit(name).is_dir()]
    if not waiting:
        yield "Mọi đơn vị của đợt đều đã có thư mục."
        return
    more = f" và {len(waiting) - _MOST_NAMED} đơn vị khác" if len(waiting) > _MOST_NAMED else ""
    yield f"Đơn vị chưa có thư mục: {', '.join(waiting[:_MOST_NAMED])}{more}."
    yield f"Muốn tạo tệp cho đơn vị nào, đề nghị ghi thêm mã đơn vị ấy vào sau «{folder.name}»."
