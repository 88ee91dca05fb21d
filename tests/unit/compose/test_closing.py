"""The closing lines of an order, with what fills their blanks, in each kind that prints them."""

from pathlib import Path

import pytest

from baocao.compose import compose
from baocao.model.document import Paragraph
from baocao.pipeline import check_campaign
from baocao.workspace import CampaignFolder
from support.dossier import Dossier

CLOSING = "{don_vi}, {dia_danh}, giai đoạn {tu_nam} - {den_nam}, năm {nam}"
FILLED = "Liên đoàn Lao động tỉnh Thí Dụ, Thí Dụ, giai đoạn 2012 - 2017, năm 2017"


@pytest.mark.parametrize(
    ("kind", "more", "printed"),
    [
        ("bao-cao", ", xem {phu_luc.so_lieu}./.", ", xem Phụ lục./."),
        ("to-trinh", "./.", "./."),
        ("ke-hoach", "./.", "./."),
    ],
)
def test_blanks_are_filled(kind: str, more: str, printed: str, tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    close(dossier.folder / "dot-bao-cao.yaml", kind, f'"{CLOSING}{more}"')
    without_own_closing(dossier.unit / "ke-hoach.yaml")

    campaign, checked = dossier.check()

    assert checked.content is not None, checked.diagnostics
    document = compose(campaign, kind, checked.content)[kind,]
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    words = "".join(run.text for run in last.runs).replace("\u00a0", " ")
    assert words == FILLED + printed


def test_a_closing_that_names_the_superior_asks_one_of_every_unit(tmp_path: Path) -> None:
    dossier = Dossier(tmp_path)
    close(dossier.folder / "dot-bao-cao.yaml", "to-trinh", '"Kính đề nghị {cap_tren} xem xét./."')

    campaign, faults = check_campaign(CampaignFolder(dossier.folder))

    assert campaign is None
    assert [(fault.rule, fault.span.file.name) for fault in faults] == [
        ("unknown-unit", "don-vi.yaml")
    ]


def close(path: Path, kind: str, closing: str) -> None:
    """Put the closing line of one order in place of what it has."""
    text = path.read_text("utf-8")
    before, mark, after = text.partition(f"  - loai: {kind}\n")
    order, end, rest = after.partition("\n\n")
    kept = order.split("    ket_thuc:")[0].rstrip("\n")
    appendices = "\n    phu_luc: [so_lieu]" if kind == "bao-cao" else ""
    path.write_text(
        f"{before}{mark}    ket_thuc: {closing}{appendices}\n{kept}{end}{rest}", "utf-8"
    )


def without_own_closing(path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.partition("\nket_thuc:")[0] + "\n", "utf-8")
