"""The statistics form (biểu số liệu): rows by columns, its header a tree of cells.

A campaign's form may have groups of columns that repeat and lists to which a unit adds rows:
`laid_out` gives the form as one unit fills it, every column and every row by itself.
"""

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property
from itertools import count

from baocao.model.formula import Formula, is_ratio, names, renamed

PERCENT = "%"


class ColumnRole(enum.Enum):
    """What stands in a column; the value is the word that its author writes."""

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
        """Whether a unit types what stands in the column."""
        return self in (FIGURE, ColumnRole.WORDS, ColumnRole.DATE, ColumnRole.CHOICE, MARK)

    @property
    def is_numeric(self) -> bool:
        """Whether figures stand in the column, typed or computed."""
        return self in (FIGURE, ColumnRole.TOTAL, ColumnRole.FORMULA)

    @property
    def is_computed(self) -> bool:
        """Whether the program computes what stands in the column."""
        return self in (ColumnRole.TOTAL, ColumnRole.FORMULA)


FIGURE, MARK = ColumnRole.FIGURE, ColumnRole.MARK


class RowRole(enum.Enum):
    """Where the figures of a row come from."""

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
        """Whether a unit types the row's figures."""
        return self in (RowRole.GIVEN, RowRole.ADDED)

    @property
    def has_figures(self) -> bool:
        """Whether figures may stand in the row."""
        return self not in (RowRole.HEADING, RowRole.LIST)


class ColumnTotal(enum.Enum):
    """What a column's total means for a row; the value is the word that its author writes."""

    SUM = "co"
    LAST = "cuoi"
    NONE = "khong"


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of the header; a leaf is a column of the table, a branch stands over its children.

    `addends` are the ids of the columns that a total adds up, `formula` what a computed column
    is; a typed figure must equal `expected`, be the sum of `parts` and not exceed `whole`.
    `decimals`, `measure`, `minimum` and `maximum`, where given, go before the row's. `merged` joins
    the cells of rows that say the same. A `repeated` branch stands as often as the unit needs.
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
        """Give the columns of the table under this cell, from left to right."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def walk(self) -> Iterator["Column"]:
        """Give this cell and all under it, from the top and the left."""
        yield self
        for child in self.children:
            yield from child.walk()

    def paths(self, above: tuple[str, ...] = ()) -> Iterator[tuple["Column", tuple[str, ...]]]:
        """Give each leaf with the titles from the top of the header down to its own."""
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
        """Whether its figures are shares or per cents, which are never added up."""
        return is_share(self.formula, self.measure)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the columns that its figures are computed from."""
        return (*self.addends, *_names(self.formula))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form (chỉ tiêu), or a heading over some; `id` is empty where none is needed.

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
        """What the row is about: its text in the last label column that has one."""
        return next((label for label in reversed(self.labels) if label), "")

    @property
    def name(self) -> str:
        """The label without its opening and closing marks, for use inside a sentence."""
        return self.label.lstrip("-+ ").rstrip(":. ") or self.label or self.code or self.id

    @property
    def is_share(self) -> bool:
        """Whether its figures are shares or per cents, which are never added up."""
        return is_share(self.formula, self.measure)

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the rows that its figures are computed from."""
        mirrored = (self.copied_from,) if self.copied_from is not None else ()
        return (*self.addends, *_names(self.formula), *mirrored)


@dataclass(frozen=True, slots=True)
class FormHeadSpec:
    """What stands over a form's title where the issuing body has it: empty lines are not printed.

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

    title: str
    note: str


