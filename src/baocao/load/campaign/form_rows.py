"""The rows of `bieu-so-lieu.yaml`: groups opened, computed rows and lists told from given ones."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cached_property

from baocao.diagnostics import Diagnostic
from baocao.load.campaign.form_columns import HeaderCell
from baocao.load.campaign.form_values import FORMULA, cyclic, formula_names, formula_of, limits
from baocao.load.records.duplicates import duplicate_addends, duplicates
from baocao.load.records.messages import malformed_value, missing_key
from baocao.load.records.reader import RecordReader
from baocao.model.form import ColumnRole, ColumnTotal, Row, RowRole, is_share, sources_first
from baocao.model.record import Key, ListOf, Record, Recursive
from baocao.model.scalars import COUNT, DIGIT, FIGURE, NAME, PRINTED, TEXT, YES_NO, choice
from baocao.model.text import Text
from baocao.rules import conflicting_keys, misfit_table, summed_percentage
from baocao.rules.campaign import circular_reference, unknown_name

CHILDREN = "dong_con"
"""Stands for the rows right under a group, its subsets left out."""

_ADDENDS, _FORMULA, _EXPECTED, _PARTS, _WHOLE = "cong", "cong_thuc", "doi_chieu", "gom", "thuoc"
_MIRRORED, _LIST, _HEADING = "nhu", "danh_sach", "de_muc"
_ORIGINS = (_ADDENDS, _FORMULA, _MIRRORED, _LIST, _HEADING)
_OF_TYPED = (_EXPECTED, _PARTS, _WHOLE, "nho_nhat", "lon_nhat")
_OF_LISTS = ("it_nhat", "nhieu_nhat")
_SOURCES = ((_ADDENDS, _FORMULA, _MIRRORED), (_PARTS,), (_WHOLE,))
"""Keys that may lead back to the row that has them; what is compared may do so the other way."""

_UNUSED: Mapping[RowRole, tuple[str, ...]] = {
    RowRole.HEADING: ("so_le", "cong_doc", "khong_dien"),
    RowRole.FORMULA: ("cong_doc",),
    RowRole.COPY: ("cong_doc",),
}
_PRINTED = {"tt": ColumnRole.ORDINAL, "ma_so": ColumnRole.CODE}
_COUNT = re.compile(r"[0-9]{1,6}")
_ADDED = re.compile(r"(?P<source>.+)_[1-9][0-9]*")


def _shape() -> Record:
    return ROW


ROW = Record(
    {
        "ma": Key(NAME, "mã của chỉ tiêu; dòng đề mục không cần mã"),
        "tt": Key(PRINTED, "số thứ tự, in đúng như viết"),
        "noi_dung": Key(
            ListOf(PRINTED, or_one=True),
            "tên chỉ tiêu, in đúng như viết",
            required=True,
        ),
        "ma_so": Key(PRINTED, "mã số in ở cột loại ma_so"),
        "don_vi_tinh": Key(PRINTED, "đơn vị tính"),
        "goi_y": Key(TEXT, "gợi ý cho người điền, không in"),
        "so_le": Key(DIGIT, "số chữ số lẻ nhiều nhất"),
        _PARTS: Key(
            ListOf(NAME, or_one=True), "các chỉ tiêu cộng lại bằng chỉ tiêu này, đơn vị vẫn điền"
        ),
        _WHOLE: Key(NAME, "chỉ tiêu mà chỉ tiêu này là một phần"),
        _EXPECTED: Key(FORMULA, "công thức mà số đơn vị điền ở dòng này phải bằng"),
        "nho_nhat": Key(FIGURE, "số nhỏ nhất được ghi; không ghi thì là 0"),
        "lon_nhat": Key(FIGURE, "số lớn nhất được ghi"),
        "cong_doc": Key(
            choice(*(each.value for each in ColumnTotal)),
            "ở cột tổng: có cộng, không cộng, hay lấy số cuối",
        ),
        _ADDENDS: Key(
            ListOf(NAME, or_one=True),
            "các dòng cộng lại thành dòng này, máy tự tính; dong_con là các dòng ngay bên dưới",
        ),
        _FORMULA: Key(FORMULA, "công thức tính dòng này từ các dòng khác"),
        _MIRRORED: Key(NAME, "dòng khác có cùng số liệu, in lại ở đây"),
        _LIST: Key(YES_NO, "danh sách để đơn vị tự thêm dòng"),
        "it_nhat": Key(COUNT, "danh sách có ít nhất bao nhiêu dòng"),
        "nhieu_nhat": Key(COUNT, "danh sách có nhiều nhất bao nhiêu dòng"),
        _HEADING: Key(YES_NO, "dòng đề mục, không có số liệu"),
        "khong_dien": Key(ListOf(NAME, or_one=True), "các cột không điền ở dòng này"),
        "chu_thich": Key(PRINTED, "chú thích in dưới bảng"),
        "dam": Key(YES_NO, "in đậm; không ghi thì dòng cộng và dòng đề mục in đậm"),
        "dong": Key(ListOf(Recursive(_shape)), "các dòng con"),
    }
)


@dataclass(frozen=True)
class RowSpec:
    """A row as written, with the rows right under it."""

    fields: RecordReader
    children: tuple[RecordReader, ...]

    @property
    def id(self) -> str:
        """The row's id; empty where it has none."""
        return self.fields.words("ma")

    @cached_property
    def role(self) -> RowRole:
        """Where the row's figures come from."""
        if self.fields.texts(_ADDENDS):
            return RowRole.TOTAL
        if self.fields.optional(_FORMULA) is not None:
            return RowRole.FORMULA
        if self.fields.optional(_MIRRORED) is not None:
            return RowRole.COPY
        if self.fields.words(_LIST) == "co":
            return RowRole.LIST
        return RowRole.HEADING if self.fields.words(_HEADING) == "co" else RowRole.GIVEN

    @cached_property
    def is_share(self) -> bool:
        """Whether its figures are shares or per cents, which are never added up."""
        return is_share(formula_of(self.fields, _FORMULA), self.fields.words("don_vi_tinh"))

    def named(self, key: str) -> tuple[str, ...]:
        """Give the ids of the rows that `key` names, `CHILDREN` opened."""
        return tuple(row_id for row_id, _ in self.places(key))

    def places(self, key: str) -> Iterator[tuple[str, Text]]:
        """Give the ids of the rows that `key` names, `CHILDREN` opened, with where it does."""
        is_formula = key in (_FORMULA, _EXPECTED)
        texts = formula_names(self.fields, key) if is_formula else self.fields.texts(key)
        for text in texts:
            if text.stripped == CHILDREN and not is_formula:
                yield from ((child.words("ma"), text) for child in _added_up(self.children))
            else:
                yield text.stripped, text


