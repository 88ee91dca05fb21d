"""A unit's content as read: report, plan, numbers of the forms, award dossier."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from baocao import workspace
from baocao.kinds import KINDS, MERIT_FILES, PLAN, REPORT
from baocao.model.award import Dossier
from baocao.model.campaign import Unit
from baocao.model.form import Column, Form, Row
from baocao.model.free_outline import NumberedPart
from baocao.model.paper import PROSE, Answer, AttachedPicture, Paper
from baocao.model.record import ListOf, key, record_of
from baocao.model.scalars import LINE
from baocao.model.text import Source, Text

_LINES = ListOf(LINE, or_one=True)


@dataclass(frozen=True, slots=True)
class Report(Paper):
    """A unit's `bao-cao.yaml`.

    `blanks` are what stands in the titles' blanks, by the blank's id.
    One of `keys` that could not be read has no answer.
    """

    kind: str = REPORT
    blanks: Mapping[str, Text] = field(default_factory=dict)
    answers: Mapping[str, Answer] = field(default_factory=dict)
    pictures: tuple[AttachedPicture, ...] = key(
        "hinh",
        "Hình ảnh, biểu đồ",
        ListOf(record_of(AttachedPicture)),
        "Mỗi hình gồm muc, tep, chu_thich, mo_ta; không có: ~.",
        default=(),
    )

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed as typed, in the order of the file's keys."""
        yield from Paper.texts(self)
        yield from self.blanks.values()
        yield from (answer.text for answer in self.answers.values() if answer.value is None)
        for picture in self.pictures:
            yield from dict.fromkeys((picture.caption, picture.alternative))

    def prose(self) -> Iterator[Answer]:
        yield from self.answers.values()


@dataclass(frozen=True, slots=True)
class Plan(Paper):
    """A unit's `ke-hoach.yaml`.

    `abstract`, if given, overrides the required document's. `bases` are the legal grounds (căn cứ),
    a line each. `opening`, `body` and `closing` are prose; `items` is the body's free outline,
    numbered.
    """

    kind: str = PLAN
    abstract: tuple[Text, ...] = key(
        "trich_yeu",
        "Trích yếu",
        _LINES,
        "Để ~ thì in trích yếu chung của đợt.",
        default=(),
    )
    bases: tuple[Text, ...] = key(
        "can_cu", "Căn cứ", _LINES, "Mỗi dòng một căn cứ, không cần dấu ; ở cuối.", default=()
    )
    opening: Answer | None = key(
        "mo_dau", "Lời mở đầu", PROSE, "Các đoạn văn trước mục I.", default=None
    )
    body: Answer | None = key(
        "noi_dung",
        "Nội dung kế hoạch",
        PROSE,
        "Viết dưới dấu |, đầu mục ghi I., 1., 1.1., a), *, - như trên giấy.",
        required=True,
        default=None,
    )
    closing: Answer | None = key(
        "ket_thuc",
        "Lời kết",
        PROSE,
        "Các đoạn văn sau mục cuối; để ~ thì in lời kết chung của đợt.",
        default=None,
    )
    items: tuple[NumberedPart, ...] = ()

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed as typed, in the order of the file's keys."""
        yield from Paper.texts(self)
        yield from (*self.abstract, *self.bases)
        yield from (answer.text for answer in self.prose())

    def prose(self) -> Iterator[Answer]:
        return (part for part in (self.opening, self.body, self.closing) if part is not None)


class InputCell(NamedTuple):
    """What stands in a cell, as typed and as read; a tuple as `Text` is.

    `value` is a figure's, None for «chưa có số liệu», never zero. `words` are what a column of
    words, dates, choices or marks prints.
    """

    text: Text
    value: Decimal | None
    words: str = ""


@dataclass(frozen=True, slots=True)
class RowCells:
    """What was typed and read of one row, by column id; `key` is where the row begins."""

    key: Text
    cells: Mapping[str, InputCell]


class FilledCell(NamedTuple):
    """A cell that was read, with the row and the column that it stands in; a tuple as `Text` is."""

    form: Form
    row: Row
    column: Column
    cell: InputCell


@dataclass(frozen=True, eq=False)  # compared by identity: a cache key
class Statistics:
    """A unit's figures for one form, by row id; `form` is the form as the unit has laid it out.

    `keys` are the rows that were typed and `typed` their columns; one of them that could not be
    read is not in `rows`. A list is among them by its own id, of no columns, its rows by theirs.
    `titles` stand over the groups of columns that the unit repeats. Two of them are never equal:
    what is computed from one is kept for it.
    """

    form: Form
    source: Source
    keys: Mapping[str, Text]
    rows: Mapping[str, RowCells]
    typed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    titles: tuple[Text, ...] = ()

    def figures(self, row_id: str) -> Mapping[str, Decimal]:
        """Return the numbers read of a row by column id, without blank cells."""
        row = self.rows.get(row_id)
        cells = {} if row is None else row.cells
        return {column: cell.value for column, cell in cells.items() if cell.value is not None}

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed as typed."""
        yield from self.titles
        for row in self.rows.values():
            yield from (cell.text for cell in row.cells.values() if cell.words)

    @cached_property
    def cells(self) -> tuple[FilledCell, ...]:
        """Every cell that was read, in the order of the print."""
        return tuple(
            FilledCell(self.form, row, column, self.rows[row.id].cells[column.id])
            for row in self.form.rows
            if row.id in self.rows
            for column in self.form.typed_columns(row)
            if column.id in self.rows[row.id].cells
        )


@dataclass(frozen=True)
class UnitContent:
    """Everything that one unit wrote for a campaign; statistics by form id.

    `plan` is None if the unit wrote none of its own, `dossier` if it proposes nobody for an award.
    """

    unit: Unit
    report: Report
    statistics: Mapping[str, Statistics]
    plan: Plan | None = None
    dossier: Dossier | None = None

    def papers(self) -> tuple[Paper, ...]:
        """Return the documents with a head, signature or date of their own."""
        own = (self.report,) if self.plan is None else (self.report, self.plan)
        return own if self.dossier is None else (*own, *self.dossier.papers())

    def has(self, kind: str) -> bool:
        """Return whether the unit wrote every file that a document of `kind` is made of."""
        parts = {
            workspace.REPORT_FILE: self.report,
            workspace.STATISTICS_FILE: self.statistics,
            workspace.PLAN_FILE: self.plan,
            workspace.AWARDS_FILE: self.dossier,
            MERIT_FILES: self.dossier,
        }
        return all(parts[name] is not None for name in KINDS[kind].files)

    @cached_property
    def printed_text(self) -> str:
        """All texts printed as typed, joined so that one search covers them."""
        return "\n".join(text.value for text in self.texts)

    def prose(self) -> Iterator[Answer]:
        """Yield every text in which marks and references may stand, file by file."""
        for paper in self.papers():
            yield from paper.prose()
        if self.dossier is not None:
            yield from self.dossier.answers()

    def cells(self) -> Iterator[FilledCell]:
        """Yield every cell that was read, form by form."""
        for statistics in self.statistics.values():
            yield from statistics.cells

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text that is printed as typed, file by file."""
        papers = [text for paper in self.papers() for text in paper.texts()]
        cells = [text for each in self.statistics.values() for text in each.texts()]
        return (*papers, *cells, *(() if self.dossier is None else self.dossier.texts()))
