"""`baocao new`: a unit's files appear, nothing that was written is lost."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from baocao.authoring.schema.campaign import schemas
from baocao.authoring.schema.json_schema import to_text
from baocao.cli import group
from baocao.errors import UnknownKindError, UnknownUnitError
from support.schemas import SEED, read_campaign

CAMPAIGN = SEED.name
FOLDER = Path("content") / CAMPAIGN


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command printed, and its exit code."""

    code: int
    output: str


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / FOLDER).mkdir(parents=True)
    for path in SEED.glob("*.yaml"):
        shutil.copy(path, tmp_path / FOLDER)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def baocao(*arguments: str) -> Answer:
    result = CliRunner().invoke(group, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return Answer(result.exit_code, result.output)


@pytest.mark.usefixtures("workspace")
def test_the_files_of_the_named_units_are_made() -> None:
    done = baocao("new", CAMPAIGN, "ldld-thi-du", "cdn-minh-hoa")

    assert done.code == 0
    assert done.output == (
        f"""\
Lược đồ cho trình soạn thảo: {FOLDER}/luoc-do (10 tệp, đã làm mới)
ldld-thi-du: Liên đoàn Lao động tỉnh Thí Dụ
  ✓ đã tạo              {FOLDER}/don-vi/ldld-thi-du/bao-cao.yaml
  ✓ đã tạo              {FOLDER}/don-vi/ldld-thi-du/so-lieu.yaml
cdn-minh-hoa: Công đoàn ngành Minh Họa Việt Nam
  ✓ đã tạo              {FOLDER}/don-vi/cdn-minh-hoa/bao-cao.yaml
  ✓ đã tạo              {FOLDER}/don-vi/cdn-minh-hoa/so-lieu.yaml

Việc tiếp theo:
  1. Mở tệp bằng trình soạn thảo và viết theo lời dẫn trong tệp. Visual Studio Code có
     phần mở rộng YAML sẽ gợi ý các mục và gạch chân chỗ sai ngay khi gõ.
  2. Kiểm tra:      baocao check {CAMPAIGN} ldld-thi-du cdn-minh-hoa
  3. Lập văn bản:   baocao build {CAMPAIGN} ldld-thi-du cdn-minh-hoa
  Đơn vị có lập ke-hoach.yaml thì tạo tệp ấy bằng lệnh:
                    baocao new {CAMPAIGN} ldld-thi-du cdn-minh-hoa --kind ke-hoach
  Đơn vị có lập khen-thuong.yaml thì tạo tệp ấy bằng lệnh:
                    baocao new {CAMPAIGN} ldld-thi-du cdn-minh-hoa --kind to-trinh
"""
    )
    assert baocao("check", CAMPAIGN).output.endswith(
        "✗ cdn-minh-hoa  14 lỗi\n✗ ldld-thi-du   14 lỗi\n"
    )


def test_a_file_that_is_there_is_kept_and_the_missing_one_made(workspace: Path) -> None:
    unit = FOLDER / "don-vi/ldld-thi-du"
    (workspace / unit).mkdir(parents=True)
    (workspace / unit / "bao-cao.yaml").write_text("thuan_loi: Đã viết.\n", "utf-8")

    done = baocao("new", CAMPAIGN, "ldld-thi-du")

    assert done.code == 0
    assert f"    có sẵn, giữ nguyên  {unit}/bao-cao.yaml\n" in done.output
    assert f"  ✓ đã tạo              {unit}/so-lieu.yaml\n" in done.output
    assert (workspace / unit / "bao-cao.yaml").read_text("utf-8") == "thuan_loi: Đã viết.\n"


def test_schemas_are_made_new_even_where_no_unit_is_named(workspace: Path) -> None:
    stale = workspace / FOLDER / "luoc-do/bao-cao.schema.json"
    stale.parent.mkdir()
    stale.write_text("{}", "utf-8")

    done = baocao("new", CAMPAIGN)

    assert done.code == 0
    assert stale.read_text("utf-8") == to_text(schemas(read_campaign(SEED))["bao-cao.yaml"])
    assert sorted(path.name for path in stale.parent.iterdir()) == [
        "bao-cao.schema.json",
        "bieu-so-lieu.schema.json",
        "de-cuong.schema.json",
        "don-vi.schema.json",
        "dot-bao-cao.schema.json",
        "ke-hoach.schema.json",
        "khen-thuong.schema.json",
        "so-lieu.schema.json",
        "thanh-tich-ca-nhan.schema.json",
        "thanh-tich-tap-the.schema.json",
    ]
    assert done.output.endswith(
        "Đơn vị chưa có thư mục: tong-lien-doan, ldld-thi-du, cdn-minh-hoa, cdcs-co-khi-vi-du.\n"
        f"Muốn tạo tệp cho đơn vị nào, đề nghị ghi thêm mã đơn vị ấy vào sau «{CAMPAIGN}».\n"
    )


def test_an_unknown_unit_stops_before_anything_is_written(workspace: Path) -> None:
    with pytest.raises(UnknownUnitError) as stopped:
        group.main(["new", CAMPAIGN, "cdn-minh-hoa", "ldld-thidu"], standalone_mode=False)

    assert str(stopped.value) == (
        "Không có đơn vị «ldld-thidu» trong danh sách don-vi của đợt báo cáo. "
        "Có phải là «ldld-thi-du»? Đề nghị ghi mã đơn vị đúng như trong tệp don-vi.yaml."
    )
    assert sorted(path.name for path in (workspace / FOLDER).iterdir()) == [
        "bieu-so-lieu.yaml",
        "de-cuong.yaml",
        "don-vi.yaml",
        "dot-bao-cao.yaml",
    ]


def test_a_faulty_campaign_makes_no_files(workspace: Path) -> None:
    (workspace / FOLDER / "de-cuong.yaml").write_text("danh_so: [I.]\n", "utf-8")

    done = baocao("new", CAMPAIGN, "ldld-thi-du")

    assert done.code == 1
    assert "Thiếu khóa bắt buộc «muc»" in done.output
    assert done.output.endswith("Chưa tạo tệp nào vì tệp của đợt báo cáo còn lỗi như trên.\n")
    assert not (workspace / FOLDER / "don-vi").exists()


def test_a_plan_is_made_where_it_is_asked_for_and_waits_for_its_content(workspace: Path) -> None:
    done = baocao("new", CAMPAIGN, "ldld-thi-du", "--kind", "ke-hoach")

    plan = workspace / FOLDER / "don-vi/ldld-thi-du/ke-hoach.yaml"
    assert done.code == 0
    assert f"đã tạo              {FOLDER}/don-vi/ldld-thi-du/ke-hoach.yaml" in done.output
    assert "KT. CHỦ TỊCH" in plan.read_text("utf-8")
    assert "kinh_gui" not in plan.read_text("utf-8")
    checked = baocao("check", CAMPAIGN, "ldld-thi-du").output
    assert checked.count("ke-hoach.yaml:") == 1
    assert "Thiếu khóa bắt buộc «noi_dung» (Nội dung kế hoạch)." in checked


def test_a_kind_that_no_unit_chooses_is_refused() -> None:
    with pytest.raises(UnknownKindError):
        group.main(["new", CAMPAIGN, "ldld-thi-du", "--kind", "bao-cao"], standalone_mode=False)
