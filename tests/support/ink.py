"""What the eye can read of a PDF: characters that leave ink on the page, by pdfium."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from pypdfium2 import raw

_NO_INK = 0.1  # points: pdfium gives a blank a box, but a flat one
_TOP_MARGIN = 20 * 72 / 25.4  # points
_HYPHEN_AT_THE_END_OF_A_LINE = 2  # what pdfium gives for it


def legible_text(path: Path) -> str:
    """Read a PDF, blanks left out, in the order of the file.

    A character without an outline, or outside the page, is not there; nor is a page's number.
    """
    return "".join(legible_pages(path))


def legible_pages(path: Path) -> tuple[str, ...]:
    with pypdfium2.PdfDocument(path) as document:
        return tuple("".join(_legible(page)) for page in document)


def _legible(page: pypdfium2.PdfPage) -> Iterator[str]:
    width, height = page.get_size()
    text = page.get_textpage()
    for index in range(text.count_chars()):
        left, bottom, right, top = text.get_charbox(index)
        is_in_the_text = 0 <= left < right <= width and 0 <= bottom < top < height - _TOP_MARGIN
        if is_in_the_text and top - bottom > _NO_INK:
            code = raw.FPDFText_GetUnicode(text, index)
            yield "-" if code == _HYPHEN_AT_THE_END_OF_A_LINE else chr(code)
