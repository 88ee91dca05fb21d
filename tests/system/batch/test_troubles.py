"""Whatever befalls one unit, it is told of that unit, and the others are built."""

import errno
import multiprocessing
import os
import resource
import signal
import subprocess
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from filelock import FileLock

from baocao.batch import lock, pool
from baocao.batch.outcome import FileChanges, Output, RenderedOutput, RenderedUnit, State
from baocao.batch.pool import LocalPool
from baocao.batch.publish import publish_outputs, stage_outputs
from baocao.batch.run import Batch
from baocao.batch.task import BuildRequest, Task
from baocao.model.campaign import PdfEngine
from baocao.pipeline import Format, check_campaign
from baocao.workspace import CampaignFolder, template_folders
from support.batches import Run, Workspace, await_that, changed_program, spoiled_render

AILING = "cdcs-001"
WORD = Output("bao-cao", Format.DOCX)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.make(tmp_path / "workspace", 3)


def trouble(workspace: Workspace, code: str, *options: str) -> Run:
    """Build while `code` runs before each document that speaks of the ailing unit."""
    about = f"if 'Của {AILING}' in words:\n" + "".join(
        f"    {line}\n" for line in code.splitlines()
    )
    environment = spoiled_render(workspace.folder.parent / "spoiled", about)
    return workspace.build(*options, env=environment)


def assert_only_that_document_is_missing(workspace: Workspace, run: Run) -> None:
    assert run.of_state("failed") == [AILING]
    assert run.of_state("built") == ["cdcs-000", "cdcs-002"]
    assert sorted(workspace.outputs()) == [
        "cdcs-000/bao-cao.docx",
        "cdcs-000/bieu-so-lieu.docx",
        "cdcs-001/bieu-so-lieu.docx",
        "cdcs-002/bao-cao.docx",
        "cdcs-002/bieu-so-lieu.docx",
    ]


@pytest.mark.slow
def test_a_worker_killed_once_is_replaced_and_its_unit_built(workspace: Workspace) -> None:
    once = (
        "mark = Path('killed')\n"
        "if not mark.exists():\n"
        "    mark.touch()\n"
        "    os.kill(os.getpid(), signal.SIGKILL)"
    )

    run = trouble(workspace, once)

    assert run.code == 0
    assert (workspace.folder / "killed").exists()
    assert run.of_state("built") == list(workspace.units)


@pytest.mark.slow
def test_a_document_that_always_kills_its_worker_is_reported(workspace: Workspace) -> None:
    run = trouble(workspace, "os.kill(os.getpid(), signal.SIGKILL)")

    assert run.code == 2
    (failure,) = run.report["failures"][AILING]
    assert failure["output"] == "bao-cao.docx"
    assert "bị dừng giữa chừng, đã thử lại một lần (mã -9)" in failure["reason"]
    assert_only_that_document_is_missing(workspace, run)


@pytest.mark.slow
def test_a_document_that_never_ends_is_stopped_and_reported(workspace: Workspace) -> None:
    run = trouble(workspace, "while True: pass", "--time-limit", "4")

    assert run.code == 2
    (failure,) = run.report["failures"][AILING]
    assert failure["output"] == "bao-cao.docx"
    assert failure["reason"].startswith("Lập quá 4 giây mà chưa xong")
    assert_only_that_document_is_missing(workspace, run)


def request(workspace: Workspace) -> BuildRequest:
    """Ask for the reports in Word."""
    folder = CampaignFolder(workspace.campaign)
    campaign, _ = check_campaign(folder)
    assert campaign is not None
    return BuildRequest(
        folder=folder,
        campaign=campaign,
        templates=template_folders(workspace.folder),
        outputs=(WORD,),
        engine=PdfEngine.WEASYPRINT,
        out=workspace.folder / "out",
    )


def batch_of(workspace: Workspace, seconds: float) -> Batch:
    """Return a batch in which one worker builds the reports in Word."""
    return Batch(request(workspace), lambda config: LocalPool(config, 1, seconds))


