"""Every worker has a core where there are as many cores as workers."""

import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such call"),
]

CORES = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1


class Pinned(subprocess.Popen[str]):
    """A process that has asked for a core, and rests until its input ends."""

    def __init__(self, locks: Path, workers: int) -> None:
        code = (
            "import sys; from pathlib import Path\n"
            "from baocao.batch.affinity import pin_to_free_core\n"
            f"pin_to_free_core(Path({str(locks)!r}), {workers}); print(flush=True); input()"
        )
        super().__init__(
            [sys.executable, "-c", code],
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        assert self.stdout is not None
        self.stdout.readline()

    def cores(self) -> set[int]:
        return os.sched_getaffinity(self.pid)


def test_as_many_workers_as_cores_have_one_each(tmp_path: Path) -> None:
    with ExitStack() as running:
        workers = [running.enter_context(Pinned(tmp_path, CORES)) for _ in range(CORES)]

        cores = [core for worker in workers for core in worker.cores()]
        assert sorted(cores) == sorted(os.sched_getaffinity(0))


@pytest.mark.parametrize("more", [-1, 1])
def test_fewer_or_more_workers_go_where_the_system_sends_them(tmp_path: Path, more: int) -> None:
    with Pinned(tmp_path, CORES + more) as worker:
        assert worker.cores() == os.sched_getaffinity(0)


def test_the_core_of_a_killed_worker_is_its_successors(tmp_path: Path) -> None:
    with ExitStack() as running:
        first, *_ = [running.enter_context(Pinned(tmp_path, CORES)) for _ in range(CORES)]
        cores = first.cores()
        first.kill()
        first.wait()

        assert running.enter_context(Pinned(tmp_path, CORES)).cores() == cores
