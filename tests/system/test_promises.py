"""What the repository promises of itself."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import baocao
from support.samples import ROOT

PACKAGE = Path(baocao.__file__).parent
VAGUE = re.compile(r"(Give|Tell|Have|Say|Put|Report|Take)\b")


def test_every_pinned_version_is_a_plain_pin() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()

    assert len(lines) > 20
    assert all(re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[0-9][A-Za-z0-9.]*", line) for line in lines)


def test_every_change_is_written_for_the_person_who_makes_reports() -> None:
    assert "## Chưa phát hành" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_a_docstring_begins_with_the_standard_term_for_what_is_done() -> None:
    vague = {
        f"{path.relative_to(PACKAGE)}: {line}"
        for path in PACKAGE.rglob("*.py")
        for line in docstrings(path)
        if VAGUE.match(line)
    }

    assert vague == set()


def docstrings(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            yield ast.get_docstring(node) or ""
