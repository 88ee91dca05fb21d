"""A document as an archival PDF: PDF/A-3b, tagged, by WeasyPrint from the HTML templates.

WeasyPrint is imported only here, and only when a PDF is made: Word needs none of it.
"""

import logging
import mimetypes
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from baocao.errors import FontMissingError, PdfEngineMissingError, TemplateError
from baocao.model.document import Document
from baocao.render.fonts import installed_family
from baocao.render.html.deadline import TooSlowError, seconds_for, stopped_after
from baocao.render.html.template import HtmlTemplates
from baocao.render.metadata import decree_fields
from baocao.render.templates.check_html import FOLDER
from baocao.workspace import TemplateFolders

try:
    import pydyf
    from weasyprint import HTML
    from weasyprint.logger import PROGRESS_LOGGER
    from weasyprint.text.ffi import fontconfig
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse
except OSError as problem:  # Pango is a library of the system, which pip cannot install
    raise PdfEngineMissingError(str(problem).splitlines()[0]) from problem

_VARIANT = {"pdf_variant": "pdf/a-3b", "pdf_tags": True, "custom_metadata": True}
_NO_KERNING = b"""<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <match target="font">
    <edit name="fontfeatures" mode="append"><string>kern 0</string></edit>
  </match>
</fontconfig>"""
_UNCLEAR_END = re.compile(rb"\r\nendstream")
_ATTEMPTS = 8
_PAGE_NUMBER = re.compile(r"Page (\d+)")
_FEWEST_PAGES_ALLOWED, _LETTERS_A_PAGE = 300, 300
PROGRESS_LOGGER.setLevel(logging.INFO)  # `_counted_pages` listens to it
PROGRESS_LOGGER.propagate = False  # … and nobody else


class PdfPrinter:
    """Prints documents as PDF; hold one for a process, since it keeps the fonts that it loads."""

    def __init__(self, folders: TemplateFolders) -> None:
        """Find the typeface; raises `FontMissingError` where this machine has none of them."""
        family = installed_family()
        if family is None:
            raise FontMissingError
        self._family = family
        self._folders = tuple((folder / FOLDER).resolve() for folder in folders.folders)
        self._templates = HtmlTemplates(folders)
        self._fonts = _fonts_without_kerning()

    def render(self, document: Document) -> bytes:
        """Print a document: the bytes of a PDF, the same for the same document and typeface.

        Raises `TemplateError` where the template asks for what lies outside its folder, or for
        more pages or time than its words explain.
        """
        page = self._templates.render(document, self._family)
        try:
            with stopped_after(seconds_for(page)), _counted_pages(page):
                html = HTML(
                    string=page,
                    base_url=f"{self._folders[-1].as_uri()}/",
                    url_fetcher=_Fetcher(self._folders),
                )
                return self._print(html, document)
        except FatalURLFetchingError as problem:
            raise TemplateError(
                self._templates.path(document), f"{problem.__cause__}."
            ) from problem
        except (TooSlowError, _TooManyPagesError, RecursionError) as problem:
            raise TemplateError(
                self._templates.path(document), f"không dàn trang được: {problem}."
            ) from problem

    def _print(self, html: HTML, document: Document) -> bytes:
        laid_out = html.render(font_config=self._fonts, **_VARIANT)
        laid_out.metadata.custom = dict(decree_fields(document.properties, len(laid_out.pages)))
        attempt = 0
        while True:
            pdf: bytes = laid_out.write_pdf(finisher=_Finisher(attempt), **_VARIANT)
            attempt += 1
            if attempt == _ATTEMPTS or _UNCLEAR_END.search(pdf) is None:
                return pdf