def _added_up(children: tuple[RecordReader, ...]) -> Iterator[RecordReader]:
    """Give the rows that `CHILDREN` stands for; what is under a heading is under its group."""
    for child in children:
        if child.words(_HEADING) == "co":
            yield from _added_up(child.records("dong"))
        elif child.optional("ma") is not None and child.optional(_WHOLE) is None:
            yield child


def lines(form: RecordReader) -> tuple[RowSpec, ...]:
    """Give the rows of a form in the order of the print, groups opened."""
    return tuple(_lines(form.records("dong")))


def _lines(records: tuple[RecordReader, ...]) -> Iterator[RowSpec]:
    for record in records:
        children = record.records("dong")
        yield RowSpec(record, children)
        yield from _lines(children)


def build(every: tuple[RowSpec, ...], columns: tuple[HeaderCell, ...]) -> tuple[Row, ...]:
    """Make the rows of lines that were checked; `columns` are the header's cells, all tiers."""
    labels = sum(1 for leaf in columns if not leaf.children and leaf.role is ColumnRole.LABEL)
    under = {cell.id: frozenset(leaf.id for leaf in cell.leaves()) for cell in columns if cell.id}
    rows = [_row(line, labels, under) for line in every]
    places = {row.id: place for place, row in enumerate(rows) if row.id}
    for row_id in sources_first({row.id: row.sources for row in rows if row.id}):
        place = places[row_id]
        sources = [rows[places[source]] for source in rows[place].sources if source in places]
        rows[place] = _completed(rows[place], every[place].fields, sources)
    return tuple(rows)


def _row(line: RowSpec, labels: int, under: Mapping[str, frozenset[str]]) -> Row:
    fields, role = line.fields, line.role
    texts = fields.strings("noi_dung")
    across = ColumnTotal.NONE if line.is_share else ColumnTotal.SUM
    bold = "co" if role in (RowRole.TOTAL, RowRole.HEADING) else "khong"
    return Row(
        id=line.id,
        ordinal=fields.words("tt"),
        labels=texts if labels <= 1 else (*texts, *[""] * (labels - len(texts))),
        measure=fields.words("don_vi_tinh"),
        hint=fields.words("goi_y"),
        decimals=fields.integer("so_le"),
        parts=line.named(_PARTS),
        whole=fields.words(_WHOLE) or None,
        column_total=ColumnTotal(fields.words("cong_doc", across.value)),
        minimum=fields.figure("nho_nhat") or Decimal(0),
        maximum=fields.figure("lon_nhat"),
        role=role,
        code=fields.words("ma_so"),
        addends=line.named(_ADDENDS),
        formula=formula_of(fields, _FORMULA),
        expected=formula_of(fields, _EXPECTED),
        copied_from=fields.words(_MIRRORED) or None,
        not_applicable=frozenset(
            leaf for key in fields.strings("khong_dien") for leaf in under[key]
        ),
        footnote=fields.words("chu_thich"),
        bold=fields.words("dam", bold) == "co",
        min_rows=fields.integer("it_nhat"),
        max_rows=fields.integer("nhieu_nhat") or None,
    )


