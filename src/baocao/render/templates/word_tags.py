"""The tags of a Word template, each with its place in words that a person can follow.

A tag belongs to one text: that of a paragraph, or the text or an attribute of another element,
such as a title among the properties. docxtpl joins a tag whose runs were split within a paragraph;
a tag that it cannot join, or would join wrongly, is a fault.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from lxml import etree

from baocao.diagnostics import Diagnostic, Span
from baocao.ooxml.names import CORE_PROPERTIES_PART, MAIN_PART, W
from baocao.render.templates.messages import BROKEN_TAG, SPLIT_TAG, too_large

MOST_TAGS, LONGEST_TAG = 5000, 2000
TAG_OPENING = re.compile(r"\{\{|\{%|\{#")
_CLOSINGS = {"{{": "}}", "{%": "%}", "{#": "#}"}
_SIGN = re.compile(r"\{\{|\{%|\{#|\}\}|%\}")
_PREFIX = re.compile(r"(p|tr|tc|r)\s")
_QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_STRUCTURE = {f"{W}{name}" for name in ("fldChar", "instrText", "footnoteReference", "drawing")}
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
    MAIN_PART: "Thân văn bản",
    "word/footnotes.xml": "Chú thích",
    CORE_PROPERTIES_PART: "Thuộc tính",
}
_KINDS = {"header": "Đầu trang", "footer": "Chân trang"}
_AROUND = 24
_MOST_FAULTS = 20  # of one text
_FRAMES = {"tr": "hàng", "tc": "ô"}


@dataclass(frozen=True, slots=True, eq=False)
class TaggedText:
    """A text with tags; `number` is that of its paragraph within the part, from 1."""

    text: str
    place: str
    number: int
    element: etree._Element
    letters: tuple[etree._Element, ...] = ()  # the `w:t` of each letter


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """A tag: `written` as the author sees it, `source` as Jinja2 reads it."""

    written: str
    source: str
    prefix: str
    text: TaggedText
    start: int

    @property
    def place(self) -> str:
        return self.text.place

    def span(self, file: Path) -> Span:
        return Span(file, self.text.number, self.start + 1, len(self.written))

    @property
    def word(self) -> str:
        """The first word of a `{% … %}`, such as `for`; empty for other tags."""
        found = re.match(r"\{%[-+]?\s*(\w+)", self.source)
        return found[1] if found is not None else ""


def tagged_texts(root: etree._Element, part: str) -> tuple[TaggedText, ...]:
    """Return the texts of a part that hold tags or parts of tags, in document order."""
    found: list[TaggedText] = []
    cells = _cells(root)
    number = plain = 0
    for element in root.iter("*"):
        for name, value in element.items():
            if _SIGN.search(value):
                place = f"{_part(part)}, thuộc tính {name.rpartition('}')[2]}"
                found.append(TaggedText(value, place, max(number, 1), element))
        if element.tag == f"{W}p":
            number += 1
            plain += not any(True for _ in element.iterancestors(f"{W}tc"))
            pairs = tuple(_letters(element))
            text = "".join(letter for letter, _ in pairs)
            if not _SIGN.search(text) and not text.rstrip().endswith("{"):
                continue
            cell = next(element.iterancestors(f"{W}tc"), None)
            place = f"{_part(part)}, {f'đoạn {plain}' if cell is None else cells.get(cell, 'bảng')}"
            found.append(TaggedText(text, place, number, element, tuple(own for _, own in pairs)))
        elif element.tag != f"{W}t" and _SIGN.search(element.text or ""):
            place = f"{_part(part)}, {etree.QName(element).localname}"
            found.append(TaggedText(element.text or "", place, max(number, 1), element))
    return tuple(found)


def find_tags(texts: tuple[TaggedText, ...], file: Path) -> tuple[list[Tag], list[Diagnostic]]:
    """Return the tags of a part in document order, and the faults of each by itself."""
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
            faults.append(too_large(Span(file), "có quá nhiều thẻ", limit))
            break
    return tags, faults


def has_hidden_tags(root: etree._Element) -> bool:
    hidden = root.getroottree().xpath("//comment() | //processing-instruction()")
    tails = any(_SIGN.search(each.tail or "") for each in root.iter())
    return tails or any(_SIGN.search(each.text or "") for each in hidden)


def tag_places(text: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each tag, in one pass over the text."""
    start, hopeless = 0, set[str]()
    while (found := TAG_OPENING.search(text, start)) is not None:
        closing = _CLOSINGS[found[0]]
        end = text.find(closing, found.end()) if closing not in hopeless else -1
        if end < 0:
            hopeless.add(closing)
            start = found.end()
        else:
            start = end + len(closing)
            yield found.start(), start


def without_tags(text: str, places: Iterable[tuple[int, int]], blank: str) -> str:
    """Return a text with `blank` instead of each letter of its tags, except for line ends."""
    pieces: list[str] = []
    above = 0
    for start, end in places:
        inner = "".join(letter if letter == "\n" else blank for letter in text[start:end])
        pieces += (text[above:start], inner)
        above = end
    return "".join((*pieces, text[above:]))


def _tag(written: str, start: int, text: TaggedText) -> Tag:
    opening, inner, closing = written[:2], written[2:-2], written[-2:]
    prefix = _PREFIX.match(inner)
    body = inner[len(prefix[1]) :] if prefix is not None else inner
    source = f"{opening}{body}{closing}".translate(_QUOTES)
    return Tag(written, source, prefix[1] if prefix else "", text, start)


