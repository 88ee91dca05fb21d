"""The sample documents, made once for a whole run: whichever worker needs them first makes them."""

import os
from functools import partial
from pathlib import Path

import pytest

from baocao.model.campaign import PdfEngine
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
def documents(shared_folder: Path, request: pytest.FixtureRequest) -> Documents:
    engine = getattr(request, "param", PdfEngine.WEASYPRINT)
    return Documents(once(shared_folder / "samples", build_samples), engine)


@pytest.fixture(scope="session")
def documents_built_again(shared_folder: Path, documents: Documents) -> Documents:
    make = partial(build_samples_again, earlier=documents)
    return Documents(once(shared_folder / "samples-again", make))


@pytest.fixture(scope="session")
def printouts(shared_folder: Path, documents: Documents) -> Printouts:
    make = partial(print_samples, documents=documents)
    return Printouts(once(shared_folder / "printouts", make))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let WeasyPrint leave its colour profile open, as version 70 does with every PDF/A."""
    here = Path(__file__).parent
    leak = pytest.mark.filterwarnings("ignore:unclosed file .*sRGB2014.icc:ResourceWarning")
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(leak)