def _completed(row: Row, fields: RecordReader, sources: list[Row]) -> Row:
    """Take from a computed row's sources what its author did not say.

    That is places, measure, and what stands in the columns of totals where all of them agree.
    """
    if not sources or row.role is RowRole.GIVEN:
        return row
    decimals = row.decimals
    if fields.optional("so_le") is None:
        decimals = 1 if row.is_share else max(source.decimals for source in sources)
    measure = row.measure or (sources[0].measure if row.role is RowRole.COPY else "")
    across = row.column_total
    if (
        fields.optional("cong_doc") is None
        and len({source.column_total for source in sources}) == 1
    ):
        across = sources[0].column_total
    barred = row.not_applicable | (
        sources[0].not_applicable if row.role is RowRole.COPY else frozenset()
    )
    return replace(
        row, decimals=decimals, measure=measure, column_total=across, not_applicable=barred
    )


def check(every: tuple[RowSpec, ...], columns: tuple[HeaderCell, ...]) -> Iterator[Diagnostic]:
    """Give what is wrong in rows whose single values are of their shapes."""
    yield from duplicates(
        text for line in every if (text := line.fields.optional("ma")) is not None
    )
    yield from _check_ids(every, columns)
    yield from _check_added_ids(every, columns)
    roles = [leaf.role for leaf in columns if not leaf.children]
    for line in every:
        yield from _check_line(line)
        yield from _check_labels(line, roles.count(ColumnRole.LABEL))
        for key, role in _PRINTED.items():
            text = line.fields.optional(key)
            if text is not None and role not in roles:
                yield misfit_table.without_column(text, key, role.value)
    yield from _check_names(every, columns)


def _check_ids(every: tuple[RowSpec, ...], columns: tuple[HeaderCell, ...]) -> Iterator[Diagnostic]:
    """Give rows that have no id, and those whose id is a column's: both are keys of one file."""
    cells = {cell.id: cell.fields.optional("ma") for cell in columns if cell.id}
    for line in every:
        text = line.fields.optional("ma")
        if text is None and line.role is not RowRole.HEADING:
            yield missing_key(line.fields.place.span, "ma", "mã của chỉ tiêu")
        if text is not None and line.id == CHILDREN:
            yield malformed_value(text, f"một mã khác {CHILDREN}")
        column = cells.get(line.id)
        if text is not None and column is not None:
            yield from duplicates((column._replace(value=line.id), text))
    if any(line.role is RowRole.LIST for line in every):
        for leaf in columns:
            if not leaf.children and leaf.role is ColumnRole.LABEL and not leaf.id:
                yield missing_key(leaf.fields.place.span, "ma", "mã của cột")


def _check_added_ids(
    every: tuple[RowSpec, ...], columns: tuple[HeaderCell, ...]
) -> Iterator[Diagnostic]:
    """Give ids that a list's rows or repeated columns may come to have."""
    lists = {line.id for line in every if line.role is RowRole.LIST}
    repeated = (cell for cell in columns if cell.fields.words("lap_lai") == "co")
    groups = {each.id for cell in repeated for each in cell.walk()}
    ids = [(line.id, line.fields.optional("ma")) for line in every]
    ids += [(cell.id, cell.fields.optional("ma")) for cell in columns]
    for row_id, text in ids:
        found = _ADDED.fullmatch(row_id)
        if text is None or found is None:
            continue
        if found["source"] in lists:
            yield malformed_value(text, f"một mã khác mã các dòng của danh sách {found['source']}")
        elif found["source"] in groups:
            yield malformed_value(text, f"một mã khác mã các cột lặp lại từ {found['source']}")


