"""`baocao campaign new`: the folder of a new campaign, from a few answers."""

import datetime as dt
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

import click

from baocao.authoring.scaffold.campaign import campaign_files
from baocao.authoring.scaffold.campaign_answers import (
    MOST_FORMS,
    PRESETS,
    CampaignAnswers,
    LevelAnswer,
    read_day,
    read_form_count,
    read_id,
    read_level,
    read_line,
    read_year,
)
from baocao.cli import screen
from baocao.cli.options import workspace
from baocao.cli.schemas import write_schemas
from baocao.cli.usage import Command, Group
from baocao.errors import (
    CampaignExistsError,
    MissingOptionsError,
    UnusableAnswerError,
    UnusableOptionError,
)
from baocao.pipeline import check_campaign
from baocao.workspace import CampaignFolder, guide_page
from baocao.write import write_whole

Answer = TypeVar("Answer")
_GUIDE = "soan-dot-bao-cao.md"
_REQUIRED = ("--ten", "--tu-nam", "--den-nam", "--tu-ngay", "--can-cu", "--cap")


@click.group("campaign", cls=Group, subcommand_metavar="LỆNH …")
def command() -> None:
    """Lập thư mục của một đợt báo cáo mới."""


@command.command("new", cls=Command)
@click.argument("campaign", metavar="MÃ_ĐỢT")
@click.option("--ten", metavar="TÊN", help="Tên đợt báo cáo, cũng là trích yếu của báo cáo.")
@click.option("--tu-nam", metavar="NĂM", help="Năm đầu của thời gian báo cáo.")
@click.option("--den-nam", metavar="NĂM", help="Năm cuối của thời gian báo cáo.")
@click.option("--tu-ngay", metavar="NGÀY", help="Ngày mở đợt, ví dụ 01/7/2026.")
@click.option("--can-cu", metavar="VĂN_BẢN", help="Văn bản chỉ đạo đợt báo cáo.")
@click.option(
    "--cap",
    metavar="CẤP",
    multiple=True,
    help="Một cấp phải báo cáo; ghi nhiều lần, từ cấp cao xuống cấp thấp. Cấp có sẵn viết "
    f'"mã|hạn nộp": {", ".join(PRESETS)}. Cấp khác viết "mã|tên cấp|hạn nộp|thay mặt", thêm '
    '"|chức vụ người đứng đầu" nếu không phải Chủ tịch.',
)
@click.option("--so-bieu", metavar="SỐ", help=f"Số biểu số liệu, từ 1 đến {MOST_FORMS}.")
@click.pass_context
def new(  # noqa: PLR0913 - click passes every option
    ctx: click.Context,
    *,
    campaign: str,
    ten: str | None,
    tu_nam: str | None,
    den_nam: str | None,
    tu_ngay: str | None,
    can_cu: str | None,
    cap: tuple[str, ...],
    so_bieu: str | None,
) -> None:
    """Lập thư mục content/MÃ_ĐỢT có đủ bốn tệp để sửa thành đợt của mình.

    MÃ_ĐỢT viết bằng chữ thường không dấu và dấu gạch nối, ví dụ an-toan-lao-dong-2026. Điều gì
    chưa ghi trong lệnh thì chương trình hỏi. Không ghi đè lên tệp nào.
    """
    campaign_id = _given("Mã đợt", read_id, campaign)
    folder = CampaignFolder(Path("content") / campaign_id)
    if folder.path.exists() and not (folder.path.is_dir() and not any(folder.path.iterdir())):
        raise CampaignExistsError(folder.path)
    given = (ten, tu_nam, den_nam, tu_ngay, can_cu, cap)
    missing = tuple(name for name, value in zip(_REQUIRED, given, strict=True) if not value)
    if missing and not sys.stdin.isatty():
        raise MissingOptionsError(missing)
    title = _answer("--ten", "Tên đợt báo cáo", read_line, ten)
    first = _answer("--tu-nam", "Báo cáo từ năm", read_year, tu_nam)
    last = _answer("--den-nam", "Đến năm", partial(read_year, not_before=first), den_nam)
    plan = _answer("--can-cu", "Văn bản chỉ đạo (tên, số, ngày)", read_line, can_cu)
    opens = _answer("--tu-ngay", "Ngày mở đợt (ví dụ 01/7/2026)", read_day, tu_ngay)
    levels: tuple[LevelAnswer, ...] = ()
    for text in cap:
        read = partial(read_level, opens=opens, above=levels)
        levels = (*levels, _given("--cap", read, text))
    while not levels:
        levels = _ask_levels(opens)
        if not levels:
            click.echo("  Đợt báo cáo phải có ít nhất một cấp.", err=True)
    forms = 1
    if so_bieu is not None or missing:
        forms = _answer("--so-bieu", "Số biểu số liệu", read_form_count, so_bieu, default="1")
    answers = CampaignAnswers(campaign_id, title, first, last, opens, plan, levels, forms)
    ctx.exit(_write(folder, answers))


