"""Start-up: one document from a fresh process, against docxtpl alone."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from baocao.workspace import CampaignFolder
from figures import Figure
from processes import baocao, run
from race import Clocked, Rival, race
from units import make_units, name_of

_TIMES = 20  # N/20 times
_LEAST = 3
_TEMPLATE = Path(__file__).parents[1] / "templates" / "docx" / "van-ban.docx"
_DOCXTPL = f"""
from docxtpl import DocxTemplate
from jinja2 import ChainableUndefined, Environment
template = DocxTemplate({str(_TEMPLATE)!r})
template.render({{}}, jinja_env=Environment(autoescape=True, undefined=ChainableUndefined))
template.save("plain.docx")
"""


def measure(count: int) -> Iterator[Figure]:
    """Run each command N/20 times, in turn."""
    rounds = max(count // _TIMES, _LEAST)
    with tempfile.TemporaryDirectory() as temporary:
        workspace = Path(temporary)
        folder = make_units(workspace, 1)
        times = race(_rivals(folder, workspace), rounds)
    for name, seconds in times.medians().items():
        yield Figure(f"startup_{name}_ms", seconds * 1000, f"a fresh process, median of {rounds}")
    yield Figure(
        "startup_help_vs_python",
        times.ratio("help", "python"),
        "`baocao --help`: times as long as Python that does nothing",
    )
    yield Figure(
        "startup_word_vs_docxtpl",
        times.ratio("word", "docxtpl"),
        "one Word file from YAML: times as long as docxtpl's first, which prints nothing",
    )
    yield Figure(
        "startup_typst_vs_weasyprint",
        times.ratio("pdf_weasyprint", "pdf_typst"),
        "one PDF from YAML: times faster than by WeasyPrint",
    )


def _rivals(folder: CampaignFolder, workspace: Path) -> dict[str, Rival]:
    build = "build", folder.path, name_of(0), "--kind", "bao-cao", "--force", "--format"
    return {
        "python": lambda _: Clocked(run([sys.executable, "-c", ""], folder=workspace).seconds),
        "docxtpl": lambda _: Clocked(
            run([sys.executable, "-c", _DOCXTPL], folder=workspace).seconds
        ),
        "help": lambda _: Clocked(baocao("--help", folder=workspace).seconds),
        "check": lambda _: Clocked(baocao("check", folder.path, folder=workspace).seconds),
        "word": lambda _: Clocked(baocao(*build, "docx", folder=workspace).seconds),
        "pdf_weasyprint": lambda _: Clocked(baocao(*build, "pdf", folder=workspace).seconds),
        "pdf_typst": lambda _: Clocked(
            baocao(*build, "pdf", "--pdf-engine", "typst", folder=workspace).seconds
        ),
    }
