"""Messages about a unit's figures: the rules and their sentences."""

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.load.records.messages import wrong_shape
from baocao.model.form import Column, ColumnRole, Form, Row, RowRole
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean, listed

MISSING_FORM = Rule(
    "missing-form",
    """Biểu số liệu của đợt chưa có trong tệp số liệu của đơn vị.

Đợt có nhiều biểu thì trong so-lieu.yaml mỗi biểu là một khóa, các chỉ tiêu viết ở dưới.
""",
)


def missing_form(span: Span, form: Form) -> Diagnostic:
    return MISSING_FORM.error(
        span,
        f"Chưa có số liệu của biểu «{form.name}» ({form.id}).",
        f"Đề nghị thêm khóa «{form.id}:» rồi viết các chỉ tiêu ở dưới, thụt vào hai ô.",
    )


NOT_A_FIGURE = Rule(
    "not-a-figure",
    """Ô số liệu không phải là số.

Số liệu của các đơn vị được cộng lại, nên trong ô chỉ viết số; lời giải thích viết ở báo cáo, đơn vị
tính đã in trong biểu.

Sai và đúng::

    # so-lieu.yaml
  - sang_kien: [120, khoảng 135, 140, 150, 160]
  + sang_kien: [120, 135, 140, 150, 160]
""",
)


_FIGURE_HINT = (
    'Đề nghị chỉ viết số, ví dụ 1.200; có số lẻ thì đặt trong dấu ngoặc kép, ví dụ "12,5"; '
    "chưa có số liệu thì viết ~."
)


def not_a_figure(text: Text, row: Row) -> Diagnostic:
    return NOT_A_FIGURE.error(
        text.span, f"«{text.value}» ở chỉ tiêu «{row.name}» không phải là số.", _FIGURE_HINT
    )


def figure_too_long(text: Text, row: Row) -> Diagnostic:
    return NOT_A_FIGURE.error(
        text.span,
        f"«{text.value}» ở chỉ tiêu «{row.name}» có quá nhiều chữ số.",
        "Đề nghị xem lại con số; mỗi số có nhiều nhất 30 chữ số.",
    )


def figure_in_curly_quotes(text: Text, row: Row) -> Diagnostic:
    return NOT_A_FIGURE.error(
        text.source.span(text.start, text.start + 1),
        f"Dấu ngoặc kép cong «{text.value[:1]}» ở chỉ tiêu «{row.name}» không dùng được ở đây.",
        'Đề nghị gõ lại bằng dấu ngoặc kép thẳng, ví dụ "12,5".',
    )


def nested_figures(at: Text, row: Row) -> Diagnostic:
    return NOT_A_FIGURE.error(
        at.span, f"Một ô của chỉ tiêu «{row.name}» không phải là số.", _FIGURE_HINT
    )


AMBIGUOUS_FIGURE = Rule(
    "ambiguous-figure",
    """Con số có thể hiểu hai cách.

Theo lối Việt Nam dấu chấm ngăn hàng nghìn, dấu phẩy ngăn phần lẻ: 1.234,5. Viết 12.5 hay 1,200
thì không rõ người viết theo lối nào, nên chương trình hỏi lại chứ không đoán.

Sai và đúng::

    # so-lieu.yaml
  - sang_kien: [120, 1.35, 140, 150, 160]
  + sang_kien: [120, 135, 140, 150, 160]
""",
)


_SWAPPED = str.maketrans(",.", ".,")


def ambiguous_dot(text: Text, row: Row, decimals: int) -> Diagnostic:
    with_comma = text.value.replace(".", ",")
    as_decimals = (
        f'nếu là số lẻ, đề nghị viết "{with_comma}" (trong dấu ngoặc kép).'
        if decimals
        else "chỉ tiêu này là số nguyên, không ghi số lẻ."
    )
    return AMBIGUOUS_FIGURE.error(
        text.span,
        f"«{text.value}» ở chỉ tiêu «{row.name}» có dấu chấm không ngăn hàng nghìn.",
        f"Nếu là hàng nghìn, đề nghị viết đủ ba chữ số sau dấu chấm; {as_decimals}",
    )


