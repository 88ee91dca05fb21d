"""Click's own words in Vietnamese: usage, help, and the errors of a call."""

from difflib import get_close_matches

import click

from baocao.suggestion import did_you_mean


class Command(click.Command):
    """A command whose help is in Vietnamese."""

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = " ".join(self.collect_usage_pieces(ctx)).replace("[OPTIONS]", "[TÙY_CHỌN]")
        formatter.write_usage(ctx.command_path, pieces, prefix="Cách dùng: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (each for each in self.get_params(ctx) if isinstance(each, click.Option))
        records = (option.get_help_record(ctx) for option in options)
        with formatter.section("Tùy chọn"):
            formatter.write_dl([record for record in records if record is not None])

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Xem hướng dẫn này rồi thoát."
        return option


class Group(Command, click.Group):
    """A group of commands whose help is in Vietnamese."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was called; suggest the closest name for an unknown one."""
        known = self.list_commands(ctx)
        if args and not args[0].startswith("-") and args[0] not in known:
            meant = next(iter(get_close_matches(args[0], known, n=1)), None)
            message = f"Không có lệnh «{args[0]}».{did_you_mean(meant)}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, (each.help or "").partition("\n")[0]) for name, each in commands if each]
        with formatter.section("Lệnh"):
            formatter.write_dl(rows)


def error_message(problem: click.ClickException) -> str:
    match problem:
        case click.NoSuchOption():
            return f"Không có tùy chọn «{problem.option_name}»."
        case click.MissingParameter():
            context = problem.ctx or click.Context(click.Command("baocao"))
            name = problem.param.make_metavar(context) if problem.param else "tham số"
            return f"Thiếu {name}."
        case click.BadParameter() if problem.param and isinstance(problem.param.type, click.Choice):
            choices = ", ".join(map(str, problem.param.type.choices))
            return f"{_name(problem)} chỉ nhận: {choices}."
        case click.BadParameter():
            return f"Giá trị của {_name(problem)} không dùng được: {problem.message}"
        case _:
            return problem.format_message()


def _name(problem: click.BadParameter) -> str:
    return "tham số" if problem.param is None else problem.param.opts[0]
