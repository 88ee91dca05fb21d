"""A document as HTML, the step before the PDF and the page of the preview."""

import re
from dataclasses import fields
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader
from markupsafe import escape

from baocao.errors import TemplateError, TemplateNotFoundError
from baocao.model.document import Document
from baocao.render.templates.budget import limited
from baocao.render.templates.check_html import FOLDER, check_css, check_html
from baocao.render.templates.fields import has_value, printed_in_part
from baocao.render.templates.refusal import is_used, raise_on_errors
from baocao.render.templates.sandbox import environment
from baocao.workspace import TemplateFolders

GENERAL = "van-ban.html"
_WIDEST_SPAN = 9999  # WeasyPrint makes a place in memory for each column that a cell spans
_HUGE_SPAN = re.compile(
    r"<[^<>]*\bspan\s*=\s*[\"']?\s*\d{5}|<[^<>]*(?:col|row)span\s*=\s*[\"']?\s*\d{5}"
)
_FIELDS = tuple(field.name for field in fields(Document))


class HtmlTemplates:
    """The HTML templates, compiled as they are first used; a kind's own wins over the general."""

    def __init__(self, folders: TemplateFolders) -> None:
        """Take templates from `html/` of each of `folders`, the first that has one giving it."""
        self._folders = folders
        self._not_printed: dict[Path, tuple[str, ...]] = {}
        self._jinja = environment(
            ChoiceLoader([FileSystemLoader(folder / FOLDER) for folder in folders.folders])
        )

    def render(self, document: Document, family: str) -> str:
        """Fill the template; `family` is the typeface that the page is set in.

        Raises `TemplateError` where the template has faults, or leaves out what the document has.
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
        """Give the template for a document: its kind's own where there is one."""
        names = tuple(f"{FOLDER}/{name}" for name in (f"{document.kind}.html", GENERAL))
        path = self._folders.find_any(names)
        if path is None:
            raise TemplateNotFoundError(names[-1], self._folders.folders)
        return path

    def _open(self, path: Path) -> tuple[str, ...]:
        """Check a template when it is first used; give the fields that it does not print."""
        if path not in self._not_printed:
            checked = check_html(self._folders, path.name)
            sheets = (s for f in self._folders.folders for s in sorted((f / FOLDER).glob("*.css")))
            of_sheets = (fault for sheet in sheets for fault in check_css(sheet))
            raise_on_errors((*checked.diagnostics, *of_sheets))
            self._not_printed[path] = tuple(
                name for name in printed_in_part() if not is_used(name, checked.prints)
            )
        return self._not_printed[path]
