"""`baocao build`: the documents; every unit that has a folder where none is named."""

import os
from collections.abc import Callable
from contextlib import closing, nullcontext
from pathlib import Path
from time import monotonic

import click

from baocao.batch.lock import locked
from baocao.batch.outcome import Output
from baocao.batch.pool import LocalPool, Pool
from baocao.batch.results import NAME, ResultFile
from baocao.batch.run import Batch
from baocao.batch.task import BuildConfig, BuildRequest
from baocao.cli.build_report import MOST_LISTED, BuildReport
from baocao.cli.options import (
    campaign_argument,
    chosen_units,
    first_steps,
    json_option,
    units_argument,
    workspace,
)
from baocao.cli.progress import progress
from baocao.cli.usage import Command
from baocao.errors import UnknownKindError
from baocao.model.campaign import Campaign, PdfEngine
from baocao.pipeline import Format, check_campaign
from baocao.workspace import find_campaign, template_folders
from baocao.write import campaign_folder, write_pieces

_FORMATS = tuple(file_format.value for file_format in Format)
_ENGINES = tuple(engine.value for engine in PdfEngine)
_SECONDS = 300


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
@click.option(
    "engine",
    "--pdf-engine",
    type=click.Choice(_ENGINES),
    help="Bộ dàn trang PDF (mặc định: theo đợt, không thì weasyprint); typst nhanh hơn nhiều.",
)
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    metavar="SỐ",
    help="Số tiến trình lập cùng lúc (mặc định: số nhân của máy).",
)
@click.option(
    "seconds",
    "--time-limit",
    type=click.IntRange(min=1),
    default=_SECONDS,
    metavar="GIÂY",
    help=f"Một văn bản lập lâu nhất bao nhiêu giây (mặc định: {_SECONDS}).",
)
@click.option("--force", is_flag=True, help="Lập lại cả văn bản không có gì thay đổi.")
@click.option(
    "--overwrite",
    is_flag=True,
    help="Lập đè cả tệp đã sửa tay, sau khi chép bản sửa sang tệp có ghi ngày.",
)
@click.option(
    "--scheduler",
    metavar="ĐỊA_CHỈ",
    help="Chia việc cho các máy của dask scheduler ở địa chỉ này, ví dụ tcp://10.0.0.5:8786.",
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
    engine: str | None,
    jobs: int | None,
    seconds: int,
    force: bool,
    overwrite: bool,
    scheduler: str | None,
    as_json: bool,
) -> None:
    """Lập văn bản Word và PDF của mọi đơn vị trong ĐỢT, hoặc của các ĐƠN_VỊ nêu tên.

    Văn bản ghi vào out/<đợt>/<đơn vị>/. Đơn vị nào nội dung còn lỗi thì chưa lập, các đơn vị
    khác vẫn lập. Văn bản không có gì thay đổi thì không lập lại; tệp đã sửa tay thì giữ nguyên.
    """
    folder = find_campaign(campaign, workspace())
    read, diagnostics = check_campaign(folder)
    with ResultFile(folder.name) as results:
        report = BuildReport(results, as_json=as_json)
        report.faults(diagnostics)
        if read is None:
            report.end(None)
            ctx.exit(report.exit_code)
        request = BuildRequest(
            folder=folder,
            campaign=read,
            templates=template_folders(workspace()),
            outputs=_outputs(read, kinds, formats or _FORMATS),
            engine=PdfEngine(engine) if engine else read.engine,
            out=out,
            force=force,
            overwrite=overwrite,
        )
        named = chosen_units(folder, read, units)
        if not named and not as_json:
            click.echo(first_steps(folder, read))
        report.is_detailed = len(named) <= MOST_LISTED
        place = campaign_folder(out, read.id)
        with locked(place):
            pool = _pool_of(scheduler, min(jobs or _cores(), len(named)), seconds)
            _run(request, named, pool, report)
            pieces = (piece.encode() for piece in results.pieces(report.summary))
            try:
                write_pieces(place / NAME, pieces)
            finally:
                report.end(place / NAME)
    ctx.exit(report.exit_code)


def _outputs(
    campaign: Campaign, kinds: tuple[str, ...], formats: tuple[str, ...]
) -> tuple[Output, ...]:
    for kind in kinds:
        if kind not in campaign.documents:
            raise UnknownKindError(kind, tuple(campaign.documents))
    chosen = tuple(dict.fromkeys(kinds)) or tuple(campaign.documents)
    return tuple(Output(kind, Format(name)) for kind in chosen for name in dict.fromkeys(formats))


def _pool_of(scheduler: str | None, jobs: int, seconds: int) -> Callable[[BuildConfig], Pool]:
    if scheduler is not None:
        from baocao.batch.cluster import Cluster  # noqa: PLC0415 - an optional library

        return lambda config: Cluster(config, scheduler, seconds)
    return lambda config: LocalPool(config, jobs, seconds)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _run(
    request: BuildRequest,
    units: tuple[str, ...],
    pool: Callable[[BuildConfig], Pool],
    report: BuildReport,
) -> None:
    started = monotonic()
    with closing(Batch(request, pool)) as batch:
        try:
            with progress(len(units)) as shown:
                for outcome in batch.outcomes(units):
                    reasons = tuple(batch.unavailable.values())
                    with shown.aside() if report.speaks_of(outcome, reasons) else nullcontext():
                        report.unavailable(reasons)
                        report.ended(outcome)
                    shown.advance()
        except KeyboardInterrupt:
            report.stopping()
            for outcome in batch.drain():
                report.ended(outcome)
    report.summary.seconds = monotonic() - started
