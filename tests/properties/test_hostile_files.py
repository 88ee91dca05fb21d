import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

COUNT = int(os.environ.get("BAOCAO_FUZZ", "600"))  # `make fuzz` runs all 20,000
BATCHES = 4
SECONDS, MEGABYTES = 2, 300


@pytest.mark.timed
@pytest.mark.parametrize("batch", range(BATCHES))
def test_a_hostile_file_ends_in_diagnostics_within_its_limits(batch: int) -> None:
    script = Path(__file__).with_name("hostile_files.py")
    share = COUNT // BATCHES

    run = subprocess.run(
        [sys.executable, str(script), str(share), str(batch * share)],
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 0, run.stderr[-3000:]
    cost = json.loads(run.stdout)
    assert cost["clean"] > 0  # some mutations are harmless: those were built
    assert cost["worst"]["seconds"] < SECONDS, cost
    assert cost["peak_mb"] < MEGABYTES, cost
