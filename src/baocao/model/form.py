"""The statistics form (biểu số liệu): rows by columns, its header a tree of cells.

A campaign's form may have groups of columns that repeat and lists to which a unit adds rows;
`calc.form_expansion` copies them for one unit.
"""

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from graphlib import TopologicalSorter

from baocao.model.formula import Formula, is_ratio, names
from baocao.model.record import key
from baocao.model.scalars import PRINTED

PERCENT = "%"


class ColumnRole(enum.Enum):
    """The content of a column; the value is the word that its author writes."""

    ORDINAL = "thu_tu"
    LABEL = "noi_dung"
    CODE = "ma_so"
    MEASURE = "don_vi_tinh"
    FIGURE = "so"
    WORDS = "chu"
    DATE = "ngay"
    CHOICE = "chon"
    MARK = "danh_dau"
    TOTAL = "tong"
    FORMULA = "tinh"

    @property
    def is_typed(self) -> bool:
        return self in (FIGURE, ColumnRole.WORDS, ColumnRole.DATE, ColumnRole.CHOICE, MARK)

    @property
    def is_numeric(self) -> bool:
        return self in (FIGURE, ColumnRole.TOTAL, ColumnRole.FORMULA)

    @property
    def is_computed(self) -> bool:
        return self in (ColumnRole.TOTAL, ColumnRole.FORMULA)


FIGURE, MARK = ColumnRole.FIGURE, ColumnRole.MARK


class RowRole(enum.Enum):
    """The source of a row's numbers."""

    GIVEN = "given"
    HEADING = "heading"
    """A row that has a label only."""
    TOTAL = "total"
    FORMULA = "formula"
    COPY = "mirror"
    """The same row as another, under another number."""
    LIST = "list"
    """Stands for the rows that a unit adds."""
    ADDED = "added"

    @property
    def is_typed(self) -> bool:
        return self in (RowRole.GIVEN, RowRole.ADDED)

    @property
    def has_figures(self) -> bool:
        return self not in (RowRole.HEADING, RowRole.LIST)


