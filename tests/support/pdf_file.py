"""A PDF as its reader sees it: characters, lines, rules, and the tagged structure over them.

Positions are millimetres from the top left corner of the page, sizes points.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFDocument, PDFNoOutlines
from pdfminer.pdftypes import resolve1
from pdfminer.utils import decode_text

from support.pdf_structure import Element, Mark, structure

MM = 72 / 25.4  # points
_SAME_LINE = 0.3  # mm between baselines
_SAME_RULE = 0.2  # mm between the ends of strokes that make one rule
_ASCENT, _DESCENT = 1825 / 2048, 443 / 2048  # of the size: what Times New Roman's letters take
_FLAT = 2.0  # mm: what is lower than this and longer is a rule
_FEWEST_STROKES_OF_A_TABLE = 4
FOOTNOTE = "Note"
_FOOTNOTES = {FOOTNOTE, "Span"}  # WeasyPrint's is a Span; in running text that stands inside a P
_TEXT_TAGS = {"P", "H1", "H2", "H3", "H4", "H5", "H6", "TH", "TD", *_FOOTNOTES}


@dataclass(frozen=True, slots=True)
class Char:
    """A character: its box, where its line stands, and how it is set."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    font: str
    size: float
    colour: tuple[float, ...]
    mark: int | None

    @property
    def is_bold(self) -> bool:
        return "Bold" in self.font

    @property
    def is_italic(self) -> bool:
        return "Italic" in self.font


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of one line of a block."""

    chars: tuple[Char, ...]

    @property
    def text(self) -> str:
        return "".join(char.text for char in self.chars)

    @property
    def x0(self) -> float:
        return min(char.x0 for char in self._ink)

    @property
    def x1(self) -> float:
        return max(char.x1 for char in self._ink)

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def top(self) -> float:
        return min(char.top for char in self.chars)

    @property
    def bottom(self) -> float:
        return max(char.bottom for char in self.chars)

    @property
    def baseline(self) -> float:
        """Where the letters stand."""
        return self.chars[0].baseline

    @property
    def is_one(self) -> bool:
        """Return whether all of it stands on one line."""
        return len(_lines(self.chars)) == 1

    @property
    def _ink(self) -> tuple[Char, ...]:
        return tuple(char for char in self.chars if char.text.strip()) or self.chars


@dataclass(frozen=True, slots=True)
class Block:
    """A tagged paragraph, heading or cell; one that goes on overleaf is a block on each page."""

    tag: str
    page: int
    is_in_head: bool
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal stroke."""

    x0: float
    x1: float
    y: float

    @property
    def length(self) -> float:
        return self.x1 - self.x0


@dataclass(frozen=True, slots=True)
class Page:
    """A page; `tables` hold the text of each ruled cell, merged ones once."""

    number: int
    width: float
    height: float
    chars: tuple[Char, ...]
    rules: tuple[Rule, ...]
    tables: tuple[tuple[tuple[str | None, ...], ...], ...]

    @property
    def lines(self) -> tuple[Line, ...]:
        """The lines from top to bottom; columns side by side run into one line."""
        return _lines(sorted(self.chars, key=lambda char: (round(char.baseline, 1), char.x0)))

    def find(self, text: str) -> Line:
        """Return the characters of the first stretch that reads so; assert that there is one."""
        found = self.find_all(text)
        assert found, f"page {self.number} does not have «{text}»"
        return found[0]

    def find_all(self, text: str) -> tuple[Line, ...]:
        """Return the characters of every stretch that reads so, in the order of the file.

        Blanks in `text` stand for blanks of any kind, and for a line's end.
        """
        pattern = r"\s*".join(re.escape(word) for word in text.split())
        found = re.finditer(pattern, "".join(char.text for char in self.chars))
        return tuple(Line(self.chars[match.start() : match.end()]) for match in found)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline; `level` from 1."""

    level: int
    title: str


class PdfFile:
    """A PDF read by pdfplumber."""

    def __init__(self, path: Path) -> None:
        with pdfplumber.open(path) as pdf:
            self.pages = tuple(map(_page, pdf.pages))
            self.info: Mapping[str, str] = dict(pdf.metadata)
            self.catalog = {key: resolve1(value) for key, value in pdf.doc.catalog.items()}
            self.bookmarks = tuple(_bookmarks(pdf.doc))
            self.unembedded_fonts = tuple(_unembedded(pdf.pages))
            numbers = {page.page_obj.pageid: page.page_number for page in pdf.pages}
            self._structure = structure(pdf.doc, numbers)

    @property
    def language(self) -> str:
        """The language that the whole document is in, empty where it names none."""
        return str(decode_text(self.catalog.get("Lang", b"")))

    @property
    def is_tagged(self) -> bool:
        """Return whether the file says so and has a structure."""
        marked = resolve1(self.catalog.get("MarkInfo", {})).get("Marked")
        return bool(marked) and "StructTreeRoot" in self.catalog

    @property
    def chars(self) -> tuple[Char, ...]:
        return tuple(char for page in self.pages for char in page.chars)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The tagged text in reading order; a table's head that repeats overleaf comes once."""
        kept: list[Block] = []
        last_head: tuple[str, ...] = ()
        for is_head, group in groupby(self._blocks(self._structure), lambda b: b.is_in_head):
            blocks = tuple(group)
            texts = tuple(block.text for block in blocks) if is_head else last_head
            begins_page = bool(kept) and kept[-1].page != blocks[0].page
            if not (is_head and begins_page and texts == last_head):
                kept += blocks
            last_head = texts
        return tuple(kept)

    @property
    def headings(self) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.tag.startswith("H"))

    @cached_property
    def untagged(self) -> Mapping[int, str]:
        """The text that no element of the structure holds, by page: page numbers.

        The head of a table may be held on its first page alone: overleaf it says nothing new.
        """
        heads = {
            _look(char)
            for block in self._blocks(self._structure)
            if block.is_in_head
            for line in block.lines
            for char in line.chars
        }
        held = {
            (block.page, char.mark)
            for block in self._blocks(self._structure)
            for line in block.lines
            for char in line.chars
        }
        rest = {
            page.number: "".join(
                char.text
                for char in page.chars
                if (page.number, char.mark) not in held and _look(char) not in heads
            )
            for page in self.pages
        }
        return {number: text for number, text in rest.items() if text.strip()}

    def _blocks(
        self, elements: Iterable[Element | Mark], *, in_head: bool = False
    ) -> Iterator[Block]:
        for element in elements:
            if not isinstance(element, Element):
                continue
            if element.tag in _TEXT_TAGS:
                yield from self._block(element, in_head=in_head)
            else:
                is_head = in_head or element.tag == "THead"
                yield from self._blocks(element.kids, in_head=is_head)

    def _block(self, element: Element, *, in_head: bool) -> Iterator[Block]:
        """Return the text of an element page by page, then that of the notes that it calls."""
        tag = FOOTNOTE if element.tag in _FOOTNOTES else element.tag
        text, notes = _parted(element)
        for number, group in groupby(text, key=lambda mark: mark[0]):
            chars = tuple(char for mark in group for char in self._marked.get(mark, ()))
            if chars:
                yield Block(tag, number, in_head, _lines(chars))
        for note in notes:
            yield from self._block(note, in_head=in_head)

    @cached_property
    def _marked(self) -> Mapping[tuple[int, int], list[Char]]:
        marked: dict[tuple[int, int], list[Char]] = {}
        for page in self.pages:
            for char in page.chars:
                if char.mark is not None:
                    marked.setdefault((page.number, char.mark), []).append(char)
        return marked