@pytest.mark.slow
def test_workers_are_renewed_and_nothing_is_lost(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = Workspace.make(tmp_path / "workspace", 5)
    workers = tmp_path / "workers"
    telling = f"with open({str(workers)!r}, 'a') as file: print(os.getpid(), file=file)"
    for name, value in spoiled_render(tmp_path / "spoiled", telling).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(pool, "UNITS_A_WORKER", 2)

    with closing(batch_of(workspace, 60)) as batch:
        states = [outcome.state for outcome in batch.outcomes(workspace.units)]

    assert states == [State.BUILT] * len(workspace.units)
    units_of_each = Counter(workers.read_text("ascii").split())
    # the first is asked as well which formats it can print
    assert sorted(units_of_each.values()) == [1, 2, 2]


@pytest.mark.slow
def test_a_worker_may_rest_for_longer_than_a_document_may_take(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path, 5)
    with closing(batch_of(workspace, 6)) as batch:
        outcomes = batch.outcomes(workspace.units)
        states = [next(outcomes).state]
        time.sleep(6.5)

        states += [outcome.state for outcome in outcomes]

    assert states == [State.BUILT] * len(workspace.units)


@pytest.mark.slow
def test_a_worker_that_dies_at_rest_is_replaced(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path, 2)
    with closing(batch_of(workspace, 60)) as batch:
        states = [outcome.state for outcome in batch.outcomes(workspace.units[:1])]
        (worker,) = multiprocessing.active_children()
        worker.kill()
        worker.join()
        time.sleep(0.5)  # until the pool sees it

        states += [outcome.state for outcome in batch.outcomes(workspace.units[1:])]

    assert states == [State.BUILT] * len(workspace.units)


@pytest.mark.slow
def test_a_worker_that_cannot_start_is_told_with_its_last_words(workspace: Workspace) -> None:
    environment = changed_program(
        workspace.folder.parent / "spoiled",
        "from baocao.batch.build_unit import UnitBuilder\n"
        "def __init__(self, config, on_document):\n"
        "    raise OSError('no room for a worker')\n"
        "UnitBuilder.__init__ = __init__\n",
    )

    run = subprocess.run(
        workspace.command(),
        cwd=workspace.folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )

    assert run.returncode == 2
    assert "Tiến trình lập văn bản bị dừng giữa chừng" in run.stderr
    assert "no room for a worker" in run.stderr


@pytest.mark.slow
def test_our_bug_in_one_document_is_told_with_its_traceback(workspace: Workspace) -> None:
    run = trouble(workspace, "1 / 0")

    assert run.code == 3
    (failure,) = run.report["failures"][AILING]
    assert failure["bug"] is True
    assert "ZeroDivisionError" in failure["reason"]
    assert_only_that_document_is_missing(workspace, run)


@pytest.mark.slow
def test_what_a_library_prints_does_not_get_among_the_answers(workspace: Workspace) -> None:
    run = trouble(workspace, "print('words ' * 10000, flush=True)\nos.write(1, b'more')")

    assert run.code == 0
    assert run.of_state("built") == list(workspace.units)


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """Mount a small disk of its own at a folder; only root may."""
    folder.mkdir(parents=True)
    mount = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("nothing can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize(
    ("options", "words"),
    [("size=16k", "No space left on device"), ("ro", "Read-only file system")],
)
def test_a_full_disk_and_a_read_only_folder_are_told(
    workspace: Workspace, options: str, words: str
) -> None:
    with mounted(workspace.out / AILING, options):
        run = workspace.build_here()

        left = [path.name for path in (workspace.out / AILING).iterdir()]

    assert run.code == 2
    reasons = [failure["reason"] for failure in run.report["failures"][AILING]]
    assert reasons
    assert all("Không ghi được tệp" in reason and words in reason for reason in reasons)
    assert run.of_state("built") == ["cdcs-000", "cdcs-002"]
    assert not [name for name in left if name.endswith(".tmp")]


@pytest.mark.slow
def test_files_that_the_system_finds_too_large_are_told_and_the_others_written(
    workspace: Workspace,
) -> None:
    largest = 11_000  # bytes: between the form and the report

    run = workspace.build(
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (largest, largest))
    )

    assert run.code == 2
    assert run.of_state("failed") == list(workspace.units)
    assert sorted(workspace.outputs()) == [f"{unit}/bieu-so-lieu.docx" for unit in workspace.units]


