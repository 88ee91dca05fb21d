"""The statistics form (biểu số liệu): rows by columns, its header a tree of cells."""

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property


class ColumnRole(enum.Enum):
    """What stands in a column: the row's number, its label, a figure given or one computed."""

    ORDINAL = "thu_tu"
    LABEL = "noi_dung"
    FIGURE = "so"
    TOTAL = "tong"


@dataclass(frozen=True, slots=True)
class Column:
    """A cell of the header; a leaf is a column of the table, a branch stands over its children.

    `addends` are the ids of the figure columns that a total adds up.
    """

    id: str
    title: str
    role: ColumnRole = ColumnRole.FIGURE
    addends: tuple[str, ...] = ()
    children: tuple["Column", ...] = ()

    def leaves(self) -> Iterator["Column"]:
        """Give the columns of the table under this cell, from left to right."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

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


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the form (chỉ tiêu).

    `decimals` is the greatest number of decimal places of its figures. `parts` are the ids of
    the rows that must add up to it, `whole` the row that it is a subset of. `summed` says
    whether its total over the columns means anything. Figures lie between `least` and `most`.
    """

    id: str
    ordinal: str
    label: str
    measure: str
    hint: str
    decimals: int = 0
    parts: tuple[str, ...] = ()
    whole: str | None = None
    summed: bool = True
    least: Decimal = Decimal(0)
    most: Decimal | None = None

    @property
    def name(self) -> str:
        """The label without its closing mark, for use inside a sentence."""
        return self.label.rstrip(":. ")


@dataclass(frozen=True)
class Form:
    """A form of a campaign, with its own heading and signature note as printed."""

    id: str
    title: tuple[str, ...]
    attached: str
    signature_note: str
    note: str
    landscape: bool
    blank: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]

    def leaves(self) -> tuple[Column, ...]:
        """Give the columns of the table, from left to right."""
        return self._leaves

    def figure_columns(self) -> tuple[Column, ...]:
        """Give the columns whose figures a unit types, from left to right."""
        return self._figure_columns

    def figure_names(self) -> tuple[str, ...]:
        """Name the figure columns; where titles are alike, with those above them: `2014 › Nữ`."""
        return self._figure_names

    def find(self, row_id: str, column_id: str) -> Row | None:
        """Give the row of a cell that holds a figure; None where there is no such cell."""
        if column_id not in self._figure_ids:
            return None
        return self._rows_by_id.get(row_id)

    @cached_property
    def _figure_names(self) -> tuple[str, ...]:
        titles = tuple(column.title for column in self._figure_columns)
        if len(set(titles)) == len(titles):
            return titles
        paths = (path for column in self.columns for path in column.paths())
        figures = (path for leaf, path in paths if leaf.role is ColumnRole.FIGURE)
        return tuple(" › ".join(path) for path in figures)

    @cached_property
    def _rows_by_id(self) -> Mapping[str, Row]:
        return {row.id: row for row in self.rows}

    @cached_property
    def _figure_ids(self) -> frozenset[str]:
        roles = (ColumnRole.FIGURE, ColumnRole.TOTAL)
        return frozenset(leaf.id for leaf in self._leaves if leaf.role in roles)

    @cached_property
    def _leaves(self) -> tuple[Column, ...]:
        return tuple(leaf for column in self.columns for leaf in column.leaves())

    @cached_property
    def _figure_columns(self) -> tuple[Column, ...]:
        return tuple(leaf for leaf in self._leaves if leaf.role is ColumnRole.FIGURE)
