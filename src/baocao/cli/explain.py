"""`baocao explain`: the manual of a rule, or the list of all rules.

Importing this module registers every rule: those of `rules`, and those in the `messages` modules of
`load` and `render`.
"""

from importlib import import_module
from pkgutil import walk_packages

import click

from baocao import load, render, rules
from baocao.cli.usage import Command
from baocao.diagnostics import RULES
from baocao.errors import UnknownRuleError
from baocao.suggestion import closest, did_you_mean

for _room in (rules, load, render):
    for _module in walk_packages(_room.__path__, f"{_room.__name__}."):
        if _room is rules or _module.name.endswith("messages"):
            import_module(_module.name)


@click.command("explain", cls=Command)
@click.argument("rule", metavar="[QUY_TẮC]", required=False)
def command(rule: str | None) -> None:
    """Giải thích một QUY_TẮC kiểm tra: lỗi gì, vì sao, thế nào là sai và đúng.

    Không nêu tên thì liệt kê mọi quy tắc.
    """
    if rule is None:
        width = max(map(len, RULES))
        for name in sorted(RULES):
            headline = RULES[name].manual.partition("\n")[0]
            click.echo(f"{click.style(f'{name:<{width}}', bold=True)}  {headline}")
        click.echo("\nXem một quy tắc: baocao explain TÊN_QUY_TẮC")
        return
    if rule not in RULES:
        raise UnknownRuleError(rule, did_you_mean(closest(rule, RULES)))
    manual = RULES[rule].manual.replace("::\n", ":\n")
    click.echo(f"{click.style(rule, bold=True)}: {manual}")
