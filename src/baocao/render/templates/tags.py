"""The tags of a Word template, with the place in which a person finds each again.

A tag belongs to a stretch of text: a paragraph, or the text or an attribute of another element,
such as a title among the properties. docxtpl joins a tag whose runs were split within a paragraph;
what it cannot join, or would join wrongly, is a fault here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from lxml import etree

from baocao.diagnostics import Diagnostic, Span
from baocao.ooxml.package import MAIN
from baocao.rules.templates import broken_tag, split_tag, unreadable_template

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MOST_TAGS, LONGEST_TAG = 5000, 2000
_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSINGS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SIGN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_PREFIX = re.compile(r"(p|tr|tc|r)\s")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_STRUCTURE = {f"{_W}{name}" for name in ("fldChar", "instrText", "footnoteReference", "drawing")}
_CAUSES = {
    "hyperlink": "siêu liên kết",
    "ins": "theo dõi sửa đổi",
    "del": "theo dõi sửa đổi",
    "moveTo": "theo dõi sửa đổi",
    "moveFrom": "theo dõi sửa đổi",
    "sdtContent": "ô nhập nội dung",
    "smartTag": "thẻ thông minh của Word",
    "fldSimple": "trường tự động",
}
_PARTS = {
    MAIN: "Thân văn bản",
    "word/footnotes.xml": "Chú thích",
    "docProps/core.xml": "Thuộc tính",
}
_KINDS = {"header": "Đầu trang", "footer": "Chân trang"}
_AROUND = 24
_MOST_FAULTS = 20  # of one text
_FRAMES = {"tr": "hàng", "tc": "ô"}


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """A text in which tags may stand; `number` counts the paragraphs of the part from 1."""

    text: str
    place: str
    number: int
    element: etree._Element
    letters: tuple[etree._Element, ...] = ()  # for each letter the `w:t` that holds it


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A tag: `written` as the author sees it, `source` as Jinja2 reads it."""

    written: str
    source: str
    prefix: str
    stretch: Stretch
    start: int

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return self.stretch.place

    def span(self, file: Path) -> Span:
        """Give the span for a diagnostic about `file`."""
        return Span(file, self.stretch.number, self.start + 1, len(self.written))

    @property
    def word(self) -> str:
        """The first word of a `{% … %}`, such as `for`; nothing for other tags."""
        found = re.match(r"\{%[-+]?\s*(\w+)", self.source)
        return found[1] if found is not None else ""


def stretches(root: etree._Element, part: str) -> tuple[Stretch, ...]:
    """Give the texts of a part in which tags may stand, in their order."""
    found: list[Stretch] = []
    cells = _cells(root)
    number = plain = 0
    for element in root.iter("*"):
        for name, value in element.items():
            if _SIGN.search(value):
                place = f"{_part(part)}, thuộc tính {name.rpartition('}')[2]}"
                found.append(Stretch(value, place, max(number, 1), element))
        if element.tag == f"{_W}p":
            number += 1
            plain += not any(True for _ in element.iterancestors(f"{_W}tc"))
            pairs = tuple(_letters(element))
            text = "".join(letter for letter, _ in pairs)
            if not _SIGN.search(text) and not text.rstrip().endswith("{"):
                continue
            cell = next(element.iterancestors(f"{_W}tc"), None)
            place = f"{_part(part)}, {f'đoạn {plain}' if cell is None else cells.get(cell, 'bảng')}"
            found.append(Stretch(text, place, number, element, tuple(own for _, own in pairs)))
        elif element.tag != f"{_W}t" and _SIGN.search(element.text or ""):
            place = f"{_part(part)}, {etree.QName(element).localname}"
            found.append(Stretch(element.text or "", place, max(number, 1), element))
    return tuple(found)


def find_tags(texts: tuple[Stretch, ...], file: Path) -> tuple[list[Tag], list[Diagnostic]]:
    """Give the tags of a part in their order, and what is wrong with each by itself."""
    tags: list[Tag] = []
    faults: list[Diagnostic] = []
    for text in texts:
        places = tuple(tag_places(text.text))
        own = [_tag(text.text[start:end], start, text) for start, end in places]
        tags += own
        faults += _faults_of_text(text, places, file)
        for tag in own:
            faults += _faults_of_tag(tag, file)
        if len(tags) > MOST_TAGS or any(len(tag.written) > LONGEST_TAG for tag in own):
            limit = f"{MOST_TAGS} thẻ, mỗi thẻ {LONGEST_TAG} chữ"
            faults.append(unreadable_template.too_large(Span(file), "có quá nhiều thẻ", limit))
            break
    return tags, faults


def has_hidden_tags(root: etree._Element) -> bool:
    """Tell whether comments or instructions of the XML itself hold what would be taken for tags."""
    hidden = root.getroottree().xpath("//comment() | //processing-instruction()")
    tails = any(_SIGN.search(each.tail or "") for each in root.iter())
    return tails or any(_SIGN.search(each.text or "") for each in hidden)


