"""What the pages for writers show: an editor takes their YAML, and `check` speaks as they quote."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator

from baocao.cli import group
from support.core_yaml import read_json
from support.samples import CAMPAIGN, ROOT

WRITTEN = {
    "viet-bao-cao": ("don-vi", "bao-cao", "so-lieu", "bao-cao"),
    "ke-hoach": ("ke-hoach",),
    "khen-thuong": ("khen-thuong",),
}
UNIT = "cdcs-co-khi-vi-du"


def blocks(page: str, kind: str) -> list[str]:
    text = (ROOT / "docs" / f"{page}.md").read_text("utf-8")
    return re.findall(rf"^```{kind}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", WRITTEN)
def test_an_editor_takes_what_a_page_writes(page: str, tmp_path: Path) -> None:
    written = tmp_path / "viet.yaml"
    for name, block in zip(WRITTEN[page], blocks(page, "yaml"), strict=True):
        schema = json.loads((CAMPAIGN / "luoc-do" / f"{name}.schema.json").read_text("utf-8"))
        written.write_text(block, "utf-8")

        refused = Draft7Validator(schema).iter_errors(read_json(written))

        # a page shows some keys of a file, not all
        assert [each.message for each in refused if each.validator != "required"] == []


def test_a_fault_is_told_as_the_page_for_writers_quotes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    campaign = Path("content") / CAMPAIGN.name
    shutil.copytree(CAMPAIGN, campaign)
    report = campaign / "don-vi" / UNIT / "bao-cao.yaml"
    (quoted,) = blocks("viet-bao-cao", "text")
    ((number, faulty),) = re.findall(r"^ *(\d+) │ (.*)$", quoted, re.MULTILINE)
    lines = report.read_text("utf-8").splitlines()
    lines.insert(int(number) - 1, faulty)
    report.write_text("\n".join((*lines, "")), "utf-8")

    result = CliRunner().invoke(group, ["check", campaign.name, UNIT])

    assert quoted in result.output
