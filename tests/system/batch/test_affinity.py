"""Every worker has a core where there are as many cores as workers."""

import os
import subprocess
import sys

import pytest

from baocao.batch.affinity import cores_for, keep_to

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such call")


def test_as_many_workers_as_cores_have_one_each() -> None:
    own = os.sched_getaffinity(0)

    assert set(cores_for(len(own))) == own


@pytest.mark.parametrize("more", [-1, 1])
def test_fewer_or_more_workers_go_where_the_system_sends_them(more: int) -> None:
    workers = len(os.sched_getaffinity(0)) + more

    assert cores_for(workers) == (None,) * workers


def test_a_worker_stays_on_its_core() -> None:
    core = max(os.sched_getaffinity(0))
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        keep_to(core, process.pid)

        assert os.sched_getaffinity(process.pid) == {core}


def test_a_process_that_has_ended_is_no_trouble() -> None:
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()

    keep_to(0, process.pid)