def _fonts_without_kerning() -> FontConfiguration:
    """Give the typefaces of this machine with kerning turned off, as Word has it.

    By Fontconfig, because of `font-kerning: none` WeasyPrint 70 makes Pango a list of features for
    each line of text and gives none back: a quarter of a megabyte for each report.
    """
    fonts = FontConfiguration()
    fontconfig.FcConfigParseAndLoadFromMemory(fonts._config, _NO_KERNING, True)  # noqa: FBT003, SLF001 - no other way in
    return fonts


class _TooManyPagesError(Exception):
    """A page that goes on and on."""

    def __init__(self, most: int) -> None:
        super().__init__(f"quá {most} trang, nhiều hơn hẳn số chữ của văn bản")


@contextmanager
def _counted_pages(page: str) -> Iterator[None]:
    """Stop at more pages than `page` has words for; WeasyPrint tells its log of each page.

    A full page holds some 3,000 letters of HTML, so 300 pages and one for each 300 letters are
    many times what a document needs.
    """
    most = _FEWEST_PAGES_ALLOWED + len(page) // _LETTERS_A_PAGE
    own = threading.get_ident()

    def count(record: logging.LogRecord) -> bool:
        page_number = _PAGE_NUMBER.search(record.getMessage())
        if record.thread == own and page_number and int(page_number[1]) > most:
            raise _TooManyPagesError(most)
        return False  # nobody reads it

    PROGRESS_LOGGER.addFilter(count)
    try:
        yield
    finally:
        PROGRESS_LOGGER.removeFilter(count)


class _Fetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Serves files of the template folders, and what an address itself holds; nothing else.

    The first folder that has a file gives it.
    """

    def __init__(self, folders: tuple[Path, ...]) -> None:
        super().__init__(fail_on_errors=True)
        self.folders = folders

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - its signature
        if url.startswith("data:image/"):
            return super().fetch(url)
        path = self._find(url)
        if path is None:
            message = f"mẫu đòi tệp {url} nằm ngoài thư mục của mẫu hoặc không có"
            raise ValueError(message)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        return URLFetcherResponse(path.as_uri(), path.read_bytes(), {"Content-Type": kind})

    def _find(self, url: str) -> Path | None:
        parts = urlsplit(url)
        asked = Path(url2pathname(parts.path)).resolve()
        if parts.scheme != "file":
            return None
        names = (asked.relative_to(own) for own in self.folders if asked.is_relative_to(own))
        found = ((folder / name).resolve() for name in names for folder in self.folders)
        inside = (p for p in found if p.is_file() and any(map(p.is_relative_to, self.folders)))
        return next(inside, None)


class _Finisher:
    """Mends what strict readers of PDF/A refuse in the objects that WeasyPrint made.

    Each stream is deflated here, once: left to pydyf, it is for the file's identifier and again for
    the file. Images are not to be smoothed (ISO 19005-3, 6.2.8.1), as browsers do and WeasyPrint
    asks. The XMP stream stays uncompressed (ISO 19005-3, 6.6.2.1 lets no reader need a filter). A
    stream whose last byte is a carriage return runs into the line end before `endstream`, which
    leaves its length unclear (6.1.7.1); such streams stay uncompressed too. Streams made after
    this one are turned by empty objects: `attempt` says how many.
    """

    def __init__(self, attempt: int) -> None:
        self.attempt = attempt

    def __call__(self, _: object, pdf: pydyf.PDF) -> None:
        for item in pdf.objects:
            if isinstance(item, pydyf.Stream) and "Interpolate" in item.extra:
                item.extra["Interpolate"] = "false"
            if isinstance(item, pydyf.Stream) and item.compress:
                if item.extra.get("Type") != "/Metadata":
                    _deflate(item)
                item.compress = False
        for _attempt in range(self.attempt):
            pdf.add_object(pydyf.Dictionary())


def _deflate(stream: pydyf.Stream) -> None:
    """Put a stream's compressed bytes in its place, unless they end in a carriage return."""
    deflated = stream.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
    if not deflated.endswith(b"\r"):
        stream.stream = [deflated]
        stream.extra["Filter"] = "/FlateDecode"
