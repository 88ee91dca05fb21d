"""The columns of `bieu-so-lieu.yaml`: the header as written, its blocks put in their places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count, islice
from string import ascii_uppercase

from baocao.diagnostics import Diagnostic
from baocao.load.campaign.form_values import FORMULA, cyclic, formula_names, formula_of, limits
from baocao.load.records.duplicates import duplicate_addends, duplicates
from baocao.load.records.messages import missing_key, no_figure_column
from baocao.load.records.reader import RecordReader
from baocao.model.form import Column, ColumnRole, is_share
from baocao.model.record import Key, ListOf, Record, Recursive
from baocao.model.scalars import COUNT, DIGIT, FIGURE, NAME, PRINTED, YES_NO, choice
from baocao.model.text import Text
from baocao.rules import conflicting_keys, misfit_table, summed_percentage
from baocao.rules.campaign import circular_reference, unknown_name

_DEEPEST = 12
MOST_CELLS = 1000
"""The most cells of a header, its blocks opened; a table of Word has 63 columns at most."""

_ADDENDS, _FORMULA, _CHOICES, _EXPECTED, _PARTS, _WHOLE = (
    "cong",
    "cong_thuc",
    "lua_chon",
    "doi_chieu",
    "gom",
    "thuoc",
)
_SOURCES = ((_ADDENDS, _FORMULA), (_PARTS,), (_WHOLE,))
"""Keys that may lead back to the column that has them; what is compared may do so the other way."""

_COMPARED = (_EXPECTED, _PARTS, _WHOLE)
_OWN = (_ADDENDS, _FORMULA, _CHOICES, *_COMPARED, "so_le", "nho_nhat", "lon_nhat", "gop", "loai")
_ALLOWED: Mapping[ColumnRole, tuple[str, ...]] = {
    ColumnRole.FIGURE: (*_COMPARED, "so_le", "nho_nhat", "lon_nhat"),
    ColumnRole.TOTAL: (_ADDENDS, "so_le"),
    ColumnRole.FORMULA: (_FORMULA, "so_le"),
    ColumnRole.CHOICE: (_CHOICES,),
    ColumnRole.ORDINAL: ("gop",),
    ColumnRole.LABEL: ("gop",),
    ColumnRole.CODE: ("gop",),
    ColumnRole.MEASURE: ("gop",),
}
_NEEDED: Mapping[ColumnRole, str] = {
    ColumnRole.TOTAL: _ADDENDS,
    ColumnRole.FORMULA: _FORMULA,
    ColumnRole.CHOICE: _CHOICES,
}


def _shape() -> Record:
    return COLUMN


COLUMN = Record(
    {
        "ma": Key(NAME, "mã của cột; cột cha chỉ cần mã khi có khóa theo hoặc lap_lai"),
        "tieu_de": Key(PRINTED, "đầu cột, in đúng như viết", required=True),
        "loai": Key(choice(*(role.value for role in ColumnRole)), "loại cột"),
        "ky_hieu": Key(
            ListOf(PRINTED, or_one=True),
            "ký hiệu cột in dưới đầu cột; cột cha thì mỗi cột con một ký hiệu",
        ),
        _ADDENDS: Key(ListOf(NAME, or_one=True), "các cột cộng lại thành cột này"),
        _FORMULA: Key(FORMULA, "công thức tính cột này từ các cột khác"),
        _EXPECTED: Key(FORMULA, "công thức mà số đơn vị điền ở cột này phải bằng"),
        _PARTS: Key(ListOf(NAME, or_one=True), "các cột cộng lại bằng cột này, đơn vị vẫn điền"),
        _WHOLE: Key(NAME, "cột mà cột này là một phần"),
        _CHOICES: Key(ListOf(PRINTED), "các lời được chọn ở cột loại chon"),
        "don_vi_tinh": Key(PRINTED, "đơn vị tính của cả cột"),
        "so_le": Key(DIGIT, "số chữ số lẻ của cột, thay cho so_le của dòng"),
        "nho_nhat": Key(FIGURE, "số nhỏ nhất được ghi ở cột này"),
        "lon_nhat": Key(FIGURE, "số lớn nhất được ghi ở cột này"),
        "gop": Key(YES_NO, "gộp ô của các dòng liền nhau có cùng lời"),
        "chu_thich": Key(PRINTED, "chú thích in dưới bảng"),
        "giai_thich": Key(PRINTED, "cách ghi cột này, in dưới bảng"),
        "so_cot": Key(COUNT, "số cột của bảng đứng dưới cột này, để đối chiếu"),
        "theo": Key(NAME, "khối cột đứng dưới cột này"),
        "lap_lai": Key(YES_NO, "đơn vị lặp lại nhóm cột này bao nhiêu lần cũng được"),
        "cot": Key(ListOf(Recursive(_shape)), "các cột con"),
    }
)
BLOCK = Record(
    {
        "ma": Key(NAME, "mã của khối cột", required=True),
        "cot": Key(ListOf(Recursive(_shape)), "các cột của khối", required=True),
    }
)


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """A cell of the header as written, in its place.

    `id` is empty where none was given; `scope` gives the ids of the block that it comes from, as
    its author wrote them, with what they are in this place.
    """

    fields: RecordReader
    id: str
    scope: Mapping[str, str] = field(default_factory=dict)
    children: tuple["HeaderCell", ...] = ()

    def leaves(self) -> Iterator["HeaderCell"]:
        """Give the columns of the table under this cell."""
        if not self.children:
            yield self
        for child in self.children:
            yield from child.leaves()

    def walk(self) -> Iterator["HeaderCell"]:
        """Give this cell and all under it."""
        yield self
        for child in self.children:
            yield from child.walk()

    def resolved(self, name: str) -> str:
        """Give the id in the form that a name written here means."""
        return self.scope.get(name, name)

    @property
    def role(self) -> ColumnRole | None:
        """What stands in the column; None where the word that was typed is no role."""
        default = ColumnRole.FIGURE
        if self.fields.optional(_FORMULA) is not None:
            default = ColumnRole.FORMULA
        elif self.fields.texts(_ADDENDS):
            default = ColumnRole.TOTAL
        typed = self.fields.words("loai", default.value)
        return next((role for role in ColumnRole if role.value == typed), None)

    @property
    def is_numeric(self) -> bool:
        """Whether figures stand in the column."""
        return self.role is not None and self.role.is_numeric

    @property
    def is_share(self) -> bool:
        """Whether its figures are shares or per cents, which are never added up."""
        return is_share(formula_of(self.fields, _FORMULA), self.fields.words("don_vi_tinh"))

    @property
    def sources(self) -> tuple[str, ...]:
        """The ids of the columns that it is computed from."""
        formula = tuple(text.value for text in formula_names(self.fields, _FORMULA))
        return tuple(map(self.resolved, (*self.fields.strings(_ADDENDS), *formula)))


def heads(form: RecordReader) -> tuple[tuple[HeaderCell, ...], tuple[Diagnostic, ...]]:
    """Give the header of a form with its blocks in place, and what is wrong with the blocks."""
    records = form.records("khoi_cot")
    named = tuple(text for record in records if (text := record.optional("ma")) is not None)
    placing = _Placing({record.words("ma"): record.records("cot") for record in records})
    placing.faults += duplicates(named)
    placed = tuple(placing.head(column, {}, ()) for column in form.records("cot"))
    unused = (text for text in named if text.value not in placing.used)
    return placed, (*placing.faults, *map(misfit_table.unused_block, unused))


class _Placing:
    """Puts blocks of columns in their places; `used` are those that stand somewhere."""

    def __init__(self, blocks: Mapping[str, tuple[RecordReader, ...]]) -> None:
        self._blocks = blocks
        self._count = 0
        self.used: set[str] = set()
        self.faults: list[Diagnostic] = []

    def head(
        self, fields: RecordReader, scope: Mapping[str, str], inside: tuple[str, ...]
    ) -> HeaderCell:
        """Place one column as written, `inside` these blocks, where names mean what `scope` has."""
        name = fields.words("ma")
        own = scope.get(name, name)
        self._count += 1
        if self._count > MOST_CELLS:
            if self._count == MOST_CELLS + 1:
                at = fields.place.span
                self.faults.append(misfit_table.too_many_columns(at, MOST_CELLS))
            return HeaderCell(fields, own, scope)
        under = fields.records("cot")
        block = fields.optional("theo")
        if block is not None and self._is_usable(block, inside, has_columns=bool(under)):
            self.used.add(block.value)
            under = self._blocks[block.value]
            inside = (*inside, block.value)
            names = islice(self._names(under, inside), MOST_CELLS)
            scope = {**scope, **{each: f"{own}_{each}" for each in names}}
            if not own:
                self.faults.append(_without_id(fields))
        children = tuple(self.head(child, scope, inside) for child in under)
        return HeaderCell(fields, own, scope, children)

    def _is_usable(self, block: Text, inside: tuple[str, ...], *, has_columns: bool) -> bool:
        if block.value not in self._blocks:
            self.faults.append(unknown_name.unknown(block, "khối cột", tuple(self._blocks)))
        elif block.value in inside or len(inside) > _DEEPEST:
            self.used.add(block.value)
            self.faults.append(circular_reference.circular(block))
        elif has_columns:
            self.used.add(block.value)
            self.faults.append(conflicting_keys.fault(block, ("cot", "theo")))
        else:
            return True
        return False

    def _names(self, columns: tuple[RecordReader, ...], inside: tuple[str, ...]) -> Iterator[str]:
        """Give the ids of columns as their block's author calls them, blocks within opened."""
        for column in columns:
            name, block = column.words("ma"), column.words("theo")
            if name:
                yield name
            yield from self._names(column.records("cot"), inside)
            if name and block in self._blocks and block not in inside:
                inner = self._names(self._blocks[block], (*inside, block))
                yield from (f"{name}_{each}" for each in inner)


