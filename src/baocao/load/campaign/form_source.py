"""A form as typed, its header placed and its rows in order: what the rules of forms judge."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from baocao.load.campaign.form_header import HeaderCell, place_columns
from baocao.load.campaign.form_specs import FormSpec, RowSpec
from baocao.load.records.bind import Spec, words
from baocao.model.form import ColumnRole, RowRole
from baocao.model.record import keys_of
from baocao.model.text import Text


@dataclass(frozen=True, eq=False)
class FormSource:
    """A form as typed, as far as it could be read."""

    spec: FormSpec

    @cached_property
    def header(self) -> tuple[HeaderCell, ...]:
        """The top cells of the header."""
        return place_columns(self.spec)

    @cached_property
    def cells(self) -> tuple[HeaderCell, ...]:
        """All cells of the header, each before those under it."""
        return tuple(cell for top in self.header for cell in top.walk())

    @cached_property
    def leaves(self) -> tuple[HeaderCell, ...]:
        """The columns of the table, from the left."""
        return tuple(cell for cell in self.cells if not cell.children)

    @cached_property
    def has_typed_column(self) -> bool:
        return any(leaf.is_typed for leaf in self.leaves)

    @cached_property
    def label_count(self) -> int:
        return sum(1 for leaf in self.leaves if leaf.role is ColumnRole.LABEL)

    @cached_property
    def numeric_columns(self) -> Mapping[str, HeaderCell]:
        """The columns in which figures stand, by id."""
        return {leaf.id: leaf for leaf in self.leaves if leaf.is_numeric}

    @cached_property
    def rows(self) -> tuple[RowSpec, ...]:
        """All rows, in the order of the print."""
        return tuple(row for top in self.spec.rows for row in top.walk())

    @cached_property
    def numeric_rows(self) -> Mapping[str, RowSpec]:
        """The rows in which figures stand, by id; a list is one of them."""
        return {
            words(row.id): row
            for row in self.rows
            if row.id is not None and row.role is not RowRole.HEADING
        }


def given(spec: Spec, fields: Iterable[str]) -> Iterator[tuple[str, Text]]:
    """Yield the YAML key and the first text of each of these fields of a spec that is given."""
    for name in fields:
        value = getattr(spec, name)
        text = value if value is None or isinstance(value, Text) else next(iter(value), None)
        if text is not None:
            yield keys_of(type(spec))[name][0], text
