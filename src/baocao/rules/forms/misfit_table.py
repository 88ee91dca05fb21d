"""Trong biểu của đợt, đầu cột hoặc nội dung dòng không khớp với các cột.

Biểu in ra phải đúng như bản gốc, nên số cột dưới mỗi đầu cột, số ký hiệu cột, số lời ở các cột nội
dung phải khớp với nhau.

Sai và đúng::

    # bieu-so-lieu.yaml
    bieu:
      - ma: so_lieu
        tieu_de: Biểu số liệu
        cot:
          - {ma: noi_dung, tieu_de: Nội dung, loai: noi_dung}
          - tieu_de: Đoàn viên
  -         so_cot: 3
  +         so_cot: 2
            cot:
              - {ma: nam, tieu_de: Nam}
              - {ma: nu, tieu_de: Nữ}
        dong:
          - {ma: dau_ky, noi_dung: Đầu kỳ}
"""

from baocao.diagnostics import Diagnostics, Rule
from baocao.load.campaign.form_columns import symbols
from baocao.load.campaign.form_header import MAX_CELLS
from baocao.load.campaign.form_source import FormSource, given
from baocao.load.campaign.form_specs import CHILDREN, OF_LEAVES
from baocao.load.records.bind import words
from baocao.model.form import ColumnRole, RowRole
from baocao.rules.registry import block_rule, form_rule
from baocao.vietnamese.figures import format_figure

RULE = Rule.of_module(__name__, __doc__)

_PRINTED_IN = {"ordinal": ColumnRole.ORDINAL, "code": ColumnRole.CODE}


@block_rule
def check_size(form: FormSource) -> Diagnostics:
    """Yield the first cell of the header that is one too many, blocks opened."""
    for cell in form.cells[MAX_CELLS : MAX_CELLS + 1]:
        yield RULE.error(
            cell.spec.place.span,
            f"Đầu biểu có hơn {format_figure(MAX_CELLS)} ô, kể cả các khối cột lặp lại.",
            "Đề nghị xem lại các khối cột: bảng của Word chỉ chứa được 63 cột.",
        )


@block_rule
def check_blocks(form: FormSource) -> Diagnostics:
    """Check that each block of columns stands somewhere in the header."""
    used = {words(cell.spec.block) for cell in form.cells}
    for block in form.spec.blocks:
        if block.id is not None and block.id.stripped not in used:
            yield RULE.error(
                block.id.span,
                f"Khối cột «{block.id.value}» không dùng ở đầu cột nào.",
                f"Đề nghị ghi «theo: {block.id.value}» ở đầu cột cần dùng, hoặc bỏ khối này.",
            )


@form_rule
def check_branches(form: FormSource) -> Diagnostics:
    """Check that a cell over columns has no key of figures."""
    for cell in form.cells:
        for key, text in given(cell.spec, (*OF_LEAVES, "role")) if cell.children else ():
            yield RULE.error(
                text.span,
                f"Đầu cột «{cell.title}» đứng trên các cột con nên không dùng khóa «{key}».",
                f"Đề nghị chuyển «{key}» xuống cột con.",
            )


@form_rule
def check_widths(form: FormSource) -> Diagnostics:
    """Check the columns under each cell against the number and the symbols typed at it."""
    for cell in form.cells:
        count = sum(1 for _ in cell.leaves())
        width, typed = cell.spec.width, cell.spec.symbols
        if width is not None and width.stripped.isdecimal() and width.stripped != str(count):
            yield RULE.error(
                width.span,
                f"Đầu cột «{cell.title}» ghi so_cot: {width.stripped}, mà dưới nó có {count} cột.",
                "Đề nghị đối chiếu với bản gốc rồi sửa các cột con, hoặc sửa so_cot.",
            )
        if typed and len(typed) != count:
            yield RULE.error(
                typed[0].span,
                f"Đầu cột «{cell.title}» ghi {len(typed)} ký hiệu, mà dưới nó có {count} cột.",
                "Đề nghị ghi mỗi cột một ký hiệu, theo thứ tự từ trái sang phải.",
            )


@form_rule
def check_symbols(form: FormSource) -> Diagnostics:
    """Check that each column has a symbol if any has, and that none stands twice."""
    chosen = symbols(form)
    seen: dict[str, str] = {}
    for leaf, symbol in zip(form.leaves, chosen, strict=True):
        if any(chosen) and not symbol:
            yield RULE.error(
                leaf.spec.place.span,
                f"Cột «{leaf.title}» chưa có ký hiệu, trong khi cột khác có.",
                "Đề nghị thêm ky_hieu cho cột này, hoặc ghi «danh_cot: co» ở biểu.",
            )
        elif symbol in seen:
            yield RULE.error(
                leaf.spec.place.span,
                f"Ký hiệu «{symbol}» của cột «{leaf.title}» đã dùng cho cột «{seen[symbol]}».",
                "Đề nghị đối chiếu với dòng ký hiệu của bản gốc.",
            )
        elif symbol:
            seen[symbol] = leaf.title


@form_rule
def check_labels(form: FormSource) -> Diagnostics:
    """Check that each row has a text for each label column; a heading and a list may have one."""
    for row in form.rows:
        may_be_one = row.role in (RowRole.HEADING, RowRole.LIST)
        expected = (1, form.label_count) if may_be_one else (max(1, form.label_count),)
        if row.labels and len(row.labels) not in expected:
            yield RULE.error(
                row.labels[0].span,
                f"Dòng này có {len(row.labels)} lời ở noi_dung, mà biểu có {form.label_count} "
                "cột nội dung.",
                "Đề nghị viết mỗi cột nội dung một lời, theo thứ tự từ trái sang phải.",
            )


@form_rule
def check_printed(form: FormSource) -> Diagnostics:
    """Check that the form has the columns in which ordinals and codes of rows are printed."""
    roles = {leaf.role for leaf in form.leaves}
    absent = tuple(name for name, role in _PRINTED_IN.items() if role not in roles)
    for row in form.rows:
        for name in absent:
            role = _PRINTED_IN[name].value
            for key, text in given(row, (name,)):
                yield RULE.error(
                    text.span,
                    f"Dòng này có «{key}», mà biểu không có cột loại «{role}» để in.",
                    f"Đề nghị thêm cột loại «{role}» theo bản gốc, hoặc bỏ «{key}».",
                )


@form_rule
def check_children(form: FormSource) -> Diagnostics:
    """Check that a row that adds up those under it has some."""
    for row in form.rows:
        for text in (*row.parts, *row.addends):
            if text.stripped == CHILDREN and not any(row.added_rows()):
                yield RULE.error(
                    text.span,
                    f"Dòng này ghi «{CHILDREN}» mà không có dòng con nào để cộng.",
                    "Đề nghị thêm các dòng con ở «dong», hoặc ghi mã các dòng cần cộng.",
                )
