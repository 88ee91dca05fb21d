"""A document as HTML, the step before the PDF and the page of the preview.

Templates are read once, so that what was checked is what is filled.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import fields
from pathlib import Path

from jinja2 import FunctionLoader
from markupsafe import escape

from baocao.errors import TemplateError, TemplateNotFoundError
from baocao.model.document import Document
from baocao.render.templates.approval import unprinted_fields
from baocao.render.templates.budget import LARGEST_TEXT, limited
from baocao.render.templates.fields import has_value, is_used, optional_fields
from baocao.render.templates.messages import raise_on_errors
from baocao.render.templates.sandbox import environment
from baocao.workspace import TemplateFolders

FOLDER = "html"
GENERAL = "van-ban.html"
_WIDEST_SPAN = 9999  # WeasyPrint makes a place in memory for each column that a cell spans
_HUGE_SPAN = re.compile(
    r"<[^<>]*\bspan\s*=\s*[\"']?\s*\d{5}|<[^<>]*(?:col|row)span\s*=\s*[\"']?\s*\d{5}"
)
_FIELDS = tuple(field.name for field in fields(Document))


class HtmlTemplates:
    """The HTML templates, compiled as they are first used; a kind's own wins over the general."""

    def __init__(self, folders: TemplateFolders) -> None:
        """Read the files directly in `html/` of each of `folders`; the first that has one wins."""
        self._folders = folders
        self._unprinted: dict[Path, tuple[str, ...]] = {}
        self._paths: dict[str, Path] = {}
        self.files: dict[Path, bytes] = {}
        for folder in folders.folders:
            for path, data in _read_files(folder / FOLDER):
                if self._paths.setdefault(path.name, path) is path:
                    self.files[path] = data
        self._jinja = environment(FunctionLoader(self._source))

    def render(self, document: Document, family: str) -> str:
        """Fill the template; `family` is the typeface that the page is set in.

        Raises `TemplateError` if the template has faults or omits a field of the document.
        """
        path = self.path(document)
        lost = [name for name in self._open(path) if has_value(document, name)]
        if lost:
            raise TemplateError(path, f"thiếu thẻ {', '.join(lost)} nên sẽ mất nội dung.")
        context = {name: getattr(document, name) for name in _FIELDS}
        try:
            with limited():
                html: str = self._jinja.get_template(path.name).render(context, family=family)
        except Exception as problem:  # a template may divide by zero, or add words to figures
            raise TemplateError(path, f"thẻ không in được: {problem}.") from problem
        if _HUGE_SPAN.search(html):
            raise TemplateError(path, f"mẫu có ô trải qua hơn {_WIDEST_SPAN} cột hay hàng.")
        for text in document.texts():
            if str(escape(text)) not in html:
                raise TemplateError(path, f"mẫu bỏ mất nội dung «{text[:60]}».")
        return html

    def path(self, document: Document) -> Path:
        names = tuple(f"{FOLDER}/{name}" for name in (f"{document.kind}.html", GENERAL))
        path = self._folders.find_any(names)
        if path is None:
            raise TemplateNotFoundError(names[-1], self._folders.folders)
        return path

    def _source(self, name: str) -> str | None:
        path = self._paths.get(name)
        return None if path is None else self.files[path].decode()

    def _open(self, path: Path) -> tuple[str, ...]:
        """Check a template when it is first used; return the fields that it does not print."""
        if path not in self._unprinted:
            files = {f"{FOLDER}/{each.name}": data for each, data in self.files.items()}
            self._unprinted[path] = unprinted_fields(
                f"{FOLDER}/{path.name}", files, lambda: self._check(path)
            )
        return self._unprinted[path]

    def _check(self, path: Path) -> tuple[str, ...]:
        from baocao.render.templates.check_html import (  # noqa: PLC0415 - an approved template needs none
            check_css,
            check_html,
        )

        checked = check_html(self._folders, path.name, self.files)
        sheets = sorted(each for each in self.files if each.suffix == ".css")
        of_sheets = (fault for sheet in sheets for fault in check_css(sheet, self.files))
        raise_on_errors((*checked.diagnostics, *of_sheets))
        return tuple(name for name in optional_fields() if not is_used(name, checked.printed_paths))


def _read_files(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of a folder but for those that the check refuses unread."""
    for path in sorted(folder.glob("*")):
        with suppress(OSError):
            if path.is_file() and path.stat().st_size <= LARGEST_TEXT:
                yield path, path.read_bytes()
