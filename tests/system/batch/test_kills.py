"""A program killed at any moment leaves no half file, and the next one finishes the rest.

Here a few moments; `make kills` tries 50.
"""

import os
import random
import shutil
import signal
import time
from pathlib import Path

import pytest

from support.batches import Workspace, spoiled_render

pytestmark = pytest.mark.slow

KILLS = int(os.environ.get("BAOCAO_KILLS", "6"))
UNITS = 16


def test_no_kill_leaves_a_half_file_or_loses_anything(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path / "workspace", UNITS)
    slowly = spoiled_render(tmp_path / "spoiled", "time.sleep(0.1)")  # so that most kills hit
    started = time.monotonic()
    assert workspace.build("--jobs", "2", env=slowly).code == 0
    seconds = time.monotonic() - started
    undisturbed = workspace.outputs()
    shutil.rmtree(workspace.out)
    moments = random.Random(20171030)  # noqa: S311 - the same moments every time
    resumed = 0

    for number in range(KILLS):
        building = workspace.start("--jobs", "2", env=slowly)
        time.sleep(moments.uniform(0.3, 1) * seconds)
        if number % 2:
            building.kill()  # the workers live on for a moment
        else:
            os.killpg(building.pid, signal.SIGKILL)
        building.communicate()
        there = workspace.outputs()

        assert there == {name: undisturbed[name] for name in there}
        resumed += 0 < len(there) < len(undisturbed)
        if len(there) == len(undisturbed):
            shutil.rmtree(workspace.out)

    last = workspace.build("--jobs", "2")
    assert last.code == 0
    assert workspace.outputs() == undisturbed
    assert not list(workspace.out.rglob("*.tmp"))
    assert resumed
