"""Which line of a document is which element of the decree's diagram, in either format.

The grammar knows the order of the elements on the page and what the unit's own files say; it
looks at no style and no class of the templates.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from support.pdf_file import Block, PdfFile
from support.pdf_file import Line as PdfLine
from support.samples import REPORTS, WRITTEN, Facts, Sample, facts
from support.word_file import ParagraphFormat, WordFile
from support.word_file import Run as WordRun
from support.words import flat

FORM_TITLE = "BIỂU BÁO CÁO SỐ LIỆU PHONG TRÀO THI ĐUA LAO ĐỘNG SÁNG TẠO GIAI ĐOẠN (2012- 2017)"


class Element(Enum):
    """The elements of Nghị định 30/2020/NĐ-CP, Phụ lục I, that these documents have."""

    PARENT_BODY = auto()
    ISSUING_BODY = auto()
    NUMBER = auto()
    NATIONAL_NAME = auto()
    MOTTO = auto()
    PLACE_AND_DATE = auto()
    TYPE_NAME = auto()
    ABSTRACT = auto()
    ATTACHED = auto()
    ADDRESSEE = auto()
    PART = auto()
    ROMAN_HEADING = auto()
    ARABIC_HEADING = auto()
    NESTED_HEADING = auto()
    BODY = auto()
    RECIPIENTS_LABEL = auto()
    RECIPIENT = auto()
    PURPOSE = auto()
    AUTHORITY = auto()
    SIGNER = auto()
    APPENDIX_LABEL = auto()
    APPENDIX_TITLE = auto()
    TABLE = auto()


HEADINGS = (
    Element.PART,
    Element.ROMAN_HEADING,
    Element.ARABIC_HEADING,
    Element.NESTED_HEADING,
)


@dataclass(frozen=True, slots=True)
class Look:
    """How a stretch of text is set, as far as both formats tell."""

    font: str
    size: float
    bold: bool
    italic: bool
    colour: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of the document: by hand in Word, as laid out in the PDF; `tag` says heading or cell.

    `word` and `pdf` hold what only the one format knows.
    """

    text: str
    tag: str
    looks: tuple[Look, ...]
    word: ParagraphFormat | None = None
    pdf: tuple[Block, PdfLine] | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """A piece and the element that it belongs to."""

    element: Element
    piece: Piece


def named(pieces: Sequence[Piece], sample: Sample) -> tuple[Named, ...]:
    """Say which element every piece is; an assertion fails where the document's order is wrong."""
    known = facts(sample)
    reader = _Reader(pieces)
    _head(reader, sample, known)
    if sample in WRITTEN:
        _text(reader, sample, known)
    else:
        _form(reader, Element.TYPE_NAME)
    _signature(reader, sample, known)
    if sample in REPORTS:
        reader.whole(Element.APPENDIX_LABEL, "Phụ lục")
        _form(reader, Element.APPENDIX_TITLE)
    reader.end()
    return tuple(reader.named)


def of(found: Sequence[Named], *elements: Element) -> tuple[Piece, ...]:
    return tuple(each.piece for each in found if each.element in elements)


def word_pieces(file: WordFile) -> tuple[Piece, ...]:
    """Return the lines of a Word file, as its author broke them, in document order."""
    return tuple(_word_pieces(file))


def pdf_pieces(file: PdfFile) -> tuple[Piece, ...]:
    """Return the lines of a PDF in the order of its tags."""
    return tuple(
        Piece(
            text=line.text,
            tag=block.tag,
            looks=tuple(
                Look(c.font, c.size, c.is_bold, c.is_italic, str(c.colour))
                for c in line.chars
                if c.text.strip()
            ),
            pdf=(block, line),
        )
        for block in file.blocks
        for line in block.lines
    )


