"""What leaves the checkout: the wheel, and how fast the installed command answers."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from support.samples import ROOT

pytestmark = pytest.mark.slow

CAMPAIGN, UNIT = "lao-dong-sang-tao-2012-2017", "cdcs-co-khi-vi-du"
SCAFFOLDS = "authoring/scaffold/templates"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"]
    subprocess.run([*pip, "--wheel-dir", str(folder), str(ROOT)], check=True)
    return next(folder.glob("*.whl"))


@pytest.mark.parametrize(
    ("source", "folder", "suffixes"),
    [
        ("templates", "templates", {".docx", ".html", ".css", ".typ"}),
        ("docs", "docs", {".md", ".png"}),
        (f"src/baocao/{SCAFFOLDS}", SCAFFOLDS, {".j2"}),
    ],
)
def test_what_the_program_shows_and_fills_travels_in_the_wheel(
    wheel: Path, source: str, folder: str, suffixes: set[str]
) -> None:
    with zipfile.ZipFile(wheel) as package:
        names = {name for name in package.namelist() if name.startswith(f"baocao/{folder}/")}

    shipped = {path for path in (ROOT / source).rglob("*") if path.is_file()}
    assert names == {f"baocao/{folder}/{p.relative_to(ROOT / source)}" for p in shipped}
    assert {Path(name).suffix for name in names} == suffixes


def test_the_installed_command_works_in_any_folder_with_content(
    wheel: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as package:
        package.extractall(site)
    workspace = tmp_path / "noi-lam-viec"
    workspace.mkdir()
    (workspace / "content").symlink_to(ROOT / "content")

    run = subprocess.run(
        [sys.executable, "-c", "from baocao.cli import main; main()", "build", CAMPAIGN, UNIT],
        cwd=workspace,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    built = {path.suffix for path in (workspace / "out").rglob("*") if path.is_file()}
    assert built >= {".docx", ".pdf"}


def test_help_imports_no_command_and_no_heavy_library() -> None:
    code = (
        "import sys; sys.argv = ['baocao', '--help']\n"
        "from baocao.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'yaml', 'lxml', 'docx', 'docxtpl', 'jinja2', 'weasyprint', 'rich'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )

    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "build" in run.stdout
    assert run.stderr.strip() == "[]"
