"""Each row of the table of kinds against the code and the files that it names."""

import pkgutil
from dataclasses import replace
from typing import Any, NoReturn

import pytest

import baocao.compose.kinds
from baocao import workspace
from baocao.compose import compose, composer_of
from baocao.kinds import KINDS, MERIT_FILES, Kind, input_files
from baocao.model.content import UnitContent
from baocao.workspace import template_folders, template_names
from support.dossier import sample
from support.samples import ROOT

ROWS = tuple(KINDS.values())
PARTS = {
    "report": workspace.REPORT_FILE,
    "statistics": workspace.STATISTICS_FILE,
    "plan": workspace.PLAN_FILE,
    "dossier": workspace.AWARDS_FILE,
}
FORMATS = (("docx", "docx"), ("html", "html"), ("typst", "typ"))


class Unread:
    """A part of the content that must not be looked at."""

    def __getattr__(self, name: str) -> NoReturn:
        message = f"{name} was read"
        raise AssertionError(message)


def _ids(kind: Kind) -> str:
    return kind.id


def only(content: UnitContent, files: frozenset[str]) -> UnitContent:
    """Return the content with every part unreadable that does not come from `files`."""
    unread: Any = Unread()
    if content.dossier is not None and MERIT_FILES not in files:
        content = replace(content, dossier=replace(content.dossier, reports=unread))
    others: dict[str, Any] = {part: unread for part, file in PARTS.items() if file not in files}
    return replace(content, **others)


@pytest.mark.parametrize("kind", ROWS, ids=_ids)
def test_every_kind_has_its_composer(kind: Kind) -> None:
    assert composer_of(kind.id).__module__ == f"baocao.compose.kinds.{kind.composer}"


def test_every_composer_has_its_kind() -> None:
    modules = {each.name for each in pkgutil.iter_modules(baocao.compose.kinds.__path__)}

    assert {kind.composer for kind in ROWS} == modules


@pytest.mark.parametrize("kind", ROWS, ids=_ids)
@pytest.mark.parametrize(("folder", "ending"), FORMATS)
def test_every_kind_has_its_templates(kind: Kind, folder: str, ending: str) -> None:
    names = template_names(kind.id, folder, ending)

    assert template_folders(ROOT).find_any(names) is not None


@pytest.mark.parametrize("kind", ROWS, ids=_ids)
def test_a_kind_is_made_of_the_files_that_it_names(kind: Kind) -> None:
    campaign, content = sample()
    own = only(content, frozenset((*kind.files, *kind.cited)))

    assert compose(campaign, kind.id, own) == compose(campaign, kind.id, content) != {}


@pytest.mark.parametrize("kind", ROWS, ids=_ids)
def test_without_its_files_a_unit_has_no_such_document(kind: Kind) -> None:
    campaign, content = sample()
    parts = [part for part, file in PARTS.items() if file in kind.files and part != "report"]
    nothing: dict[str, Any] = dict.fromkeys(parts)

    assert compose(campaign, kind.id, replace(content, **nothing)) == {}


def test_every_file_that_a_kind_cites_is_made_into_another_kind() -> None:
    cited = {name for kind in ROWS for name in kind.cited}

    assert cited <= input_files(KINDS)
