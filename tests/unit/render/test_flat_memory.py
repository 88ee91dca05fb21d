"""A process that prints one PDF after another by Typst does not grow.

WeasyPrint's growth is measured by `make bench`: it prints ten times as slowly.
"""

import subprocess
import sys

import pytest

from support.samples import CAMPAIGN, ROOT

_MOST_MIB = 0.7
_PRINT = """
import gc, sys
from pathlib import Path
from baocao.compose import compose
from baocao.model.campaign import PdfEngine
from baocao.pipeline import Format, Printer, check_campaign, check_unit
from baocao.workspace import CampaignFolder, template_folders

def resident_kib():
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmRSS")))

folder = CampaignFolder(Path(sys.argv[1]))
campaign, _ = check_campaign(folder)
content = check_unit(folder, campaign, "cdcs-co-khi-vi-du").content
(document,) = compose(campaign, "bieu-so-lieu", content).values()
press = Printer(template_folders(Path(sys.argv[2])), PdfEngine.TYPST)
sizes = []
for count in (15, 40, 40):
    for _ in range(count):
        press.render(document, Format.PDF)
    gc.collect()
    sizes.append(resident_kib())
print(min(sizes[1] - sizes[0], sizes[2] - sizes[1]) / 1024)  # what is kept grows each time
"""


@pytest.mark.timed
@pytest.mark.slow
def test_one_pdf_after_another_takes_no_more_memory() -> None:
    command = [sys.executable, "-c", _PRINT, str(CAMPAIGN), str(ROOT)]

    run = subprocess.run(command, capture_output=True, text=True, check=True)

    assert float(run.stdout) < _MOST_MIB