def ambiguous_comma(text: Text, row: Row, decimals: int) -> Diagnostic:
    typed = text.stripped
    as_thousands = typed.translate(_SWAPPED)
    if "." in typed or typed.count(",") > 1:
        return AMBIGUOUS_FIGURE.error(
            text.span,
            f"«{typed}» ở chỉ tiêu «{row.name}» viết theo lối Anh, dấu phẩy ngăn hàng nghìn.",
            f'Đề nghị viết "{as_thousands}" theo lối Việt Nam.',
        )
    shorter = typed.rstrip("0").rstrip(",")
    as_decimals = (
        f'nếu là số lẻ, đề nghị viết "{shorter if shorter != typed else f"{typed}0"}" '
        "(trong dấu ngoặc kép) cho rõ."
        if decimals
        else "chỉ tiêu này là số nguyên, không ghi số lẻ."
    )
    return AMBIGUOUS_FIGURE.error(
        text.span,
        f"«{typed}» ở chỉ tiêu «{row.name}» không rõ là hàng nghìn hay số lẻ.",
        f"Nếu là hàng nghìn, đề nghị viết {as_thousands}; {as_decimals}",
    )


BARRED_CELL = Rule(
    "barred-cell",
    """Số liệu ghi ở ô mà biểu không cho điền.

Ô gạch chéo hoặc in dấu x là ô không phát sinh số liệu; số ghi vào đó thường là lệch cột.

Sai và đúng::

    # bieu-so-lieu.yaml, chỉ tiêu này có: khong_dien: ["2012"]
    # so-lieu.yaml
  - sang_kien: [120, 135, 140, 150, 160]
  + sang_kien: [x, 135, 140, 150, 160]
""",
)


def barred_cell(text: Text, row: Row, column: str) -> Diagnostic:
    return BARRED_CELL.error(
        text.span,
        f"Ô cột «{column}» của chỉ tiêu «{row.name}» không được điền, mà ghi «{text.value}».",
        "Đề nghị ghi x ở ô này; nếu số thuộc cột khác thì chuyển sang đúng cột.",
    )


WRONG_FIGURE_COUNT = Rule(
    "wrong-figure-count",
    """Số ô của một chỉ tiêu không bằng số cột của biểu.

Thiếu hay thừa một số thì các số sau đó lệch cột. Hay gặp: viết số lẻ 12,5 mà không đặt trong dấu
ngoặc kép, dấu phẩy tách nó thành hai số.

Sai và đúng::

    # so-lieu.yaml
  - sang_kien: [120, 135, 140, 150]
  + sang_kien: [120, 135, 140, 150, ~]
""",
)


def wrong_figure_count(span: Span, found: int, row: Row, columns: tuple[Column, ...]) -> Diagnostic:
    titles = ", ".join(column.title for column in columns)
    cell = cell_word(columns)
    return WRONG_FIGURE_COUNT.error(
        span,
        f"Chỉ tiêu «{row.name}» có {found} {cell}, biểu cần {len(columns)} {cell} ({titles}).",
        f"Đề nghị viết đủ mỗi cột một {cell}, chỗ chưa có số liệu viết ~; hàng nghìn ngăn bằng dấu "
        'chấm, ví dụ 1.200; số lẻ đặt trong dấu ngoặc kép thẳng, ví dụ "12,5".',
    )


def cell_word(columns: tuple[Column, ...]) -> str:
    """Return the word for what stands in these columns: numbers, or cells of any kind."""
    return "số" if all(column.role is ColumnRole.FIGURE for column in columns) else "ô"


WRONG_ROW_COUNT = Rule(
    "wrong-row-count",
    """Danh sách có ít hoặc nhiều dòng hơn biểu quy định, hoặc nhóm cột lặp lại quá nhiều lần.

Biểu có thể quy định danh sách có ít nhất (it_nhat), nhiều nhất (nhieu_nhat) bao nhiêu dòng. Nhóm
cột lặp lại thì nhiều nhất sáu mươi lần, vì bảng không chứa được hơn.

Sai và đúng::

    # bieu-so-lieu.yaml
    bieu:
      - ma: so_lieu
        tieu_de: Biểu số liệu
        cot:
          - {ma: ho_ten, tieu_de: Họ và tên, loai: noi_dung}
          - {ma: so_bang, tieu_de: Số bằng}
        dong:
          - {ma: nguoi, noi_dung: Người được khen, danh_sach: co, nhieu_nhat: 1}
    # so-lieu.yaml
    nguoi:
      - [Nguyễn Văn Ví Dụ, 2]
  -   - [Trần Thị Thí Dụ, 1]
""",
)