def _without_id(fields: RecordReader) -> Diagnostic:
    return missing_key(fields.place.span, "ma", "mã của cột")


def build(top: tuple[HeaderCell, ...], symbols: tuple[str, ...]) -> tuple[Column, ...]:
    """Make the columns of a header that was checked; `symbols` of its leaves, from the left."""
    waiting = iter(symbols)
    return tuple(_column(head, waiting) for head in top)


def _column(head: HeaderCell, symbols: Iterator[str]) -> Column:
    fields = head.fields
    ids = {name: (meant,) for name, meant in head.scope.items()}
    children = tuple(_column(child, symbols) for child in head.children)
    return Column(
        id=head.id,
        title=fields.words("tieu_de"),
        role=head.role or ColumnRole.FIGURE,
        addends=tuple(map(head.resolved, fields.strings(_ADDENDS))),
        children=children,
        symbol="" if children else next(symbols),
        formula=formula_of(fields, _FORMULA, ids),
        expected=formula_of(fields, _EXPECTED, ids),
        parts=tuple(map(head.resolved, fields.strings(_PARTS))),
        whole=head.resolved(fields.words(_WHOLE)) or None,
        decimals=fields.integer("so_le") if fields.optional("so_le") else None,
        measure=fields.words("don_vi_tinh"),
        minimum=fields.figure("nho_nhat"),
        maximum=fields.figure("lon_nhat"),
        choices=fields.strings(_CHOICES),
        merged=fields.words("gop") == "co",
        repeated=fields.words("lap_lai") == "co",
        footnote=fields.words("chu_thich"),
        legend=fields.words("giai_thich"),
    )


