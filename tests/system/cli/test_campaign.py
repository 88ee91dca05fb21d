"""`baocao campaign new`: a whole campaign from a few answers, which nothing is lost to."""

import io
import os
import pty
import re
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from unittest import mock

import pytest

from baocao.cli import main
from baocao.pipeline import Format, Printer, check_campaign, check_unit
from baocao.workspace import CampaignFolder, guide_page, template_folders
from support.in_process import build_unit
from support.samples import ROOT

NAME = "an-toan-2026"
FOLDER = Path("content") / NAME
FLAGS = {
    "--ten": "Sơ kết phong trào «Xanh - Sạch - Đẹp»: 2024 - 2026",
    "--tu-nam": "2024",
    "--den-nam": "2026",
    "--tu-ngay": "01/7/2026",
    "--can-cu": "Kế hoạch số 07/KH-LĐLĐ ngày 15/6/2026",
    "--so-bieu": "1",
}
LEVELS = ("tinh-thanh-pho|30/10/2026", "co-so|30/8/2026")


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@dataclass(frozen=True, slots=True)
class Run:
    """What a command printed, and its exit code."""

    returncode: int
    stdout: str
    stderr: str


def baocao(*arguments: str) -> Run:
    """Call the command where there is no terminal."""
    shown, complained = io.StringIO(), io.StringIO()
    with (
        mock.patch.object(sys, "argv", ["baocao", *arguments]),
        redirect_stdout(shown),
        redirect_stderr(complained),
        pytest.raises(SystemExit) as end,
    ):
        main()
    return Run(int(end.value.code or 0), shown.getvalue(), complained.getvalue())


def begin(*levels: str, name: str | None = NAME, **changed: str | None) -> Run:
    """Begin a campaign by flags; one that is changed to None is not given."""
    flags = FLAGS | {f"--{key.replace('_', '-')}": value for key, value in changed.items()}
    given = [word for flag, value in flags.items() if value is not None for word in (flag, value)]
    named = [word for level in levels or LEVELS for word in ("--cap", level)]
    return baocao("campaign", "new", str(name), *given, *named)


def in_terminal(answers: tuple[str, ...], *arguments: str) -> tuple[int, str]:
    """Call the command in a terminal in which a person types `answers`, line by line."""
    child, terminal = pty.fork()
    if child == 0:
        os.execv(sys.executable, [sys.executable, "-m", "baocao", *arguments])  # noqa: S606 - as a person does
    os.write(terminal, "".join(f"{answer}\n" for answer in answers).encode())
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 65536)
        except OSError:  # Linux says so that the other end is closed
            break
        if not piece:
            break
        shown += piece
    os.close(terminal)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), shown.decode().replace("\r\n", "\n")


@pytest.mark.usefixtures("workspace")
def test_the_four_files_and_the_schemas_are_made_and_the_next_steps_said() -> None:
    guide = guide_page("soan-dot-bao-cao.md", Path.cwd())

    run = begin()

    assert guide.is_file()
    assert (run.returncode, run.stderr) == (0, "")
    assert sorted(path.name for path in FOLDER.iterdir()) == [
        "bieu-so-lieu.yaml",
        "de-cuong.yaml",
        "don-vi.yaml",
        "dot-bao-cao.yaml",
        "luoc-do",
    ]
    assert run.stdout.endswith(
        f"""\
Việc tiếp theo:
  1. Sửa bốn tệp trong {FOLDER} thành đề cương, biểu, danh sách đơn vị của mình;
     cách viết có ví dụ trong {guide}
  2. Kiểm tra:                  baocao check {NAME}
  3. Tạo tệp cho đơn vị viết:   baocao new {NAME} co-so-vi-du
  4. Lập văn bản:               baocao build {NAME}
"""
    )


