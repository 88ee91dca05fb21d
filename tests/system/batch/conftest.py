"""A workspace that was built once, copied for each test; times and all."""

import shutil
from pathlib import Path

import pytest

from support.batches import Workspace


@pytest.fixture(scope="session")
def built_once(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    made = Workspace.make(tmp_path_factory.mktemp("batch"), 3)
    assert made.build().of_state("built") == list(made.units)
    return made


@pytest.fixture
def workspace(built_once: Workspace, tmp_path: Path) -> Workspace:
    shutil.copytree(built_once.folder, tmp_path / "workspace")
    return Workspace(tmp_path / "workspace", built_once.units)
