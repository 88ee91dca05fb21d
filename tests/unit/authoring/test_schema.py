"""The editor's schemas and `check` read the same rules: they never disagree."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from baocao.authoring.schema.campaign import schemas
from baocao.authoring.schema.json_schema import message_of, to_text
from baocao.workspace import CampaignFolder
from support.core_yaml import read_json
from support.schema_cases import CHANGES, UNIT, Change
from support.schemas import CAMPAIGNS, SECOND, SEED, SMALL, Copy, is_refused, read_campaign


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Copy:
    return Copy.of(SMALL, UNIT, tmp_path_factory.mktemp("copy"))


@pytest.fixture
def changed(copy: Copy, change: Change) -> Iterator[Copy]:
    original = copy.path(change.file).read_text("utf-8")
    copy.write(change.file, change.applied(original))
    yield copy
    copy.write(change.file, original)


@pytest.mark.parametrize("change", CHANGES, ids=str)
def test_schema_and_check_refuse_what_they_should(changed: Copy, change: Change) -> None:
    by_schema = changed.schema_errors(change.file)
    by_check = changed.check(change.file)

    assert bool(by_schema) is change.refused_by_schema, by_schema
    assert is_refused(by_check) is change.refused_by_check, by_check


@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda path: path.name)
def test_every_schema_is_valid_draft_07(campaign: Path) -> None:
    for schema in schemas(read_campaign(campaign)).values():
        Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("campaign", CAMPAIGNS, ids=lambda path: path.name)
def test_the_files_of_a_sound_campaign_pass_their_schemas(campaign: Path) -> None:
    folder = CampaignFolder(campaign)
    written = [*campaign.glob("*.yaml"), *campaign.glob("don-vi/*/*.yaml")]

    for path in written:
        schema = schemas(read_campaign(campaign))[path.name]
        errors = [error.message for error in Draft7Validator(schema).iter_errors(read_json(path))]
        assert errors == [], f"{path}, schema {folder.schema(path.name)}"


def test_the_schemas_kept_beside_the_content_are_current() -> None:
    folder = CampaignFolder(SEED)
    expected = {
        folder.schema(name): to_text(schema)
        for name, schema in schemas(read_campaign(SEED)).items()
    }

    kept = {path: path.read_text("utf-8") for path in folder.schema("x").parent.iterdir()}

    assert kept == expected, f"run: baocao new {folder.name}"


def test_every_content_file_names_its_schema_in_its_first_line() -> None:
    for path in [*SEED.glob("*.yaml"), *SEED.glob("don-vi/*/*.yaml")]:
        first = path.read_text("utf-8").split("\n", 1)[0]
        label, _, reference = first.partition("$schema=")
        assert label == "# yaml-language-server: "
        assert (path.parent / reference).resolve() == CampaignFolder(SEED).schema(path.name)


def test_the_schema_speaks_the_sentences_of_the_rules(copy: Copy) -> None:
    copy.write("bao-cao.yaml", "{}")
    copy.write("so-lieu.yaml", "{}")
    said = {
        message_of(fault) for name in ("bao-cao.yaml", "so-lieu.yaml") for fault in copy.check(name)
    }

    schema = json.dumps([schemas(copy.campaign)[n] for n in ("bao-cao.yaml", "so-lieu.yaml")])

    assert len(said) == len(copy.campaign.outline.answered) + 6
    assert [words for words in said if json.dumps(words) not in schema] == []


def test_of_several_forms_each_stands_under_its_id(tmp_path: Path) -> None:
    copy = Copy.of(SECOND, "cdn-vi-du", tmp_path)
    complete = copy.path("so-lieu.yaml").read_text("utf-8")

    for text, refused in (
        (complete, False),
        (complete.replace("an_toan_vien: [      ~,        ~]", "an_toan_vien: [12]"), True),
        (complete.split("huan_luyen:")[0], True),
        (complete.replace("huan_luyen:", "tap_huan:"), True),
        ("tai_nan: ~\nhuan_luyen: ~\n", True),
        ("{}", True),
    ):
        copy.write("so-lieu.yaml", text)
        assert bool(copy.schema_errors("so-lieu.yaml")) is refused, text
        assert is_refused(copy.check("so-lieu.yaml")) is refused, text
