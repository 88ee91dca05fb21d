"""The finished document, before it becomes Word or PDF: every word, number and date decided.

Nothing is left for a renderer or a template to compose. Terms are those of Nghị định
30/2020/NĐ-CP, Phụ lục I.
"""

import base64
import datetime as dt
import enum
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

GENERAL_SIZE_PT: Final = 12.0  # of a table's text; the smallest is 7
CELL_PADDING_MM: Final = 1.5  # on either side of a cell's text
NARROW_CELL_PADDING_MM: Final = 0.75  # the same if the text is smaller than NARROW_BELOW_PT
NARROW_BELOW_PT: Final = 10.0
ROWS_KEPT_WHOLE: Final = 5  # a cell over at most so many rows stays on one page
_ROWS_KEPT_AT_THE_START: Final = 2  # of a cell over more rows


class Orientation(enum.Enum):
    """How the A4 sheet stands."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


class ParagraphStyle(enum.Enum):
    """The kinds of paragraph in a body; each has its style in Word and its class in CSS."""

    BODY = "body"
    DASH = "dash"
    PLUS = "plus"
    TABLE_NOTE = "table-note"
    TABLE_FOOT = "table-foot"


class CellStyle(enum.Enum):
    """The kinds of table cell; each has its style in Word and its class in CSS.

    SYMBOL is the line of column symbols under the head; WORDS is what a unit typed, CENTRED a
    code, measure, date, choice or mark.
    """

    HEAD = "head"
    SYMBOL = "symbol"
    ORDINAL = "ordinal"
    LABEL = "label"
    SUBTOTAL_LABEL = "subtotal-label"
    WORDS = "words"
    CENTRED = "centred"
    FIGURE = "figure"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks; `footnote` is called at its end."""

    text: str
    bold: bool = False
    italic: bool = False
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `keeps_next` ties its end to what follows."""

    style: ParagraphStyle
    runs: tuple[Run, ...]
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of `level` 1 to 6, its number in its first line; centred ones have several.

    `footnote` is called at the end of the last line.
    """

    level: int
    lines: tuple[str, ...]
    footnote: str = ""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table, over `columns` columns and `rows` rows.

    `right_mm` keeps a figure further from the right edge, so that decimal commas stand in line.
    """

    text: str
    style: CellStyle
    columns: int = 1
    rows: int = 1
    right_mm: float = 0

    @property
    def is_long(self) -> bool:
        """True if it may break over pages: its text then stands at the top."""
        return self.rows > ROWS_KEPT_WHOLE


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths_mm` of its columns, header rows that repeat, and body rows.

    A cell that spans rows is given once, in its first row, as in HTML. `keeps_next` ties the last
    row to what follows. `size_pt` is the size of all its text, 7 to 12 points. `headings` are the
    body rows, counted from 0, that stay with the row below.
    """

    caption: str
    widths_mm: tuple[float, ...]
    head: tuple[tuple[TableCell, ...], ...]
    rows: tuple[tuple[TableCell, ...], ...]
    keeps_next: bool = False
    size_pt: float = GENERAL_SIZE_PT
    headings: frozenset[int] = frozenset()

    @property
    def padding_mm(self) -> float:
        """The space between a cell's text and its left and right border."""
        return NARROW_CELL_PADDING_MM if self.size_pt < NARROW_BELOW_PT else CELL_PADDING_MM

    @property
    def open_rows(self) -> frozenset[int]:
        """The body rows, counted from 0, that stay with the row below."""
        return self.headings | frozenset(
            index + below
            for index, row in enumerate(self.rows)
            for cell in row
            for below in range((_ROWS_KEPT_AT_THE_START if cell.is_long else cell.rows) - 1)
        )


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as large as it is printed, its caption under it; `data` is a PNG or a JPEG file.

    `alternative` is read out to those who cannot see it. `keeps_next` ties the caption to what
    follows; a signature's picture has no caption.
    """

    data: bytes = field(repr=False)
    media_type: str
    width_mm: float
    height_mm: float
    alternative: str
    caption: str = ""
    keeps_next: bool = False

    @property
    def uri(self) -> str:
        """The file as an address, for HTML."""
        return f"data:{self.media_type};base64,{base64.b64encode(self.data).decode()}"


Block = Paragraph | Heading | Table | Picture


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Boxes 1 to 4 of the first page (Phụ lục I, mục II.1-4).

    `rule_mm` is the length of the rule under the issuing body, a third to a half of its line;
    `motto_rule_mm` that of the rule under the motto, as long as the line.
    `number` is empty if the document takes none.
    """

    parent_body: tuple[str, ...]
    issuing_body: tuple[str, ...]
    rule_mm: float
    number: str
    national_name: str
    motto: str
    motto_rule_mm: float
    place_and_date: str


