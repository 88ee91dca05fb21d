"""Forms and statistics as a campaign's author and a unit write them, read without a campaign."""

from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.unit.statistics import read_statistics
from baocao.model.content import Statistics
from baocao.model.form import Form
from baocao.pipeline import check_forms

LABEL = "{ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}"


def form_text(columns: tuple[str, ...], rows: tuple[str, ...], blocks: tuple[str, ...] = ()) -> str:
    """Write a `bieu-so-lieu.yaml` of one form: each column and row one line of YAML."""
    lines = ["bieu:", "  - ma: bieu", "    tieu_de: Biểu"]
    if blocks:
        lines += ["    khoi_cot:", *(f"      - {block}" for block in blocks)]
    lines += ["    cot:", *(f"      - {column}" for column in (LABEL, *columns))]
    lines += ["    dong:", *(f"      - {row}" for row in rows)]
    return "".join(f"{line}\n" for line in lines)


def write(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def faults_of(folder: Path, text: str) -> tuple[Diagnostic, ...]:
    return check_forms(write(folder / "bieu-so-lieu.yaml", text))[1]


def read(folder: Path, form: str, statistics: str) -> tuple[Form, Statistics]:
    """Read a form and a unit's figures for it, in which nothing is wrong."""
    forms, faults = check_forms(write(folder / "bieu-so-lieu.yaml", form))
    assert forms is not None, faults
    read_ones, faults = read_statistics(write(folder / "so-lieu.yaml", statistics), forms)
    assert faults == (), faults
    (only,) = forms.values()
    return only, read_ones[only.id]