def symbols(form: RecordReader, top: tuple[HeaderCell, ...]) -> tuple[str, ...]:
    """Give the leaves' symbols: those written, else A, B … and 1, 2 … where the form counts."""
    leaves = tuple(leaf for head in top for leaf in head.leaves())
    given = [""] * len(leaves)
    if form.words("danh_cot") == "co":
        letters, figures = iter(ascii_uppercase), count(1)
        for place, leaf in enumerate(leaves):
            is_read = leaf.is_numeric or (leaf.role is not None and leaf.role.is_typed)
            given[place] = str(next(figures)) if is_read else next(letters, "")
    first = 0
    for head in top:
        first = _write_symbols(head, first, given)
    return tuple(given)


def _write_symbols(head: HeaderCell, first: int, given: list[str]) -> int:
    """Write the symbols typed at a head whose first leaf is `first`; give the place after it."""
    typed = head.fields.strings("ky_hieu")
    given[first : first + len(typed)] = typed[: len(given) - first]
    if not head.children:
        return first + 1
    for child in head.children:
        first = _write_symbols(child, first, given)
    return first


def check(form: RecordReader, top: tuple[HeaderCell, ...]) -> Iterator[Diagnostic]:
    """Give what is wrong in a header whose single values are of their shapes."""
    cells = tuple(cell for head in top for cell in head.walk())
    leaves = tuple(leaf for head in top for leaf in head.leaves())
    yield from _doubled_ids(cells)
    if leaves and not any(leaf.role is not None and leaf.role.is_typed for leaf in leaves):
        yield no_figure_column(form.place.span)
        return
    for cell in cells:
        yield from _check_branch(cell) if cell.children else _check_leaf(cell)
        yield from _check_spans(cell)
    yield from _check_repeats(top, repeated=False)
    yield from _check_names(leaves)
    yield from _check_symbols(form, top)


