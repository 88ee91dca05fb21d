"""The same content gives the same bytes, whenever and wherever it is built."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from support.built import Documents
from support.samples import EVERY, ROOT, Sample


@pytest.mark.parametrize("sample", EVERY, ids=str)
@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_another_process_builds_the_same_bytes_seconds_later(
    documents: Documents, documents_built_again: Documents, sample: Sample, ending: str
) -> None:
    first = documents.path(sample, ending).read_bytes()

    second = documents_built_again.path(sample, ending).read_bytes()

    assert first == second


def test_weasyprint_has_nothing_to_say(documents: Documents) -> None:
    assert documents.log() == []


def test_the_word_templates_are_what_their_script_makes(tmp_path: Path) -> None:
    script = tmp_path / "tools" / "make_word_templates.py"
    shutil.copytree(ROOT / "tools", script.parent)
    made = tmp_path / "templates" / "docx"
    made.mkdir(parents=True)

    subprocess.run([sys.executable, str(script)], cwd=tmp_path, check=True)

    shipped = ROOT / "templates" / "docx"
    assert contents(made) == contents(shipped)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.docx"))}
