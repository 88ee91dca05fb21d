"""Typst templates looked over before anything is built from them."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from baocao.diagnostics import Diagnostic, Span
from baocao.render.templates.check_html import LARGEST_TEXT
from baocao.rules.templates import unreadable_template, unsafe_template
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
    """Give the files that Typst may see, by their path below `typst/`.

    The first folder that has a file gives it. What lies elsewhere and is only linked is left out.
    """
    found: dict[str, Path] = {}
    for folder in reversed(folders.folders):
        own = (folder / FOLDER).resolve()
        for path in sorted(own.rglob("*")):
            if path.suffix in _ENDINGS and path.is_file() and path.resolve().is_relative_to(own):
                found[path.relative_to(own).as_posix()] = folder / FOLDER / path.relative_to(own)
    return found


def check_typst(path: Path) -> tuple[Diagnostic, ...]:
    """Look over one file: it may neither fetch anything nor make code out of words."""
    try:
        if path.stat().st_size > LARGEST_TEXT:
            return (unreadable_template.too_large(Span(path), "quá lớn", "1 MB"),)
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        return (unreadable_template.unreadable(Span(path), str(problem)),)
    return tuple(_harm(text, path))


def _harm(text: str, path: Path) -> Iterator[Diagnostic]:
    for pattern, what in _HARMFUL:
        for found in pattern.finditer(text):
            line = text.count("\n", 0, found.start()) + 1
            column = found.start() - text.rfind("\n", 0, found.start())
            span = Span(path, line, column, len(found[0]))
            yield unsafe_template.content(span, f"Dòng {line}", what.format(found[1]))