def tag_places(text: str) -> Iterator[tuple[int, int]]:
    """Give the start and the end of each tag, going through the text once."""
    start, hopeless = 0, set[str]()
    while (found := _OPENING.search(text, start)) is not None:
        closing = _CLOSINGS[found[0]]
        end = text.find(closing, found.end()) if closing not in hopeless else -1
        if end < 0:
            hopeless.add(closing)
            start = found.end()
        else:
            start = end + len(closing)
            yield found.start(), start


def without_tags(text: str, places: Iterable[tuple[int, int]], blank: str) -> str:
    """Give a text with `blank` for each letter of its tags, lines kept."""
    pieces: list[str] = []
    above = 0
    for start, end in places:
        inner = "".join(letter if letter == "\n" else blank for letter in text[start:end])
        pieces += (text[above:start], inner)
        above = end
    return "".join((*pieces, text[above:]))


def _tag(written: str, start: int, text: Stretch) -> Tag:
    opening, inner, closing = written[:2], written[2:-2], written[-2:]
    prefix = _PREFIX.match(inner)
    body = inner[len(prefix[1]) :] if prefix is not None else inner
    source = f"{opening}{body}{closing}".translate(_QUOTES)
    return Tag(written, source, prefix[1] if prefix else "", text, start)


def _faults_of_text(
    text: Stretch, places: tuple[tuple[int, int], ...], file: Path
) -> Iterator[Diagnostic]:
    rest = without_tags(text.text, places, "\0")
    for sign in islice(_SIGN.finditer(rest), _MOST_FAULTS):
        around = text.text[max(0, sign.start() - _AROUND) : sign.end() + _AROUND].strip()
        span = Span(file, text.number, sign.start() + 1, 2)
        following = text.element.getnext()
        first = _SIGN.search("".join(following.itertext("*"))) if following is not None else None
        if sign[0].startswith("{") and first is not None and first[0].endswith("}"):
            yield split_tag.between_paragraphs(span, text.place, around)
        else:
            yield broken_tag.unclosed(span, text.place, around)
    if rest.endswith("{") and not _SIGN.search(rest[-2:]):
        span = Span(file, text.number, len(rest))
        yield split_tag.between_paragraphs(span, text.place, rest[-_AROUND:].strip("\0 "))


def _faults_of_tag(tag: Tag, file: Path) -> Iterator[Diagnostic]:
    text, span = tag.stretch, tag.span(file)
    letters = text.letters[tag.start : tag.start + len(tag.written)]
    if letters:
        parents = {each.getparent().getparent(): each for each in letters if each is not None}
        if len(parents) > 1:
            yield split_tag.between_elements(span, tag.place, tag.written, _cause(parents))
        elif _structure_between(letters):
            yield split_tag.between_elements(
                span, tag.place, tag.written, "trường tự động hoặc hình"
            )
    if tag.prefix == "p" and text.letters:
        rest = text.text.replace(tag.written, "", 1).strip()
        if rest:
            yield broken_tag.not_alone(span, tag.place, tag.written, rest[:40])
    if tag.prefix in _FRAMES and not any(True for _ in text.element.iterancestors(f"{_W}tc")):
        yield broken_tag.no_frame(span, tag.place, tag.written, _FRAMES[tag.prefix])


def _letters(paragraph: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Give the letters of a paragraph, each with its `w:t`, without those of text boxes in it."""
    waiting = [*reversed(paragraph)]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{_W}t":
            yield from ((letter, element) for letter in element.text or "")
        elif element.tag != f"{_W}p":
            waiting += reversed(element)


def _structure_between(letters: tuple[etree._Element, ...]) -> bool:
    """Tell whether what docxtpl cuts out of a tag holds more than formatting."""
    first, last = letters[0], letters[-1]
    if first is last:
        return False
    inside = False
    for element in first.getparent().getparent().iter("*"):
        if element is first:
            inside = True
        elif element is last:
            return False
        elif inside and element.tag in _STRUCTURE:
            return True
    return False


def _cause(parents: dict[etree._Element, etree._Element]) -> str:
    names = (etree.QName(parent).localname for parent in parents)
    return next((_CAUSES[name] for name in names if name in _CAUSES), "định dạng của Word")


def _part(name: str) -> str:
    if name in _PARTS:
        return _PARTS[name]
    file = name.rpartition("/")[2]
    kind = next((word for start, word in _KINDS.items() if file.startswith(start)), "Phần")
    return f"{kind} ({file})"


def _cells(root: etree._Element) -> dict[etree._Element, str]:
    """Give the place of each table cell, counted from 1 as one reads."""
    counts: dict[etree._Element | None, int] = {}
    own: dict[etree._Element, int] = {}
    places: dict[etree._Element, str] = {}
    outer = {f"{_W}tbl": None, f"{_W}tr": f"{_W}tbl", f"{_W}tc": f"{_W}tr"}
    for element in root.iter(*outer):
        frame_tag = outer[element.tag]
        frame = next(element.iterancestors(frame_tag), None) if frame_tag is not None else None
        own[element] = counts[frame] = counts.get(frame, 0) + 1
        if element.tag == f"{_W}tc" and frame is not None:
            table = next(frame.iterancestors(f"{_W}tbl"), None)
            number = own.get(table, 1)
            places[element] = f"bảng {number}, hàng {own[frame]}, ô {own[element]}"
    return places
