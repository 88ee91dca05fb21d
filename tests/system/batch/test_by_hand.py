"""What a person changed in a finished file is never lost."""

import re
import subprocess
from pathlib import Path

import pytest

from support.batches import Workspace

UNIT = "cdcs-000"


@pytest.fixture
def workspace(workspace: Workspace) -> Workspace:
    path = workspace.file(UNIT)
    path.write_bytes(path.read_bytes() + b"by hand")
    return workspace


@pytest.mark.slow
def test_a_changed_file_is_kept_and_told_where_nothing_else_changed(workspace: Workspace) -> None:
    by_hand = workspace.file(UNIT).read_bytes()

    for _ in range(2):
        run = workspace.build()

        assert run.code == 1
        assert run.report["units"][UNIT]["kept"] == [
            f"out/{workspace.out.name}/{UNIT}/bao-cao.docx"
        ]
        assert workspace.file(UNIT).read_bytes() == by_hand


def test_a_changed_file_is_kept_though_its_content_changed(workspace: Workspace) -> None:
    by_hand = workspace.file(UNIT).read_bytes()
    for unit in workspace.units:
        workspace.rewrite(unit)

    run = workspace.build_here()

    assert run.code == 1
    assert workspace.file(UNIT).read_bytes() == by_hand
    assert run.written(UNIT) == []
    assert run.written("cdcs-001") == ["bao-cao.docx"]
    assert workspace.build_here().report["units"][UNIT]["kept"]


def test_force_does_not_overwrite_it_either(workspace: Workspace) -> None:
    by_hand = workspace.file(UNIT).read_bytes()

    assert workspace.build_here("--force").code == 1
    assert workspace.file(UNIT).read_bytes() == by_hand


def test_overwriting_keeps_a_dated_copy(workspace: Workspace) -> None:
    by_hand = workspace.file(UNIT).read_bytes()

    run = workspace.build_here("--overwrite")

    assert run.code == 0
    (copy,) = run.report["units"][UNIT]["copies"]
    assert re.fullmatch(r".*/cdcs-000/bao-cao\.sua-tay-20\d{6}-\d{6}\.docx", copy)
    assert (workspace.folder / copy).read_bytes() == by_hand
    assert workspace.file(UNIT).read_bytes() == by_hand.removesuffix(b"by hand")
    assert workspace.build_here().of_state("skipped") == list(workspace.units)


def test_two_copies_in_one_second_do_not_meet(workspace: Workspace) -> None:
    hands = [workspace.file(UNIT).read_bytes()]
    workspace.build_here("--overwrite")
    for number in range(3):
        hands.append(b"by hand %d" % number)
        workspace.file(UNIT).write_bytes(hands[-1])
        workspace.build_here("--overwrite")

    copies = {path.read_bytes() for path in workspace.out.glob("*/*sua-tay*")}
    assert copies == set(hands)


def test_a_file_that_we_never_built_is_kept(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path, 1)
    workspace.file(UNIT).parent.mkdir(parents=True)
    workspace.file(UNIT).write_bytes(b"somebody's")

    run = workspace.build_here()

    assert run.code == 1
    assert workspace.file(UNIT).read_bytes() == b"somebody's"


def test_a_changed_file_put_back_as_it_was_is_ours_again(workspace: Workspace) -> None:
    built = workspace.file(UNIT).read_bytes().removesuffix(b"by hand")
    workspace.rewrite(UNIT)
    workspace.build_here()
    workspace.file(UNIT).write_bytes(built)

    run = workspace.build_here()

    assert run.code == 0
    assert run.written(UNIT) == ["bao-cao.docx"]
    assert workspace.file(UNIT).read_bytes() != built


@pytest.mark.slow
def test_a_person_is_told_what_to_do(workspace: Workspace) -> None:
    run = subprocess.run(
        workspace.command(), cwd=workspace.folder, capture_output=True, text=True, check=False
    )

    assert f"! {UNIT}: giữ nguyên out/" in run.stdout
    assert "--overwrite" in run.stdout
