"""What the schema and what `check` say of one file, for tests that hold them against each other."""

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from shutil import copytree

from jsonschema import Draft7Validator

from baocao.authoring.scaffold.unit import unit_files
from baocao.authoring.schema.campaign import schemas
from baocao.diagnostics import Diagnostic, has_errors
from baocao.kinds import PLAN
from baocao.model.campaign import Campaign
from baocao.pipeline import check_campaign, check_unit
from baocao.workspace import PLAN_FILE, REPORT_FILE, STATISTICS_FILE, CampaignFolder
from support.core_yaml import read_json

ROOT = Path(__file__).parents[2]
SEED = ROOT / "content/lao-dong-sang-tao-2012-2017"
SMALL = ROOT / "tests/campaigns/content/nho"
SECOND = ROOT / "tests/campaigns/content/an-toan-lao-dong"
TYPED = ROOT / "tests/campaigns/content/vung-manh"
RICH = ROOT / "tests/campaigns/content/du-dang"
CAMPAIGNS = (SEED, SMALL, SECOND, TYPED, RICH)
_UNIT_FILES = (REPORT_FILE, STATISTICS_FILE, PLAN_FILE)


@cache
def read_campaign(path: Path) -> Campaign:
    campaign, diagnostics = check_campaign(CampaignFolder(path))
    assert campaign is not None, diagnostics
    return campaign


@dataclass(frozen=True)
class Copy:
    """A copy of a campaign in which a file may be replaced, and read by both."""

    folder: CampaignFolder
    original: Path
    unit: str

    @classmethod
    def of(cls, original: Path, unit: str, place: Path) -> "Copy":
        """Copy a campaign to `place`; the unit gets scaffolds for files that it lacks."""
        copytree(original, place / original.name)
        copy = cls(CampaignFolder(place / original.name), original, unit)
        for name, text in unit_files(copy.campaign, copy.campaign.units[unit], (PLAN,)).items():
            if not copy.path(name).exists():
                copy.write(name, text)
        return copy

    @cached_property
    def campaign(self) -> Campaign:
        """The campaign as it was before any file was replaced."""
        return read_campaign(self.original)

    @cached_property
    def _validators(self) -> dict[str, Draft7Validator]:
        return {name: Draft7Validator(schema) for name, schema in schemas(self.campaign).items()}

    def path(self, name: str) -> Path:
        """Return the place of a file: the unit's, or one of the campaign's own."""
        if name in _UNIT_FILES:
            return self.folder.unit(self.unit) / name
        return self.folder.path / name

    def write(self, name: str, text: str) -> None:
        self.path(name).parent.mkdir(parents=True, exist_ok=True)
        self.path(name).write_text(text, "utf-8")

    def schema_errors(self, name: str) -> list[str]:
        """Return what the schema says is wrong; raises `BrokenYamlError` where it is no YAML."""
        return [
            error.message
            for error in self._validators[name].iter_errors(read_json(self.path(name)))
        ]

    def check(self, name: str) -> tuple[Diagnostic, ...]:
        if name in _UNIT_FILES:
            found = check_unit(self.folder, self.campaign, self.unit).diagnostics
        else:
            found = check_campaign(self.folder)[1]
        return tuple(fault for fault in found if fault.span.file == self.path(name))


def is_refused(diagnostics: tuple[Diagnostic, ...]) -> bool:
    return has_errors(diagnostics)