@pytest.mark.usefixtures("workspace")
def test_a_new_campaign_is_free_of_faults_and_says_how_to_go_on() -> None:
    begin()
    advice = (
        "Tệp của đợt báo cáo: không có lỗi. Chưa có đơn vị nào có thư mục trong don-vi/.\n"
        f"Muốn tạo tệp cho một đơn vị: baocao new {NAME} tinh-thanh-pho-vi-du\n"
    )

    checked, built = baocao("check", NAME), baocao("build", NAME)

    assert (checked.returncode, checked.stdout) == (0, advice)
    assert (built.returncode, built.stdout) == (0, advice)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("levels", "changed"),
    [
        (LEVELS, {}),
        (("co-so|30/8/2026",), {"so_bieu": "9"}),
        (("so|Sở ngành|30/9/2026|Ban Giám đốc|Giám đốc", "co-so|1-9-2026"), {"den_nam": "2024"}),
        (
            (
                "tong-lien-doan|31/01/2027",
                "tinh-thanh-pho|30/10/2026",
                "cap-tren-truc-tiep-co-so|30/9/2026",
                "co-so|30/8/2026",
            ),
            {
                "tu_nam": "2000",
                "so_bieu": None,
                "ten": "123",
                "can_cu": 'Chỉ thị "05": # quan trọng',
            },
        ),
    ],
)
def test_its_made_up_units_write_and_their_documents_are_built(
    workspace: Path, levels: tuple[str, ...], changed: dict[str, str | None]
) -> None:
    begun = begin(*levels, **changed)
    assert begun.returncode == 0, begun.stdout + begun.stderr
    folder = CampaignFolder(FOLDER)
    campaign, faults = check_campaign(folder)
    assert campaign is not None
    assert faults == ()
    assert baocao("new", NAME, *campaign.units).returncode == 0
    for unit in campaign.units:
        answer(folder.unit(unit))

        checked = check_unit(folder, campaign, unit)
        built = build_unit(
            campaign,
            checked,
            tuple(campaign.documents),
            (Format.DOCX,),
            Printer(template_folders(ROOT)),
            workspace / "out",
        )

        assert checked.diagnostics == ()
        assert [path.name for path in built] == ["bao-cao.docx", "bieu-so-lieu.docx"]


def answer(folder: Path) -> None:
    """Write a line under each section and a figure in each cell of a unit's new files."""
    report, statistics = folder / "bao-cao.yaml", folder / "so-lieu.yaml"
    text = report.read_text("utf-8")
    text = re.sub(
        r"(?<=: \|\n)  $", "  Đơn vị đã triển khai đến từng tổ.", text, flags=re.MULTILINE
    )
    report.write_text(text, "utf-8")
    lines = statistics.read_text("utf-8").splitlines()
    filled = (line if line.startswith("#") else line.replace("~", "1") for line in lines)
    statistics.write_text("".join(f"{line}\n" for line in filled), "utf-8")


@pytest.mark.usefixtures("workspace")
def test_the_title_of_the_campaign_is_kept_to_the_letter() -> None:
    begin()

    campaign, _ = check_campaign(CampaignFolder(FOLDER))

    assert campaign is not None
    assert campaign.title == FLAGS["--ten"]
    assert campaign.base_plan == FLAGS["--can-cu"]
    assert [level.collective for level in campaign.levels.values()] == [
        "Ban Thường vụ",
        "Ban Chấp hành",
    ]


def test_a_folder_that_holds_anything_is_left_as_it_is(workspace: Path) -> None:
    (workspace / FOLDER).mkdir(parents=True)
    note = workspace / FOLDER / "ghi-chu.txt"
    note.write_text("của tôi", "utf-8")

    run = begin()

    assert run.returncode == 2
    assert run.stderr.startswith(f"Lỗi: Thư mục {FOLDER} đã có, chương trình không ghi đè")
    assert list(note.parent.iterdir()) == [note]


@pytest.mark.usefixtures("workspace")
@pytest.mark.parametrize(
    ("levels", "changed", "words"),
    [
        (
            LEVELS,
            {"name": "An toàn 2026"},
            "Mã đợt không dùng được: mã đợt chỉ có chữ thường không dấu, chữ số và dấu gạch nối. "
            "Có phải là «an-toan-2026»?",
        ),
        (LEVELS, {"name": "../ngoai"}, "Mã đợt không dùng được: mã đợt chỉ có chữ thường"),
        (LEVELS, {"name": "con"}, "Mã đợt không dùng được: mã đợt chỉ có chữ thường"),
        (LEVELS, {"ten": " "}, "--ten không dùng được: chưa ghi lời nào."),
        (LEVELS, {"ten": "a\x07b"}, "--ten không dùng được: có ký tự không in ra được"),
        (LEVELS, {"tu_nam": "24"}, "--tu-nam không dùng được: «24» không phải một năm bốn chữ số"),
        (
            LEVELS,
            {"den_nam": "2023"},
            "--den-nam không dùng được: năm cuối 2023 ở trước năm đầu 2024.",
        ),
        (LEVELS, {"tu_ngay": "31/2/2026"}, "«31/2/2026» không phải một ngày, ví dụ 30/8/2026."),
        (
            ("co-so|30/6/2026",),
            {},
            "--cap không dùng được: hạn nộp 30/6/2026 ở trước ngày mở đợt 01/7/2026.",
        ),
        (
            ("cơ-sở|30/8/2026",),
            {},
            "mã cấp «cơ-sở» chỉ được có chữ thường không dấu, chữ số và dấu gạch nối.",
        ),
        (
            ("co-soo|30/8/2026",),
            {},
            "không có sẵn cấp «co-soo». Có phải là «co-so»? Các cấp có sẵn: tong-lien-doan, "
            "tinh-thanh-pho, cap-tren-truc-tiep-co-so, co-so; cấp khác thì viết đủ "
            "«mã|tên cấp|hạn nộp|thay mặt».",
        ),
        (("co-so",), {}, "đề nghị viết «mã|tên cấp|hạn nộp|thay mặt», hoặc «mã|hạn nộp»"),
        (("co-so|30/8/2026", "co-so|30/8/2026"), {}, "cấp «co-so» đã ghi ở trước."),
        (
            ("so|Sở|30/8/2026|TM. Ban Giám đốc",),
            {},
            "«TM. Ban Giám đốc» không cần chữ TM. ở đầu, khi in máy tự thêm.",
        ),
        (LEVELS, {"so_bieu": "0"}, "--so-bieu không dùng được: «0» không phải một số từ 1 đến 9."),
    ],
)
def test_an_answer_that_cannot_be_used_is_explained_and_nothing_is_written(
    levels: tuple[str, ...], changed: dict[str, str], words: str
) -> None:
    run = begin(*levels, **changed)

    assert run.returncode == 2
    assert words in run.stderr
    assert "Traceback" not in run.stderr
    assert not Path("content").exists()


