"""The papers of the two campaigns of rich forms, made once by the command line."""

from pathlib import Path

import pytest

from support.built import once
from support.form_papers import Papers, make


@pytest.fixture(scope="session")
def papers(shared_folder: Path) -> Papers:
    return Papers(once(shared_folder / "campaign-forms", make))
