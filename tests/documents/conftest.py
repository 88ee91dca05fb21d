"""The sample documents, made once for a whole run: whichever worker needs them first makes them."""

import os
from functools import partial
from pathlib import Path

import pytest

from support.built import (
    Documents,
    Printouts,
    build_samples,
    build_samples_again,
    once,
    print_samples,
)


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


@pytest.fixture(scope="session")
def documents(shared_folder: Path) -> Documents:
    return Documents(once(shared_folder / "samples", build_samples))


@pytest.fixture(scope="session")
def documents_built_again(shared_folder: Path, documents: Documents) -> Documents:
    make = partial(build_samples_again, earlier=documents)
    return Documents(once(shared_folder / "samples-again", make))


@pytest.fixture(scope="session")
def printouts(shared_folder: Path, documents: Documents) -> Printouts:
    make = partial(print_samples, documents=documents)
    return Printouts(once(shared_folder / "printouts", make))
