"""What is up to date is not made again, and what is not, is."""

import json
import os
from pathlib import Path

import pytest

from support.batches import Workspace


@pytest.mark.slow
def test_nothing_is_made_again_where_nothing_changed(workspace: Workspace) -> None:
    before = {path: path.stat().st_mtime_ns for path in workspace.out.rglob("*.docx")}

    run = workspace.build()

    assert run.code == 0
    assert run.of_state("skipped") == list(workspace.units)
    assert {path: path.stat().st_mtime_ns for path in workspace.out.rglob("*.docx")} == before
    assert before


def test_what_lies_in_place_is_listed_though_it_was_not_made(workspace: Workspace) -> None:
    run = workspace.build_here()

    names = [path.rpartition("/")[2] for path in run.report["files"][workspace.units[0]]]
    assert names == ["bao-cao.docx", "bieu-so-lieu.docx"]


def test_only_the_files_of_the_unit_that_changed_are_written(workspace: Workspace) -> None:
    changed = workspace.units[1]
    before = workspace.outputs()
    workspace.rewrite(changed)

    run = workspace.build_here()

    assert run.of_state("built") == [changed]
    after = workspace.outputs()
    assert {name for name in after if after[name] != before[name]} == {f"{changed}/bao-cao.docx"}


def test_a_change_in_the_list_of_units_touches_that_unit_alone(workspace: Workspace) -> None:
    units = workspace.campaign / "don-vi.yaml"
    workspace.edit(units, "ten: Công đoàn cơ sở cdcs-002", "ten: Công đoàn cơ sở Ví Dụ Hai")

    assert workspace.build_here().of_state("built") == ["cdcs-002"]


def test_a_new_name_of_the_superior_touches_all_below(workspace: Workspace) -> None:
    units = workspace.campaign / "don-vi.yaml"
    workspace.edit(units, "ten: Liên đoàn Lao động tỉnh Thí Dụ", "ten: Liên đoàn Lao động Thí Dụ")

    assert workspace.build_here().of_state("built") == list(workspace.units)


@pytest.mark.parametrize("name", ["dot-bao-cao.yaml", "de-cuong.yaml"])
def test_a_changed_campaign_makes_everything_again(workspace: Workspace, name: str) -> None:
    with (workspace.campaign / name).open("a", encoding="utf-8") as file:
        file.write("# một lời nhắc\n")

    run = workspace.build_here()

    assert run.report["files"].keys() == set(workspace.units)
    assert run.report["summary"]["kept"] == 0
    assert run.of_state("built") + run.of_state("skipped") == list(workspace.units)


@pytest.mark.slow
def test_templates_of_one_format_do_not_concern_the_other(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path, 1)
    both = ("--format", "docx", "--format", "pdf", "--kind", "bieu-so-lieu")
    (unit,) = workspace.units
    assert workspace.build_here(*both).written(unit) == ["bieu-so-lieu.docx", "bieu-so-lieu.pdf"]
    workspace.edit(
        tmp_path / "templates" / "html" / "van-ban.css", "font-size: 13pt", "font-size: 14pt"
    )

    assert workspace.build_here(*both).written(unit) == ["bieu-so-lieu.pdf"]


def test_what_was_deleted_is_made_again(workspace: Workspace) -> None:
    lost = workspace.file("cdcs-001")
    data = lost.read_bytes()
    lost.unlink()

    assert workspace.build_here().written("cdcs-001") == ["bao-cao.docx"]
    assert lost.read_bytes() == data


def test_a_file_with_another_time_and_the_same_bytes_is_up_to_date(workspace: Workspace) -> None:
    os.utime(workspace.file("cdcs-001"), (1, 1))

    assert workspace.build_here().of_state("skipped") == list(workspace.units)


def test_force_makes_everything_again_with_the_same_bytes(workspace: Workspace) -> None:
    before = workspace.outputs()
    manifest = workspace.file("cdcs-001", ".ban-ke.json")
    workspace.edit(
        manifest, json.loads(manifest.read_text())["outputs"]["bao-cao.docx"]["fingerprint"], "0"
    )

    run = workspace.build_here("--force")

    assert run.code == 0
    assert workspace.outputs() == before


def test_a_lost_manifest_costs_a_build_and_alarms_nobody(workspace: Workspace) -> None:
    before = workspace.outputs()
    workspace.file("cdcs-000", ".ban-ke.json").unlink()
    workspace.file("cdcs-001", ".ban-ke.json").write_text('{"version": 1, "outputs"', "utf-8")

    run = workspace.build_here()

    assert run.code == 0
    assert workspace.outputs() == before
    assert workspace.build_here().of_state("skipped") == list(workspace.units)


def test_warnings_are_told_again_though_nothing_is_made(tmp_path: Path) -> None:
    workspace = Workspace.make(tmp_path, 1)
    workspace.edit(workspace.content("cdcs-000"), "ngay: ", "ngay: 30/12/2017 # ")
    first = workspace.build_here()
    assert [fault["severity"] for fault in first.report["diagnostics"]] == ["warning"]

    again = workspace.build_here()

    assert again.of_state("skipped") == ["cdcs-000"]
    assert again.report["diagnostics"] == first.report["diagnostics"]


def test_a_unit_that_became_faulty_keeps_its_earlier_documents(workspace: Workspace) -> None:
    before = workspace.outputs()
    workspace.edit(workspace.content("cdcs-001"), "nguoi_ky:", "nguoi_kyy:")

    run = workspace.build_here()

    assert run.code == 1
    assert run.of_state("faulty") == ["cdcs-001"]
    assert workspace.outputs() == before
