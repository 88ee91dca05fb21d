"""Other machines make the same bytes; here their workers stand on this one."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from support.batches import Workspace, await_that, changed_program

pytestmark = [pytest.mark.slow, pytest.mark.tools]

UNITS = 24


@contextmanager
def dask(
    folder: Path, workers: int, *options: str
) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Run a scheduler and some workers on loopback; yield the address, and the workers."""
    place = folder / "scheduler.json"
    loopback = ["--host", "127.0.0.1", "--no-dashboard", "--scheduler-file", str(place)]
    worker = ["distributed.cli.dask_worker", *loopback, "--nthreads", "1", *options]
    with (folder / "dask.log").open("wb") as log, ExitStack() as running:

        def run(module: str, *options: str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                [sys.executable, "-m", module, *options], cwd=folder, stderr=log, stdout=log
            )
            running.callback(process.wait, timeout=30)
            running.callback(process.terminate)
            return process

        run("distributed.cli.dask_scheduler", *loopback, "--port", "0")
        await_that(lambda: place.exists() and bool(place.read_text("utf-8").strip()))
        address = json.loads(place.read_text("utf-8"))["address"]
        yield address, [run(*worker) for _ in range(workers)]


def test_two_workers_make_the_same_bytes_and_one_that_is_killed_loses_nothing(
    tmp_path: Path,
) -> None:
    workspace = Workspace.make(tmp_path / "workspace", UNITS)
    assert workspace.build_here().code == 0
    here = workspace.outputs()
    shutil.rmtree(workspace.out)

    with dask(tmp_path, 2, "--no-nanny") as (address, workers):
        building = workspace.start("--scheduler", address)
        await_that(lambda: len(workspace.outputs()) >= UNITS // 2)
        assert building.poll() is None
        workers[0].kill()
        report, errors = building.communicate(timeout=120)

    assert building.returncode == 0, errors
    assert json.loads(report)["summary"]["built"] == UNITS
    assert workspace.outputs() == here


def test_faults_and_broken_templates_are_told_as_they_stand_here(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path / "workspace", 2)
    workspace.edit(workspace.content("cdcs-001"), "nguoi_ky:", "nguoi_kyy:")
    broken = workspace.folder / "templates" / "docx" / "bieu-so-lieu.docx"
    broken.write_bytes(b"broken")

    with dask(tmp_path, 1, "--nanny") as (address, _):
        there = workspace.build("--scheduler", address)
    shutil.rmtree(workspace.out)
    here = workspace.build_here()

    assert there.code == here.code == 2
    assert there.report["diagnostics"] == here.report["diagnostics"]
    assert here.report["diagnostics"]
    assert there.report["failures"] == here.report["failures"]
    assert "templates/docx/bieu-so-lieu.docx" in str(here.report["failures"])


def test_a_program_that_would_print_otherwise_is_refused(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path / "workspace", 1)
    other = changed_program(tmp_path / "other", "import baocao\nbaocao.__version__ = '0.0.0'")

    with dask(tmp_path, 1, "--no-nanny") as (address, _):
        run = workspace.build("--scheduler", address, env=other)

    assert run.code == 2
    assert "chương trình, thư viện hay phông chữ khác" in run.report["summary"]["lacking"][0]
    assert not workspace.outputs()


def test_nobody_at_the_address_is_told(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path / "workspace", 1)
    impatient = changed_program(
        tmp_path / "other", "from baocao.batch import cluster\ncluster._SECONDS_TO_CONNECT = 1"
    )

    run = subprocess.run(
        workspace.command("--scheduler", "tcp://127.0.0.1:9"),
        cwd=workspace.folder,
        env={**os.environ, **impatient},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 2
    assert "Không làm việc được với các máy ở tcp://127.0.0.1:9" in run.stderr
    assert "Traceback" not in run.stderr