def wrong_row_count(key: Text, row: Row, found: int, most: int) -> Diagnostic:
    limit = f"ít nhất {row.min_rows}" if found < row.min_rows else f"nhiều nhất {most}"
    return WRONG_ROW_COUNT.error(
        key.span,
        f"Danh sách «{row.name}» có {found} dòng, biểu quy định {limit} dòng.",
        "Đề nghị thêm hoặc bớt dòng cho đúng quy định.",
    )


def wrong_group_count(key: Text, title: str, found: int, most: int) -> Diagnostic:
    return WRONG_ROW_COUNT.error(
        key.span,
        f"Nhóm cột «{title}» lặp lại {found} lần, bảng chỉ chứa được {most} lần.",
        "Đề nghị xem lại tên các nhóm trong ngoặc vuông.",
    )


UNKNOWN_ROW = Rule(
    "unknown-row",
    """Chỉ tiêu không có trong biểu.

Số liệu viết dưới một mã gõ sai sẽ không được in, cũng không được cộng vào đâu; vì vậy chương trình
không bỏ qua mà hỏi lại.

Sai và đúng::

    # so-lieu.yaml
  - sang_kiem: [120, 135, 140, 150, 160]
  + sang_kien: [120, 135, 140, 150, 160]
""",
)


def unknown_row(key: Text, form: Form) -> Diagnostic:
    known = tuple(row.id for row in form.rows if row.role in (RowRole.GIVEN, RowRole.LIST))
    return UNKNOWN_ROW.error(
        key.span,
        f"Biểu không có chỉ tiêu «{key.value}».{did_you_mean(closest(key.value, known))}",
        f"Đề nghị ghi đúng một trong các chỉ tiêu của biểu: {listed(known)}.",
    )


def computed_row(key: Text, row: Row) -> Diagnostic:
    return UNKNOWN_ROW.error(
        key.span,
        f"Chỉ tiêu «{row.name}» máy tự tính từ các chỉ tiêu khác, không phải điền.",
        f"Đề nghị xóa dòng {key.value}; số in ra là số tính được.",
    )


def heading_row(key: Text, row: Row) -> Diagnostic:
    return UNKNOWN_ROW.error(
        key.span,
        f"«{row.name}» là dòng đề mục, không có số liệu.",
        f"Đề nghị xóa dòng {key.value}, hoặc chuyển số liệu sang đúng chỉ tiêu.",
    )


def list_in_group(key: Text, row: Row) -> Diagnostic:
    return UNKNOWN_ROW.error(
        key.span,
        f"Danh sách «{row.name}» không viết trong một nhóm cột.",
        f"Đề nghị viết khóa {key.value}: ở ngoài nhóm cột, mỗi dòng của danh sách ghi đủ các cột.",
    )


def list_expected(at: Text, row: Row) -> Diagnostic:
    return wrong_shape(
        at.span,
        row.id,
        "một danh sách",
        "Đề nghị viết mỗi dòng một mục, đầu dòng có dấu gạch; không có mục nào thì viết ~.",
    )


def titles_expected(at: Text, group: str) -> Diagnostic:
    return wrong_shape(
        at.span,
        group,
        "tên các nhóm cột",
        "Đề nghị viết tên các nhóm trong ngoặc vuông, hoặc viết từng chỉ tiêu ở dưới.",
    )


def group_rows_expected(at: Text, group: str) -> Diagnostic:
    return wrong_shape(
        at.span,
        group,
        "một nhóm chỉ tiêu",
        "Đề nghị viết các chỉ tiêu của nhóm cột ở các dòng dưới, thụt vào hai ô.",
    )


def form_rows_expected(at: Text, form: str) -> Diagnostic:
    return wrong_shape(
        at.span,
        form,
        "một nhóm chỉ tiêu",
        "Đề nghị viết các chỉ tiêu của biểu ở các dòng dưới, thụt vào hai ô.",
    )


def cells_expected(row: Row, at: Text, count: int, cell: str = "số") -> Diagnostic:
    example = f"[{', '.join('…' for _ in range(count))}]"
    is_added = row.role is RowRole.ADDED
    return wrong_shape(
        at.span,
        "Dòng của danh sách" if is_added else row.id,
        f"dãy {count} {cell} trong dấu ngoặc vuông",
        f"Đề nghị viết {'-' if is_added else f'{row.id}:'} {example}, chỗ chưa có số liệu thì "
        "viết ~.",
    )
