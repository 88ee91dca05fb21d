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
from baocao.render.pdf_objects import PdfObjects

_PAGE: Final = re.compile(rb"/Resources (\d+) 0 R.*/Contents (\d+) 0 R")
_FONTS: Final = re.compile(rb"/Font<<([^>]*)>>")
_FONT: Final = re.compile(rb"/(\w+) (\d+) 0 R")
_TO_UNICODE: Final = re.compile(rb"/ToUnicode (\d+) 0 R")
_LETTERS: Final = re.compile(rb"<([0-9A-F]{4})> <([0-9A-F]+)>\n")
_ARTIFACT: Final = re.compile(rb"/Artifact(?: BMC|<<.*?>>BDC).*?EMC", re.DOTALL)
_ACTUAL: Final = re.compile(rb"/Span<</ActualText<FEFF([0-9A-F]*)>>>BDC.*?EMC", re.DOTALL)
_FONT_CHOSEN: Final = re.compile(rb"/(\w+) [\d.]+ Tf")
_LANGUAGE: Final = re.compile(rb"/Lang\([^)]*\)")
_STRING: Final = re.compile(  # a bare `)` is a glyph's second byte, after which none of these comes
    rb"\(([^)]*(?:\)(?![-\d.\]T])[^)]*)*)\)"
)
_ONE: Final = 4  # figures of a letter
_BLANKS: Final = frozenset(b"%04X" % sign for sign in range(0x10000) if chr(sign).isspace())
_FIGURES: Final = re.compile(rb"<([0-9A-F]+)>")


@dataclass(frozen=True, slots=True)
class _Shown:
    """What pages show of one font: its glyphs, as if their numbers were letters."""

    glyphs: str
    table: Sequence[tuple[bytes, bytes]]  # each glyph's number and its letters, in figures

    def length(self) -> int:
        """Count the letters, but for blanks; nearly every glyph is one, which needs no look."""
        odd = (
            (self.glyphs.count(_utf16(glyph)), len(_letters(figures)) - 1)
            for glyph, figures in self.table
            if len(figures) != _ONE or figures in _BLANKS
        )
        return len(self.glyphs) + sum(times * more for times, more in odd)

    def counted(self) -> Counter[str]:
        """Count each letter."""
        counted: Counter[str] = Counter()
        letters = {_utf16(glyph): _letters(figures) for glyph, figures in self.table}
        for glyph, times in Counter(self.glyphs).items():
            for letter in letters.get(glyph, ""):
                counted[letter] += times
        return counted


def lost_text(objects: PdfObjects, document: Document) -> str | None:
    """Give a text of the document that the PDF does not print whole; None where it prints all.

    A template has no words of its own, so as many letters as the document has are its letters.
    Only where there are more or less are they counted one by one.
    """
    shown = tuple(_shown(objects))
    texts = tuple(unicodedata.normalize("NFC", text) for text in _texts(document))
    if sum(each.length() for each in shown) == sum(len("".join(text.split())) for text in texts):
        return None
    lost = _inked(Counter("".join(texts))) - sum((each.counted() for each in shown), Counter())
    if not lost:
        return None
    return max(texts, key=lambda text: _share(text, lost))


def _share(text: str, lost: Counter[str]) -> float:
    """Give which part of a text may have been lost."""
    found: Counter[str] = Counter(text) & lost
    return found.total() / (len(text) + 1)


def _inked(counted: Counter[str]) -> Counter[str]:
    """Leave out what leaves no ink."""
    return Counter({sign: n for sign, n in counted.items() if sign.isprintable() and sign != " "})


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


def _shown(objects: PdfObjects) -> Iterator[_Shown]:
    """Give what all pages show, as it is read out or copied."""
    contents: dict[int, list[bytes]] = {}
    read_out: list[str] = []
    for page in objects.pages():
        resources, text = (int(number) for number in _PAGE.findall(objects[page])[0])
        fonts = _fonts(objects, resources)
        content = _LANGUAGE.sub(b"", _ARTIFACT.sub(b"", objects.stream(text)))
        read_out += map(_utf16, _ACTUAL.findall(content))
        _, *chosen = _FONT_CHOSEN.split(_ACTUAL.sub(b"", content))
        for name, shown in zip(chosen[::2], chosen[1::2], strict=True):
            contents.setdefault(fonts[name], []).append(shown)
    spoken = unicodedata.normalize("NFC", "".join(read_out))
    yield _Shown(spoken, [(_figures(sign),) * 2 for sign in dict.fromkeys(spoken)])
    for font, shown_so in contents.items():
        yield _Shown(_glyphs(b"".join(shown_so)), _table(objects, font))


def _glyphs(content: bytes) -> str:
    """Give the numbers in the strings of a content stream, two bytes each, as letters."""
    literal = b"".join(_STRING.findall(content))
    for sign in b"\\()":  # Python unescapes all else that PDF escapes
        literal = literal.replace(b"\\%c" % sign, b"\\%03o" % sign)
    numbers = literal.decode("unicode_escape").encode("latin-1")
    numbers += bytes.fromhex(b"".join(_FIGURES.findall(content)).decode())
    return numbers.decode("utf-16-be")


def _utf16(figures: bytes) -> str:
    return bytes.fromhex(figures.decode()).decode("utf-16-be")


def _fonts(objects: PdfObjects, resources: int) -> dict[bytes, int]:
    """Give the numbers of the fonts that a page calls by these names."""
    found = _FONTS.search(objects[resources])
    return {} if found is None else {name: int(font) for name, font in _FONT.findall(found[1])}


def _letters(figures: bytes) -> str:
    return unicodedata.normalize("NFC", _utf16(figures)).strip()


def _figures(sign: str) -> bytes:
    return sign.encode("utf-16-be").hex().upper().encode()


def _table(objects: PdfObjects, font: int) -> list[tuple[bytes, bytes]]:
    """Give the letters of each glyph of a font."""
    found = _TO_UNICODE.search(objects[font])
    return [] if found is None else _LETTERS.findall(objects.stream(int(found[1])))
