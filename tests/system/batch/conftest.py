"""A workspace that was built once, copied for each test; times and all."""

import shutil
from pathlib import Path

import pytest

from support.batches import Workspace
from support.built import once

UNITS = ("cdcs-000", "cdcs-001", "cdcs-002")


def _build(folder: Path) -> None:
    made = Workspace.make(folder, len(UNITS))
    assert made.build_here().of_state("built") == list(UNITS)


@pytest.fixture(scope="session")
def built_once(shared_folder: Path) -> Workspace:
    return Workspace(once(shared_folder / "batch", _build), UNITS)


@pytest.fixture
def workspace(built_once: Workspace, tmp_path: Path) -> Workspace:
    shutil.copytree(built_once.folder, tmp_path / "workspace")
    return Workspace(tmp_path / "workspace", built_once.units)
