"""A document as an archival PDF: PDF/A-3b, tagged, by WeasyPrint from the HTML templates.

WeasyPrint is imported only here, and only when a PDF is made: Word needs none of it.
"""

import logging
import mimetypes
import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from baocao.errors import FontMissingError, PdfEngineMissingError, TemplateError
from baocao.model.document import Document
from baocao.render.fonts import installed_family
from baocao.render.html.deadline import TooSlowError, seconds_for, stopped_after
from baocao.render.html.template import FOLDER, HtmlTemplates
from baocao.render.metadata import decree_fields
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
PROGRESS_LOGGER.setLevel(logging.INFO)  # `_limited_pages` listens to it
PROGRESS_LOGGER.propagate = False  # … and no other handler


class PdfPrinter:
    """Prints documents as PDF; keep one for each process, since it holds the loaded fonts."""

    def __init__(self, folders: TemplateFolders) -> None:
        """Find the typeface; raises `FontMissingError` if this machine has none of the three."""
        family = installed_family()
        if family is None:
            raise FontMissingError
        self._family = family
        self._folders = tuple((folder / FOLDER).resolve() for folder in folders.folders)
        self._templates = HtmlTemplates(folders)
        self._read = {path.resolve(): data for path, data in self._templates.files.items()}
        self._fonts = _fonts_without_kerning()

    def render(self, document: Document) -> bytes:
        """Return the bytes of a PDF, equal for the same document and typeface.

        Raises `TemplateError` if the template fetches anything from outside its folder, or takes
        more pages or time than its text explains.
        """
        page = self._templates.render(document, self._family)
        try:
            with stopped_after(seconds_for(page)), _limited_pages(page):
                html = HTML(
                    string=page,
                    base_url=f"{self._folders[-1].as_uri()}/",
                    url_fetcher=_Fetcher(self._folders, self._read),
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
            pdf: bytes = laid_out.write_pdf(finisher=partial(_finish, attempt), **_VARIANT)
            attempt += 1
            if attempt == _ATTEMPTS or _UNCLEAR_END.search(pdf) is None:
                return pdf


def _fonts_without_kerning() -> FontConfiguration:
    """Return the fonts of this machine with kerning turned off, as in Word.

    Fontconfig turns it off, because with CSS `font-kerning: none` WeasyPrint 70 allocates a list of
    Pango features for each line of text and frees none: 0.25 MB for each report.
    """
    fonts = FontConfiguration()
    fontconfig.FcConfigParseAndLoadFromMemory(fonts._config, _NO_KERNING, True)  # noqa: FBT003, SLF001 - no other way in
    return fonts


class _TooManyPagesError(Exception):
    """The PDF has more pages than the text explains."""

    def __init__(self, most: int) -> None:
        super().__init__(f"quá {most} trang, nhiều hơn hẳn số chữ của văn bản")


@contextmanager
def _limited_pages(page: str) -> Iterator[None]:
    """Stop the layout at more pages than the HTML explains; WeasyPrint logs each page.

    A full page holds some 3,000 letters of HTML, so 300 pages and one more for each 300 letters are
    many times what a document needs.
    """
    most = _FEWEST_PAGES_ALLOWED + len(page) // _LETTERS_A_PAGE
    own = threading.get_ident()

    def count(record: logging.LogRecord) -> bool:
        page_number = _PAGE_NUMBER.search(record.getMessage())
        if record.thread == own and page_number and int(page_number[1]) > most:
            raise _TooManyPagesError(most)
        return False  # the log is not shown

    PROGRESS_LOGGER.addFilter(count)
    try:
        yield
    finally:
        PROGRESS_LOGGER.removeFilter(count)


class _Fetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint has no types
    """Serves files of the template folders and `data:image` addresses, and nothing else.

    The first folder that has a file wins; what was checked is served as it was read then.
    """

    def __init__(self, folders: tuple[Path, ...], read: Mapping[Path, bytes]) -> None:
        super().__init__(fail_on_errors=True)
        self.folders = folders
        self.read = read

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002 - its signature
        if url.startswith("data:image/"):
            return super().fetch(url)
        path = self._find(url)
        if path is None:
            message = f"mẫu đòi tệp {url} nằm ngoài thư mục của mẫu hoặc không có"
            raise ValueError(message)
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        data = self.read[path] if path in self.read else path.read_bytes()
        return URLFetcherResponse(path.as_uri(), data, {"Content-Type": kind})

    def _find(self, url: str) -> Path | None:
        parts = urlsplit(url)
        asked = Path(url2pathname(parts.path)).resolve()
        if parts.scheme != "file":
            return None
        names = (asked.relative_to(own) for own in self.folders if asked.is_relative_to(own))
        found = ((folder / name).resolve() for name in names for folder in self.folders)
        inside = (p for p in found if p.is_file() and any(map(p.is_relative_to, self.folders)))
        return next(inside, None)


def _finish(attempt: int, _: object, pdf: pydyf.PDF) -> None:
    """Correct the objects of WeasyPrint that strict validators of PDF/A refuse.

    Each stream is deflated here, once; pydyf would deflate it for the file's identifier and again
    for the file. Images are not interpolated (ISO 19005-3, 6.2.8.1). The XMP stream stays
    uncompressed (6.6.2.1 allows no filter). A stream whose last byte is a carriage return runs into
    the line end before `endstream`, which leaves its length unclear (6.1.7.1); it stays
    uncompressed too. For streams that WeasyPrint adds later, `attempt` empty objects change the
    object numbers in them, and so their last byte.
    """
    for item in pdf.objects:
        if isinstance(item, pydyf.Stream) and "Interpolate" in item.extra:
            item.extra["Interpolate"] = "false"
        if isinstance(item, pydyf.Stream) and item.compress:
            if item.extra.get("Type") != "/Metadata":
                _deflate(item)
            item.compress = False
    for _attempt in range(attempt):
        pdf.add_object(pydyf.Dictionary())


def _deflate(stream: pydyf.Stream) -> None:
    """Compress a stream, unless the result ends in a carriage return."""
    deflated = stream.data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
    if not deflated.endswith(b"\r"):
        stream.stream = [deflated]
        stream.extra["Filter"] = "/FlateDecode"
