"""The pages that people read: their links lead somewhere, none is lost, none too long."""

import re
import tomllib
from collections.abc import Iterable
from pathlib import Path

import pytest

from support.samples import ROOT

DOCS = ROOT / "docs"
INDEX = DOCS / "README.md"
PAGES = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "benchmarks" / "README.md",
    *sorted(DOCS.rglob("*.md")),
)
ARCHITECTURE = DOCS / "architecture.md"
LONGEST_PAGE, LONGEST_README = 400, 80
SOURCES = ROOT / "src" / "baocao"
_FENCE = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"\]\((?!https?:)(?P<path>[^)#]*)(?:#(?P<anchor>[^)]+))?\)")
_PATH = re.compile(r"`((?=[^`]*/|[^`]*\.py`)[a-z][\w./<>-]*)`")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


def name_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_every_link_leads_to_a_page_and_a_heading(page: Path) -> None:
    broken = [
        found[0]
        for found in _LINK.finditer(prose(page))
        for target in [page.parent / found["path"] if found["path"] else page]
        if not target.exists() or (found["anchor"] and found["anchor"] not in anchors(target))
    ]

    assert broken == []


@pytest.mark.parametrize("page", sorted({*DOCS.rglob("*.md")} - {ARCHITECTURE}), ids=name_of)
def test_a_page_that_is_installed_with_the_program_needs_no_other_folder(page: Path) -> None:
    assert [each for each in linked(page) if not each.is_relative_to(DOCS)] == []


@pytest.mark.parametrize("page", PAGES, ids=name_of)
def test_a_page_is_short_enough_to_be_read(page: Path) -> None:
    longest = LONGEST_README if page == ROOT / "README.md" else LONGEST_PAGE

    assert len(page.read_text("utf-8").splitlines()) <= longest


def test_every_page_is_reached_from_the_index() -> None:
    reached, new = set[Path](), {INDEX}
    while new:
        reached |= new
        new = {target for page in new for target in linked(page)} - reached

    assert set(DOCS.rglob("*.md")) - reached == set()


@pytest.mark.parametrize("page", [ROOT / "CONTRIBUTING.md", ARCHITECTURE], ids=name_of)
def test_every_path_that_developers_are_sent_to_exists(page: Path) -> None:
    named = [path for path in _PATH.findall(prose(page)) if "<" not in path]

    assert len(named) > 10
    assert [
        each for each in named if not any((top / each).exists() for top in (ROOT, SOURCES))
    ] == []


def test_the_drawing_of_the_floors_keeps_the_order_that_is_enforced() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
    drawing = ARCHITECTURE.read_text("utf-8").partition("\ncli ")[2].partition("```")[0]
    drawn = floors(line[:30] for line in f"cli {drawing}".splitlines())
    enforced = floors(contracts["contracts"][0]["layers"])

    assert drawn.keys() == enforced.keys()
    assert sorted(drawn, key=lambda name: (enforced[name], drawn[name])) == list(drawn)


def floors(lines: Iterable[str]) -> dict[str, int]:
    return {
        name: floor
        for floor, line in enumerate(lines)
        for name in re.split(r"[\s|:]+", line.strip())
    }


def linked(page: Path) -> set[Path]:
    paths = (found["path"] for found in _LINK.finditer(prose(page)))
    return {(page.parent / path).resolve() for path in paths if path.endswith(".md")}


def prose(page: Path) -> str:
    return _FENCE.sub("", page.read_text("utf-8"))


def anchors(page: Path) -> set[str]:
    """Return the anchors that GitHub gives to the headings of a page."""
    headings = _HEADING.findall(prose(page))
    return {re.sub(r"[^\w\- ]", "", each.lower()).replace(" ", "-") for each in headings}
