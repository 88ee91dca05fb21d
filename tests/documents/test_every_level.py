"""Every kind of paper, at every level that may write it, in both formats."""

import re
import shutil
from pathlib import Path

import pytest

from baocao.compose import compose
from baocao.kinds import AWARD_KINDS, PLAN, REPORT
from baocao.model.document import Document
from baocao.pipeline import Format, Printer, check_campaign, check_unit
from baocao.workspace import CampaignFolder, template_folders
from support.samples import CAMPAIGN, ROOT

MODEL = CAMPAIGN / "don-vi" / "ldld-thi-du"
OF_EVERY_LEVEL = {REPORT, "bieu-so-lieu", PLAN}
UNITS = {  # by level: whom its head signs for, and whether it may propose awards
    "tong-lien-doan": ("TM. ĐOÀN CHỦ TỊCH", False),
    "ldld-thi-du": ("TM. BAN THƯỜNG VỤ", True),
    "cdn-minh-hoa": ("TM. BAN THƯỜNG VỤ", True),
    "cd-kcn-thi-du": ("TM. BAN THƯỜNG VỤ", False),
    "cdcs-co-khi-vi-du": ("TM. BAN CHẤP HÀNH", False),
}
NAMES = {  # of those who may propose
    "ldld-thi-du": "Liên đoàn Lao động tỉnh Thí Dụ",
    "cdn-minh-hoa": "Công đoàn ngành Minh Họa Việt Nam",
}
ABOVE_GRASS_ROOTS = """
  - ma: cd-kcn-thi-du
    ten: Công đoàn các khu công nghiệp tỉnh Thí Dụ
    cap: cap-tren-truc-tiep-co-so
    cap_tren: ldld-thi-du
    dia_danh: Thí Dụ
    ky_hieu: CĐKCN
"""


@pytest.mark.parametrize("unit", UNITS)
def test_every_kind_is_made_and_signed_at_the_level(unit: str, tmp_path: Path) -> None:
    collective, may_propose = UNITS[unit]

    documents = made(unit, tmp_path, may_propose=may_propose)

    kinds = {document.kind for document in documents}
    assert kinds == OF_EVERY_LEVEL | (set(AWARD_KINDS) if may_propose else set())
    for document in documents:
        if document.kind in (*OF_EVERY_LEVEL, "to-trinh", "danh-sach-khen-thuong"):
            assert document.signature.authority == (collective, "CHỦ TỊCH")
    press = Printer(template_folders(ROOT))
    for document in documents:
        assert press.render(document, Format.DOCX).startswith(b"PK")
        assert press.render(document, Format.PDF).startswith(b"%PDF")


def made(unit: str, tmp_path: Path, *, may_propose: bool) -> tuple[Document, ...]:
    """Make all papers of a unit that writes what the sample of the province writes."""
    folder = CampaignFolder(tmp_path / CAMPAIGN.name)
    shutil.copytree(CAMPAIGN, folder.path, ignore=shutil.ignore_patterns("don-vi", "luoc-do"))
    with (folder.path / "don-vi.yaml").open("a", encoding="utf-8") as units:
        units.write(ABOVE_GRASS_ROOTS)
    shutil.copytree(MODEL, folder.unit(unit))
    for path in folder.unit(unit).rglob("*.yaml"):
        text = path.read_text("utf-8")
        if path.name in ("bao-cao.yaml", "ke-hoach.yaml"):
            text = re.sub(r"^(so|ngay|chuc_vu):.*\n", "", text, flags=re.MULTILINE)
            text = re.sub(r"^noi_nhan:\n(?:  .*\n)+", "", text, flags=re.MULTILINE)
        if may_propose and path.name == "ldld-thi-du.yaml":  # the unit's own report of merit
            text = re.sub(r"^ten:.*$", f"ten: {NAMES[unit]}", text, flags=re.MULTILINE)
        path.write_text(text.replace("ldld-thi-du", unit), "utf-8")
    if may_propose:
        reports = folder.unit(unit) / "khen-thuong"
        (reports / "ldld-thi-du.yaml").rename(reports / f"{unit}.yaml")
    else:
        (folder.unit(unit) / "khen-thuong.yaml").unlink()
        shutil.rmtree(folder.unit(unit) / "khen-thuong")
    campaign, faults = check_campaign(folder)
    assert campaign is not None, faults
    checked = check_unit(folder, campaign, unit)
    assert checked.content is not None, checked.diagnostics
    return tuple(
        document
        for kind in campaign.documents
        for document in compose(campaign, kind, checked.content).values()
        if checked.content.has(kind)
    )
