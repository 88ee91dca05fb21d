"""The command line: one command a module, each imported only when it is called.

Exit codes: 0 done; 1 faults in what people wrote; 2 wrong usage or something missing on the
machine; 3 our bug, with its traceback; 130 interrupted.
"""

import sys
import traceback
from importlib import import_module

import click

from baocao import __version__
from baocao.cli.usage import Group, error_message
from baocao.errors import BaocaoError

FAULTY, UNUSABLE, BUG, INTERRUPTED = 1, 2, 3, 130

COMMANDS = {
    "campaign": "Lập thư mục của một đợt báo cáo mới.",
    "new": "Tạo tệp cho đơn vị bắt đầu viết, có sẵn lời dẫn; không ghi đè tệp nào.",
    "check": "Kiểm tra nội dung, nêu mọi lỗi cùng lúc; không ghi gì.",
    "build": "Lập văn bản Word và PDF.",
    "template": "Xem và kiểm tra các tệp mẫu Word, HTML của nơi làm việc.",
    "explain": "Giải thích một quy tắc kiểm tra, hoặc liệt kê mọi quy tắc.",
    "doctor": "Xem máy còn thiếu gì (phông chữ, Pango) và cách cài.",
}


class LazyGroup(Group):
    """A group that lists its commands without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the commands in the order in which a person needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        command = import_module(f"baocao.cli.{cmd_name}").command
        if not isinstance(command, click.Command):
            raise TypeError(cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Lệnh"):
            formatter.write_dl(list(COMMANDS.items()))


@click.command(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    subcommand_metavar="LỆNH …",
)
@click.version_option(
    __version__,
    prog_name="baocao",
    message="%(prog)s %(version)s",
    help="In số phiên bản rồi thoát.",
)
def group() -> None:
    """Lập báo cáo đúng thể thức: từ tệp YAML của đơn vị đến văn bản Word và bản PDF lưu trữ."""


def main() -> None:
    """Run the command line and exit; the one place where errors become exit codes."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code = group.main(prog_name="baocao", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as called:
        click.echo(called.format_message())
        code = UNUSABLE
    except click.ClickException as problem:
        click.secho(f"Lỗi: {error_message(problem)}", fg="red", err=True)
        click.echo("Xem cách dùng: baocao --help, hoặc baocao LỆNH --help.", err=True)
        code = UNUSABLE
    except BaocaoError as problem:
        click.secho(f"Lỗi: {problem}", fg="red", err=True)
        code = UNUSABLE
    except (click.Abort, KeyboardInterrupt):
        click.echo("Đã dừng theo yêu cầu.", err=True)
        code = INTERRUPTED
    except Exception:  # noqa: BLE001 - the boundary: whatever is left is our bug
        traceback.print_exc()
        click.secho(
            "Đây là lỗi của chương trình, đề nghị gửi các dòng trên cho người bảo trì.",
            fg="red",
            err=True,
        )
        code = BUG
    sys.exit(code)
