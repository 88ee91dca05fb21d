"""The papers of campaigns with rich forms: printed by LibreOffice too."""

import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from baocao.workspace import CampaignFolder
from support.corpus import WORKSPACE
from support.in_process import build_campaign
from support.libreoffice import print_to_pdf
from support.pdf_file import FOOTNOTE, PdfFile
from support.word_file import WordFile
from support.words import first_difference, mended, words

WIDE, LISTS, LONG = "bon-tang-dau-bieu", "danh-sach-sang-kien", "vung-manh"
PROVINCE, POTTERY = "ldld-song-mo", "cdcs-gom-su"
DISTRICTS, PUMPS = "ldld-ha-lam", "cdcs-bom"
UNITS = {
    WIDE: (PROVINCE, POTTERY),
    LISTS: (DISTRICTS, PUMPS),
    LONG: ("ldld-gia-tuong", "cdcs-may-gia-tuong"),
}
KINDS = ("bao-cao", "bieu-so-lieu")
PAPERS = [(c, unit, kind) for c, units in UNITS.items() for unit in units for kind in KINDS]
_PRINTED = "printed"


def difference(word: WordFile, pdf: PdfFile) -> str:
    """Return where the words of the two, or of their footnotes, first part; nothing if nowhere."""
    in_word = [w for p in (*word.paragraphs, *word.footnotes) for w in words(p.text)]
    text = (block for block in pdf.blocks if block.tag != FOOTNOTE)
    notes = (block for block in pdf.blocks if block.tag == FOOTNOTE)
    lines = (line.text for block in (*text, *notes) for line in block.lines)
    return first_difference(in_word, mended(lines, in_word))


@dataclass(frozen=True, slots=True)
class Papers:
    """A folder with the Word file and the PDF of each paper, and the Word file printed."""

    folder: Path

    def word(self, campaign: str, unit: str, kind: str = "bieu-so-lieu") -> WordFile:
        return _read_word(self.folder / campaign / unit / f"{kind}.docx")

    def pdf(self, campaign: str, unit: str, kind: str = "bieu-so-lieu") -> PdfFile:
        return _read_pdf(self.folder / campaign / unit / f"{kind}.pdf")

    def printed(self, campaign: str, unit: str, kind: str = "bieu-so-lieu") -> PdfFile:
        return _read_pdf(self.folder / _PRINTED / f"{campaign}-{unit}-{kind}.pdf")


_read_word = cache(WordFile)
_read_pdf = cache(PdfFile)


def make(folder: Path) -> None:
    """Build every paper of the campaigns, and print the Word files."""
    for campaign, units in UNITS.items():
        build_campaign(CampaignFolder(WORKSPACE / "content" / campaign), units, KINDS, folder)
    word_files = folder / "docx"
    word_files.mkdir()
    for campaign, unit, kind in PAPERS:
        target = word_files / f"{campaign}-{unit}-{kind}.docx"
        shutil.copy(folder / campaign / unit / f"{kind}.docx", target)
    print_to_pdf(tuple(word_files.iterdir()), _made(folder / _PRINTED))


def raw(campaign: str, name: str) -> Any:  # noqa: ANN401 - each caller knows its file's shape
    """Read a file of a campaign with every scalar as the text that was typed."""
    path = WORKSPACE / "content" / campaign / name
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - makes only texts


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