def _write(folder: CampaignFolder, answers: CampaignAnswers) -> int:
    """Write the files; return the exit code."""
    for name, text in campaign_files(answers).items():
        write_whole(folder.path / name, text.encode())
        click.echo(f"  {click.style('✓', fg='green')} đã tạo {folder.path / name}")
    read, diagnostics = check_campaign(folder)
    screen.print_diagnostics(diagnostics)
    if read is None:
        click.echo("Đã tạo các tệp; đề nghị sửa những chỗ nêu trên rồi chạy:")
        click.echo(f"  baocao check {answers.id}")
        return 1
    write_schemas(folder, read)
    click.echo(
        f"""
Việc tiếp theo:
  1. Sửa bốn tệp trong {folder.path} thành đề cương, biểu, danh sách đơn vị của mình;
     cách viết có ví dụ trong {guide_page(_GUIDE, workspace())}
  2. Kiểm tra:                  baocao check {answers.id}
  3. Tạo tệp cho đơn vị viết:   baocao new {answers.id} {answers.levels[-1].sample_id}
  4. Lập văn bản:               baocao build {answers.id}"""
    )
    return 0


def _given(option: str, read: Callable[[str], Answer], text: str) -> Answer:
    try:
        return read(text)
    except UnusableAnswerError as problem:
        raise UnusableOptionError(option, str(problem)) from problem


def _answer(
    option: str,
    asked: str,
    read: Callable[[str], Answer],
    given: str | None,
    *,
    default: str | None = None,
) -> Answer:
    """Parse the option, else the answer to a prompt."""
    return _ask(asked, read, default) if given is None else _given(option, read, given)


def _ask(asked: str, read: Callable[[str], Answer], default: str | None) -> Answer:
    """Prompt until the answer is usable; return it parsed."""
    while True:
        try:
            return read(click.prompt(asked, default=default, show_default=bool(default)))
        except UnusableAnswerError as problem:
            click.echo(f"  Chưa dùng được: {problem}", err=True)


def _ask_levels(opens: dt.date) -> tuple[LevelAnswer, ...]:
    """Prompt for the deadline of each preset level, then for other levels until an empty answer.

    An empty answer leaves the preset level out.
    """
    levels: tuple[LevelAnswer, ...] = ()

    def read(text: str, start: str = "") -> LevelAnswer | None:
        return read_level(f"{start}{text}", opens, levels) if text.strip() else None

    click.echo("Hạn nộp của từng cấp; cấp không phải báo cáo thì để trống rồi gõ Enter.")
    for level_id, ready in PRESETS.items():
        level = _ask(f"  {ready.name}", partial(read, start=f"{level_id}|"), default="")
        levels = levels if level is None else (*levels, level)
    asked = "Cấp khác, viết: mã|tên cấp|hạn nộp|thay mặt (để trống: không có)"
    while level := _ask(asked, read, default=""):
        levels = (*levels, level)
    return levels