def _doubled_ids(cells: tuple[HeaderCell, ...]) -> Iterator[Diagnostic]:
    """Give each id that stands twice, in this place or by way of a block."""
    texts = ((cell.id, cell.fields.optional("ma")) for cell in cells if cell.id)
    yield from duplicates(
        text._replace(value=cell_id) for cell_id, text in texts if text is not None
    )


def _check_branch(cell: HeaderCell) -> Iterator[Diagnostic]:
    for key in _OWN:
        text = next(iter(cell.fields.texts(key)), None)
        if text is not None:
            yield misfit_table.branch(text, key, cell.fields.words("tieu_de"))
    repeated = cell.fields.optional("lap_lai")
    if repeated is not None and repeated.value == "co" and not cell.id:
        yield _without_id(cell.fields)


def _check_leaf(leaf: HeaderCell) -> Iterator[Diagnostic]:
    fields, role = leaf.fields, leaf.role
    if role is None:
        return
    if not leaf.id and (role.is_numeric or role.is_typed):
        yield _without_id(fields)
    for key in (key for key in _OWN if key != "loai" and key not in _ALLOWED.get(role, ())):
        text = next(iter(fields.texts(key)), None)
        if text is not None:
            yield conflicting_keys.column(text, key, role.value)
    needed = _NEEDED.get(role)
    if needed is not None and not fields.texts(needed):
        yield missing_key(fields.place.span, needed, COLUMN.entries[needed].title)
    repeated = fields.optional("lap_lai")
    if repeated is not None:
        yield conflicting_keys.column(repeated, "lap_lai", role.value)
    yield from limits(fields)


def _check_spans(cell: HeaderCell) -> Iterator[Diagnostic]:
    width = len(tuple(cell.leaves()))
    told = cell.fields.optional("so_cot")
    if told is not None and told.stripped.isdecimal() and told.stripped != str(width):
        yield misfit_table.span(told, cell.fields.words("tieu_de"), width)
    typed = cell.fields.texts("ky_hieu")
    if typed and len(typed) != width:
        yield misfit_table.symbols(typed[0], cell.fields.words("tieu_de"), len(typed), width)