@pytest.mark.usefixtures("workspace")
def test_a_title_that_cannot_be_printed_is_shown_in_the_file_where_it_is_to_be_mended() -> None:
    run = begin(ten="Sơ kết 🎉")

    assert run.returncode == 1
    assert (
        f"{FOLDER}/dot-bao-cao.yaml:6:14: lỗi: Phông chữ của văn bản không có ký tự" in run.stdout
    )
    assert run.stdout.endswith(
        f"Đã tạo các tệp; đề nghị sửa những chỗ nêu trên rồi chạy:\n  baocao check {NAME}\n"
    )


@pytest.mark.usefixtures("workspace")
def test_without_a_terminal_missing_answers_are_named() -> None:
    run = begin(ten=None, can_cu=None)

    assert run.returncode == 2
    assert run.stderr.startswith(
        "Lỗi: Còn thiếu --ten, --can-cu. Đề nghị ghi thêm vào lệnh, hoặc gọi lệnh trong cửa sổ "
        "dòng lệnh để được hỏi từng câu."
    )


@pytest.mark.usefixtures("workspace")
def test_in_a_terminal_each_missing_answer_is_asked_until_it_can_be_used() -> None:
    answers = (
        *("Sơ kết an toàn", "24", "2024", "2023", "2026", "Kế hoạch số 07", "1/7/2026"),
        *("", "30/10/2026", "", "1/1/2026", "30/8/2026"),  # the union's four levels
        *("so|Sở|30/9/2026", "so|Sở|30/9/2026|Ban Giám đốc|Giám đốc", ""),
        "",
    )

    code, shown = in_terminal(answers, "campaign", "new", NAME)

    assert code == 0, shown
    for words in (
        "Chưa dùng được: «24» không phải một năm bốn chữ số, ví dụ 2026.",
        "Chưa dùng được: năm cuối 2023 ở trước năm đầu 2024.",
        "Chưa dùng được: hạn nộp 01/01/2026 ở trước ngày mở đợt 01/7/2026.",
        "Chưa dùng được: đề nghị viết «mã|tên cấp|hạn nộp|thay mặt»",
        "Số biểu số liệu [1]:",
    ):
        assert words in shown
    assert not re.search(r"Error|Invalid|Aborted", shown)
    campaign, _ = check_campaign(CampaignFolder(FOLDER))
    assert campaign is not None
    assert list(campaign.levels) == ["tinh-thanh-pho", "co-so", "so"]
    assert campaign.levels["so"].head == "Giám đốc"


@pytest.mark.usefixtures("workspace")
def test_with_all_flags_nothing_is_asked_in_a_terminal_either() -> None:
    flags = [word for pair in FLAGS.items() for word in pair]

    code, shown = in_terminal((), "campaign", "new", NAME, *flags, "--cap", LEVELS[1])

    assert code == 0
    assert ":" not in shown.partition("đã tạo content/")[0]


@pytest.mark.usefixtures("workspace")
def test_a_campaign_without_any_level_is_asked_again() -> None:
    flags = [word for pair in FLAGS.items() for word in pair]
    answers = ("", "", "", "", "", "", "", "", "30/8/2026", "")

    code, shown = in_terminal(answers, "campaign", "new", NAME, *flags)

    assert code == 0
    assert shown.count("Đợt báo cáo phải có ít nhất một cấp.") == 1


@pytest.mark.usefixtures("workspace")
def test_the_group_alone_lists_its_commands() -> None:
    run = baocao("campaign")

    assert run.returncode == 2
    assert run.stdout.startswith("Cách dùng: baocao campaign")
    assert "  new  Lập thư mục content/MÃ_ĐỢT" in run.stdout
    assert run.stderr == ""
