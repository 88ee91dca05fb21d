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

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.text import Text
from baocao.vietnamese.figures import format_figure

RULE = Rule.of_module(__name__, __doc__)


def branch(text: Text, key: str, title: str) -> Diagnostic:
    """Report a key of figures on a head that stands over columns."""
    return RULE.error(
        text.span,
        f"Đầu cột «{title}» đứng trên các cột con nên không dùng khóa «{key}».",
        f"Đề nghị chuyển «{key}» xuống cột con.",
    )


def span(text: Text, title: str, width: int) -> Diagnostic:
    """Report a head whose told number of columns is not that of the table."""
    return RULE.error(
        text.span,
        f"Đầu cột «{title}» ghi so_cot: {text.stripped}, mà dưới nó có {width} cột.",
        "Đề nghị đối chiếu với bản gốc rồi sửa các cột con, hoặc sửa so_cot.",
    )


def symbols(text: Text, title: str, found: int, width: int) -> Diagnostic:
    """Report a head with other than one symbol for each of its columns."""
    return RULE.error(
        text.span,
        f"Đầu cột «{title}» ghi {found} ký hiệu, mà dưới nó có {width} cột.",
        "Đề nghị ghi mỗi cột một ký hiệu, theo thứ tự từ trái sang phải.",
    )


def without_symbol(at: Span, title: str) -> Diagnostic:
    """Report a column without a symbol where others have one."""
    return RULE.error(
        at,
        f"Cột «{title}» chưa có ký hiệu, trong khi cột khác có.",
        "Đề nghị thêm ky_hieu cho cột này, hoặc ghi «danh_cot: co» ở biểu.",
    )


def doubled_symbol(at: Span, title: str, symbol: str, first: str) -> Diagnostic:
    """Report a symbol that an earlier column has."""
    return RULE.error(
        at,
        f"Ký hiệu «{symbol}» của cột «{title}» đã dùng cho cột «{first}».",
        "Đề nghị đối chiếu với dòng ký hiệu của bản gốc.",
    )


def labels(text: Text, found: int, columns: int) -> Diagnostic:
    """Report a row whose texts are not as many as the label columns."""
    return RULE.error(
        text.span,
        f"Dòng này có {found} lời ở noi_dung, mà biểu có {columns} cột nội dung.",
        "Đề nghị viết mỗi cột nội dung một lời, theo thứ tự từ trái sang phải.",
    )


def unused_block(name: Text) -> Diagnostic:
    """Report a block of columns that stands nowhere in the header."""
    return RULE.error(
        name.span,
        f"Khối cột «{name.value}» không dùng ở đầu cột nào.",
        f"Đề nghị ghi «theo: {name.value}» ở đầu cột cần dùng, hoặc bỏ khối này.",
    )


def too_many_columns(at: Span, most: int) -> Diagnostic:
    """Report the first cell of a header that is one too many, blocks opened."""
    return RULE.error(
        at,
        f"Đầu biểu có hơn {format_figure(most)} ô, kể cả các khối cột lặp lại.",
        "Đề nghị xem lại các khối cột: bảng của Word chỉ chứa được 63 cột.",
    )


def without_column(text: Text, key: str, role: str) -> Diagnostic:
    """Report what a row says for a column that the form has not."""
    return RULE.error(
        text.span,
        f"Dòng này có «{key}», mà biểu không có cột loại «{role}» để in.",
        f"Đề nghị thêm cột loại «{role}» theo bản gốc, hoặc bỏ «{key}».",
    )


def without_children(text: Text, word: str) -> Diagnostic:
    """Report a group that adds up the rows under it and has none."""
    return RULE.error(
        text.span,
        f"Dòng này ghi «{word}» mà không có dòng con nào để cộng.",
        "Đề nghị thêm các dòng con ở «dong», hoặc ghi mã các dòng cần cộng.",
    )