def _head(reader: "_Reader", sample: Sample, known: Facts) -> None:
    reader.whole(Element.PARENT_BODY, known.superior.upper())
    reader.whole(Element.ISSUING_BODY, known.name.upper())
    reader.whole(Element.NATIONAL_NAME, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
    reader.whole(Element.MOTTO, "Độc lập - Tự do - Hạnh phúc")
    if known.notation:
        reader.one(Element.NUMBER, lambda text: text.startswith("Số:"))
    if sample.traits.has_place_and_date:
        reader.one(Element.PLACE_AND_DATE, lambda text: text.startswith(f"{known.place}, ngày"))


def _text(reader: "_Reader", sample: Sample, known: Facts) -> None:
    reader.whole(Element.TYPE_NAME, known.type_name.upper())
    reader.whole(Element.ABSTRACT, known.abstract)
    if sample.kind == "danh-sach-khen-thuong":
        reader.until(Element.ATTACHED, lambda text: text.endswith(")"))
    if sample.traits.is_addressed:
        reader.one(Element.ADDRESSEE, lambda text: text.startswith("Kính gửi:"))
    first = known.signatures[0].authority[0]
    is_beside = sample.traits.has_recipients and len(known.signatures) == 1
    reader.body("Nơi nhận:" if is_beside else first)


def _form(reader: "_Reader", title: Element) -> None:
    reader.whole(title, FORM_TITLE)
    reader.until(Element.ATTACHED, lambda text: text.endswith(")"))
    reader.table()


def _signature(reader: "_Reader", sample: Sample, known: Facts) -> None:
    is_alone = len(known.signatures) == 1
    if is_alone:
        _recipients(reader, sample, known)
    for line in (line for each in known.signatures for line in each.authority):
        reader.whole(Element.AUTHORITY, line)
    for each in known.signatures:
        reader.whole(Element.SIGNER, each.name)
    if not is_alone:
        _recipients(reader, sample, known)


def _recipients(reader: "_Reader", sample: Sample, known: Facts) -> None:
    """Take box 9b, which stands beside one signature and under several."""
    if not sample.traits.has_recipients:
        return
    reader.whole(Element.RECIPIENTS_LABEL, "Nơi nhận:")
    while reader.next_text and flat(reader.next_text) != known.signatures[0].authority[0]:
        is_purpose = flat(reader.next_text) in known.purposes
        reader.one(Element.PURPOSE if is_purpose else Element.RECIPIENT, bool)


class _Reader:
    """Walks down the pieces, naming them."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._rest = list(pieces)
        self.named: list[Named] = []

    @property
    def next_text(self) -> str:
        return self._rest[0].text if self._rest else ""

    def one(self, element: Element, fits: Callable[[str], bool]) -> None:
        text = flat(self.next_text)
        assert fits(text), f"{element.name} should stand where «{text}» does"
        self.named.append(Named(element, self._rest.pop(0)))

    def whole(self, element: Element, text: str) -> None:
        taken = ""
        while taken != text:
            line = flat(self.next_text)
            taken = f"{taken} {line}".strip()
            is_part = bool(line) and text.startswith(taken)
            assert is_part, f"{element.name} should read «{text}», not «{taken}»"
            self.named.append(Named(element, self._rest.pop(0)))

    def until(self, element: Element, is_last: Callable[[str], bool]) -> None:
        while True:
            text = flat(self.next_text)
            self.one(element, bool)
            if is_last(text):
                return

    def while_(self, element: Element, belongs: Callable[[str], bool]) -> None:
        while self._rest and belongs(flat(self.next_text)):
            self.one(element, bool)

    def body(self, end: str) -> None:
        by_tag = dict(zip(("H1", "H2", "H3", "H4"), HEADINGS, strict=True))
        by_tag |= {"TH": Element.TABLE, "TD": Element.TABLE}
        while self._rest and flat(self.next_text) != end:
            self.one(by_tag.get(self._rest[0].tag, Element.BODY), bool)

    def table(self) -> None:
        self.while_(Element.TABLE, lambda text: not text.startswith("TM. "))

    def end(self) -> None:
        assert not self._rest, f"«{self.next_text}» stands after the end"


def _word_pieces(file: WordFile) -> Iterator[Piece]:
    cells = {id(p) for table in file.tables if table.has_borders for p in table.paragraphs}
    for paragraph in file.paragraphs:
        level = paragraph.format.outline_level
        text_tag = "TD" if id(paragraph) in cells else "P"
        tag = text_tag if level is None else f"H{level + 1}"
        for line in _split(paragraph.runs):
            text = "".join(run.text for run in line)
            if text.strip():
                yield Piece(text, tag, tuple(map(_word_look, line)), word=paragraph.format)


def _split(runs: Sequence[WordRun]) -> Iterator[tuple[WordRun, ...]]:
    line: list[WordRun] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(WordRun(first, run.format))
        for other in others:
            yield tuple(line)
            line = [WordRun(other, run.format)]
    yield tuple(line)


def _word_look(run: WordRun) -> Look:
    look = run.format
    return Look(" ".join(sorted(look.fonts)), look.size, look.bold, look.italic, look.colour)
