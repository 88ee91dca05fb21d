"""What a unit wrote, read and placed: the report's answers and the statistics' figures."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from baocao.model.campaign import Unit
from baocao.model.form import Form, Row
from baocao.model.text import Source, Text

REFERENCE = re.compile(r"\{\{((?:(?!\{\{).)*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Reference:
    """A `{{ … }}` of a narrative: what stands inside, and where in the text."""

    expression: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a unit wrote under one section: the key, the text, and the figures that it prints."""

    key: Text
    text: Text
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A date as typed and as read."""

    text: Text
    value: dt.date


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number as typed (`45` or `45/BC-LĐLĐ`), and its figure."""

    text: Text
    value: int
    symbol: str | None


@dataclass(frozen=True, slots=True)
class Report:
    """A unit's `bao-cao.yaml`; what was left blank is None or empty.

    `keys` are the keys that were typed; one of them that could not be read has no answer.
    """

    unit: Unit
    source: Source
    keys: Mapping[str, Text] = field(default_factory=dict)
    number: DocumentNumber | None = None
    date: DocumentDate | None = None
    signer: Text | None = None
    position: Text | None = None
    addressees: tuple[Text, ...] = ()
    recipients: tuple[Text, ...] = ()
    answers: Mapping[str, Answer] = field(default_factory=dict)

    def texts(self) -> Iterator[Text]:
        """Give every text that is printed, in the order of the file's keys."""
        yield from (text for text in (self.signer, self.position) if text is not None)
        yield from self.addressees
        yield from self.recipients
        yield from (answer.text for answer in self.answers.values())


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure as typed and as read; None is «chưa có số liệu», never zero."""

    text: Text
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class RowFigures:
    """One row's figures, in the order of the form's figure columns; `key` is the row's id."""

    key: Text
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Statistics:
    """A unit's figures for one form, by row id.

    `keys` are the rows that were typed; one of them that could not be read is not in `rows`.
    """

    form: str
    source: Source
    keys: Mapping[str, Text]
    rows: Mapping[str, RowFigures]


@dataclass(frozen=True, slots=True)
class UnitContent:
    """Everything that one unit wrote for a campaign; statistics by form id."""

    unit: Unit
    report: Report
    statistics: Mapping[str, Statistics]

    def cells(self, forms: Mapping[str, Form]) -> Iterator[tuple[Row, Cell]]:
        """Give every figure that was read, with its row, in the order of the print."""
        for form in forms.values():
            statistics = self.statistics.get(form.id)
            for row in form.rows:
                if statistics is not None and row.id in statistics.rows:
                    yield from ((row, cell) for cell in statistics.rows[row.id].cells)
