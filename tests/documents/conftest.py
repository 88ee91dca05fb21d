"""The sample documents, made once for a whole run: whichever worker needs them first makes them."""

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

PRINTED_BY_LIBREOFFICE = {"printouts", "papers", "made", "long_form"}


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
    """Mark all that waits for documents to be printed.

    WeasyPrint 70 leaves its colour profile open with every PDF/A.
    """
    here = Path(__file__).parent
    leak = pytest.mark.filterwarnings("ignore:unclosed file .*sRGB2014.icc:ResourceWarning")
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(leak)
            item.add_marker(pytest.mark.slow)
            if PRINTED_BY_LIBREOFFICE.intersection(getattr(item, "fixturenames", ())):
                item.add_marker(pytest.mark.tools)
