"""Whether a PDF of Typst's prints every letter of its document.

A template that leaves something out prints fewer letters than the document has. Each page's text
stands in its content stream as numbers of glyphs, and each font says which letters a glyph is (ISO
32000-1, 9.10.3). What is marked as an artifact is not counted: page numbers, and the head of a
table that repeats overleaf.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from baocao.model.document import Appendix, Document
from baocao.render.typst.metadata import PdfObjects

_PAGE: Final = re.compile(rb"/Resources (\d+) 0 R.*/Contents (\d+) 0 R")
_FONTS: Final = re.compile(rb"/Font<<([^>]*)>>")
_FONT: Final = re.compile(rb"/(\w+) (\d+) 0 R")
_TO_UNICODE: Final = re.compile(rb"/ToUnicode (\d+) 0 R")
_LETTERS: Final = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n")
_ARTIFACT: Final = re.compile(rb"/Artifact(?: BMC|<<.*?>>BDC).*?EMC", re.DOTALL)
_SPELLED_OUT: Final = b"/ActualText"
_ACTUAL: Final = re.compile(rb"/Span<</ActualText<FEFF([0-9A-F]*)>>>BDC.*?EMC", re.DOTALL)
_FONT_CHOSEN: Final = b" Tf"
_LANGUAGE: Final = re.compile(rb"/Lang\([^)]*\)")
_STRING: Final = re.compile(  # a bare `)` is a glyph's second byte, after which none of these comes
    rb"\(([^)]*(?:\)(?![-\d.\]T])[^)]*)*)\)"
)
_FIGURES: Final = re.compile(rb"<([0-9A-F]+)>")
_BYTES_OF_ONE: Final = 256  # glyphs that one byte tells apart
_FIRST_BYTE: Final = rb"\000"  # of such a glyph, as a string has it
_NAMED: Final = {8: rb"\b", 9: rb"\t", 10: rb"\n", 12: rb"\f", 13: rb"\r", 92: rb"\\"}
_ONE: Final = 4  # figures of a letter
_BLANKS: Final = frozenset(b"%04X" % sign for sign in range(0x10000) if chr(sign).isspace())


@dataclass(frozen=True, slots=True)
class _Shown:
    """What pages show of one font: parts of content streams, and the letters of its glyphs."""

    content: bytes
    table: Sequence[tuple[bytes, bytes]]  # each glyph's number and its letters, in figures

    def length(self) -> int:
        """Count the letters, but for blanks; nearly every glyph is one, which needs no look.

        Nor are the strings taken out one by one where a glyph's number has one byte that counts.
        """
        if len(self.table) >= _BYTES_OF_ONE - 1:
            content, glyphs = b"", _glyphs(self.content)
        else:
            content, glyphs = self.content, _in_figures(self.content)
        length = content.count(_FIRST_BYTE) + len(glyphs)
        for number, figures in self.table:
            if len(figures) != _ONE or figures in _BLANKS:
                glyph = int(number, 16)
                times = glyphs.count(chr(glyph)) + sum(map(content.count, _written(glyph)))
                length += times * (len(_letters(figures)) - 1)
        return length

    def counted(self) -> Counter[str]:
        """Count each letter."""
        counted: Counter[str] = Counter()
        letters = {_utf16(glyph): _letters(figures) for glyph, figures in self.table}
        for glyph, times in Counter(_glyphs(self.content)).items():
            for letter in letters.get(glyph, ""):
                counted[letter] += times
        return counted


def lost_text(objects: PdfObjects, document: Document) -> str | None:
    """Return a text of the document that the PDF does not print whole; None where it prints all.

    A template has no words of its own, so as many letters as the document has are its letters.
    Only where there are more or less are they counted one by one.
    """
    spoken, shown = _shown(objects)
    texts = tuple(_texts(document))
    wanted = unicodedata.normalize("NFC", "\n".join(texts))
    if _inked(spoken) + sum(each.length() for each in shown) == _inked(wanted):
        return None
    lost = Counter(wanted) - sum((each.counted() for each in shown), Counter(spoken))
    for sign in tuple(lost):
        if sign == " " or not sign.isprintable():
            del lost[sign]
    if not lost:
        return None
    return max(
        (unicodedata.normalize("NFC", text) for text in texts), key=lambda text: _share(text, lost)
    )


def _share(text: str, lost: Counter[str]) -> float:
    """Return the share of a text that may have been lost, between 0 and 1."""
    found: Counter[str] = Counter(text) & lost
    return found.total() / (len(text) + 1)


def _inked(text: str) -> int:
    """Count what is no blank."""
    return len("".join(text.split()))


def _texts(document: Document) -> Iterator[str]:
    head, title = document.letterhead, document.title
    yield from (*head.parent_body, *head.issuing_body, head.number)
    yield from (head.national_name, head.motto, head.place_and_date)
    yield from (*title.type_name, *title.abstract, title.attached, *document.addressees)
    if document.recipients is not None:
        yield from (document.recipients.label, *document.recipients.lines)
        yield from (brace.words for brace in document.recipients.braces)
    for appendix in document.appendices:
        yield from (appendix.label, *appendix.title, appendix.attached)
    parts: tuple[Document | Appendix, ...] = (document, *document.appendices)
    for signature in (part.signature for part in parts if part.signature is not None):
        yield from (*signature.authority, signature.note, signature.name)
    yield from document.texts()


def _shown(objects: PdfObjects) -> tuple[str, tuple[_Shown, ...]]:
    """Return what all pages show, as it is copied: texts spelled out, and glyphs by font."""
    contents: dict[int, list[bytes]] = {}
    spelled: list[str] = []
    for page in objects.pages():
        resources, text = (int(number) for number in _PAGE.findall(objects[page])[0])
        fonts = _fonts(objects, resources)
        content = _ARTIFACT.sub(b"", objects.stream(text))
        if _SPELLED_OUT in content:
            spelled += map(_utf16, _ACTUAL.findall(content))
            content = _ACTUAL.sub(b"", content)
        before, *shown = content.split(_FONT_CHOSEN)
        for after in shown:
            name = before[before.rindex(b"/") + 1 :].split()[0]
            contents.setdefault(fonts[name], []).append(after)
            before = after
    return unicodedata.normalize("NFC", "".join(spelled)), tuple(
        _Shown(b"".join(parts), _table(objects, font)) for font, parts in contents.items()
    )


def _glyphs(content: bytes) -> str:
    """Return the numbers in the strings of a content stream, two bytes each, as letters."""
    literal = b"".join(_STRING.findall(_LANGUAGE.sub(b"", content)))
    for sign in b"\\()":  # Python unescapes all else that PDF escapes
        literal = literal.replace(b"\\%c" % sign, b"\\%03o" % sign)
    numbers = literal.decode("unicode_escape").encode("latin-1")
    return numbers.decode("utf-16-be") + _in_figures(content)


def _in_figures(content: bytes) -> str:
    """Return the numbers in those strings that are written in figures."""
    return _utf16(b"".join(_FIGURES.findall(content)))


def _written(glyph: int) -> Iterator[bytes]:
    """Yield the ways to write a glyph of one byte in a string (ISO 32000-1, 7.3.4.2)."""
    if glyph >= _BYTES_OF_ONE:
        return
    sign = b"%c" % glyph
    if glyph in _NAMED:
        yield _FIRST_BYTE + _NAMED[glyph]
    elif sign in b"()":
        yield from (_FIRST_BYTE + sign, _FIRST_BYTE + b"\\" + sign)
    elif sign.isascii() and sign.decode().isprintable():
        yield _FIRST_BYTE + sign
    else:
        yield _FIRST_BYTE + b"\\%03o" % glyph


def _utf16(figures: bytes) -> str:
    return bytes.fromhex(figures.decode()).decode("utf-16-be")


def _fonts(objects: PdfObjects, resources: int) -> dict[bytes, int]:
    """Return the numbers of the fonts that a page calls by these names."""
    found = _FONTS.search(objects[resources])
    return {} if found is None else {name: int(font) for name, font in _FONT.findall(found[1])}


def _letters(figures: bytes) -> str:
    return unicodedata.normalize("NFC", _utf16(figures)).strip()


def _table(objects: PdfObjects, font: int) -> list[tuple[bytes, bytes]]:
    """Return the letters of each glyph of a font."""
    found = _TO_UNICODE.search(objects[font])
    return [] if found is None else _LETTERS.findall(objects.stream(int(found[1])))
