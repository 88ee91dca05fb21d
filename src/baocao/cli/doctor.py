"""`baocao doctor`: report what this machine lacks, and how to install it."""

import importlib.util
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import click

from baocao import __version__
from baocao.cli import screen
from baocao.cli.options import workspace
from baocao.cli.usage import Command
from baocao.errors import BaocaoError, FontMissingError
from baocao.pipeline import Printer
from baocao.render.fonts import installed_family
from baocao.workspace import guide_page, template_folders


@dataclass(frozen=True, slots=True)
class Finding:
    """The result of one check; `remedy` is empty if nothing is missing."""

    name: str
    state: str
    remedy: str = ""


@click.command("doctor", cls=Command)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Xem máy này đã đủ để lập văn bản Word và PDF chưa; thiếu gì thì nêu cách cài."""
    findings = tuple(_examine())
    width = max(len(finding.name) for finding in findings)
    for finding in findings:
        mark = screen.mark(good=not finding.remedy)
        click.echo(f"{mark} {finding.name:<{width}}  {finding.state}")
        if finding.remedy:
            click.echo(f"  {'':<{width}}  → {finding.remedy}")
    lacking = any(finding.remedy for finding in findings)
    click.echo("" if lacking else "\nMáy đã đủ để lập cả Word và PDF.")
    ctx.exit(2 if lacking else 0)


def _examine() -> Iterator[Finding]:
    yield Finding("baocao", __version__)
    yield Finding("Python", ".".join(map(str, sys.version_info[:3])))
    yield Finding("Hướng dẫn", str(guide_page("README.md", workspace())))
    yield _examine_word()
    family = installed_family()
    yield Finding("Phông chữ", family or "thiếu", "" if family else str(FontMissingError()))
    yield _examine_pdf()
    if importlib.util.find_spec("typst") is not None:
        yield Finding("Bản PDF", "lập được, PDF/A-3b bằng Typst")


def _examine_word() -> Finding:
    try:
        template = template_folders(workspace()).find("docx/van-ban.docx")
    except BaocaoError as problem:
        return Finding("Mẫu Word", "thiếu", str(problem))
    if importlib.util.find_spec("docxtpl") is None:
        return Finding("Bản Word", "thiếu thư viện docxtpl", "Đề nghị chạy pip install docxtpl.")
    return Finding("Bản Word", f"lập được, theo mẫu {template}")


def _examine_pdf() -> Finding:
    try:
        Printer(template_folders(workspace())).prepare_pdf()
    except FontMissingError:
        return Finding("Bản PDF", "chưa lập được vì thiếu phông chữ", "Đề nghị cài phông như trên.")
    except BaocaoError as problem:
        return Finding("Bản PDF", "chưa lập được", str(problem))
    return Finding("Bản PDF", "lập được, PDF/A-3b bằng WeasyPrint")
