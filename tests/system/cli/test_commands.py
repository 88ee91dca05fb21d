"""The contract of the command line: exit codes, output, JSON, and what is written where."""

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from support.program import Finished, call, run
from support.samples import CAMPAIGN, ROOT, UNITS

pytestmark = pytest.mark.slow

NAME = CAMPAIGN.name


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


def baocao(
    workspace: Path, *arguments: str, environment: Mapping[str, str] | None = None
) -> Finished:
    """Run what starts workers, or is told of another environment; call the rest in this process."""
    if arguments[:1] == ("build",) or environment:
        return run(*arguments, within=workspace, environment=environment)
    return call(*arguments, within=workspace)


def spoil(workspace: Path, unit: str, old: str, new: str) -> None:
    path = workspace / "content" / NAME / "don-vi" / unit / "bao-cao.yaml"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_check_finds_the_samples_without_fault_and_writes_nothing(workspace: Path) -> None:
    before = sorted(workspace.rglob("*"))

    done = baocao(workspace, "check", NAME)

    assert done.returncode == 0
    assert done.stdout.splitlines() == [f"✓ {unit:<17}  không có lỗi" for unit in UNITS]
    assert sorted(workspace.rglob("*")) == before


def test_check_shows_the_line_with_a_caret_and_exits_1(workspace: Path) -> None:
    spoil(workspace, UNITS[0], "chuc_vu: Chủ tịch", "chuc_vu: Giám đốc")

    done = baocao(workspace, "check", NAME, UNITS[0])

    assert done.returncode == 1
    assert "[unknown-position]" in done.stdout
    lines = done.stdout.splitlines()
    shown = next(n for n, line in enumerate(lines) if line.endswith("│ chuc_vu: Giám đốc"))
    assert lines[shown + 1] == "      │          ^^^^^^^^"
    assert lines[shown + 2].startswith("      → ")
    assert "\x1b" not in done.stdout
    assert lines[-1] == f"✗ {UNITS[0]}  1 lỗi"


def test_check_as_json_is_one_document_by_the_contract(workspace: Path) -> None:
    spoil(workspace, UNITS[0], "chuc_vu: Chủ tịch", "chuc_vu: Giám đốc")

    done = baocao(workspace, "check", NAME, "--json")

    assert done.returncode == 1
    (fault,) = json.loads(done.stdout)["diagnostics"]
    assert fault == {
        "rule": "unknown-position",
        "severity": "error",
        "file": f"content/{NAME}/don-vi/{UNITS[0]}/bao-cao.yaml",
        "line": fault["line"],
        "column": 10,
        "message": "Cấp này không có chức vụ ký «Giám đốc».",
        "hint": "Đề nghị ghi đúng một trong các chức vụ được ký: Chủ tịch, Phó Chủ tịch.",
    }


def test_a_faulty_unit_is_not_built_and_does_not_stop_the_others(workspace: Path) -> None:
    spoil(workspace, UNITS[0], "chuc_vu: Chủ tịch", "chuc_vu: Giám đốc")

    done = baocao(workspace, "build", NAME, "--format", "docx", "--json")

    assert done.returncode == 1
    report = json.loads(done.stdout)
    assert report["files"][UNITS[0]] == []
    assert report["units"][UNITS[0]]["state"] == "faulty"
    for unit in UNITS[1:]:
        names = ["bao-cao.docx", "bieu-so-lieu.docx"]
        if (workspace / "content" / NAME / "don-vi" / unit / "ke-hoach.yaml").exists():
            names.append("ke-hoach.docx")
        if (workspace / "content" / NAME / "don-vi" / unit / "khen-thuong.yaml").exists():
            names += ["to-trinh.docx", "danh-sach-khen-thuong.docx"]
        made = [path for path in report["files"][unit] if "thanh-tich" not in path]
        made = [path for path in made if "bien-ban" not in path]
        assert made == [f"out/{NAME}/{unit}/{name}" for name in names]
        assert all((workspace / path).is_file() for path in report["files"][unit])
    assert not (workspace / "out" / NAME / UNITS[0]).exists()


def test_build_makes_only_the_kinds_and_formats_that_were_asked_for(workspace: Path) -> None:
    kind = ("--kind", "bieu-so-lieu", "--format", "docx", "--out", "kho")

    done = baocao(workspace, "build", NAME, UNITS[0], *kind)

    assert done.returncode == 0
    built = [path for path in (workspace / "kho").rglob("[!.]*.*") if path.name != "ket-qua.json"]
    assert built == [workspace / "kho" / NAME / UNITS[0] / "bieu-so-lieu.docx"]


