"""A template is checked once: shipped ones by these tests, others when they are first used."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

import pytest

from baocao.diagnostics import Diagnostic
from baocao.errors import TemplateError
from baocao.render.html.template import HtmlTemplates
from baocao.render.templates import approval
from baocao.render.templates.approval import shipped_digests, unprinted_fields
from baocao.render.templates.check_html import check_css, check_html
from baocao.render.templates.check_typst import check_typst
from baocao.render.templates.check_word import check_word
from baocao.render.word.template import WordTemplate
from baocao.workspace import TemplateFolders
from support import by_hand
from support.hostile import MAIN, SHIPPED, html, paragraph, word

ENTRY = "docx/van-ban.docx"


@pytest.fixture(autouse=True)
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "cache"))
    return tmp_path / "cache" / "baocao" / "checked-templates.json"


class Check:
    """Counts how often it is asked."""

    def __init__(self, found: tuple[str, ...] = ()) -> None:
        self.found, self.times = found, 0

    def __call__(self) -> tuple[str, ...]:
        self.times += 1
        return self.found


def test_the_list_names_the_shipped_templates() -> None:
    files = {
        path.relative_to(SHIPPED).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in SHIPPED.rglob("*.*")
    }

    assert shipped_digests() == files, "run tools/list_shipped_templates.py"


@pytest.mark.parametrize("name", shipped_digests())
def test_every_listed_template_passes_its_check(name: str) -> None:
    assert _faults(SHIPPED / name) == ()


def test_a_shipped_template_is_not_checked(memory: Path) -> None:
    check = Check(("title.attached",))

    found = unprinted_fields(ENTRY, {ENTRY: (SHIPPED / ENTRY).read_bytes()}, check)

    assert (found, check.times, memory.exists()) == ((), 0, False)


def test_shipped_bytes_under_another_name_are_checked() -> None:
    check = Check()

    unprinted_fields(
        "docx/ke-hoach.docx", {"docx/ke-hoach.docx": (SHIPPED / ENTRY).read_bytes()}, check
    )

    assert check.times == 1


def test_a_template_is_checked_once_with_the_same_answer(memory: Path) -> None:
    check = Check(("title.attached", "signature.note"))

    found = [unprinted_fields(ENTRY, {ENTRY: b"mine"}, check) for _ in range(3)]

    assert (set(found), check.times) == ({check.found}, 1)
    assert sorted(path.name for path in memory.parent.iterdir()) == [memory.name]


@pytest.mark.parametrize(
    ("entry", "files"),
    [
        (ENTRY, {ENTRY: b"changed"}),
        (ENTRY, {ENTRY: b"mine", "docx/them.docx": b"more"}),
        ("docx/ke-hoach.docx", {ENTRY: b"mine"}),
    ],
)
def test_any_change_means_a_new_check(entry: str, files: dict[str, bytes]) -> None:
    check = Check()
    unprinted_fields(ENTRY, {ENTRY: b"mine"}, check)

    unprinted_fields(entry, files, check)

    assert check.times == 2


def test_another_checker_checks_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    check = Check()
    unprinted_fields(ENTRY, {ENTRY: b"mine"}, check)
    monkeypatch.setattr(approval, "_checker", lambda: "a later version")

    unprinted_fields(ENTRY, {ENTRY: b"mine"}, check)

    assert check.times == 2


@pytest.mark.parametrize(
    "damage", [b"", b"\xff\x00", b"[1, 2]", b"{" * 100_000, b"[" * 100_000, b'{"a": 1}']
)
def test_a_damaged_memory_is_no_memory(damage: bytes, memory: Path) -> None:
    check = Check()
    unprinted_fields(ENTRY, {ENTRY: b"mine"}, check)
    memory.write_bytes(damage)

    unprinted_fields(ENTRY, {ENTRY: b"mine"}, check)
    unprinted_fields(ENTRY, {ENTRY: b"mine"}, check)

    assert check.times == 2


@pytest.mark.parametrize("value", [None, "title", 1, [1], {"title": 1}])
def test_an_answer_of_another_kind_is_not_taken(value: object, memory: Path) -> None:
    check = Check()
    unprinted_fields(ENTRY, {ENTRY: b"mine"}, check)
    (key,) = json.loads(memory.read_bytes())
    memory.write_text(json.dumps({key: value}), "utf-8")

    assert unprinted_fields(ENTRY, {ENTRY: b"mine"}, check) == ()
    assert check.times == 2


def test_a_memory_that_cannot_be_written_stops_nothing(memory: Path) -> None:
    memory.parent.parent.write_bytes(b"a file where the folder should be")
    check = Check(("signature.note",))

    found = [unprinted_fields(ENTRY, {ENTRY: b"mine"}, check) for _ in range(2)]

    assert (set(found), check.times) == ({check.found}, 2)


def test_a_user_without_a_cache_folder_has_no_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, "not/absolute")
    check = Check()

    for _ in range(2):
        unprinted_fields(ENTRY, {ENTRY: b"mine"}, check)

    assert check.times == 2


def test_only_the_latest_are_remembered(memory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(approval, "_MOST", 3)
    check = Check()

    for each in (b"1", b"2", b"3", b"4", b"2"):
        unprinted_fields(ENTRY, {ENTRY: each}, check)

    assert (len(json.loads(memory.read_bytes())), check.times) == (3, 4)


def test_errors_are_not_remembered(memory: Path, tmp_path: Path) -> None:
    path = word(tmp_path, body=paragraph("{{ letterhed.motto }}"))

    for _ in range(2):
        with pytest.raises(TemplateError, match="không có trường «letterhed»"):
            WordTemplate(path)

    assert not memory.exists()


def test_a_remembered_template_is_refused_once_it_is_tampered_with(
    memory: Path, tmp_path: Path
) -> None:
    path = word(tmp_path, body=paragraph("{{ kind }}"))
    WordTemplate(path)
    assert memory.exists()

    word(tmp_path, {"word/vbaProject.bin": b"x"}, paragraph("{{ kind }}"))

    with pytest.raises(TemplateError, match="macro"):
        WordTemplate(path)


def test_a_remembered_template_still_loses_nothing(tmp_path: Path) -> None:
    with zipfile.ZipFile(SHIPPED / ENTRY) as shipped:
        main = shipped.read(MAIN).replace(b"{{ letterhead.motto }}", b"{{ kind }}")
    path = word(tmp_path, {MAIN: main})
    document = by_hand.document(by_hand.paragraph("Chữ"))

    for _ in range(2):
        with pytest.raises(TemplateError, match=r"letterhead\.motto"):
            WordTemplate(path).render(document)


def test_a_remembered_page_is_checked_again_when_its_part_changes(tmp_path: Path) -> None:
    own = html(tmp_path, "khoi.html", "{% macro", "{# mine #}{% macro")
    folders = TemplateFolders((tmp_path / "templates", SHIPPED))
    document = by_hand.document(by_hand.paragraph("Chữ"))
    HtmlTemplates(folders).render(document, "Tinos")

    own.write_text(own.read_text("utf-8").replace("{# mine #}", "<script>x</script>"), "utf-8")

    with pytest.raises(TemplateError, match="phần tử <script>"):
        HtmlTemplates(folders).render(document, "Tinos")


def test_what_was_checked_is_what_is_filled(tmp_path: Path) -> None:
    shutil.copytree(SHIPPED / "html", tmp_path / "html")
    templates = HtmlTemplates(TemplateFolders((tmp_path,)))
    document = by_hand.document(by_hand.paragraph("Chữ"))

    for path in (tmp_path / "html").iterdir():
        path.write_text("<script>x</script>", "utf-8")

    assert "<script>" not in templates.render(document, "Tinos")


def _faults(path: Path) -> tuple[Diagnostic, ...]:
    if path.suffix == ".docx":
        return check_word(path).diagnostics
    if path.suffix == ".html":
        return check_html(TemplateFolders((SHIPPED,)), "van-ban.html").diagnostics
    return check_css(path) if path.suffix == ".css" else check_typst(path)
