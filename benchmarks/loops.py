"""The loops that somebody without this program would write for PDFs."""

import importlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

from baocao.errors import FontMissingError
from baocao.model.document import Document
from baocao.render.fonts import installed_family
from baocao.render.html.template import HtmlTemplates
from baocao.workspace import template_folders

FOLDERS = template_folders(Path(__file__).parents[1])
_PRINTER = "baocao.render.typst.printer"
_JSON = "baocao.render.typst.document_json"

Loop = Callable[[Document], bytes]


def weasyprint_plain() -> Loop:
    """Fill the HTML template, give WeasyPrint the page: nothing kept from one to the next."""
    from weasyprint import HTML  # noqa: PLC0415 - starting up is another part's matter

    templates = HtmlTemplates(FOLDERS)
    family = installed_family()
    if family is None:
        raise FontMissingError
    base = f"{(FOLDERS.folders[-1] / 'html').resolve().as_uri()}/"

    def print_plainly(document: Document) -> bytes:
        page = HTML(string=templates.render(document, family), base_url=base)
        pdf: bytes = page.write_pdf(pdf_variant="pdf/a-3b", pdf_tags=True)
        return pdf

    return print_plainly


def weasyprint_ours() -> Loop:
    """Print as `build` does."""
    from baocao.render.html.pdf import PdfPrinter  # noqa: PLC0415 - starting up is another part's matter

    return PdfPrinter(FOLDERS).render


def typst_ours() -> Loop:
    """Print as `build --pdf-engine typst` does."""
    render: Loop = _typst_printer().render
    return render


class BareTypst:
    """Typst's compiler, warm, given the JSON that our way writes, and nothing else."""

    def __init__(self, first: Document) -> None:
        """Watch our way print a document: what compiler it makes, and how it calls it."""
        import typst  # noqa: PLC0415 - an optional extra

        made: list[_Watched] = []
        real = typst.Compiler

        def watched(*given: Any, **named: Any) -> _Watched:  # noqa: ANN401 - as the compiler takes
            made.append(_Watched(real(*given, **named), Path(named["root"])))
            return made[-1]

        sys.modules.pop(_PRINTER, None)  # it holds the real compiler
        with patch.object(typst, "Compiler", watched):
            self._printer = _typst_printer()  # whose folder goes when it goes
            self._printer.render(first)
        sys.modules.pop(_PRINTER, None)
        (self._compiler,) = made
        (self._data,) = self._compiler.root.glob("*.json")

    def json(self, document: Document) -> bytes:
        """Give a document's JSON."""
        data: bytes = importlib.import_module(_JSON).serialize(document).data
        return data

    def print(self, json: bytes) -> bytes:
        """Print from JSON."""
        self._data.write_bytes(json)
        return self._compiler.again()


class _Watched:
    """Typst's compiler, which remembers how it was called."""

    def __init__(self, compiler: Any, root: Path) -> None:  # noqa: ANN401 - an optional extra
        self.root = root
        self._compiler = compiler
        self._named: dict[str, object] = {}

    def compile(self, **named: object) -> object:
        """Compile, and keep how."""
        self._named = named
        return self._compiler.compile(**named)

    def again(self) -> bytes:
        """Compile as before."""
        pdf: bytes = self._compiler.compile(**self._named)
        return pdf


def _typst_printer() -> Any:  # noqa: ANN401 - an optional extra
    return importlib.import_module(_PRINTER).TypstPrinter(FOLDERS)
