"""Each rule is registered and has a manual, whose examples behave as it says."""

import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from baocao.diagnostics import RULES as REGISTERED
from baocao.diagnostics import Diagnostic
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import CampaignFolder
from support.rules import RULES
from support.samples import CAMPAIGN, UNITS

UNIT = "ldld-thi-du"
WITHOUT_EXAMPLES = {
    "barred-award": "it takes a unit of another level",
    "control-character": "no such character can be shown",
    "file-too-large": "a manual has no room for a megabyte",
    "missing-file": "what is not there cannot be shown",
    "missing-form": "it takes a campaign of several forms",
    "missing-picture": "a picture that is there cannot be shown",
    "not-text": "bytes of Word and PDF cannot be shown",
    "overfull-file": "a manual has no room for a hundred thousand values",
    "picture-too-large": "a manual has no room for a large picture",
    "unknown-encoding": "a manual is in one encoding itself",
    "unproposed-report": "a file that nobody names cannot be shown",
    "unnumberable-section": "a manual has no room for twenty-four sections",
    "unsafe-drawing": "a drawing is a file of its own",
    "unusable-picture": "bytes of a picture cannot be shown",
    "windows-1258": "a manual is in one encoding itself",
}
WITHOUT_A_WRONG_EXAMPLE = {"tab-indentation": "a tab in a docstring is shown as blanks"}
_EXAMPLE = r"^{}::\n\n((?:    .*\n|\n)+)"
_FILE = re.compile(r"# ([a-z-]+\.yaml)")
_SETTING = re.compile(r"# ([a-z-]+\.yaml), \S+(?: \S+)? này có: (.+)")
_KEY = re.compile(r"^(\S[^:\n]*):", re.MULTILINE)


@pytest.mark.parametrize("rule", RULES)
def test_a_manual_says_what_is_wrong_and_why(rule: str) -> None:
    headline, _, rest = manual(rule).partition("\n\n")
    reason = rest.partition("::\n")[0].removesuffix("Sai").removesuffix("Đúng").strip()

    assert re.fullmatch(r"[^\n]{10,100}\.", headline)
    assert re.fullmatch(r".{30,}[.…]", reason, re.DOTALL)


@pytest.mark.parametrize("rule", sorted(set(RULES) - {*WITHOUT_EXAMPLES, *WITHOUT_A_WRONG_EXAMPLE}))
def test_the_wrong_example_of_a_manual_breaks_its_rule(
    rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    found = check_example(rule, "Sai")

    assert rule in {diagnostic.rule for diagnostic in found}


@pytest.mark.parametrize("rule", sorted(set(RULES) - WITHOUT_EXAMPLES.keys()))
def test_the_right_example_of_a_manual_does_not(
    rule: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    found = check_example(rule, "Đúng")

    assert rule not in {diagnostic.rule for diagnostic in found}


@pytest.mark.parametrize("rule", WITHOUT_EXAMPLES)
def test_a_manual_said_to_have_no_examples_has_none(rule: str) -> None:
    assert "::" not in manual(rule)


@pytest.mark.parametrize("unit", UNITS)
def test_no_rule_fires_on_the_sample_units(unit: str) -> None:
    folder = CampaignFolder(CAMPAIGN)

    campaign, faults = check_campaign(folder)

    assert campaign is not None
    assert (faults, check_unit(folder, campaign, unit).diagnostics) == ((), ())


def manual(rule: str) -> str:
    return REGISTERED[rule].manual


def check_example(rule: str, kind: str) -> tuple[Diagnostic, ...]:
    """Check a sample unit in which an example stands in place of the keys that it is about."""
    campaign_folder = Path("content/vi-du")
    for path in CAMPAIGN.glob("*.yaml"):
        copy(path, campaign_folder / path.name)
    unit_folder = CAMPAIGN / "don-vi" / UNIT
    for path in unit_folder.rglob("*.yaml"):
        copy(path, campaign_folder / "don-vi" / UNIT / path.relative_to(unit_folder))
    examples = {each: example(rule, each) for each in ("Sai", "Đúng")}
    put(campaign_folder, examples, kind)
    folder = CampaignFolder(campaign_folder)
    campaign, faults = check_campaign(folder)
    if campaign is None:
        return faults
    return faults + check_unit(folder, campaign, UNIT).diagnostics


def example(rule: str, kind: str) -> str:
    found = re.search(_EXAMPLE.format(kind), f"{manual(rule)}\n", re.MULTILINE)
    return "" if found is None else re.sub("^    ", "", found[1], flags=re.MULTILINE)


def put(folder: Path, examples: Mapping[str, str], kind: str) -> None:
    lines = examples[kind].splitlines()
    for found in filter(None, map(_SETTING.fullmatch, lines)):
        put_setting(folder / found[1], _KEY.findall(examples[kind])[-1], found[2])
    files = {each: parted(text) for each, text in examples.items()}
    for name, text in files[kind].items():
        path = next(p for p in (folder / name, folder / "don-vi" / UNIT / name) if p.exists())
        if name == "bieu-so-lieu.yaml":
            drop_awards(folder)
        keys = {key for each in files.values() for key in _KEY.findall(each.get(name, ""))}
        entries = re.split(r"^(?=\S)", path.read_text("utf-8"), flags=re.MULTILINE)
        kept = [entry for entry in entries if entry.partition(":")[0] not in keys]
        is_of_another_form = len(files[kind]) > 1
        path.write_text(("" if is_of_another_form else "".join(kept)) + text, "utf-8")


def parted(text: str) -> dict[str, str]:
    """Part an example by the files that its comments name; without any it is a narrative's."""
    lines = [line for line in text.splitlines(keepends=True) if not _SETTING.match(line)]
    files: dict[str, str] = {}
    name = "bao-cao.yaml"
    for line in lines:
        named = _FILE.fullmatch(line.rstrip())
        if named is None:
            files[name] = files.get(name, "") + line
        else:
            name = named[1]
    return {each: part for each, part in files.items() if part.strip()}


def drop_awards(folder: Path) -> None:
    """Remove the award rules: they name rows of the form that an example replaces."""
    path = folder / "dot-bao-cao.yaml"
    path.write_text(path.read_text("utf-8").partition("\n  - loai: to-trinh")[0], "utf-8")
    unit = folder / "don-vi" / UNIT
    shutil.rmtree(unit / "khen-thuong", ignore_errors=True)
    (unit / "khen-thuong.yaml").unlink(missing_ok=True)


def put_setting(path: Path, key: str, setting: str) -> None:
    text = path.read_text("utf-8")
    assert f"ma: {key}," in text
    path.write_text(text.replace(f"ma: {key},", f"ma: {key}, {setting},"), "utf-8")


def copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
