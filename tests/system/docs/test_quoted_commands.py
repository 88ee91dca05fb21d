"""The commands of the docs: none is missing, each can be typed, and the first five minutes work."""

import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from baocao.cli import group
from baocao.kinds import KINDS
from support.samples import CAMPAIGN, ROOT

README = ROOT / "README.md"
REFERENCE = (ROOT / "docs" / "lenh.md").read_text("utf-8")
NEW_UNIT, SAMPLE_UNIT = "cdcs-may-mau", "cdcs-co-khi-vi-du"
_FENCE = re.compile(r"^```(?P<kind>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_INLINE = re.compile(r"`(baocao [^`]+)`")
_OPTION = re.compile(r"--[a-z][a-z-]+")


def commands(of: click.Group = group, path: str = "baocao") -> Iterator[tuple[str, click.Command]]:
    """Yield every command that does something, by the words that call it."""
    context = click.Context(of)
    for name in of.list_commands(context):
        command = of.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


COMMANDS = dict(commands())


def quoted() -> Iterator[str]:
    for page in (README, *sorted((ROOT / "docs").rglob("*.md"))):
        text = page.read_text("utf-8")
        shell = "".join(found["text"] for found in _FENCE.finditer(text) if found["kind"] == "sh")
        yield from (line for line in shell.splitlines() if line.startswith("baocao "))
        yield from _INLINE.findall(_FENCE.sub("", text))


def section(heading: str) -> str:
    return REFERENCE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


def options(command: click.Command) -> set[str]:
    names = {name for each in command.params for name in each.opts if name.startswith("--")}
    return names - {"--help"}


def test_the_reference_has_every_command_and_no_other() -> None:
    assert sorted(re.findall(r"^## (baocao .+)$", REFERENCE, re.MULTILINE)) == sorted(COMMANDS)
    assert {"`--help`", "`-h`", "`baocao --version`"} <= set(re.findall(r"`[^`]+`", REFERENCE))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_reference_has_every_option_of_a_command_and_no_other(name: str) -> None:
    rows = [line for line in section(name).splitlines() if line.startswith("| `--")]
    explained = {each for row in rows for each in _OPTION.findall(row.split(" | ")[0])}

    assert explained == options(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_the_reference_has_an_example_of_a_command_and_every_word_to_choose(name: str) -> None:
    choices = {
        choice
        for each in COMMANDS[name].params
        if isinstance(each.type, click.Choice)
        for choice in each.type.choices
    }

    assert f"\n{name}" in section(name)
    assert [each for each in choices if str(each) not in section(name)] == []


def test_the_reference_has_every_kind_of_document() -> None:
    assert [kind for kind in KINDS if f"`{kind}`" not in section("baocao build")] == []


@pytest.mark.parametrize("line", sorted(set(quoted())))
def test_a_quoted_command_can_be_typed(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    _, *arguments = shlex.split(line, comments=True)
    command: click.Command = group
    while isinstance(command, click.Group) and arguments and not arguments[0].startswith("-"):
        _, found, arguments = command.resolve_command(click.Context(command), arguments)
        assert found is not None
        command = found

    if arguments and not isinstance(command, click.Group):
        command.make_context(command.name, arguments)


@pytest.mark.slow
def test_the_first_five_minutes_are_as_the_readme_says(tmp_path: Path) -> None:
    story = README.read_text("utf-8").partition("## Đơn vị đầu tiên")[2].partition("\n## ")[0]
    blocks = {found["kind"]: found["text"] for found in _FENCE.finditer(story)}
    new, check, build = blocks["sh"].splitlines()
    campaign = tmp_path / "content" / CAMPAIGN.name
    shutil.copytree(CAMPAIGN, campaign)
    units = campaign / "don-vi.yaml"
    units.write_text(units.read_text("utf-8") + blocks["yaml"], "utf-8")

    created = run(new, tmp_path)
    begun = run(check, tmp_path)
    shutil.copytree(
        campaign / "don-vi" / SAMPLE_UNIT, campaign / "don-vi" / NEW_UNIT, dirs_exist_ok=True
    )
    written = run(check, tmp_path)
    built = run(build, tmp_path)

    assert (created, begun, written, built) == (0, 1, 0, 0)
    printed = re.findall(r"`(out/[^`]+)`", story)
    assert printed == [f"out/{CAMPAIGN.name}/{NEW_UNIT}/bao-cao.docx"]
    assert (tmp_path / printed[0]).with_suffix(".pdf").is_file()
    assert (tmp_path / printed[0]).is_file()


def run(line: str, workspace: Path) -> int:
    _, *arguments = shlex.split(line, comments=True)
    command = [sys.executable, "-m", "baocao", *arguments]
    return subprocess.run(command, cwd=workspace, check=False, capture_output=True).returncode
