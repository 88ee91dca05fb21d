"""The zip of a Word file: what its readers need, and nothing done twice."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from baocao.errors import TemplateError
from baocao.pipeline import Format, Printer
from baocao.render.templates.check_word import check_word
from baocao.render.word.insertions import Insertions
from baocao.render.word.template import WordTemplate
from baocao.render.word.zip_writer import deflated, deflated_once, package, stored
from baocao.workspace import TemplateFolders
from support import by_hand
from support.samples import ROOT

SHIPPED = ROOT / "templates"
DOCUMENT = by_hand.document(by_hand.paragraph("Một đoạn."))
TEXT = "Công đoàn ".encode() * 1000


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(data))


def with_member(folder: Path, name: str, data: str) -> Path:
    """Return the shipped template with a part added."""
    path = folder / "docx" / "van-ban.docx"
    path.parent.mkdir(parents=True)
    path.write_bytes((SHIPPED / "docx" / "van-ban.docx").read_bytes())
    with zipfile.ZipFile(path, "a") as template:
        template.writestr(name, data)
    return path


def test_members_are_read_back_in_their_order() -> None:
    members = {"a.xml": TEXT, "hình.png": b"\x89PNG", "b": b"", "c": TEXT[::-1]}
    makers = (deflated, stored, deflated, deflated_once)

    file = package(
        make(name, data) for make, (name, data) in zip(makers, members.items(), strict=True)
    )

    with opened(file) as read:
        assert read.testzip() is None
        assert {name: read.read(name) for name in read.namelist()} == members
        assert [each.compress_type for each in read.infolist()] == [8, 0, 8, 8]
        assert {each.date_time for each in read.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {each.external_attr >> 16 for each in read.infolist()} == {0o644}


def test_a_package_without_members_is_an_empty_zip() -> None:
    with opened(package(())) as read:
        assert read.namelist() == []


def test_what_documents_share_lies_in_them_as_it_was_compressed() -> None:
    template = WordTemplate(SHIPPED / "docx" / "van-ban.docx")
    other = by_hand.document(by_hand.paragraph("Đoạn khác."))

    files = [template.render(each) for each in (DOCUMENT, other)]

    shared = deflated_once("word/styles.xml", template.members["word/styles.xml"])
    assert all(shared.local in file for file in files)
    assert files[0] != files[1]


def test_ready_xml_stands_where_its_mark_is_printed() -> None:
    insertions = Insertions()
    marks = [insertions.add(xml) for xml in ("<a/>", "<b>Đ</b>")]

    part = insertions.insert_into(f"<x>{marks[1]}{marks[0]}{marks[1]}<?baocao 7?></x>".encode())

    assert part.decode() == "<x><b>Đ</b><a/><b>Đ</b><?baocao 7?></x>"
    assert not insertions.add("")


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff"])
def test_what_xml_does_not_have_is_never_written(sign: str) -> None:
    with pytest.raises(ValueError, match="XML"):
        Insertions().add(f"<a>{sign}</a>")


def test_a_refused_template_is_looked_over_once(tmp_path: Path) -> None:
    path = with_member(tmp_path, "word/endnotes.xml", "<a>{{ khong_co }}</a>")
    press = Printer(TemplateFolders((tmp_path, SHIPPED)))
    with pytest.raises(TemplateError, match="khong_co") as first:
        press.render(DOCUMENT, Format.DOCX)
    path.write_bytes((SHIPPED / "docx" / "van-ban.docx").read_bytes())

    with pytest.raises(TemplateError) as second:
        press.render(DOCUMENT, Format.DOCX)

    assert second.value is first.value


def test_comments_of_the_author_about_tags_are_left_alone(tmp_path: Path) -> None:
    uri = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    comment = f'<w:comments xmlns:w="{uri}"><w:p><w:r><w:t>{{{{ thẻ</w:t></w:r></w:p></w:comments>'
    path = with_member(tmp_path, "word/comments.xml", comment)

    with opened(WordTemplate(path).render(DOCUMENT)) as file:
        assert file.read("word/comments.xml").decode() == comment
    assert not check_word(path).diagnostics
