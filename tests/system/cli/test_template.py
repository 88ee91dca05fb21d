"""`baocao template`: the fields of templates, and what is wrong with those of the workspace."""

import json
import shutil
from pathlib import Path

import pytest

from baocao.diagnostics import RULES, Rule
from baocao.render.templates import messages
from baocao.render.templates.fields import all_fields, field_meaning, optional_fields
from support.hostile import html, paragraph, word
from support.program import Finished, call
from support.rules import TEMPLATE_RULES
from support.samples import ROOT


def baocao(workspace: Path, *arguments: str) -> Finished:
    return call("template", *arguments, within=workspace)


def test_list_says_where_each_template_is_from(tmp_path: Path) -> None:
    word(tmp_path / "templates" / "docx")

    done = baocao(tmp_path, "list", "--json")

    listed = json.loads(done.stdout)
    used = {(each["kind"], each["engine"]): each for each in listed["templates"]}
    assert used["bao-cao", ""] == {
        "kind": "bao-cao",
        "format": "docx",
        "engine": "",
        "file": "templates/docx/van-ban.docx",
        "own": True,
    }
    assert not used["bao-cao", "weasyprint"]["own"]
    assert Path(used["bao-cao", "typst"]["file"]).name == "van-ban.typ"
    assert {
        "name": "title.abstract",
        "shape": "nhiều dòng chữ",
        "meaning": "trích yếu, từng dòng",
        "required": False,
        "formats": ["docx", "html"],
    } in listed["fields"]


def test_check_without_own_templates_has_nothing_to_say(tmp_path: Path) -> None:
    done = baocao(tmp_path, "check")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Nơi làm việc chưa có mẫu riêng")


def test_check_names_the_faults_of_all_own_templates(tmp_path: Path) -> None:
    word(tmp_path / "templates" / "docx", body=paragraph("{{ letterhed.motto }}"))
    html(tmp_path, "khoi.html", "item.columns > 1", "item.colums > 1")

    done = baocao(tmp_path, "check", "--json")

    found = json.loads(done.stdout)["diagnostics"]
    places = [(each["rule"], each["file"], each["line"], each["column"]) for each in found]
    assert places == [
        ("unknown-field", "templates/docx/van-ban.docx", 1, 1),
        ("unknown-field", "templates/html/khoi.html", 17, 13),
    ]
    assert done.returncode == 1


@pytest.mark.slow
def test_check_tries_typst_templates_on_a_document_that_has_everything(tmp_path: Path) -> None:
    own = tmp_path / "templates" / "typst"
    shutil.copytree(ROOT / "templates" / "typst", own)
    sound = baocao(tmp_path, "check")
    blocks = (own / "khoi.typ").read_text("utf-8")
    (own / "khoi.typ").write_text(blocks.replace("note(run.footnote)", ""), "utf-8")

    done = baocao(tmp_path, "check", "templates/typst/van-ban.typ")

    assert (sound.returncode, sound.stdout.count("không có lỗi")) == (0, 2)
    assert "In thử không được: mẫu bỏ mất nội dung «Chú thích thử»." in done.stdout
    assert done.returncode == 1


def test_check_of_one_file(tmp_path: Path) -> None:
    good = word(tmp_path)

    done = baocao(tmp_path, "check", good.name)

    assert (done.returncode, done.stdout) == (0, "✓ van-ban.docx  không có lỗi\n")


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    done = baocao(tmp_path, "check", "khong-co.docx")

    assert done.returncode == 2
    assert "Không có tệp mẫu khong-co.docx." in done.stderr


def test_every_field_has_a_meaning() -> None:
    assert [each.name for each in all_fields() if not each.meaning] == []
    assert [name for name in optional_fields() if not field_meaning(name)] == []


@pytest.mark.parametrize("rule", TEMPLATE_RULES)
def test_every_rule_of_templates_is_explained(rule: str, tmp_path: Path) -> None:
    done = call("explain", rule, within=tmp_path)

    assert done.stdout.startswith(f"{rule}: ")


def test_every_rule_of_templates_is_registered() -> None:
    rules = [each.id for each in vars(messages).values() if isinstance(each, Rule)]

    assert sorted(rules) == list(TEMPLATE_RULES)
    assert all(rule in RULES for rule in rules)
