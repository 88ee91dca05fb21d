"""The ways to a Word file that are raced: ours, and a plain docxtpl loop as its manual shows it.

The plain way opens the template anew for every document. Its context can be handed to it ready;
ours makes the XML of the body as well.
"""

import io
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from docxtpl import DocxTemplate
from markupsafe import Markup

from baocao.model.document import Document
from baocao.render.word.pictures import Drawings
from baocao.render.word.template import WordTemplate

ROOT = Path(__file__).parents[1]


def ours(document: Document) -> bytes:
    """Fill the template, opened and compiled once."""
    return _template().render(document)


def plain(document: Document) -> bytes:
    """Fill the template as docxtpl's manual says, the XML of the body made for it as well."""
    return plain_from(context(document))


def plain_from(ready: Mapping[str, object]) -> bytes:
    """Fill the template as docxtpl's manual says, the context being ready."""
    template = DocxTemplate(io.BytesIO(_file()))
    template.render(dict(ready), autoescape=True)
    buffer = io.BytesIO()
    template.save(buffer)
    return buffer.getvalue()


def context(document: Document) -> Mapping[str, object]:
    """Give what docxtpl fills the template with."""
    return _template().context(document, Drawings(), Markup)


@cache
def _template() -> WordTemplate:
    return WordTemplate(ROOT / "templates" / "docx" / "van-ban.docx")


@cache
def _file() -> bytes:
    """Give the template as docxtpl opens it, with the same tags as ours."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in _template().members.items():
            package.writestr(name, data)
    return buffer.getvalue()
