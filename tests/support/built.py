"""The documents of every sample unit, built once for all workers of a test run."""

import fcntl
import json
import logging
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from baocao.model.campaign import PdfEngine
from baocao.pipeline import Format, Printer, check_campaign, check_unit
from baocao.workspace import CampaignFolder, template_folders
from support.in_process import build_unit
from support.libreoffice import print_to_pdf
from support.pdf_file import PdfFile
from support.samples import CAMPAIGN, EVERY, KINDS, ROOT, UNITS, Sample
from support.word_file import WordFile

_LOG = "weasyprint.json"
_TYPST = "typst"
_BY_TYPST = ("pdf", PdfEngine.TYPST)
_CLOCK_OF_A_ZIP_FILE = 2  # seconds: what lies further apart carries another time


both_engines = pytest.mark.parametrize("documents", PdfEngine, indirect=True, ids=str)


@dataclass(frozen=True, slots=True)
class Documents:
    """A folder with the Word file of every sample, and its PDF by either engine."""

    folder: Path
    engine: PdfEngine = PdfEngine.WEASYPRINT

    def path(self, sample: Sample, ending: str) -> Path:
        """Return the place of one file; `ending` is `docx` or `pdf`."""
        folder = self.folder / _TYPST if (ending, self.engine) == _BY_TYPST else self.folder
        return folder / CAMPAIGN.name / sample.unit / f"{sample.path}.{ending}"

    def word(self, sample: Sample) -> WordFile:
        return _read_word(self.path(sample, "docx"))

    def pdf(self, sample: Sample) -> PdfFile:
        return _read_pdf(self.path(sample, "pdf"))

    def log(self) -> list[str]:
        """Return what WeasyPrint had to say while it made the PDFs."""
        messages: list[str] = json.loads((self.folder / _LOG).read_text("utf-8"))
        return messages


@dataclass(frozen=True, slots=True)
class Printouts:
    """A folder with each Word file as LibreOffice prints it."""

    folder: Path

    def pdf(self, sample: Sample) -> PdfFile:
        return _read_pdf(self.folder / f"{sample}.pdf")


_read_word = cache(WordFile)
_read_pdf = cache(PdfFile)


def once(folder: Path, make: Callable[[Path], None]) -> Path:
    """Make a folder unless another worker has made it or is just making it."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)  # of a worker that failed
            unfinished.mkdir()
            make(unfinished)
            unfinished.rename(folder)
    return folder


def build_samples(folder: Path) -> None:
    """Build every sample in both formats, by the pipeline."""
    campaign_folder = CampaignFolder(CAMPAIGN)
    campaign, faults = check_campaign(campaign_folder)
    assert campaign is not None, faults
    press = Printer(template_folders(ROOT))
    by_typst = Printer(template_folders(ROOT), PdfEngine.TYPST)
    listener = _Listener()
    weasyprint = logging.getLogger("weasyprint")
    weasyprint.addHandler(listener)
    try:
        for unit in UNITS:
            checked = check_unit(campaign_folder, campaign, unit)
            built = build_unit(campaign, checked, tuple(KINDS), tuple(Format), press, folder)
            wanted = [sample for sample in EVERY if sample.unit == unit]
            assert len(built) == len(wanted) * len(Format), checked.diagnostics
            build_unit(campaign, checked, tuple(KINDS), (Format.PDF,), by_typst, folder / _TYPST)
    finally:
        weasyprint.removeHandler(listener)
    (folder / _LOG).write_text(json.dumps(listener.messages), "utf-8")


def build_samples_again(folder: Path, earlier: Documents) -> None:
    """Build every sample by the command line, later and in a process with other hashes."""
    age = time.time() - (earlier.folder / _LOG).stat().st_mtime
    time.sleep(max(0, _CLOCK_OF_A_ZIP_FILE - age))
    command = [sys.executable, "-m", "baocao", "build", CAMPAIGN.name, "--out", str(folder)]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": "1"},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def print_samples(folder: Path, documents: Documents) -> None:
    """Print every Word file with LibreOffice."""
    word_files = folder / "docx"
    word_files.mkdir()
    for sample in EVERY:
        shutil.copy(documents.path(sample, "docx"), word_files / f"{sample}.docx")
    print_to_pdf(tuple(word_files.iterdir()), folder)


class _Listener(logging.Handler):
    """Keeps what is logged at any level, but for the progress that nobody asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")