def without_pango(workspace: Path, *arguments: str) -> Finished:
    """Call the program where WeasyPrint cannot be loaded."""
    blocked = workspace / "khong-co-pango"
    blocked.mkdir()
    (blocked / "weasyprint.py").write_text("raise OSError('cannot load library libpango')", "utf-8")
    path = os.pathsep.join((str(blocked), *filter(None, [os.environ.get("PYTHONPATH")])))
    return baocao(workspace, *arguments, environment={"PYTHONPATH": path})


def test_word_alone_is_built_without_loading_weasyprint(workspace: Path) -> None:
    done = without_pango(workspace, "build", NAME, UNITS[0], "--format", "docx")

    assert done.returncode == 0, done.stderr
    assert (workspace / "out" / NAME / UNITS[0] / "bao-cao.docx").is_file()


def test_without_pango_word_is_built_and_what_lacks_is_said_once(workspace: Path) -> None:
    done = without_pango(workspace, "build", NAME, "--kind", "bieu-so-lieu", "--json")

    assert done.returncode == 2
    report = json.loads(done.stdout)
    (lacking,) = report["summary"]["lacking"]
    assert lacking.startswith("Máy này chưa có thư viện Pango để lập PDF (cannot load library")
    assert report["failures"] == {}
    for unit in UNITS:
        assert report["files"][unit] == [f"out/{NAME}/{unit}/bieu-so-lieu.docx"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("check", "khong-co"), "Không tìm thấy đợt báo cáo «khong-co»"),
        (("check", NAME, "ldld-thidu"), "Có phải là «ldld-thi-du»?"),
        (("build", NAME, "--kind", "cong-van"), "không có loại văn bản «cong-van»"),
        (("build", NAME, "--format", "odt"), "docx"),
        (("explain", "missing-secton"), "Có phải là «missing-section»?"),
        (("lam-gi",), "lam-gi"),
        (("check",), "ĐỢT"),
    ],
)
def test_wrong_usage_exits_2_and_says_what_would_be_right(
    workspace: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = baocao(workspace, *arguments)

    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_our_own_bug_exits_3_with_its_traceback(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baocao.cli.check.check_campaign", lambda _: 1 / 0)

    done = baocao(workspace, "check", NAME)

    assert done.returncode == 3
    assert "ZeroDivisionError" in done.stderr
    assert "Đây là lỗi của chương trình" in done.stderr


def test_a_broken_template_is_named_and_exits_2(workspace: Path) -> None:
    (workspace / "templates" / "docx").mkdir(parents=True)
    (workspace / "templates" / "docx" / "van-ban.docx").write_bytes(b"hong")

    done = baocao(workspace, "build", NAME, UNITS[0], "--format", "docx")

    assert done.returncode == 2
    assert "templates/docx/van-ban.docx không dùng được" in done.stderr


def test_an_output_folder_that_cannot_be_written_exits_2(workspace: Path) -> None:
    (workspace / "out").write_text("một tệp, không phải thư mục")

    done = baocao(workspace, "build", NAME, UNITS[0], "--format", "docx")

    assert done.returncode == 2
    assert "Không ghi được tệp" in done.stderr


def test_doctor_says_what_can_be_built(workspace: Path) -> None:
    done = baocao(workspace, "doctor")

    assert done.returncode == 0
    assert "PDF/A-3b" in done.stdout


def test_doctor_says_where_the_guide_lies(workspace: Path) -> None:
    done = baocao(workspace, "doctor")

    (line,) = (line for line in done.stdout.splitlines() if "Hướng dẫn" in line)
    folder = Path(line.split()[-1]).parent
    assert {"README.md", "soan-dot-bao-cao.md"} <= {page.name for page in folder.iterdir()}


def test_doctor_without_fonts_says_how_to_get_them(
    workspace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("baocao.render.fonts.installed_typeface", lambda: None)

    done = baocao(workspace, "doctor")

    assert done.returncode == 2
    assert "apt-get install fonts-liberation2" in done.stdout


def test_explain_lists_every_rule_and_prints_a_manual(workspace: Path) -> None:
    listed = baocao(workspace, "explain")
    manual = baocao(workspace, "explain", "parts-mismatch")

    assert "parts-mismatch" in listed.stdout
    assert manual.stdout.startswith("parts-mismatch: Các phần cộng lại không bằng tổng của chúng.")
    assert "Sai:" in manual.stdout
    assert "Đúng:" in manual.stdout


def test_a_unit_without_a_plan_of_its_own_has_none_built(workspace: Path) -> None:
    done = baocao(workspace, "build", NAME, "cdn-minh-hoa", "--kind", "ke-hoach")

    assert done.returncode == 0
    assert done.stdout == "- cdn-minh-hoa: không có văn bản nào phải lập thuộc loại đã chọn\n"