def _page(page: pdfplumber.page.Page) -> Page:
    return Page(
        number=page.page_number,
        width=page.width / MM,
        height=page.height / MM,
        chars=tuple(_char(char, page.height) for char in page.chars),
        rules=tuple(_rules(page)),
        tables=tuple(tuple(map(tuple, table)) for table in _tables(page)),
    )


def _char(char: dict[str, Any], page_height: float) -> Char:
    baseline = (page_height - char["matrix"][5]) / MM
    return Char(
        text=char["text"],
        x0=char["x0"] / MM,
        x1=char["x1"] / MM,
        top=baseline - _ASCENT * char["size"] / MM,
        bottom=baseline + _DESCENT * char["size"] / MM,
        baseline=baseline,
        font=char["fontname"].partition("+")[2] or char["fontname"],
        size=round(char["size"], 2),
        colour=tuple(char["non_stroking_color"] or (0.0,)),
        mark=char["mcid"],
    )


def _rules(page: pdfplumber.page.Page) -> Iterator[Rule]:
    """Return the horizontal strokes, whether drawn as lines or filled as thin boxes."""
    kept: list[Rule] = []
    for stroke in (*page.lines, *page.rects):
        rule = Rule(stroke["x0"] / MM, stroke["x1"] / MM, stroke["bottom"] / MM)
        is_flat = (stroke["bottom"] - stroke["top"]) / MM < _FLAT < rule.length
        if is_flat and not any(_are_one(rule, other) for other in kept):
            kept.append(rule)
            yield rule


def _are_one(rule: Rule, other: Rule) -> bool:
    ends = (abs(rule.x0 - other.x0), abs(rule.x1 - other.x1), abs(rule.y - other.y))
    return max(ends) < _FLAT and max(ends[:2]) < _SAME_RULE


def _tables(page: pdfplumber.page.Page) -> list[list[list[str | None]]]:
    return page.extract_tables() if len(page.lines) > _FEWEST_STROKES_OF_A_TABLE else []


def _lines(chars: Sequence[Char]) -> tuple[Line, ...]:
    """Part characters into lines where the baseline changes."""
    lines: list[list[Char]] = []
    for char in chars:
        if lines and abs(lines[-1][-1].baseline - char.baseline) < _SAME_LINE:
            lines[-1].append(char)
        else:
            lines.append([char])
    return tuple(Line(tuple(line)) for line in lines)


def _look(char: Char) -> tuple[str, float, float]:
    return char.text, round(char.x0, 1), char.size


def _parted(element: Element) -> tuple[list[Mark], list[Element]]:
    """Part what an element says from the notes that it calls."""
    text: list[Mark] = []
    notes: list[Element] = []
    for kid in element.kids:
        if not isinstance(kid, Element):
            text.append(kid)
        elif kid.tag == FOOTNOTE:
            notes.append(kid)
        else:
            inner_text, inner_notes = _parted(kid)
            text += inner_text
            notes += inner_notes
    return text, notes


def _bookmarks(document: PDFDocument) -> Iterator[Bookmark]:
    try:
        for level, title, *_ in document.get_outlines():
            yield Bookmark(level, title)
    except PDFNoOutlines:
        return


def _unembedded(pages: Sequence[pdfplumber.page.Page]) -> Iterator[str]:
    for page in pages:
        fonts = resolve1(page.page_obj.resources.get("Font")) or {}
        for font in map(resolve1, fonts.values()):
            descendants = resolve1(font.get("DescendantFonts")) or [font]
            descriptor = resolve1(resolve1(descendants[0]).get("FontDescriptor")) or {}
            if not {"FontFile", "FontFile2", "FontFile3"} & set(descriptor):
                yield str(font.get("BaseFont"))
