"""Random forms with figures in them, and what stands in every cell by the definitions alone.

A form is made as a description; from it come the YAML files that the program reads, and the value
of each cell, by plain recursion from the definitions in `fractions`, without the program's model,
formulas or rounding.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from random import Random

from support.forms import form_text

Tree = str | int | tuple[str, "Tree", "Tree"] | tuple[str, tuple["Tree", ...]]
Lookup = Callable[[str], Fraction | None]
_SHARES = ("ty_le", "tang_truong", "/")
_OPERATORS = ("+", "-", "*", "/", "ty_le", "tang_truong", "tong")


@dataclass
class Column:
    id: str
    places: int | None = None
    addends: tuple[str, ...] = ()
    formula: Tree | None = None
    is_percent: bool = False

    @property
    def is_share(self) -> bool:
        return self.is_percent or (self.formula is not None and divides(self.formula))


@dataclass
class Row:
    id: str
    places: int | None = None
    addends: tuple[str, ...] = ()
    formula: Tree | None = None
    mirrored: str | None = None
    across: str | None = None
    barred: frozenset[str] = frozenset()
    children: list["Row"] = field(default_factory=list)
    sums_children: bool = False
    whole: str | None = None

    @property
    def is_share(self) -> bool:
        return self.formula is not None and divides(self.formula)


@dataclass
class RandomForm:
    """A description: leaves from left to right, rows as a tree, and what is typed."""

    columns: list[Column]
    rows: list[Row]
    typed: dict[tuple[str, str], str | None]

    def all_rows(self) -> list[Row]:
        return [each for row in self.rows for each in walk(row)]


def walk(row: Row) -> list[Row]:
    return [row, *(each for child in row.children for each in walk(child))]


def divides(tree: Tree) -> bool:
    if not isinstance(tree, tuple):
        return False
    return tree[0] in _SHARES or any(map(divides, operands(tree)))


def operands(tree: Tree) -> tuple[Tree, ...]:
    assert isinstance(tree, tuple)
    return tree[1] if tree[0] == "tong" else tree[1:]  # type: ignore[return-value]


def random_form(random: Random) -> RandomForm:
    columns = _columns(random)
    rows = _rows(random, columns)
    form = RandomForm(columns, rows, {})
    for row in form.all_rows():
        if not (row.addends or row.sums_children or row.formula is not None or row.mirrored):
            for column in columns:
                if not column.addends and column.formula is None:
                    blank = random.random() < 0.15
                    form.typed[row.id, column.id] = None if blank else _figure(random)
    return form


def _figure(random: Random) -> str:
    kind = random.random()
    if kind < 0.1:
        return "0"
    whole = random.choice((random.randint(0, 9), random.randint(0, 999), random.randint(0, 10**12)))
    if kind < 0.6:
        return str(whole)
    sign = "-" if random.random() < 0.2 else ""
    return f"{sign}{whole},{random.randint(0, 10**4):04d}"


def _columns(random: Random) -> list[Column]:
    columns = [Column(f"c{number}") for number in range(random.randint(1, 4))]
    for column in columns:
        column.places = random.choice((None, None, 0, 1, 3))
        column.is_percent = random.random() < 0.1
    for number in range(random.randint(0, 5)):
        places = random.choice((None, None, 0, 2))
        addable = [column.id for column in columns if not column.is_share]
        if addable and random.random() < 0.5:
            chosen = random.sample(addable, random.randint(1, len(addable)))
            columns.append(Column(f"t{number}", places, addends=tuple(chosen)))
        else:
            ids = [column.id for column in columns]
            columns.append(Column(f"t{number}", places, formula=_formula(random, ids, 3)))
    order = columns[:]
    random.shuffle(order)
    return order


def _rows(random: Random, columns: list[Column]) -> list[Row]:
    ids = [column.id for column in columns]
    given = [
        Row(f"r{number}", random.choice((None, 0, 1, 4))) for number in range(random.randint(1, 6))
    ]
    for row in given:
        row.across = random.choice((None, None, None, "co", "cuoi", "khong"))
        if random.random() < 0.3:
            row.barred = frozenset(random.sample(ids, random.randint(1, len(ids))))
        if random.random() < 0.2:
            row.whole = random.choice(given).id
            row.whole = None if row.whole >= row.id else row.whole
    every = given[:]
    for number in range(random.randint(0, 5)):
        row = Row(f"k{number}", random.choice((None, None, 0, 3)))
        named = [each.id for each in every]
        addable = [each.id for each in every if not _mirrors_share(each, every)]
        kind = random.random()
        if kind < 0.45 and addable:
            row.addends = tuple(random.sample(addable, random.randint(1, len(addable))))
            row.across = random.choice((None, None, "co", "cuoi", "khong"))
        elif kind < 0.8:
            row.formula = _formula(random, named, 3)
        else:
            row.mirrored = random.choice(named)
        if random.random() < 0.2:
            row.barred = frozenset(random.sample(ids, 1))
        every.append(row)
    group = Row("nhom", sums_children=True)
    top = every[:]
    random.shuffle(top)
    inside = [each for each in given if not each.is_share and random.random() < 0.4]
    if any(each.whole is None for each in inside):
        group.children = inside
        top = [each for each in top if each not in inside]
        top.insert(random.randint(0, len(top)), group)
    return top


def _mirrors_share(row: Row, every: list[Row]) -> bool:
    while row.mirrored is not None:
        row = next(each for each in every if each.id == row.mirrored)
    return row.is_share


def _formula(random: Random, ids: list[str], depth: int) -> Tree:
    if depth == 0 or random.random() < 0.2:
        return random.choice(ids) if random.random() < 0.8 else random.randint(0, 100)
    sign = random.choice(_OPERATORS)
    if sign == "tong":
        return (
            "tong",
            tuple(_formula(random, ids, depth - 1) for _ in range(random.randint(1, 3))),
        )
    return (sign, _formula(random, ids, depth - 1), _formula(random, ids, depth - 1))


def text(tree: Tree) -> str:
    if not isinstance(tree, tuple):
        return str(tree)
    inner = [text(each) for each in operands(tree)]
    if tree[0] in ("tong", "ty_le", "tang_truong"):
        return f"{tree[0]}({', '.join(inner)})"
    return f"({inner[0]} {tree[0]} {inner[1]})"


def yaml(form: RandomForm) -> tuple[str, str]:
    """Return the two files: the form's, and the unit's figures."""
    columns = tuple(_column_yaml(column) for column in form.columns)
    rows = tuple(_row_yaml(row) for row in form.rows)
    typed = [c.id for c in form.columns if not c.addends and c.formula is None]
    lines = []
    for row in form.all_rows():
        if (row.id, typed[0]) in form.typed:
            cells = (
                "x" if column in row.barred else _cell_yaml(form.typed[row.id, column])
                for column in typed
            )
            lines.append(f"{row.id}: [{', '.join(cells)}]\n")
    return form_text(columns, rows), "".join(lines) or "{}\n"


def _cell_yaml(figure: str | None) -> str:
    return "~" if figure is None else f'"{figure}"'


def _column_yaml(column: Column) -> str:
    keys = [f"ma: {column.id}", f"tieu_de: {column.id}"]
    keys += [f"so_le: {column.places}"] if column.places is not None else []
    keys += [f"cong: [{', '.join(column.addends)}]"] if column.addends else []
    keys += [f'cong_thuc: "{text(column.formula)}"'] if column.formula is not None else []
    keys += ['don_vi_tinh: "%"'] if column.is_percent else []
    return f"{{{', '.join(keys)}}}"


def _row_yaml(row: Row) -> str:
    keys = [f"ma: {row.id}", f"noi_dung: {row.id}"]
    keys += [f"so_le: {row.places}"] if row.places is not None else []
    keys += [f"cong: [{', '.join(row.addends)}]"] if row.addends else []
    keys += ["cong: dong_con"] if row.sums_children else []
    keys += [f'cong_thuc: "{text(row.formula)}"'] if row.formula is not None else []
    keys += [f"nhu: {row.mirrored}"] if row.mirrored else []
    keys += [f"cong_doc: {row.across}"] if row.across else []
    keys += [f"khong_dien: [{', '.join(sorted(row.barred))}]"] if row.barred else []
    keys += [f"thuoc: {row.whole}"] if row.whole else []
    keys += [f"dong: [{', '.join(map(_row_yaml, row.children))}]"] if row.children else []
    return f"{{{', '.join(keys)}}}"


class Naive:
    """What stands in each cell, found again and again from the definitions."""

    def __init__(self, form: RandomForm) -> None:
        self._form = form
        self._rows = {row.id: row for row in form.all_rows()}
        self._columns = {column.id: column for column in form.columns}

    def printed(self, row: str, column: str) -> Decimal | None:
        value = self.value(row, column)
        if value is None:
            return None
        places = self._places(row, column)
        scaled = value * 10**places
        floor = abs(scaled).numerator // abs(scaled).denominator
        units = floor + (1 if abs(scaled) - floor >= Fraction(1, 2) else 0)
        return Decimal(f"{'-' if value < 0 and units else ''}{units}e-{places}")

    def value(  # noqa: PLR0911 - one return a definition
        self, row_id: str, column_id: str
    ) -> Fraction | None:
        row, column = self._rows[row_id], self._columns[column_id]
        if self._is_barred(row, column_id):
            return None
        if row.mirrored is not None:
            return self.value(row.mirrored, column_id)
        if column.formula is not None:
            return self._computed(column.formula, lambda name: self.value(row_id, name))
        if row.formula is not None:
            return self._computed(row.formula, lambda name: self.value(name, column_id))
        if column.addends:
            return self._across(row, column)
        if row.addends or row.sums_children:
            if column.is_share:
                return None
            return _sum([self.value(each, column_id) for each in self._added(row)])
        typed = self._form.typed[row_id, column_id]
        return None if typed is None else Fraction(typed.replace(",", "."))

    def _is_barred(self, row: Row, column_id: str) -> bool:
        if column_id in row.barred:
            return True
        return row.mirrored is not None and self._is_barred(self._rows[row.mirrored], column_id)

    def _added(self, row: Row) -> tuple[str, ...]:
        if row.sums_children:
            return tuple(child.id for child in row.children if child.whole is None)
        return row.addends

    def _across(self, row: Row, column: Column) -> Fraction | None:
        values = [self.value(row.id, each) for each in column.addends]
        meaning = self._meaning(row)
        if meaning == "khong":
            return None
        if meaning == "cuoi":
            given = [value for value in values if value is not None]
            return given[-1] if given else None
        return _sum(values)

    def _meaning(self, row: Row) -> str:
        """Return what the author said of columns of totals, or what all that it sums up say."""
        if row.across is not None:
            return row.across
        if row.addends or row.sums_children:
            meanings = {self._meaning(self._rows[each]) for each in self._added(row)}
            return meanings.pop() if len(meanings) == 1 else "co"
        if row.mirrored is not None:
            return self._meaning(self._rows[row.mirrored])
        if row.formula is not None:
            meanings = {self._meaning(self._rows[each]) for each in named(row.formula)}
            default = "khong" if row.is_share else "co"
            return meanings.pop() if len(meanings) == 1 else default
        return "co"

    def _computed(self, tree: Tree, lookup: Lookup) -> Fraction | None:  # noqa: C901, PLR0911 - one return a definition
        if isinstance(tree, int):
            return Fraction(tree)
        if isinstance(tree, str):
            return lookup(tree)
        values = [self._computed(each, lookup) for each in operands(tree)]
        if tree[0] in ("+", "tong"):
            for each, value in zip(operands(tree), values, strict=True):
                if value is None and isinstance(each, tuple) and each[0] not in ("+", "tong"):
                    return None
            return _sum(values)
        left, right = values
        if left is None or right is None:
            return None
        if tree[0] == "-":
            return left - right
        if tree[0] == "*":
            return left * right
        if tree[0] == "tang_truong":
            return None if left == 0 else 100 * (right - left) / left
        if right == 0:
            return None
        return 100 * left / right if tree[0] == "ty_le" else left / right

    def _places(self, row_id: str, column_id: str) -> int:
        row, column = self._rows[row_id], self._columns[column_id]
        if column.places is not None:
            return column.places
        if column.formula is not None:
            if column.is_share:
                return 1
            return max(
                (self._places(row_id, n) for n in named(column.formula)), default=self._of_row(row)
            )
        if column.addends:
            return max(self._places(row_id, each) for each in column.addends)
        return self._of_row(row)

    def _of_row(self, row: Row) -> int:
        if row.places is not None:
            return row.places
        if row.mirrored is not None:
            return self._of_row(self._rows[row.mirrored])
        if row.formula is not None:
            if not named(row.formula):
                return 0
            if row.is_share:
                return 1
            return max(self._of_row(self._rows[each]) for each in named(row.formula))
        added = self._added(row)
        return max((self._of_row(self._rows[each]) for each in added), default=0)


def named(tree: Tree) -> list[str]:
    if isinstance(tree, tuple):
        return [name for each in operands(tree) for name in named(each)]
    return [tree] if isinstance(tree, str) else []


def _sum(values: list[Fraction | None]) -> Fraction | None:
    given = [value for value in values if value is not None]
    return sum(given, Fraction(0)) if given else None
