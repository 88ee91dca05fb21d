"""A document as HTML, the step before the PDF and the page of the preview."""

from dataclasses import fields
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader
from markupsafe import escape

from baocao.errors import TemplateError, TemplateNotFoundError
from baocao.model.document import Document
from baocao.render.sandbox import environment
from baocao.workspace import TemplateFolders

FOLDER = "html"
GENERAL = "van-ban.html"
_FIELDS = tuple(field.name for field in fields(Document))


class HtmlTemplates:
    """The HTML templates, compiled as they are first used; a kind's own wins over the general."""

    def __init__(self, folders: TemplateFolders) -> None:
        """Take templates from `html/` of each of `folders`, the first that has one giving it."""
        self._folders = folders
        self._jinja = environment(
            ChoiceLoader([FileSystemLoader(folder / FOLDER) for folder in folders.folders])
        )

    def render(self, document: Document, family: str) -> str:
        """Fill the template; `family` is the typeface that the page is set in.

        Raises `TemplateError` where a tag names what a document does not have.
        """
        path = self.path(document)
        context = {name: getattr(document, name) for name in _FIELDS}
        try:
            html: str = self._jinja.get_template(path.name).render(context, family=family)
        except Exception as problem:  # a template may divide by zero, or add words to figures
            raise TemplateError(path, f"thẻ không in được: {problem}.") from problem
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
