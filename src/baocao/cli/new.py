"""`baocao new`: a unit's files, scaffolded from outline and form, and the schemas of its editor."""

from collections.abc import Iterator, Mapping

import click

from baocao.authoring.scaffold.unit import award_files, unit_files
from baocao.cli import screen
from baocao.cli.options import campaign_argument, units_argument, workspace
from baocao.cli.schemas import write_schemas
from baocao.cli.usage import Command
from baocao.errors import UnknownKindError, UnknownUnitError
from baocao.kinds import KINDS, input_files
from baocao.load.unit.dossier import read_dossier
from baocao.model.campaign import Campaign, Unit
from baocao.pipeline import check_campaign
from baocao.suggestion import closest, did_you_mean
from baocao.workspace import AWARDS_FILE, CampaignFolder, find_campaign
from baocao.write import write_whole

_MOST_NAMED = 10


@click.command("new", cls=Command)
@campaign_argument
@units_argument
@click.option(
    "kinds",
    "--kind",
    multiple=True,
    metavar="LOẠI",
    help="Tạo thêm tệp của loại văn bản mà đơn vị không bắt buộc phải lập, ví dụ ke-hoach.",
)
@click.pass_context
def command(
    ctx: click.Context, campaign: str, units: tuple[str, ...], kinds: tuple[str, ...]
) -> None:
    """Tạo tệp cho các ĐƠN_VỊ của ĐỢT: đề mục, gợi ý, cột năm có sẵn, chỉ còn viết vào.

    Tệp đã có thì giữ nguyên, không ghi đè; lược đồ cho trình soạn thảo thì luôn làm mới. Không nêu
    đơn vị nào thì chỉ làm mới lược đồ.
    """
    folder = find_campaign(campaign, workspace())
    read, diagnostics = check_campaign(folder)
    screen.print_diagnostics(diagnostics)
    if read is None:
        click.echo("Chưa tạo tệp nào vì tệp của đợt báo cáo còn lỗi như trên.")
        ctx.exit(1)
    offered = tuple(kind for kind in read.documents if KINDS[kind].is_on_request)
    for kind in kinds:
        if kind not in offered:
            raise UnknownKindError(kind, offered)
    for name in units:
        if name not in read.units:
            raise UnknownUnitError(name, did_you_mean(closest(name, read.units)))
    write_schemas(folder, read)
    for name in dict.fromkeys(units):
        files = unit_files(read, read.units[name], kinds)
        if AWARDS_FILE in input_files(kinds):
            files |= _award_files(folder, read, name)
        _write_files(folder, read.units[name], files)
    click.echo()
    for line in _next_steps(campaign, units, offered) if units else _unwritten(folder, read):
        click.echo(line)


def _award_files(folder: CampaignFolder, campaign: Campaign, name: str) -> dict[str, str]:
    """Return the files of an award dossier, after the diagnostics of one that was begun."""
    unit = campaign.units[name]
    dossier, faults = read_dossier(folder.unit(name), campaign, unit)
    screen.print_diagnostics(faults)
    files = award_files(campaign, unit, dossier)
    if not files:
        click.echo(f"{name}: cấp của đơn vị này không đề nghị khen thưởng trong đợt.")
    return files


def _write_files(folder: CampaignFolder, unit: Unit, files: Mapping[str, str]) -> None:
    click.echo(f"{click.style(unit.id, bold=True)}: {unit.name}")
    for file_name, text in files.items():
        path = folder.unit(unit.id) / file_name
        if path.exists():
            click.echo(f"    {'có sẵn, giữ nguyên':<20}{path}")
        else:
            write_whole(path, text.encode())
            click.echo(f"  {click.style('✓', fg='green')} {'đã tạo':<20}{path}")


def _next_steps(campaign: str, units: tuple[str, ...], offered: tuple[str, ...]) -> Iterator[str]:
    named = f"{campaign} {' '.join(dict.fromkeys(units))}"
    yield "Việc tiếp theo:"
    yield "  1. Mở tệp bằng trình soạn thảo và viết theo lời dẫn trong tệp. Visual Studio Code có"
    yield "     phần mở rộng YAML sẽ gợi ý các mục và gạch chân chỗ sai ngay khi gõ."
    yield f"  2. Kiểm tra:      baocao check {named}"
    yield f"  3. Lập văn bản:   baocao build {named}"
    for kind in offered:
        yield f"  Đơn vị có lập {KINDS[kind].files[0]} thì tạo tệp ấy bằng lệnh:"
        yield f"                    baocao new {named} --kind {kind}"


def _unwritten(folder: CampaignFolder, campaign: Campaign) -> Iterator[str]:
    waiting = [name for name in campaign.units if not folder.unit(name).is_dir()]
    if not waiting:
        yield "Mọi đơn vị của đợt đều đã có thư mục."
        return
    more = f" và {len(waiting) - _MOST_NAMED} đơn vị khác" if len(waiting) > _MOST_NAMED else ""
    yield f"Đơn vị chưa có thư mục: {', '.join(waiting[:_MOST_NAMED])}{more}."
    yield f"Muốn tạo tệp cho đơn vị nào, đề nghị ghi thêm mã đơn vị ấy vào sau «{folder.name}»."