@dataclass(frozen=True, eq=False)  # a form is itself, and so the key of what is computed of it
class Form:
    """A form of a campaign, with its own heading and signature note as printed.

    `landscape` is None where the sheet is to stand as the table needs. `not_applicable` is what a
    cell that takes no figure prints.
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

    def leaves(self) -> tuple[Column, ...]:
        """Give the columns of the table, from left to right."""
        return self._leaves

    def typed_columns(self, row: Row | None = None) -> tuple[Column, ...]:
        """Give the columns that a unit types in a row, from left to right.

        Of an added row the labels are typed too. Barred cells are among them, so that every row
        is typed as it is printed.
        """
        added = row is not None and row.role is RowRole.ADDED
        return self._typed_in_lists if added else self._typed_columns

    def figure_columns(self) -> tuple[Column, ...]:
        """Give the columns whose figures a unit types, from left to right."""
        return tuple(leaf for leaf in self._typed_columns if leaf.role is FIGURE)

    def typed_rows(self) -> tuple[Row, ...]:
        """Give the rows that a unit types, in the order of the print; lists are not among them."""
        return self._typed_rows

    def column_name(self, column_id: str) -> str:
        """Name a leaf; where titles are alike, with those above it: `2014 › Nữ`."""
        return self._names[column_id]

    def row(self, row_id: str) -> Row:
        """Give a row by its id."""
        return self._rows_by_id[row_id]

    def column(self, column_id: str) -> Column:
        """Give a leaf by its id."""
        return self._leaves_by_id[column_id]

    def has_row(self, row_id: str) -> bool:
        """Tell whether a row has this id."""
        return row_id in self._rows_by_id

    def block(self, column_id: str) -> tuple[Column, ...]:
        """Give the typed columns under a cell of the header; none where there is no such cell."""
        return self._blocks.get(column_id, ())

    def block_ids(self) -> tuple[str, ...]:
        """Give the ids of the header's cells that have typed columns under them."""
        return tuple(self._blocks)

    def find(self, row_id: str, column_id: str) -> Row | None:
        """Give the row of a cell that holds a figure; None where there is no such cell."""
        column, row = self._leaves_by_id.get(column_id), self._rows_by_id.get(row_id)
        if column is None or row is None or not column.role.is_numeric:
            return None
        return row if row.role.has_figures and column_id not in row.not_applicable else None

    def decimals(self, row: Row, column: Column) -> int:
        """Give how many decimal places the figure of a cell has at most."""
        fixed, is_by_row = self._places.get(column.id, (0, True))
        return max(fixed, row.decimals) if is_by_row else fixed

    def minimum(self, row: Row, column: Column) -> Decimal:
        """Give the least figure that a cell takes."""
        return row.minimum if column.minimum is None else column.minimum

    def maximum(self, row: Row, column: Column) -> Decimal | None:
        """Give the greatest figure that a cell takes; None where there is no limit."""
        return row.maximum if column.maximum is None else column.maximum

    def measure(self, row: Row, column: Column) -> str:
        """Give what a cell's figure is measured in."""
        return column.measure or row.measure

    def in_order_of_computing(self) -> tuple[tuple[Row, ...], tuple[Column, ...]]:
        """Give the rows and the leaves that hold figures, each after those it is computed from."""
        return self._order

    def expand(
        self,
        groups: Mapping[str, tuple[str, ...]],
        lists: Mapping[str, tuple[tuple[str, ...], ...]],
    ) -> "Form":
        """Give the form as a unit fills it.

        `groups` are the titles under which each repeated branch stands, `lists` the labels of the
        rows that were added to each list: of every row one for each label column.
        """
        if not groups and not lists:
            return self
        repeats = {
            leaf.id: tuple(f"{leaf.id}_{place}" for place in range(1, len(groups[branch.id]) + 1))
            for branch in self._repeated()
            if branch.id in groups
            for leaf in branch.leaves()
        }
        added = {
            list_id: tuple(f"{list_id}_{place}" for place in range(1, len(labels) + 1))
            for list_id, labels in lists.items()
            if labels
        }
        columns = tuple(c for column in self.columns for c in _repeated(column, groups, repeats))
        rows = (each for row in self.rows for each in _listed(row, lists, added, repeats))
        return replace(self, columns=_numbered(columns) if groups else columns, rows=tuple(rows))

    def _repeated(self) -> Iterator[Column]:
        return (cell for column in self.columns for cell in column.walk() if cell.repeated)

    @cached_property
    def _names(self) -> Mapping[str, str]:
        titles = [leaf.title for leaf in self._leaves if leaf.role.is_typed]
        is_plain = len(set(titles)) == len(titles)
        paths = (path for column in self.columns for path in column.paths())
        return {leaf.id: leaf.title if is_plain else " › ".join(path) for leaf, path in paths}

    @cached_property
    def _rows_by_id(self) -> Mapping[str, Row]:
        return {row.id: row for row in self.rows if row.id}

    @cached_property
    def _leaves_by_id(self) -> Mapping[str, Column]:
        return {leaf.id: leaf for leaf in self._leaves}

    @cached_property
    def _leaves(self) -> tuple[Column, ...]:
        return tuple(leaf for column in self.columns for leaf in column.leaves())

    @cached_property
    def _typed_columns(self) -> tuple[Column, ...]:
        return tuple(leaf for leaf in self._leaves if leaf.role.is_typed)

    @cached_property
    def _typed_in_lists(self) -> tuple[Column, ...]:
        return tuple(
            leaf for leaf in self._leaves if leaf.role.is_typed or leaf.role is ColumnRole.LABEL
        )

    @cached_property
    def _typed_rows(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.role.is_typed)

    @cached_property
    def _blocks(self) -> Mapping[str, tuple[Column, ...]]:
        cells = (cell for column in self.columns for cell in column.walk() if cell.id)
        blocks = {
            cell.id: tuple(leaf for leaf in cell.leaves() if leaf.role.is_typed) for cell in cells
        }
        return {cell_id: columns for cell_id, columns in blocks.items() if columns}

    @cached_property
    def _places(self) -> Mapping[str, tuple[int, bool]]:
        """Give each column's decimal places, and whether those of the row count too."""
        places: dict[str, tuple[int, bool]] = {}
        for column in self._order[1]:
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

    @cached_property
    def _order(self) -> tuple[tuple[Row, ...], tuple[Column, ...]]:
        rows = {row.id: row.sources for row in self.rows if row.id and row.role.has_figures}
        leaves = {leaf.id: leaf.sources for leaf in self._leaves if leaf.role.is_numeric}
        return (
            tuple(self._rows_by_id[row_id] for row_id in sources_first(rows)),
            tuple(self._leaves_by_id[leaf_id] for leaf_id in sources_first(leaves)),
        )


