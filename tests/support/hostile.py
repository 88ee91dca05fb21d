"""Templates that someone else made: the shipped ones, changed by code."""

import zipfile
from collections.abc import Mapping
from pathlib import Path

from support.samples import ROOT

SHIPPED = ROOT / "templates"
MAIN = "word/document.xml"


def word(folder: Path, changes: Mapping[str, bytes] | None = None, body: str = "") -> Path:
    """Return the shipped Word template with parts put in or replaced, and `body` in front."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "van-ban.docx"
    with zipfile.ZipFile(SHIPPED / "docx" / "van-ban.docx") as shipped:
        parts = {name: shipped.read(name) for name in shipped.namelist()}
    parts |= changes or {}
    parts[MAIN] = parts[MAIN].replace(b"<w:body>", f"<w:body>{body}".encode(), 1)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def replaced(folder: Path, old: str, new: str, part: str = MAIN) -> Path:
    """Return the shipped Word template with the first `old` of a part replaced."""
    with zipfile.ZipFile(SHIPPED / "docx" / "van-ban.docx") as shipped:
        text = shipped.read(part).decode()
    assert old in text
    return word(folder, {part: text.replace(old, new, 1).encode()})


def html(folder: Path, name: str, old: str, new: str) -> Path:
    """Return a shipped HTML template or style sheet with the first `old` replaced."""
    path = folder / "templates" / "html" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    text = (SHIPPED / "html" / name).read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")
    return path


def paragraph(*runs: str) -> str:
    """Return a paragraph of these runs, each in formatting of its own."""
    inner = "".join(
        f"<w:r><w:rPr><w:b/></w:rPr><w:t xml:space='preserve'>{run}</w:t></w:r>" for run in runs
    )
    return f"<w:p>{inner}</w:p>"