class ColumnTotal(enum.Enum):
    """What a column's total means for a row; the value is the word that its author writes."""

    SUM = "co"
    LAST = "cuoi"
    NONE = "khong"


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of the header; a leaf is a column of the table, a branch stands over its children.

    `addends` are the ids of the columns that a total adds up, `formula` is that of a
    computed column; a typed number must equal `expected`, be the sum of `parts` and not exceed
    `whole`. `decimals`, `measure`, `minimum` and `maximum`, if given, override the row's. `merged`
    joins equal cells of consecutive rows. A unit may repeat a `repeated` branch.
    """

    id: str
    title: str
    role: ColumnRole = ColumnRole.FIGURE
    addends: tuple[str, ...] = ()
    children: tuple["Column", ...] = ()
    symbol: str = ""
    formula: Formula | None = None
    expected: Formula | None = None
    parts: tuple[str, ...] = ()
    whole: str | None = None
    decimals: int | None = None
    measure: str = ""
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    choices: tuple[str, ...] = ()
    merged: bool = False
    repeated: bool = False
    footnote: str = ""
    legend: str = ""

    def leaves(self) -> Iterator["Column"]:
        """Yield the columns of the table under this cell, from left to right."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def walk(self) -> Iterator["Column"]:
        """Yield this cell and all under it, from the top and the left."""
        yield self
        for child in self.children:
            yield from child.walk()

    def paths(self, above: tuple[str, ...] = ()) -> Iterator[tuple["Column", tuple[str, ...]]]:
        """Yield each leaf with the titles from the top of the header down to its own."""
        path = (*above, self.title)
        if not self.children:
            yield self, path
        for child in self.children:
            yield from child.paths(path)

    @property
    def depth(self) -> int:
        """The number of header rows that this cell and those under it need."""
        return 1 + max((child.depth for child in self.children), default=0)

    @property
    def is_share(self) -> bool:
        """True if its numbers are shares or per cents, which are never added up."""
        return is_share(self.formula, self.measure)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the columns that its figures are computed from."""
        return (*self.addends, *_names(self.formula))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form (chỉ tiêu), or a heading over some; `id` is empty if none is needed.

    `labels` are its texts in the label columns, from left to right. `decimals` is the greatest
    number of decimal places of its figures. `parts` are the ids of the rows that must add up to it,
    `whole` the row that it is a subset of, `expected` what a typed figure must equal. `addends` and
    `formula` say how a total and a computed row come about, `copied_from` whose figures a mirror
    shows. Figures lie between `minimum` and `maximum`; cells of the leaves `not_applicable` have
    none. A list takes from `min_rows` to `max_rows` rows.
    """

    id: str
    ordinal: str
    labels: tuple[str, ...]
    measure: str
    hint: str
    decimals: int = 0
    parts: tuple[str, ...] = ()
    whole: str | None = None
    column_total: ColumnTotal = ColumnTotal.SUM
    minimum: Decimal = Decimal(0)
    maximum: Decimal | None = None
    role: RowRole = RowRole.GIVEN
    code: str = ""
    addends: tuple[str, ...] = ()
    formula: Formula | None = None
    expected: Formula | None = None
    copied_from: str | None = None
    not_applicable: frozenset[str] = frozenset()
    footnote: str = ""
    bold: bool = False
    min_rows: int = 0
    max_rows: int | None = None

    @property
    def label(self) -> str:
        """The text in the last label column that has one."""
        return next((label for label in reversed(self.labels) if label), "")

    @property
    def name(self) -> str:
        """The label without its opening and closing marks, for use inside a sentence."""
        return self.label.lstrip("-+ ").rstrip(":. ") or self.label or self.code or self.id

    @property
    def is_share(self) -> bool:
        """True if its numbers are shares or per cents, which are never added up."""
        return is_share(self.formula, self.measure)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the rows that its figures are computed from."""
        mirrored = (self.copied_from,) if self.copied_from is not None else ()
        return (*self.addends, *_names(self.formula), *mirrored)


@dataclass(frozen=True, slots=True)
class FormHeadSpec:
    """The lines over a form's title, as the issuing body has them; empty ones are not printed.

    `sender` and `receiver` may hold the campaign's blanks, such as `{don_vi}`.
    """

    number: str = ""
    issued: str = ""
    due: str = ""
    sender: str = ""
    receiver: str = ""


@dataclass(frozen=True, slots=True)
class CosignerSpec:
    """One who signs beside the authority, such as «Người lập biểu»; `note` is for the blank."""

    title: str = key(
        "chuc_danh",
        "chức danh người ký bên trái, in đúng như viết",
        PRINTED,
        required=True,
        default="",
    )
    note: str = key("ghi_chu", "ghi chú ở chỗ ký, ví dụ «(Ký, ghi rõ họ tên)»", PRINTED, default="")


@dataclass(frozen=True, eq=False)  # compared by identity: a cache key
class Form:
    """A form of a campaign, with its own heading and signature note as printed.

    `landscape` is None if the orientation follows the table's width. `not_applicable` is printed in
    cells that take no number.
    """

    id: str
    title: tuple[str, ...]
    attached: str
    signature_note: str
    note: str
    landscape: bool | None
    blank: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    not_applicable: str = "x"
    head: FormHeadSpec = FormHeadSpec()
    cosigners: tuple[CosignerSpec, ...] = ()

    @property
    def name(self) -> str:
        """The title as running text."""
        return " ".join(self.title)

    @cached_property
    def leaves(self) -> tuple[Column, ...]:
        """The columns of the table, from left to right."""
        return tuple(leaf for column in self.columns for leaf in column.leaves())

    @cached_property
    def leaves_by_id(self) -> Mapping[str, Column]:
        return {leaf.id: leaf for leaf in self.leaves}

    @cached_property
    def rows_by_id(self) -> Mapping[str, Row]:
        return {row.id: row for row in self.rows if row.id}

    @cached_property
    def repeated_branches(self) -> tuple[Column, ...]:
        """The cells of the header whose columns a unit may repeat."""
        return tuple(cell for column in self.columns for cell in column.walk() if cell.repeated)

    @cached_property
    def typed_rows(self) -> tuple[Row, ...]:
        """The rows that a unit types, in the order of the print, without the lists themselves."""
        return tuple(row for row in self.rows if row.role.is_typed)

    @cached_property
    def figure_columns(self) -> tuple[Column, ...]:
        """The columns whose numbers a unit types, from left to right."""
        return tuple(leaf for leaf in self._typed_columns if leaf.role is FIGURE)

    @cached_property
    def typed_columns_under(self) -> Mapping[str, tuple[Column, ...]]:
        """The typed columns under each cell of the header that has any, by the cell's id."""
        cells = (cell for column in self.columns for cell in column.walk() if cell.id)
        under = {
            cell.id: tuple(leaf for leaf in cell.leaves() if leaf.role.is_typed) for cell in cells
        }
        return {cell_id: columns for cell_id, columns in under.items() if columns}

    @cached_property
    def column_names(self) -> Mapping[str, str]:
        """The name of each leaf: its title, or if titles are alike its path: `2014 › Nữ`."""
        titles = [leaf.title for leaf in self.leaves if leaf.role.is_typed]
        is_plain = len(set(titles)) == len(titles)
        paths = (path for column in self.columns for path in column.paths())
        return {leaf.id: leaf.title if is_plain else " › ".join(path) for leaf, path in paths}

    @cached_property
    def computation_order(self) -> tuple[tuple[Row, ...], tuple[Column, ...]]:
        """The rows and the leaves that hold numbers, each after those it is computed from."""
        rows = {row.id: row.sources for row in self.rows if row.id and row.role.has_figures}
        leaves = {leaf.id: leaf.sources for leaf in self.leaves if leaf.role.is_numeric}
        return (
            tuple(self.rows_by_id[row_id] for row_id in sources_first(rows)),
            tuple(self.leaves_by_id[leaf_id] for leaf_id in sources_first(leaves)),
        )

    def typed_columns(self, row: Row | None = None) -> tuple[Column, ...]:
        """Return the columns that a unit types in a row, from left to right.

        In an added row the labels are typed too. Cells that take no number are included, so that
        every row is typed as it is printed.
        """
        added = row is not None and row.role is RowRole.ADDED
        return self._typed_in_lists if added else self._typed_columns

    def find(self, row_id: str, column_id: str) -> Row | None:
        """Return the row of a cell that holds a number; None if there is no such cell."""
        column, row = self.leaves_by_id.get(column_id), self.rows_by_id.get(row_id)
        if column is None or row is None or not column.role.is_numeric:
            return None
        return row if row.role.has_figures and column_id not in row.not_applicable else None

    def decimals(self, row: Row, column: Column) -> int:
        """Return the greatest number of decimal places that a cell may have."""
        fixed, is_by_row = self._decimal_places.get(column.id, (0, True))
        return max(fixed, row.decimals) if is_by_row else fixed

    def minimum(self, row: Row, column: Column) -> Decimal:
        return row.minimum if column.minimum is None else column.minimum

    def maximum(self, row: Row, column: Column) -> Decimal | None:
        return row.maximum if column.maximum is None else column.maximum

    def measure(self, row: Row, column: Column) -> str:
        """Return the unit of measure of a cell."""
        return column.measure or row.measure

    @cached_property
    def _typed_columns(self) -> tuple[Column, ...]:
        return tuple(leaf for leaf in self.leaves if leaf.role.is_typed)

    @cached_property
    def _typed_in_lists(self) -> tuple[Column, ...]:
        return tuple(
            leaf for leaf in self.leaves if leaf.role.is_typed or leaf.role is ColumnRole.LABEL
        )

    @cached_property
    def _decimal_places(self) -> Mapping[str, tuple[int, bool]]:
        """Each column's decimal places, and whether the row's count too."""
        places: dict[str, tuple[int, bool]] = {}
        for column in self.computation_order[1]:
            sources = [places[source] for source in column.sources]
            if column.decimals is not None:
                places[column.id] = (column.decimals, False)
            elif column.role is ColumnRole.FORMULA and column.is_share:
                places[column.id] = (1, False)
            elif not sources:
                places[column.id] = (0, True)
            else:
                fixed = max(decimals for decimals, _ in sources)
                places[column.id] = (fixed, any(is_by_row for _, is_by_row in sources))
        return places


def is_share(formula: Formula | None, measure: str) -> bool:
    """Return whether numbers are shares or per cents, by their formula or unit of measure."""
    return measure.endswith(PERCENT) or (formula is not None and is_ratio(formula))


def _names(formula: Formula | None) -> tuple[str, ...]:
    return () if formula is None else tuple(name.id for name in names(formula))


def sources_first(sources: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Sort ids topologically, each after its sources; sources that are no key are left out.

    Raises `graphlib.CycleError`.
    """
    known = {each: [s for s in own if s in sources] for each, own in sources.items()}
    return tuple(TopologicalSorter(known).static_order())