def _check_line(line: RowSpec) -> Iterator[Diagnostic]:
    fields = line.fields
    said = [key for key in _ORIGINS if _is_said(fields, key)]
    for key in said[1:]:
        yield conflicting_keys.fault(fields.texts(key)[0], (said[0], key))
    typed = line.role in (RowRole.GIVEN, RowRole.LIST)
    refused = (
        *(() if typed else _OF_TYPED),
        *(() if line.role is RowRole.LIST else _OF_LISTS),
        *_UNUSED.get(line.role, ()),
    )
    for key in refused:
        text = next(iter(fields.texts(key)), None)
        if text is not None and said:
            yield conflicting_keys.fault(text, (said[0], key))
        elif text is not None:
            yield conflicting_keys.without(text, key, _LIST)
    yield from limits(fields)
    fewest, longest = fields.optional("it_nhat"), fields.optional("nhieu_nhat")
    if longest is not None and fewest is not None:
        counts = [int(t.value) for t in (fewest, longest) if _COUNT.fullmatch(t.stripped)]
        if counts != sorted(counts):
            yield malformed_value(longest, "một số không nhỏ hơn it_nhat")


def _is_said(fields: RecordReader, key: str) -> bool:
    return fields.words(key) == "co" if key in (_LIST, _HEADING) else bool(fields.texts(key))


def _check_labels(line: RowSpec, labels: int) -> Iterator[Diagnostic]:
    texts = line.fields.texts("noi_dung")
    may_be_one = line.role in (RowRole.HEADING, RowRole.LIST)
    wanted = (1, labels) if may_be_one else (max(1, labels),)
    if texts and len(texts) not in wanted:
        yield misfit_table.labels(texts[0], len(texts), labels)


def _check_names(
    every: tuple[RowSpec, ...], columns: tuple[HeaderCell, ...]
) -> Iterator[Diagnostic]:
    rows = {line.id: line for line in every if line.id and line.role is not RowRole.HEADING}
    cells = dict.fromkeys(cell.id for cell in columns if cell.id)
    for line in every:
        yield from _check_added(line, rows)
        yield from _check_single(line, rows)
        for text in line.fields.texts("khong_dien"):
            if text.stripped not in cells:
                yield unknown_name.unknown(text, "cột", tuple(cells))
    for keys in _SOURCES:
        named = {
            row_id: dict(each for key in keys for each in line.places(key))
            for row_id, line in rows.items()
        }
        for row_id, back in cyclic({each: tuple(texts) for each, texts in named.items()}):
            yield circular_reference.circular(named[row_id][back])


def _check_added(line: RowSpec, rows: Mapping[str, RowSpec]) -> Iterator[Diagnostic]:
    """Give what a sum calls in vain or twice, or adds up though it is a share."""
    for key in (_PARTS, _ADDENDS):
        seen: set[str] = set()
        named = tuple(line.places(key))
        yield from duplicate_addends(named)
        for row_id, text in named:
            is_child = row_id != text.stripped
            if row_id not in rows:
                if not is_child:
                    yield unknown_name.unknown(text, "chỉ tiêu", _others(line, rows))
            elif key == _ADDENDS and _is_share(rows[row_id], rows):
                child = rows[row_id].fields.texts("noi_dung")
                if is_child and child:
                    yield summed_percentage.child(text, child[-1].value)
                else:
                    yield summed_percentage.fault(text)
            seen.add(text.value)
        for text in line.fields.texts(key):
            if text.stripped == CHILDREN and text.value not in seen:
                yield misfit_table.without_children(text, CHILDREN)


def _others(line: RowSpec, rows: Mapping[str, RowSpec]) -> tuple[str, ...]:
    return tuple(row_id for row_id in rows if row_id != line.id)


def _is_share(line: RowSpec, rows: Mapping[str, RowSpec]) -> bool:
    """Tell whether a row's figures are shares, or it mirrors a row whose are."""
    seen: set[str] = set()
    while line.role is RowRole.COPY and line.id not in seen:
        seen.add(line.id)
        line = rows.get(line.fields.words(_MIRRORED), line)
    return line.is_share


def _check_single(line: RowSpec, rows: Mapping[str, RowSpec]) -> Iterator[Diagnostic]:
    """Give what a formula or the name of one row calls in vain; a list is not one row."""
    fields = line.fields
    formulas = (*formula_names(fields, _FORMULA), *formula_names(fields, _EXPECTED))
    for text in (*fields.texts(_WHOLE), *fields.texts(_MIRRORED), *formulas):
        row_id = text.stripped
        is_list = row_id in rows and rows[row_id].role is RowRole.LIST
        if row_id not in rows:
            yield unknown_name.unknown(text, "chỉ tiêu", _others(line, rows))
        elif is_list and text not in formulas:
            single = {each: rows[each] for each in rows if rows[each].role is not RowRole.LIST}
            yield unknown_name.unknown(text, "dòng số liệu đơn", _others(line, single))
    for text in formula_names(fields, _EXPECTED):
        if text.value == line.id:
            yield circular_reference.circular(text)