def _faults_of_text(
    text: TaggedText, places: tuple[tuple[int, int], ...], file: Path
) -> Iterator[Diagnostic]:
    rest = without_tags(text.text, places, "\0")
    for sign in islice(_SIGN.finditer(rest), _MOST_FAULTS):
        around = text.text[max(0, sign.start() - _AROUND) : sign.end() + _AROUND].strip()
        span = Span(file, text.number, sign.start() + 1, 2)
        following = text.element.getnext()
        first = _SIGN.search("".join(following.itertext("*"))) if following is not None else None
        if sign[0].startswith("{") and first is not None and first[0].endswith("}"):
            yield _split_between_paragraphs(span, text.place, around)
        else:
            yield BROKEN_TAG.error(
                span,
                f"{text.place}: thẻ ở «{around}» thiếu dấu mở hoặc dấu đóng trong cùng một đoạn.",
                "Đề nghị viết trọn thẻ trong một đoạn: {{ … }} hoặc {% … %}.",
            )
    if rest.endswith("{") and not _SIGN.search(rest[-2:]):
        span = Span(file, text.number, len(rest))
        yield _split_between_paragraphs(span, text.place, rest[-_AROUND:].strip("\0 "))


def _faults_of_tag(tag: Tag, file: Path) -> Iterator[Diagnostic]:
    text, span = tag.text, tag.span(file)
    letters = text.letters[tag.start : tag.start + len(tag.written)]
    cause = _cause_of_split(letters) if letters else ""
    if cause:
        yield SPLIT_TAG.error(
            span,
            f"{tag.place}: thẻ «{tag.written}» bị cắt ngang bởi {cause}.",
            "Đề nghị xóa thẻ rồi gõ lại liền một mạch; nếu đang theo dõi sửa đổi thì chấp nhận "
            "sửa đổi trước, nếu có siêu liên kết thì gỡ liên kết.",
        )
    if tag.prefix == "p" and text.letters:
        rest = text.text.replace(tag.written, "", 1).strip()
        if rest:
            yield BROKEN_TAG.error(
                span,
                f"{tag.place}: thẻ «{tag.written}» đứng thay cả đoạn nên sẽ làm mất «{rest[:40]}» "
                "ở cùng đoạn.",
                "Đề nghị để thẻ ấy đứng một mình một đoạn.",
            )
    if tag.prefix in _FRAMES and not any(True for _ in text.element.iterancestors(f"{W}tc")):
        yield BROKEN_TAG.error(
            span,
            f"{tag.place}: thẻ «{tag.written}» đứng thay cả {_FRAMES[tag.prefix]} của bảng mà lại "
            "ở ngoài bảng.",
            "Đề nghị đưa thẻ vào trong bảng, hoặc dùng thẻ {%p … %} đứng thay cả đoạn.",
        )


def _split_between_paragraphs(span: Span, place: str, around: str) -> Diagnostic:
    return SPLIT_TAG.error(
        span,
        f"{place}: thẻ mở ở «{around}» nằm vắt sang đoạn sau.",
        "Đề nghị xóa dấu xuống dòng để cả thẻ nằm trong một đoạn.",
    )


def _letters(paragraph: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    """Yield the letters of a paragraph with their `w:t`, without those of text boxes in it."""
    waiting = [*reversed(paragraph)]
    while waiting:
        element = waiting.pop()
        if element.tag == f"{W}t":
            yield from ((letter, element) for letter in element.text or "")
        elif element.tag != f"{W}p":
            waiting += reversed(element)


def _cause_of_split(letters: tuple[etree._Element, ...]) -> str:
    """Return what splits a tag in words, empty if docxtpl can join it."""
    parents = dict.fromkeys(letter.getparent().getparent() for letter in letters)
    if len(parents) == 1:
        return "trường tự động hoặc hình" if _structure_between(letters) else ""
    names = (etree.QName(parent).localname for parent in parents)
    return next((_CAUSES[name] for name in names if name in _CAUSES), "định dạng của Word")


def _structure_between(letters: tuple[etree._Element, ...]) -> bool:
    """Return whether docxtpl, joining a tag, would drop more than formatting."""
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


def _part(name: str) -> str:
    if name in _PARTS:
        return _PARTS[name]
    file = name.rpartition("/")[2]
    kind = next((word for start, word in _KINDS.items() if file.startswith(start)), "Phần")
    return f"{kind} ({file})"


def _cells(root: etree._Element) -> dict[etree._Element, str]:
    """Return the place of each table cell in words, counted from 1 in reading order."""
    counts: dict[etree._Element | None, int] = {}
    own: dict[etree._Element, int] = {}
    places: dict[etree._Element, str] = {}
    outer = {f"{W}tbl": None, f"{W}tr": f"{W}tbl", f"{W}tc": f"{W}tr"}
    for element in root.iter(*outer):
        frame_tag = outer[element.tag]
        frame = next(element.iterancestors(frame_tag), None) if frame_tag is not None else None
        own[element] = counts[frame] = counts.get(frame, 0) + 1
        if element.tag == f"{W}tc" and frame is not None:
            table = next(frame.iterancestors(f"{W}tbl"), None)
            number = own.get(table, 1)
            places[element] = f"bảng {number}, hàng {own[frame]}, ô {own[element]}"
    return places
