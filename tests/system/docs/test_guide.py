"""The author's guide: its examples are what the program does, and it leaves nothing out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from baocao.authoring.scaffold.unit import unit_files
from baocao.authoring.schema.campaign import schemas
from baocao.model.record import ListOf, Record, Recursive, Scalar, Shape
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import CampaignFolder
from support.core_yaml import read_json
from support.guide import (
    PICTURES,
    UNIT,
    Example,
    attempt,
    examples,
    guide_text,
    place_of,
    printed_text,
    squeezed,
)
from support.key_tables import CAMPAIGN_FILES, PAGE, page
from support.samples import ROOT

EXAMPLES = examples()
MOST_BYTES = 60_000


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_an_example_has_no_fault_and_prints_what_the_guide_says(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    tried = attempt(example, Path("vi-du"))

    assert tried.diagnostics == ()
    assert tried.document is not None
    text = printed_text(tried.document)
    assert example.printed
    assert [line for line in example.printed if squeezed(line) not in text] == []
    assert [line for line in example.unprinted if squeezed(line) in text] == []


@pytest.mark.parametrize("example", [each for each in EXAMPLES if each.mistaken], ids=str)
def test_a_mistake_is_answered_as_the_guide_says(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    tried = attempt(example, Path("vi-du"), with_mistake=True)

    assert [diagnostic.message for diagnostic in tried.diagnostics] == list(example.messages)


@pytest.mark.parametrize("example", EXAMPLES, ids=str)
def test_a_unit_may_begin_to_write_an_example_and_its_editor_takes_what_the_guide_writes(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = CampaignFolder(Path("vi-du"))
    attempt(example, folder.path)
    campaign, _ = check_campaign(folder)
    assert campaign is not None

    refused = {
        name: [error.message for error in Draft7Validator(schema).iter_errors(written)]
        for name, schema in schemas(campaign).items()
        if place_of(folder.path, name).exists()
        for written in [read_json(place_of(folder.path, name))]
    }
    for name, text in unit_files(campaign, campaign.units[UNIT]).items():
        place_of(folder.path, name).write_text(text, "utf-8")
    begun = check_unit(folder, campaign, UNIT).diagnostics

    assert [name for name, messages in refused.items() if messages] == []
    assert {fault.rule for fault in begun} <= {"missing-section", "missing-row", "wrong-row-count"}


def test_every_example_has_its_picture_and_every_picture_its_example() -> None:
    names = [example.name for example in EXAMPLES]

    assert len(set(names)) == len(names)
    assert {path.stem for path in PICTURES.iterdir()} == set(names)


@pytest.mark.parametrize("picture", sorted(PICTURES.iterdir()), ids=lambda path: path.stem)
def test_a_picture_is_small(picture: Path) -> None:
    assert picture.stat().st_size < MOST_BYTES


def test_the_script_of_the_pictures_knows_the_examples_that_it_shows_in_another_way() -> None:
    script = (ROOT / "tools" / "make_guide_pictures.py").read_text("utf-8")
    lists = re.findall(r"^(?:WHOLE|FROM_THE_TOP|WITH_SIGNATURE) = \((.*)\)$", script, re.MULTILINE)

    named = {name for each in lists for name in re.findall(r'"([a-z-]+)"', each)}

    assert len(lists) == 3
    assert named
    assert named <= {example.name for example in EXAMPLES}


@pytest.mark.parametrize("file_name", CAMPAIGN_FILES)
def test_every_key_that_an_author_may_write_is_explained_and_shown(file_name: str) -> None:
    explained = re.findall(r"`([a-z_]+)(?:: [^`\n]*)?`", guide_text())
    written = "".join(block for example in EXAMPLES for block in example.written.values())
    shown = re.findall(r"(?:^|[{,\s])([a-z_]+):(?=\s)", written)

    assert sorted(set(keys(CAMPAIGN_FILES[file_name])) - set(explained)) == []
    assert sorted(set(keys(CAMPAIGN_FILES[file_name])) - set(shown)) == []


@pytest.mark.parametrize("file_name", CAMPAIGN_FILES)
def test_every_word_that_an_author_may_choose_is_explained(file_name: str) -> None:
    explained = re.findall(r"`(?:[a-z_]+: )?([^`\n]+)`", guide_text())

    assert sorted(set(choices(CAMPAIGN_FILES[file_name])) - {*explained, "nd30-2020"}) == []


def test_the_page_of_all_keys_is_what_the_shapes_say() -> None:
    assert PAGE.read_text("utf-8") == page(), "run tools/make_key_tables.py"


def keys(shape: Shape) -> Iterator[str]:
    for record in records(shape):
        yield from record.entries


def choices(shape: Shape) -> Iterator[str]:
    for record in records(shape):
        for entry in record.entries.values():
            one = entry.shape.item if isinstance(entry.shape, ListOf) else entry.shape
            if isinstance(one, Scalar):
                yield from one.choices


def records(shape: Shape, seen: tuple[Shape, ...] = ()) -> Iterator[Record]:
    if isinstance(shape, Recursive):
        shape = shape.shape()
    if shape in seen:
        return
    if isinstance(shape, ListOf):
        yield from records(shape.item, seen)
    elif isinstance(shape, Record):
        yield shape
        for entry in shape.entries.values():
            yield from records(entry.shape, (*seen, shape))
