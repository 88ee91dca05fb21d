"""The header of a form as typed, its blocks of columns put in their places."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice

from baocao.load.campaign.form_specs import ColumnSpec, FormSpec
from baocao.load.campaign.formulas import formula_names, formula_of
from baocao.load.records.bind import words
from baocao.model.form import ColumnRole, is_share
from baocao.model.text import Text

MAX_CELLS = 1000
"""The most cells of a header, its blocks opened; a table of Word has 63 columns at most."""

MAX_DEPTH = 12
"""The most blocks within one another."""


@dataclass(frozen=True, eq=False)
class HeaderCell:
    """A cell of the header in its place.

    `id` is empty where none was given. `scope` maps the ids of the block that the cell comes from,
    as its author wrote them, to those in this place; `within` are the blocks in which the cell
    stands, from the outermost. `opened` is the block that stands under it, empty if none does.
    """

    spec: ColumnSpec
    id: str
    scope: Mapping[str, str] = field(default_factory=dict)
    within: tuple[str, ...] = ()
    opened: str = ""
    children: tuple["HeaderCell", ...] = ()

    def leaves(self) -> Iterator["HeaderCell"]:
        """Yield the columns of the table under this cell, from the left."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def walk(self) -> Iterator["HeaderCell"]:
        """Yield this cell and all under it, from the top and the left."""
        yield self
        for child in self.children:
            yield from child.walk()

    def resolve(self, name: str) -> str:
        """Return the id in the form that a name written here means."""
        return self.scope.get(name, name)

    def named(self, texts: Iterable[Text]) -> Iterator[tuple[str, Text]]:
        """Yield the ids in the form that texts written here mean, each with its text."""
        return ((self.resolve(text.stripped), text) for text in texts)

    def named_sources(self) -> Iterator[tuple[str, Text]]:
        """Yield the ids of the columns that its figures are computed from, each with its text."""
        return self.named((*self.spec.addends, *formula_names(self.spec.formula)))

    def named_parts(self) -> Iterator[tuple[str, Text]]:
        return self.named(self.spec.parts)

    def named_whole(self) -> Iterator[tuple[str, Text]]:
        return self.named(() if self.spec.whole is None else (self.spec.whole,))

    def named_expected(self) -> Iterator[tuple[str, Text]]:
        return self.named(formula_names(self.spec.expected))

    @cached_property
    def role(self) -> ColumnRole | None:
        """What stands in the column; None if the word that was typed is no role."""
        if self.spec.role is not None:
            typed = words(self.spec.role)
            return next((role for role in ColumnRole if role.value == typed), None)
        if self.spec.formula is not None:
            return ColumnRole.FORMULA
        return ColumnRole.TOTAL if self.spec.addends else ColumnRole.FIGURE

    @property
    def is_numeric(self) -> bool:
        return self.role is not None and self.role.is_numeric

    @property
    def is_typed(self) -> bool:
        return self.role is not None and self.role.is_typed

    @property
    def is_share(self) -> bool:
        """Whether its figures are shares or per cents, which are never added up."""
        return is_share(formula_of(self.spec.formula), words(self.spec.measure))

    @property
    def title(self) -> str:
        return words(self.spec.title)


def place_columns(form: FormSpec) -> tuple[HeaderCell, ...]:
    """Return the top cells of the header; a block that cannot stand where it is named is left out.

    Of a header beyond `MAX_CELLS` the cells that are too many have nothing under them.
    """
    placing = _Placing({words(block.id): block.columns for block in form.blocks})
    return tuple(placing.place(column, {}, ()) for column in form.columns)


class _Placing:
    def __init__(self, blocks: Mapping[str, tuple[ColumnSpec, ...]]) -> None:
        self._blocks = blocks
        self._count = 0

    def place(
        self, spec: ColumnSpec, scope: Mapping[str, str], within: tuple[str, ...]
    ) -> HeaderCell:
        """Place one column, `within` these blocks, in which names mean what `scope` says."""
        name = words(spec.id)
        own = scope.get(name, name)
        self._count += 1
        if self._count > MAX_CELLS:
            return HeaderCell(spec, own, scope, within)
        block = words(spec.block)
        if not self._can_open(block, spec, within):
            children = tuple(self.place(child, scope, within) for child in spec.columns)
            return HeaderCell(spec, own, scope, within, "", children)
        inside = (*within, block)
        names = islice(self._names(self._blocks[block], inside), MAX_CELLS)
        inner = {**scope, **{each: f"{own}_{each}" for each in names}}
        children = tuple(self.place(child, inner, inside) for child in self._blocks[block])
        return HeaderCell(spec, own, scope, within, block, children)

    def _can_open(self, block: str, spec: ColumnSpec, within: tuple[str, ...]) -> bool:
        is_new = block not in within and len(within) <= MAX_DEPTH
        return block in self._blocks and is_new and not spec.columns

    def _names(self, columns: tuple[ColumnSpec, ...], within: tuple[str, ...]) -> Iterator[str]:
        """Yield the ids of columns as their block's author calls them, blocks within opened."""
        for column in columns:
            name, block = words(column.id), words(column.block)
            if name:
                yield name
            yield from self._names(column.columns, within)
            if name and block in self._blocks and block not in within:
                inner = self._names(self._blocks[block], (*within, block))
                yield from (f"{name}_{each}" for each in inner)
