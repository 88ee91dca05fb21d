"""`baocao template`: list the templates and their fields, check templates."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import click

from baocao.cli import screen
from baocao.cli.options import json_option, workspace
from baocao.cli.usage import Command, Group
from baocao.diagnostics import Diagnostic, Span, has_errors
from baocao.errors import TemplateError, TemplateFileError
from baocao.kinds import KINDS, REPORT
from baocao.model.campaign import PdfEngine
from baocao.pipeline import Format, Printer, by_place
from baocao.render.sample_document import sample_document
from baocao.render.templates.check_html import check_css, check_html
from baocao.render.templates.check_typst import check_typst
from baocao.render.templates.check_word import check_word
from baocao.render.templates.fields import Field, all_fields
from baocao.render.templates.messages import AS_SHIPPED, BROKEN_TAG
from baocao.workspace import (
    GENERAL_TEMPLATE,
    TemplateFolders,
    template_folders,
    template_names,
)

_SOURCES = (  # the format, the engine where there are several, folder and ending
    (Format.DOCX, "", "docx", "docx"),
    (Format.PDF, "weasyprint", "html", "html"),
    (Format.PDF, "typst", "typst", "typ"),
)
_WIDEST_NAME = 40


@dataclass(frozen=True, slots=True)
class UsedTemplate:
    """The file that serves a kind of document in a format, and whether it is the workspace's."""

    kind: str
    format: str
    engine: str
    file: str
    own: bool


@click.group("template", cls=Group, subcommand_metavar="LỆNH …")
def command() -> None:
    """Xem và kiểm tra các tệp mẫu Word, HTML, Typst của nơi làm việc."""


@command.command("list", cls=Command)
@json_option
def list_(as_json: bool) -> None:  # noqa: FBT001 - click passes options so
    """Nêu tệp mẫu của từng loại văn bản, và mọi trường mà một mẫu dùng được."""
    folders = template_folders(workspace())
    used = tuple(_used(folders))
    every = all_fields()
    if as_json:
        screen.print_json(
            {"templates": [asdict(each) for each in used], "fields": [asdict(f) for f in every]}
        )
        return
    click.secho("Tệp mẫu của từng loại văn bản", bold=True)
    width = max(len(each.kind) for each in used)
    for each in used:
        source = "của nơi làm việc" if each.own else "kèm theo chương trình"
        means = each.engine or each.format
        click.echo(f"  {each.kind:<{width}}  {means:<10}  {each.file} ({source})")
    click.secho("\nCác trường dùng được trong mẫu", bold=True)
    table = click.HelpFormatter()  # as wide as the terminal, long lines under their own column
    with table.indentation():
        table.write_dl([_row(field) for field in every], col_max=_WIDEST_NAME)
    table.write_paragraph()
    table.write_text(
        "Dấu * là trường mà mẫu bắt buộc phải in. Dãy thì lặp bằng for; khối đã dàn sẵn thì viết "
        "{{p tên_trường }} một mình một đoạn. Kiểm tra mẫu: baocao template check"
    )
    click.echo(table.getvalue(), nl=False)


@command.command("check", cls=Command)
@click.argument("files", metavar="[TỆP]…", nargs=-1, type=click.Path(path_type=Path))
@json_option
@click.pass_context
def check(ctx: click.Context, files: tuple[Path, ...], as_json: bool) -> None:  # noqa: FBT001 - click passes options so
    """Kiểm tra các TỆP mẫu (.docx, .html, .css, .typ), hoặc mọi mẫu trong templates/ ở đây."""
    shipped = template_folders(workspace()).folders[-1]
    chosen = files or tuple(_own_files(workspace() / "templates"))
    every: list[Diagnostic] = []
    for path in chosen:
        found = by_place(_faults(path, shipped))
        every += (fault for fault in found if fault not in every)
        if not as_json:
            screen.print_diagnostics(found)
            mark = screen.mark(good=not has_errors(found))
            click.echo(f"{mark} {path}  {screen.count(found)}")
    if as_json:
        screen.print_json({"diagnostics": [fault.as_json() for fault in every]})
    elif not chosen:
        click.echo(
            "Nơi làm việc chưa có mẫu riêng trong templates/docx, templates/html, templates/typst."
        )
    ctx.exit(1 if has_errors(every) else 0)


def _used(folders: TemplateFolders) -> Iterator[UsedTemplate]:
    for kind in KINDS:
        for file_format, engine, folder, ending in _SOURCES:
            path = folders.find_any(template_names(kind, folder, ending))
            if path is not None:
                own = len(folders.folders) > 1 and path.is_relative_to(folders.folders[0])
                shown = path.relative_to(workspace()) if own else path
                yield UsedTemplate(kind, file_format.value, engine, shown.as_posix(), own)


def _own_files(folder: Path) -> Iterator[Path]:
    for pattern in ("docx/*.doc?", "html/*.html", "html/*.css", "typst/*.typ"):
        for path in sorted(folder.glob(pattern)):
            if not path.name.startswith(("~$", ".")):  # Word's own locks
                yield path.relative_to(workspace())


def _faults(path: Path, shipped: Path) -> tuple[Diagnostic, ...]:
    if not path.is_file():
        raise TemplateFileError(path)
    folders = TemplateFolders(tuple(dict.fromkeys((path.parent.parent, shipped))))
    if path.suffix.casefold() == ".css":
        return check_css(path)
    if path.suffix.casefold() == ".typ":
        return _faults_of_typst(path, folders)
    if path.suffix.casefold() != ".html":
        return check_word(path).diagnostics
    is_part = path.name not in {f"{name}.html" for name in (*KINDS, GENERAL_TEMPLATE)}
    return check_html(folders, f"{GENERAL_TEMPLATE}.html" if is_part else path.name).diagnostics


def _faults_of_typst(path: Path, folders: TemplateFolders) -> tuple[Diagnostic, ...]:
    """Check a file; if it has no fault, print a sample document with it."""
    found = check_typst(path)
    if found:
        return found
    kind = path.stem if path.stem in KINDS else REPORT
    try:
        Printer(folders, PdfEngine.TYPST).render(sample_document(kind), Format.PDF)
    except TemplateError as problem:
        message = f"In thử không được: {problem.reason}"
        return (BROKEN_TAG.error(Span(path), message, AS_SHIPPED),)
    return ()


def _row(field: Field) -> tuple[str, str]:
    mark = "*" if field.required else " "
    only = f" [{field.formats[0]}]" if len(field.formats) == 1 else ""
    return f"{mark} {field.name}", f"{field.shape}{only}: {field.meaning}"