@dataclass(frozen=True, slots=True)
class Title:
    """Box 5a: the type of document and its abstract, by line; `attached` names what it joins."""

    type_name: tuple[str, ...]
    abstract: tuple[str, ...]
    rule_mm: float
    attached: str


@dataclass(frozen=True, slots=True)
class FormHead:
    """Two columns over a form's title: which form it is, and who sends it to whom.

    The first line on the left is the form's number, in bold.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cosigner:
    """One who signs beside the authority, such as «NGƯỜI LẬP BIỂU»; a note or a full name."""

    title: tuple[str, ...]
    note: str
    name: str = ""
    picture: Picture | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """Box 7: the lines of authority, then a note for the blank or the signer's full name.

    `picture` is the signature, in the blank between authority and name.
    `others`, at most three, sign to the left of the authority, in this order.
    """

    authority: tuple[str, ...]
    note: str
    name: str
    others: tuple[Cosigner, ...] = ()
    picture: Picture | None = None

    @property
    def signers(self) -> tuple[Cosigner, ...]:
        """All who sign, from left to right, the authority last."""
        return (*self.others, Cosigner(self.authority, self.note, self.name, self.picture))


@dataclass(frozen=True, slots=True)
class Brace:
    """A brace over `count` lines of a list, from line `first` (from 0), with `words` beside it.

    `lines_mm` is the width of the column that the lines take.
    """

    first: int
    count: int
    words: str
    lines_mm: float


@dataclass(frozen=True, slots=True)
class Recipients:
    """Box 9b: the word «Nơi nhận:» and the list, each line with its dash and its end.

    `lines` has them all, those under `braces` too; braces come in order and do not meet.
    """

    label: str
    lines: tuple[str, ...]
    braces: tuple[Brace, ...] = ()

    @property
    def groups(self) -> tuple["RecipientGroup", ...]:
        """The lines with their brace; lines without one stand together."""
        return tuple(self._groups())

    def _groups(self) -> Iterator["RecipientGroup"]:
        done = 0
        for brace in self.braces:
            if brace.first > done:
                yield RecipientGroup(self.lines[done : brace.first])
            done = brace.first + brace.count
            yield RecipientGroup(self.lines[brace.first : done], brace)
        if done < len(self.lines):
            yield RecipientGroup(self.lines[done:])


@dataclass(frozen=True, slots=True)
class RecipientGroup:
    """Lines of box 9b that stand together, under a brace or under none."""

    lines: tuple[str, ...]
    brace: Brace | None = None


@dataclass(frozen=True, slots=True)
class Appendix:
    """An appendix (Phụ lục I, mục III.1), which numbers its own pages from 1.

    Forms handed in together carry no label and are signed one by one.
    """

    label: str
    title: tuple[str, ...]
    attached: str
    orientation: Orientation
    blocks: tuple[Block, ...]
    signature: Signature | None = None
    form_head: FormHead | None = None


@dataclass(frozen=True, slots=True)
class Properties:
    """The metadata of an outgoing document (Nghị định 30/2020/NĐ-CP, Phụ lục VI)."""

    title: str
    type_name: str
    code_number: str
    code_notation: str
    issued: dt.date | None
    issuing_body: str
    subject: str
    signer_position: str
    signer_name: str
    to: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One official document, ready to be printed in any format."""

    kind: str
    orientation: Orientation
    letterhead: Letterhead
    title: Title
    addressees: tuple[str, ...]
    blocks: tuple[Block, ...]
    recipients: Recipients | None
    signature: Signature
    appendices: tuple[Appendix, ...]
    properties: Properties
    form_head: FormHead | None = None

    def texts(self) -> Iterator[str]:
        """Yield the words of the body and of the appendices.

        Of form heads, headings, paragraphs, tables, captions, footnotes and cosigners.
        """
        parts: tuple[Document | Appendix, ...] = (self, *self.appendices)
        for part in parts:
            if part.form_head is not None:
                yield from (*part.form_head.left, *part.form_head.right)
            for block in part.blocks:
                yield from _texts(block)
            for signer in part.signature.others if part.signature is not None else ():
                yield from (*signer.title, signer.note, signer.name)

    @property
    def has_footnotes(self) -> bool:
        return bool(self.footnotes())

    def footnotes(self) -> tuple[str, ...]:
        """Return the footnotes in the order in which they are called, numbered from 1."""
        parts: tuple[Document | Appendix, ...] = (self, *self.appendices)
        return tuple(text for part in parts for block in part.blocks for text in _notes(block))


def _texts(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from (run.text for run in block.runs)
    elif isinstance(block, Heading):
        yield from block.lines
    elif isinstance(block, Picture):
        yield block.caption
    else:
        yield from (cell.text for row in (*block.head, *block.rows) for cell in row)
    yield from _notes(block)


def _notes(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from (run.footnote for run in block.runs if run.footnote)
    elif isinstance(block, Heading) and block.footnote:
        yield block.footnote