def test_a_file_in_place_of_a_folder_is_told(workspace: Workspace) -> None:
    workspace.out.mkdir(parents=True)
    (workspace.out / AILING).write_text("một tệp")

    run = workspace.build_here()

    assert run.code == 2
    assert "Không ghi được tệp" in run.report["failures"][AILING][0]["reason"]
    assert run.of_state("built") == ["cdcs-000", "cdcs-002"]


def test_an_output_that_is_open_elsewhere_is_told_and_made_the_next_time(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    config = request(workspace).config()
    made = RenderedUnit(AILING, outputs=(RenderedOutput(WORD, {"bao-cao.docx": b"new"}),))
    task = Task(AILING, workspace.folder, {}, (WORD,), b"")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", _refusing("bao-cao.docx"))

        refused = publish_outputs(stage_outputs(made, task, config))

    assert refused.changes.written == ()
    assert "đóng tệp nếu đang mở trong Word" in refused.failures[0].reason
    folder = workspace.out / AILING
    assert [path.name for path in folder.iterdir()] == [".ban-ke.json"]
    outcome = publish_outputs(stage_outputs(made, task, config))
    assert outcome.changes.written == (folder / "bao-cao.docx",)
    assert outcome.failures == ()


def test_a_full_disk_is_told_when_a_file_settles(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = RenderedUnit(AILING, outputs=(RenderedOutput(WORD, {"bao-cao.docx": b"new"}),))
    task = Task(AILING, workspace.folder, {}, (WORD,), b"")
    waiting = stage_outputs(made, task, request(workspace).config())

    def no_space(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", no_space)
    outcome = publish_outputs(waiting)

    assert [failure.output for failure in outcome.failures] == [str(WORD)]
    assert outcome.changes == FileChanges()
    assert list((workspace.out / AILING).iterdir()) == []


def test_two_batches_do_not_write_into_one_folder(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "_SECONDS_TO_WAIT", 0.2)
    workspace.out.mkdir(parents=True)
    with FileLock(workspace.out / ".dang-lap"):
        run = workspace.build_here()

    assert run.code == 2
    assert "Một lần build khác đang ghi vào thư mục" in run.errors
    assert workspace.outputs() == {}


@pytest.mark.slow
def test_ctrl_c_ends_what_is_in_hand_and_says_how_far_it_came(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path / "workspace", 40)
    slowly = spoiled_render(tmp_path / "spoiled", "time.sleep(0.1)")
    building = workspace.start("--jobs", "2", env=slowly)
    await_that(lambda: list(workspace.out.rglob("*.docx")))

    building.send_signal(signal.SIGINT)
    report, errors = building.communicate(timeout=60)

    assert building.returncode == 130
    assert "Đang dừng" in errors
    assert '"interrupted": true' in report
    done = len(workspace.outputs())
    assert 0 < done < 2 * len(workspace.units)
    assert not list(workspace.out.rglob("*.tmp"))
    again = workspace.build()
    assert again.code == 0
    assert len(again.of_state("skipped")) >= done // 2


@pytest.mark.slow
def test_a_second_ctrl_c_ends_at_once(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path / "workspace", 3)
    for_ever = spoiled_render(tmp_path / "spoiled", "Path('begun').touch()\nwhile True: pass")
    building = workspace.start("--jobs", "1", env=for_ever)
    await_that((workspace.folder / "begun").exists)

    building.send_signal(signal.SIGINT)
    assert building.stderr is not None
    assert "Đang dừng" in building.stderr.readline()
    building.send_signal(signal.SIGINT)

    building.communicate(timeout=10)
    assert building.returncode == 130


def _refusing(refused: str) -> Callable[[Path, Path], Path]:
    replace = Path.replace

    def open_elsewhere(path: Path, target: Path) -> Path:
        if target.name == refused:
            raise PermissionError(13, "The process cannot access the file")
        return replace(path, target)

    return open_elsewhere
