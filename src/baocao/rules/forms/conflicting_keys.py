"""Trong biểu của đợt, hai khóa không đi với nhau.

Một dòng hoặc là số đơn vị điền, hoặc là số máy tính từ dòng khác, không thể là cả hai. Cột cũng
vậy: cột đơn vị điền không có công thức, cột máy tính không có giới hạn để so.

Sai và đúng::

    # bieu-so-lieu.yaml
    bieu:
      - ma: so_lieu
        tieu_de: Biểu số liệu
        cot:
          - {ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}
          - {ma: nam_nay, tieu_de: Năm nay}
        dong:
  -       - {ma: tong_so, noi_dung: Tổng số, cong: [nam, nu], nhu: nam}
  +       - {ma: tong_so, noi_dung: Tổng số, cong: [nam, nu]}
          - {ma: nam, noi_dung: Nam}
          - {ma: nu, noi_dung: Nữ}
"""

from collections.abc import Iterable, Iterator, Mapping

from baocao.diagnostics import Diagnostic, Diagnostics, Rule
from baocao.load.campaign.form_header import HeaderCell
from baocao.load.campaign.form_source import FormSource, given
from baocao.load.campaign.form_specs import OF_LEAVES, RowSpec, is_yes
from baocao.load.records.bind import words
from baocao.model.form import ColumnRole, RowRole
from baocao.model.text import Text
from baocao.rules.registry import block_rule, form_rule

RULE = Rule.of_module(__name__, __doc__)

_COMPARED = ("expected", "parts", "whole")
_LIMITS = ("minimum", "maximum")
_USED_BY_ROLE: Mapping[ColumnRole, tuple[str, ...]] = {
    ColumnRole.FIGURE: (*_COMPARED, "decimals", *_LIMITS),
    ColumnRole.TOTAL: ("addends", "decimals"),
    ColumnRole.FORMULA: ("formula", "decimals"),
    ColumnRole.CHOICE: ("choices",),
    ColumnRole.ORDINAL: ("merged",),
    ColumnRole.LABEL: ("merged",),
    ColumnRole.CODE: ("merged",),
    ColumnRole.MEASURE: ("merged",),
}
_OF_TYPED_ROWS = (*_COMPARED, *_LIMITS)
_OF_LISTS = ("min_rows", "max_rows")
_UNUSED_BY_ROLE: Mapping[RowRole, tuple[str, ...]] = {
    RowRole.HEADING: ("decimals", "column_total", "not_applicable"),
    RowRole.FORMULA: ("column_total",),
    RowRole.COPY: ("column_total",),
}


@block_rule
def check_blocks(form: FormSource) -> Diagnostics:
    """Check that no block stands under a cell that has columns of its own."""
    blocks = {words(block.id) for block in form.spec.blocks}
    for cell in form.cells:
        block = cell.spec.block
        if block is not None and cell.spec.columns and block.stripped in blocks:
            yield _exclusive(block, ("cot", "theo"))


@form_rule
def check_columns(form: FormSource) -> Diagnostics:
    """Check that a column has only keys that its role uses."""
    for leaf in form.leaves:
        if leaf.role is None:
            continue
        used = _USED_BY_ROLE.get(leaf.role, ())
        unused = (name for name in (*OF_LEAVES, "repeated") if name not in used)
        for key, text in given(leaf.spec, unused):
            yield RULE.error(
                text.span,
                f"Cột loại «{leaf.role.value}» không dùng khóa «{key}».",
                "Đề nghị bỏ khóa ấy, hoặc sửa «loai» của cột.",
            )


@form_rule
def check_repeats(form: FormSource) -> Diagnostics:
    """Check that no repeated branch stands in another: which one is repeated would be unclear."""
    return _repeats(form.header, within_repeated=False)


def _repeats(cells: Iterable[HeaderCell], *, within_repeated: bool) -> Diagnostics:
    for cell in cells:
        is_repeated = is_yes(cell.spec.repeated)
        if is_repeated and within_repeated:
            for key, text in given(cell.spec, ("repeated",)):
                yield RULE.error(
                    text.span,
                    f"Khóa «{key}» không dùng trong một nhóm cột cũng có «{key}».",
                    f"Đề nghị giữ «{key}» ở một trong hai nhóm cột.",
                )
        yield from _repeats(cell.children, within_repeated=within_repeated or is_repeated)


@form_rule
def check_rows(form: FormSource) -> Diagnostics:
    """Check that a row says once where its figures come from, and has only keys to match."""
    for row in form.rows:
        origins = tuple(_origins(row))
        first = origins[0][0] if origins else ""
        for key, text in origins[1:]:
            yield _exclusive(text, (first, key))
        for key, text in given(row, _unused(row.role)):
            yield _exclusive(text, (first, key)) if first else _only_with(text, key, "danh_sach")


def _origins(row: RowSpec) -> Iterator[tuple[str, Text]]:
    """Yield the keys by which a row says that its figures are not typed."""
    yield from given(row, ("addends", "formula", "copied_from"))
    if is_yes(row.is_list):
        yield from given(row, ("is_list",))
    if is_yes(row.is_heading):
        yield from given(row, ("is_heading",))


def _unused(role: RowRole) -> tuple[str, ...]:
    return (
        *(() if role in (RowRole.GIVEN, RowRole.LIST) else _OF_TYPED_ROWS),
        *(() if role is RowRole.LIST else _OF_LISTS),
        *_UNUSED_BY_ROLE.get(role, ()),
    )


def _exclusive(text: Text, keys: tuple[str, str]) -> Diagnostic:
    """Word the diagnostic of two keys of one record, at the value of the second."""
    first, second = keys
    return RULE.error(
        text.span,
        f"Khóa «{second}» không đi cùng khóa «{first}».",
        "Đề nghị giữ một khóa, bỏ khóa kia.",
    )


def _only_with(text: Text, key: str, needed: str) -> Diagnostic:
    return RULE.error(
        text.span,
        f"Khóa «{key}» chỉ dùng khi có khóa «{needed}».",
        f"Đề nghị thêm «{needed}», hoặc bỏ «{key}».",
    )
