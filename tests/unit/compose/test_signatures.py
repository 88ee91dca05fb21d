"""The picture of a signature stands over the name of who signs, in every paper that gives one."""

from pathlib import Path

import pytest

from baocao.compose import Name, compose
from baocao.diagnostics import Diagnostic
from baocao.model.document import Document
from support.dossier import Dossier
from support.pictures import file_of, picture

PICTURE, NO_PICTURE = "chu-ky.png", "khong-co.png"
PAPERS = {
    "ke-hoach": ("ke-hoach.yaml", "", "\nchu_ky: {}\n"),
    "to-trinh": ("khen-thuong.yaml", "to_trinh:\n", "to_trinh:\n  chu_ky: {}\n"),
    "danh-sach-khen-thuong": ("khen-thuong.yaml", "to_trinh:\n", "to_trinh:\n  chu_ky: {}\n"),
    "bien-ban": ("khen-thuong.yaml", "bien_ban:\n", "bien_ban:\n  chu_ky: {}\n"),
    "bao-cao-thanh-tich/le-thi-vi-du": ("khen-thuong/le-thi-vi-du.yaml", "", "\nchu_ky: {}\n"),
    "bao-cao-thanh-tich/cd-kcn-thi-du": ("khen-thuong/cd-kcn-thi-du.yaml", "", "\nchu_ky: {}\n"),
    "bao-cao-thanh-tich/ldld-thi-du": ("khen-thuong/ldld-thi-du.yaml", "", "\nchu_ky: {}\n"),
}
"""Each paper: the file that heads it, and the words in it for which a key is put, or its end."""


@pytest.fixture
def dossier(tmp_path: Path) -> Dossier:
    dossier = Dossier(tmp_path)
    (dossier.unit / PICTURE).write_bytes(file_of(picture(size=(600, 240))))
    return dossier


@pytest.mark.parametrize("paper", PAPERS)
def test_the_picture_stands_over_the_signers_name(paper: str, dossier: Dossier) -> None:
    sign(dossier, paper, PICTURE)

    signature = composed(dossier)[tuple(paper.split("/"))].signature

    assert signature.picture is not None
    assert signature.picture.data
    assert (signature.picture.width_mm, signature.picture.height_mm) == (40, 16)
    assert signature.picture.alternative == f"Chữ ký của {signature.name}"
    assert [signer.picture for signer in signature.others] == [None] * len(signature.others)


@pytest.mark.parametrize("paper", PAPERS)
def test_only_the_papers_of_the_file_that_gives_it_are_signed(paper: str, dossier: Dossier) -> None:
    sign(dossier, paper, PICTURE)

    signed = {
        "/".join(name)
        for name, document in composed(dossier).items()
        if any(signer.picture for signer in document.signature.signers)
    }

    of_one_head = {"to-trinh", "danh-sach-khen-thuong"}
    assert signed == (of_one_head if paper in of_one_head else {paper})


@pytest.mark.parametrize("paper", PAPERS)
def test_a_picture_that_is_not_there_is_reported_at_its_path(paper: str, dossier: Dossier) -> None:
    sign(dossier, paper, NO_PICTURE)

    assert [found(each) for each in dossier.faults()] == [
        ("missing-picture", PAPERS[paper][0].rpartition("/")[2], NO_PICTURE)
    ]


def test_the_secretary_of_the_minutes_signs_on_the_left(dossier: Dossier) -> None:
    dossier.replace("khen-thuong.yaml", "bien_ban:\n", f"bien_ban:\n  chu_ky_thu_ky: {PICTURE}\n")

    signature = composed(dossier)["bien-ban",].signature

    (secretary,) = signature.others
    assert signature.picture is None
    assert secretary.picture is not None
    assert secretary.picture.alternative == f"Chữ ký của {secretary.name}"


def sign(dossier: Dossier, paper: str, path: str) -> None:
    name, old, new = PAPERS[paper]
    if old:
        dossier.replace(name, old, new.format(path))
    else:
        file = dossier.unit / name
        file.write_text(file.read_text("utf-8") + new.format(path), "utf-8")


def composed(dossier: Dossier) -> dict[Name, Document]:
    campaign, checked = dossier.check()
    assert checked.content is not None, checked.diagnostics
    return {
        name: document
        for kind in campaign.documents
        for name, document in compose(campaign, kind, checked.content).items()
    }


def found(fault: Diagnostic) -> tuple[str, str, str]:
    """Return the rule, the file's name, and the words under the carets."""
    line = fault.span.file.read_text("utf-8").splitlines()[fault.span.line - 1]
    start = fault.span.column - 1
    return fault.rule, fault.span.file.name, line[start : start + fault.span.length]
