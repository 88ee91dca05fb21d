"""The files of an award dossier: their schemas, and how `baocao new` begins them."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from jsonschema import Draft7Validator

from baocao.authoring.schema.campaign import schemas
from baocao.cli import group
from baocao.workspace import (
    AWARDS_FILE,
    COLLECTIVE_MERIT_FILE,
    PERSON_MERIT_FILE,
    CampaignFolder,
)
from support.core_yaml import read_json
from support.dossier import UNIT, Dossier
from support.schemas import SEED, read_campaign

FOLDER = SEED / "don-vi" / UNIT
COLLECTIVES = ("ldld-thi-du", "cd-kcn-thi-du")


def schema_file(path: Path) -> str:
    if path.name == AWARDS_FILE:
        return AWARDS_FILE
    return COLLECTIVE_MERIT_FILE if path.stem in COLLECTIVES else PERSON_MERIT_FILE


def refused_by_schema(path: Path) -> bool:
    schema = schemas(read_campaign(SEED))[schema_file(path)]
    return any(Draft7Validator(schema).iter_errors(read_json(path)))


def baocao(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(group, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Dossier:
    monkeypatch.chdir(tmp_path)
    return Dossier(tmp_path)


@pytest.mark.parametrize(
    "path",
    [FOLDER / AWARDS_FILE, *sorted((FOLDER / "khen-thuong").iterdir())],
    ids=lambda p: p.stem,
)
def test_the_samples_pass_their_schemas_and_name_them(path: Path) -> None:
    reference = path.read_text("utf-8").split("\n", 1)[0].partition("$schema=")[2]

    assert not refused_by_schema(path)
    named = (path.parent / reference).resolve()
    assert named == CampaignFolder(SEED).schema(schema_file(path))


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("khen-thuong.yaml", "  phat_dong: co", "  phat_dong: rồi"),
        ("khen-thuong.yaml", "  dia_diem: phòng", "  dia_diemm: phòng"),
        ("khen-thuong.yaml", "      phieu: 9", "      phieu: chín"),
        ("khen-thuong.yaml", "ngay_sinh: 12/3/1979", "ngay_sinh: 12/13/1979"),
        ("khen-thuong.yaml", "  tong_so: 11", "  tong_so: ~"),
        ("khen-thuong/le-thi-vi-du.yaml", "ho_ten: Lê", "ten: Lê"),
        ("khen-thuong/le-thi-vi-du.yaml", "nam: 2015", "nam: năm 2015"),
        ("khen-thuong/cd-kcn-thi-du.yaml", "thay_mat: Ban", "thaymat: Ban"),
    ],
)
def test_schema_and_check_refuse_the_same(dossier: Dossier, name: str, old: str, new: str) -> None:
    dossier.replace(name, old, new)

    assert refused_by_schema(dossier.unit / name)
    assert {fault.span.file for fault in dossier.faults()} == {dossier.unit / name}


def test_new_makes_the_list_only_on_request(dossier: Dossier) -> None:
    code, output = baocao("new", SEED.name, "cdn-minh-hoa")
    made = sorted(path.name for path in (dossier.folder / "don-vi/cdn-minh-hoa").iterdir())

    assert code == 0, output
    assert made == ["bao-cao.yaml", "so-lieu.yaml"]


def test_a_new_list_lacks_nothing_but_what_the_unit_must_fill_in(dossier: Dossier) -> None:
    code, output = baocao("new", SEED.name, "cdn-minh-hoa", "--kind", "to-trinh")
    _, checked = baocao("check", SEED.name, "cdn-minh-hoa")

    assert code == 0, output
    assert (dossier.folder / "don-vi/cdn-minh-hoa" / AWARDS_FILE).is_file()
    of_list = [line for line in checked.splitlines() if f"/{AWARDS_FILE}:" in line]
    assert len(of_list) == 8  # the minutes' required keys
    assert all(line.endswith("[missing-key]") for line in of_list)


def test_a_commented_proposal_may_be_taken_as_it_stands(dossier: Dossier) -> None:
    baocao("new", SEED.name, "cdn-minh-hoa", "--kind", "to-trinh")
    path = dossier.folder / "don-vi/cdn-minh-hoa" / AWARDS_FILE
    text = path.read_text("utf-8")

    path.write_text(text.replace("    # - ", "    - ").replace("    #   ", "      "), "utf-8")

    read = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - only texts
    assert list(read["bang_khen"]["ca_nhan"][0])[:3] == ["ma", "ho_ten", "ong_ba"]


def test_with_a_list_each_gets_a_report_and_none_that_is_there_is_touched(
    dossier: Dossier,
) -> None:
    dossier.add_persons(2)
    (dossier.unit / "khen-thuong/nguoi-001.yaml").unlink()
    (dossier.unit / "khen-thuong/cd-kcn-thi-du.yaml").unlink()
    kept = (dossier.unit / "khen-thuong/nguoi-000.yaml").read_bytes()

    code, output = baocao("new", SEED.name, UNIT, "--kind", "to-trinh")

    assert code == 0, output
    made = [line.split()[-1] for line in output.splitlines() if "đã tạo" in line]
    assert [Path(path).stem for path in made] == ["cd-kcn-thi-du", "nguoi-001"]
    assert (dossier.unit / "khen-thuong/nguoi-000.yaml").read_bytes() == kept
    assert [(fault.rule, fault.span.file.stem) for fault in dossier.faults()] == [
        ("missing-achievement", "cd-kcn-thi-du"),
        ("missing-achievement", "nguoi-001"),
    ]


def test_a_level_that_proposes_nobody_is_told_so(dossier: Dossier) -> None:
    code, output = baocao("new", SEED.name, "cdcs-co-khi-vi-du", "--kind", "to-trinh")

    assert code == 0
    assert "cdcs-co-khi-vi-du: cấp của đơn vị này không đề nghị khen thưởng trong đợt." in output
    assert not (dossier.folder / "don-vi/cdcs-co-khi-vi-du" / AWARDS_FILE).exists()


@pytest.mark.slow
def test_build_says_of_a_unit_that_proposes_nobody_that_it_has_no_such_paper(
    dossier: Dossier,
) -> None:
    (dossier.unit / AWARDS_FILE).unlink()
    for path in (dossier.unit / "khen-thuong").iterdir():
        path.unlink()

    code, output = baocao("build", SEED.name, "--kind", "to-trinh", "--format", "docx")

    assert code == 0
    assert output == f"- {UNIT}: không có văn bản nào phải lập thuộc loại đã chọn\n"


@pytest.mark.slow
def test_build_puts_each_report_of_merit_in_a_folder_of_its_kind(dossier: Dossier) -> None:
    code, _ = baocao("build", SEED.name, "--kind", "bao-cao-thanh-tich", "--format", "docx")

    out = dossier.folder.parents[1] / "out" / SEED.name / UNIT
    assert code == 0
    assert sorted(path.relative_to(out).as_posix() for path in out.rglob("*.docx")) == [
        f"bao-cao-thanh-tich/{path.stem}.docx"
        for path in sorted((dossier.unit / "khen-thuong").iterdir())
    ]
