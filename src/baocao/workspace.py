"""Where things lie: the content people write, the templates, and what a build writes."""

import os
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from baocao.errors import CampaignNotFoundError, TemplateNotFoundError

CAMPAIGN_FILE = "dot-bao-cao.yaml"
OUTLINE_FILE = "de-cuong.yaml"
FORMS_FILE = "bieu-so-lieu.yaml"
UNITS_FILE = "don-vi.yaml"
UNITS_CSV = "don-vi.csv"
UNITS_FOLDER = "don-vi"
REPORT_FILE = "bao-cao.yaml"
PLAN_FILE = "ke-hoach.yaml"
STATISTICS_FILE = "so-lieu.yaml"
AWARDS_FILE = "khen-thuong.yaml"
AWARDS_FOLDER = "khen-thuong"
PERSON_MERIT_FILE = "thanh-tich-ca-nhan.yaml"
COLLECTIVE_MERIT_FILE = "thanh-tich-tap-the.yaml"
SCHEMAS_FOLDER = "luoc-do"
GENERAL_TEMPLATE = "van-ban"
"""The name of the templates that serve every kind of document without its own."""


@dataclass(frozen=True, slots=True)
class CampaignFolder:
    """A campaign's folder, usually `content/<campaign>` of a workspace."""

    path: Path

    @property
    def name(self) -> str:
        """The campaign's id: its folder's name."""
        return self.path.resolve().name

    def unit(self, unit_id: str) -> Path:
        return self.path / UNITS_FOLDER / unit_id

    def schema(self, file_name: str) -> Path:
        """Return the path of the JSON Schema for content files of that name."""
        return self.path / schema_path(file_name)

    def units_present(self) -> tuple[str, ...]:
        """Return the ids of the units that have a folder, sorted."""
        folder = self.path / UNITS_FOLDER
        if not folder.is_dir():
            return ()
        with os.scandir(folder) as entries:  # which tells folders from files without asking again
            names = [entry.name for entry in entries if entry.is_dir()]
        return tuple(sorted(name for name in names if not name.startswith(".")))


def schema_path(file_name: str) -> str:
    """Return `luoc-do/bao-cao.schema.json`, in a campaign's folder, for `bao-cao.yaml`."""
    return f"{SCHEMAS_FOLDER}/{Path(file_name).stem}.schema.json"


@dataclass(frozen=True, slots=True)
class TemplateFolders:
    """The folders that templates come from; the first that has a file gives it."""

    folders: tuple[Path, ...]

    def find(self, name: str) -> Path:
        """Return the path of template `name`, such as `docx/van-ban.docx`.

        Raises `TemplateNotFoundError` if no folder has it.
        """
        path = self.find_any((name,))
        if path is None:
            raise TemplateNotFoundError(name, self.folders)
        return path

    def find_any(self, names: tuple[str, ...]) -> Path | None:
        """Return the first of `names` in any folder; an earlier name wins over a folder."""
        for name in names:
            for folder in self.folders:
                if (folder / name).is_file():
                    return folder / name
        return None


def template_names(kind: str, folder: str, ending: str) -> tuple[str, str]:
    """Return the template of a kind's own, such as `docx/bao-cao.docx`, and the general one."""
    return f"{folder}/{kind}.{ending}", f"{folder}/{GENERAL_TEMPLATE}.{ending}"


def find_campaign(name: str, start: Path) -> CampaignFolder:
    """Find a campaign by its folder, or by its name under `content/` of `start`.

    Raises `CampaignNotFoundError`, which names the campaigns that are there.
    """
    for folder in (start / "content" / name, start / name):
        if (folder / CAMPAIGN_FILE).is_file():
            return CampaignFolder(_shortest(folder, start))
    content = start / "content"
    known = sorted(path.parent.name for path in content.glob(f"*/{CAMPAIGN_FILE}"))
    raise CampaignNotFoundError(name, tuple(known))


def template_folders(workspace: Path) -> TemplateFolders:
    """Return the workspace's own `templates/`, then the copy that travels inside the package."""
    shipped = _shipped("templates")
    own = workspace / "templates"
    if own.resolve() == shipped.resolve():
        return TemplateFolders((shipped,))
    return TemplateFolders((own, shipped))


def guide_page(name: str, start: Path) -> Path:
    """Return a page of the guide, which is installed with the program, as seen from `start`."""
    return _shortest(_shipped("docs") / name, start)


def _shipped(folder: str) -> Path:
    packaged = Path(str(files("baocao"))) / folder
    in_checkout = Path(__file__).parents[2] / folder  # an editable install has no copy
    return packaged if packaged.is_dir() else in_checkout


def _shortest(folder: Path, start: Path) -> Path:
    """Return `folder` relative to `start`, as messages should name it."""
    resolved = folder.resolve()
    return resolved.relative_to(start) if resolved.is_relative_to(start) else resolved
