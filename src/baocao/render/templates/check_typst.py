"""The check of Typst templates: they may neither fetch anything nor run text as code."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from baocao.diagnostics import Diagnostic
from baocao.render.templates.check_html import harmful_text, read_text
from baocao.workspace import TemplateFolders

FOLDER: Final = "typst"
GENERAL: Final = "van-ban.typ"
_ENDINGS: Final = frozenset({".typ", ".png", ".jpg", ".jpeg"})
_HARMFUL: Final = (
    (re.compile(r"\b(eval|plugin|std)\b"), "lệnh {}"),
    (re.compile(r"(@preview|@local)\b"), "gói lấy từ ngoài vào: {}"),
    (
        re.compile(r"\b(import|include)\b(?!\s*\"[\w./-]+\.typ\")"),
        "lệnh {} mà tên tệp không viết thẳng trong dấu ngoặc kép, đuôi .typ",
    ),
)


def template_files(folders: TemplateFolders) -> Mapping[str, Path]:
    """Return the files that Typst may read, by their path below `typst/`.

    The first folder that has a file wins. Links to files outside the folder are left out.
    """
    found: dict[str, Path] = {}
    for folder in reversed(folders.folders):
        own = (folder / FOLDER).resolve()
        for path in sorted(own.rglob("*")):
            if path.suffix in _ENDINGS and path.is_file() and path.resolve().is_relative_to(own):
                found[path.relative_to(own).as_posix()] = folder / FOLDER / path.relative_to(own)
    return found


def check_typst(path: Path) -> tuple[Diagnostic, ...]:
    text = read_text(path, {})
    if isinstance(text, Diagnostic):
        return (text,)
    return tuple(harmful_text(text, path, _HARMFUL))
