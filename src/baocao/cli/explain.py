"""`baocao explain`: a rule's manual, or the list of all rules."""

import inspect
from importlib import import_module

import click

from baocao.cli.usage import Command
from baocao.errors import UnknownRuleError
from baocao.rules import RULES
from baocao.rules.templates import TEMPLATE_RULES
from baocao.suggestion import nearest

_EVERY = (*RULES, *TEMPLATE_RULES)


@click.command("explain", cls=Command)
@click.argument("rule", metavar="[QUY_TẮC]", required=False)
def command(rule: str | None) -> None:
    """Giải thích một QUY_TẮC kiểm tra: lỗi gì, vì sao, thế nào là sai và đúng.

    Không nêu tên thì liệt kê mọi quy tắc.
    """
    if rule is None:
        width = max(map(len, _EVERY))
        for name in _EVERY:
            click.echo(f"{click.style(f'{name:<{width}}', bold=True)}  {_first_line(name)}")
        click.echo("\nXem một quy tắc: baocao explain TÊN_QUY_TẮC")
        return
    if rule not in _EVERY:
        raise UnknownRuleError(rule, nearest(rule, _EVERY))
    click.echo(f"{click.style(rule, bold=True)}: {_manual(rule)}")


def _manual(rule: str) -> str:
    package = "baocao.rules.templates" if rule in TEMPLATE_RULES else "baocao.rules"
    module = import_module(f"{package}.{rule.replace('-', '_')}")
    return (inspect.getdoc(module) or "").replace("::\n", ":\n")


def _first_line(rule: str) -> str:
    return _manual(rule).partition("\n")[0]