def is_share(formula: Formula | None, measure: str) -> bool:
    """Tell whether figures are shares or per cents, by their formula or by their measure."""
    return measure.endswith(PERCENT) or (formula is not None and is_ratio(formula))


def _names(formula: Formula | None) -> tuple[str, ...]:
    return () if formula is None else tuple(name.id for name in names(formula))


def sources_first(sources: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Sort ids so that each comes after its sources, which go in no circle."""
    done: dict[str, None] = {}
    for first in sources:
        pending = [first]
        while pending:
            waiting = [s for s in sources[pending[-1]] if s not in done and s in sources]
            if waiting:
                pending += waiting
            else:
                done[pending.pop()] = None
    return list(done)


def _renamed_ids(ids: tuple[str, ...], to: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(other for each in ids for other in to.get(each, (each,)))


def _renamed_column(column: Column, to: Mapping[str, tuple[str, ...]]) -> Column:
    """Put other ids in what a column is computed from and compared with."""
    whole = None if column.whole is None else to.get(column.whole, (column.whole,))[0]
    return replace(
        column,
        addends=_renamed_ids(column.addends, to),
        parts=_renamed_ids(column.parts, to),
        whole=whole,
        formula=None if column.formula is None else renamed(column.formula, to),
        expected=None if column.expected is None else renamed(column.expected, to),
    )


def scoped(column: Column, ids: Mapping[str, str], to: Mapping[str, tuple[str, ...]]) -> Column:
    """Give a cell of the header, and all under it, with other `ids`; `to` for what they name."""
    return replace(
        _renamed_column(column, to),
        id=ids.get(column.id, column.id),
        children=tuple(scoped(child, ids, to) for child in column.children),
    )


def _repeated(
    column: Column, groups: Mapping[str, tuple[str, ...]], repeats: Mapping[str, tuple[str, ...]]
) -> Iterator[Column]:
    """Give a cell of the header as often as it stands; what sums a repeated leaf sums them all."""
    if not column.repeated or column.id not in groups:
        children = (each for child in column.children for each in _repeated(child, groups, repeats))
        yield replace(_renamed_column(column, repeats), children=tuple(children))
        return
    for place, title in enumerate(groups[column.id], start=1):
        own = {cell.id: f"{cell.id}_{place}" for cell in column.walk() if cell.id}
        to = {**repeats, **{old: (new,) for old, new in own.items()}}
        yield replace(scoped(column, own, to), title=title, repeated=False)


def _numbered(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Let symbols that are numbers run on through repeated columns, from the first on."""
    leaves = (leaf for column in columns for leaf in column.leaves())
    first = next((int(leaf.symbol) for leaf in leaves if leaf.symbol.isdecimal()), 0)
    numbers = count(first)
    return tuple(_with_numbers(column, numbers) for column in columns)


def _with_numbers(column: Column, numbers: Iterator[int]) -> Column:
    symbol = str(next(numbers)) if column.symbol.isdecimal() else column.symbol
    children = tuple(_with_numbers(child, numbers) for child in column.children)
    return replace(column, symbol=symbol, children=children)


def _listed(
    row: Row,
    lists: Mapping[str, tuple[tuple[str, ...], ...]],
    added: Mapping[str, tuple[str, ...]],
    repeats: Mapping[str, tuple[str, ...]],
) -> Iterator[Row]:
    """Give a row, or those added to a list in its place; what sums a list sums its rows."""
    barred = frozenset(_renamed_ids(tuple(row.not_applicable), repeats))
    if row.id in added:
        for place, (row_id, labels) in enumerate(
            zip(added[row.id], lists[row.id], strict=True), start=1
        ):
            yield replace(
                row,
                id=row_id,
                ordinal=str(place),
                labels=labels or row.labels,
                role=RowRole.ADDED,
                not_applicable=barred,
            )
        return
    yield replace(
        row,
        addends=_renamed_ids(row.addends, added),
        parts=_renamed_ids(row.parts, added),
        formula=None if row.formula is None else renamed(row.formula, added),
        expected=None if row.expected is None else renamed(row.expected, added),
        not_applicable=barred,
    )