def _check_repeats(cells: tuple[HeaderCell, ...], *, repeated: bool) -> Iterator[Diagnostic]:
    """Give each repeated branch within another: a unit could not say how often which stands."""
    for cell in cells:
        text = cell.fields.optional("lap_lai")
        is_repeated = text is not None and text.value == "co"
        if text is not None and is_repeated and repeated:
            yield conflicting_keys.within(text, "lap_lai")
        yield from _check_repeats(cell.children, repeated=repeated or is_repeated)


def _check_names(leaves: tuple[HeaderCell, ...]) -> Iterator[Diagnostic]:
    numeric = {leaf.id: leaf for leaf in leaves if leaf.is_numeric}
    for leaf in leaves:
        yield from _check_computed(leaf, numeric)
        yield from _check_compared(leaf, numeric)
    for keys in _SOURCES:
        named = {
            leaf.id: dict(each for key in keys for each in _named(leaf, key))
            for leaf in numeric.values()
        }
        for leaf_id, back in cyclic({each: tuple(texts) for each, texts in named.items()}):
            yield circular_reference.circular(named[leaf_id][back])


def _named(leaf: HeaderCell, key: str) -> Iterator[tuple[str, Text]]:
    """Give what stands under `key`: the ids of columns, each with where it was typed."""
    is_formula = key in (_FORMULA, _EXPECTED)
    texts = formula_names(leaf.fields, key) if is_formula else leaf.fields.texts(key)
    yield from ((leaf.resolved(text.stripped), text) for text in texts)


def _check_computed(leaf: HeaderCell, numeric: Mapping[str, HeaderCell]) -> Iterator[Diagnostic]:
    """Give names that a total or a formula calls in vain, and shares that a total adds up."""
    addends = leaf.fields.texts(_ADDENDS)
    yield from duplicate_addends(_named(leaf, _ADDENDS))
    yield from duplicate_addends(_named(leaf, _PARTS))
    formulas = (t for key in (_FORMULA, _EXPECTED) for t in formula_names(leaf.fields, key))
    for text in (*addends, *formulas):
        source = numeric.get(leaf.resolved(text.value))
        if source is None:
            yield unknown_name.unknown(text, "cột số liệu", _others(leaf, numeric))
        elif text in addends and source.is_share:
            yield summed_percentage.fault(text)


def _check_compared(leaf: HeaderCell, numeric: Mapping[str, HeaderCell]) -> Iterator[Diagnostic]:
    for text in (*leaf.fields.texts(_PARTS), *leaf.fields.texts(_WHOLE)):
        if leaf.resolved(text.value) not in numeric:
            yield unknown_name.unknown(text, "cột số liệu", _others(leaf, numeric))
    for text in formula_names(leaf.fields, _EXPECTED):
        if leaf.resolved(text.value) == leaf.id:
            yield circular_reference.circular(text)


def _others(leaf: HeaderCell, numeric: Mapping[str, HeaderCell]) -> tuple[str, ...]:
    return tuple(each for each in numeric if each != leaf.id)


def _check_symbols(form: RecordReader, top: tuple[HeaderCell, ...]) -> Iterator[Diagnostic]:
    """Give leaves without a symbol where others have one, and symbols that stand twice."""
    given = symbols(form, top)
    leaves = tuple(leaf for head in top for leaf in head.leaves())
    seen: dict[str, str] = {}
    for leaf, symbol in zip(leaves, given, strict=True):
        at, title = leaf.fields.place.span, leaf.fields.words("tieu_de")
        if any(given) and not symbol:
            yield misfit_table.without_symbol(at, title)
        elif symbol in seen:
            yield misfit_table.doubled_symbol(at, title, symbol, seen[symbol])
        elif symbol:
            seen[symbol] = title
