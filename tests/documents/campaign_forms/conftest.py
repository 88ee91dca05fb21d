"""The papers of the two campaigns of rich forms, made once by the command line."""

import os

import pytest

from support.built import once
from support.form_papers import Papers, make


@pytest.fixture(scope="session")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Papers:
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own
    return Papers(once(shared / "campaign-forms", make))
