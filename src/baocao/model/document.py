"""The finished document, before it becomes Word or PDF: every word, number and date decided.

Nothing is left for a renderer or a template to compose. Terms are those of Nghị định
30/2020/NĐ-CP, Phụ lục I.
"""

import datetime as dt
import enum
from collections.abc import Iterator
from dataclasses import dataclass


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


class CellStyle(enum.Enum):
    """The kinds of table cell; each has its style in Word and its class in CSS."""

    HEAD = "head"
    ORDINAL = "ordinal"
    LABEL = "label"
    FIGURE = "figure"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under the same marks."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `keeps_next` ties its end to what follows."""

    style: ParagraphStyle
    runs: tuple[Run, ...]
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of `level` from 1, its number in its first line; centred ones have several."""

    level: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, over `columns` columns and `rows` rows."""

    text: str
    style: CellStyle
    columns: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `widths_mm` of its columns, header rows that repeat, and body rows.

    A cell that spans rows is given once, in its first row, as in HTML. `keeps_next` ties the last
    row to what follows.
    """

    caption: str
    widths_mm: tuple[float, ...]
    head: tuple[tuple[Cell, ...], ...]
    rows: tuple[tuple[Cell, ...], ...]
    keeps_next: bool = False


Block = Paragraph | Heading | Table


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Boxes 1 to 4 of the first page (Phụ lục I, mục II.1-4).

    `rule_mm` is the length of the rule under the issuing body, a third to a half of its line;
    `motto_rule_mm` that of the rule under the motto, as long as the line.
    `number` is empty where the document takes none.
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
class Signature:
    """Box 7: the lines of authority, then a note for the blank or the signer's full name."""

    authority: tuple[str, ...]
    note: str
    name: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """Box 9b: the word «Nơi nhận:» and the list, each line with its dash and its end."""

    label: str
    lines: tuple[str, ...]


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

    def texts(self) -> Iterator[str]:
        """Give the words of the body, its headings and tables, and of the appendices."""
        for block in (*self.blocks, *(b for appendix in self.appendices for b in appendix.blocks)):
            if isinstance(block, Paragraph):
                yield from (run.text for run in block.runs)
            elif isinstance(block, Heading):
                yield from block.lines
            else:
                yield from (cell.text for row in (*block.head, *block.rows) for cell in row)
