"""Messages about a record's keys and values: the rules and their sentences."""

from pathlib import Path

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.text import Text
from baocao.suggestion import closest, did_you_mean

MISSING_KEY = Rule(
    "missing-key",
    """Thiếu một khóa bắt buộc.

Không có khóa ấy thì không lập được văn bản: thiếu hạn nộp, thiếu tên đơn vị, thiếu mã… Khóa có mà
để trống cũng là thiếu.

Sai và đúng::

    # don-vi.yaml
    don_vi:
  -   - ten: Công đoàn cơ sở Công ty Ví Dụ
  +   - ma: cdcs-vi-du
  +     ten: Công đoàn cơ sở Công ty Ví Dụ
        cap: co-so
  +     cap_tren: ldld-thi-du
  +     dia_danh: Thí Dụ
  +     ky_hieu: CĐCS
  +   - ma: ldld-thi-du
  +     ten: Liên đoàn Lao động tỉnh Thí Dụ
  +     cap: tong-lien-doan
  +     dia_danh: Thí Dụ
  +     ky_hieu: LĐLĐ
""",
)


def missing_csv_column(span: Span, key: str, title: str) -> Diagnostic:
    return MISSING_KEY.error(
        span,
        f"Thiếu cột bắt buộc «{key}» ({title}).",
        f"Đề nghị thêm cột «{key}» vào dòng đầu và vào mọi dòng.",
    )


def missing_key(span: Span, key: str, title: str) -> Diagnostic:
    """Build the diagnostic of a key that is absent or blank in the record at `span`."""
    named = f"«{key}»{f' ({title})' if title else ''}"
    if span.file.suffix == ".csv":
        return MISSING_KEY.error(
            span, f"Ô {named} ở dòng này còn trống.", "Đề nghị điền giá trị vào ô ấy."
        )
    return MISSING_KEY.error(
        span,
        f"Thiếu khóa bắt buộc {named}.",
        f"Đề nghị thêm khóa «{key}» nếu chưa có rồi điền giá trị.",
    )


UNKNOWN_KEY = Rule(
    "unknown-key",
    """Khóa không dùng ở chỗ này.

Một khóa gõ sai tên sẽ không được in vào đâu cả; vì vậy chương trình không bỏ qua mà hỏi lại.

Sai và đúng::

    # dot-bao-cao.yaml
  - can_cu_vao: Kế hoạch số 07/KH-TLĐ
  + can_cu: Kế hoạch số 07/KH-TLĐ
""",
)


def extra_csv_cell(cell: Text) -> Diagnostic:
    return UNKNOWN_KEY.error(
        cell.span,
        f"Ô «{cell.value}» đứng ngoài cột cuối cùng.",
        "Đề nghị xem lại dấu ngăn ô ở dòng này; ô có dấu ngăn bên trong thì đặt trong ngoặc kép.",
    )


def unknown_key(key: Text, known: tuple[str, ...]) -> Diagnostic:
    return UNKNOWN_KEY.error(
        key.span,
        f"Ở đây không có khóa «{key.value}».{did_you_mean(closest(key.value, known))}",
        f"Đề nghị ghi đúng một trong các khóa: {', '.join(known)}.",
    )


def key_of_other_kind(key: Text, kind: str, kinds: tuple[str, ...]) -> Diagnostic:
    return UNKNOWN_KEY.error(
        key.span,
        f"Khóa «{key.value}» không dùng với mục loại «{kind}».",
        f"Đề nghị bỏ khóa này, hoặc đổi loai thành: {', '.join(kinds)}.",
    )


WRONG_SHAPE = Rule(
    "wrong-shape",
    """Viết sai dạng: chỗ cần một lời văn lại là danh sách, hoặc ngược lại.

Mỗi mục của đề cương là một đoạn lời văn; mỗi chỉ tiêu của biểu là một dãy số trong dấu [ ].

Sai và đúng::

  - thuan_loi:
  -   doan_mot: Được sự quan tâm của cấp ủy.
  + thuan_loi: |
  +   Được sự quan tâm của cấp ủy.
""",
)


def colon_makes_key(at: Text) -> Diagnostic:
    """Build the diagnostic of a line meant as words that its colon made a key."""
    span = at.source.span(at.start, len(at.source.text))
    line = at.source.line(span.line)[span.column - 1 :]
    return WRONG_SHAPE.error(
        at.source.span(at.start, at.start + 1),
        f"«{line}» có dấu hai chấm nên bị hiểu là một khóa.",
        f'Đề nghị đặt cả dòng trong dấu ngoặc kép: - "{line}".',
    )


def several_lines(text: Text) -> Diagnostic:
    return WRONG_SHAPE.error(
        text.span,
        "Chỗ này chỉ viết trên một dòng, nay có nhiều dòng.",
        "Đề nghị viết gọn trên một dòng; nhiều nơi thì mỗi nơi một dòng có dấu gạch ở đầu.",
    )


def curly_quotes(text: Text) -> Diagnostic:
    return WRONG_SHAPE.error(
        text.span,
        f"Dấu ngoặc kép cong «{text.value[:1]}» ở đầu sẽ in ra giấy.",
        'Đề nghị bỏ dấu ngoặc, hoặc gõ lại bằng dấu ngoặc kép thẳng "…".',
    )


def unclosed_csv_quote(span: Span) -> Diagnostic:
    return WRONG_SHAPE.error(
        span,
        "Dấu ngoặc kép mở ở đây mà đến hết dòng chưa đóng.",
        "Đề nghị đóng dấu ngoặc kép ở cuối ô.",
    )


def wrong_shape(span: Span, name: str, expected: str, hint: str) -> Diagnostic:
    """Build the diagnostic of a value of another shape than `expected`, such as «một lời văn»."""
    return WRONG_SHAPE.error(span, f"«{name}» phải là {expected}.", hint)


MALFORMED_VALUE = Rule(
    "malformed-value",
    """Giá trị không đúng dạng mà khóa ấy cần.

Mã là chữ thường không dấu; năm là bốn chữ số; có khóa chỉ nhận một trong vài giá trị.

Sai và đúng::

    # dot-bao-cao.yaml
  - tu_nam: năm 2012
  + tu_nam: 2012
""",
)


def malformed_value(text: Text, expected: str) -> Diagnostic:
    """Build the diagnostic of a text that is not `expected`, such as «một năm gồm bốn chữ số»."""
    return MALFORMED_VALUE.error(
        text.span,
        f"«{text.value}» không dùng được: chỗ này cần {expected}.",
        "Đề nghị sửa lại cho đúng dạng.",
    )


MALFORMED_DATE = Rule(
    "malformed-date",
    """Ngày tháng không đọc được.

Ngày viết theo lối Việt Nam: ngày trước, tháng sau, năm đủ bốn chữ số. Ngày chưa định thì để
trống hoặc viết ~, bản in sẽ chừa chỗ.

Sai và đúng::

  - ngay: 31/9/2017
  + ngay: 30/9/2017
""",
)


def malformed_date(text: Text) -> Diagnostic:
    return MALFORMED_DATE.error(
        text.span,
        f"«{text.value}» không phải là một ngày có thật, hoặc viết không đúng lối.",
        "Đề nghị viết như 05/7/2017, 2017-07-05 hoặc ngày 05 tháng 7 năm 2017; "
        "chưa có ngày thì viết ~.",
    )


MALFORMED_NUMBER = Rule(
    "malformed-number",
    """Số văn bản viết không đúng dạng.

Số, ký hiệu gồm số thứ tự, dấu gạch chéo, chữ viết tắt tên loại, gạch nối, chữ viết tắt cơ quan;
không có dấu cách (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3).

Sai và đúng::

  - so: 45/BC - LĐLĐ
  + so: 45/BC-LĐLĐ
""",
)


def malformed_number(text: Text) -> Diagnostic:
    return MALFORMED_NUMBER.error(
        text.span,
        f"«{text.value}» không phải là số văn bản.",
        "Đề nghị chỉ ghi số, ví dụ 45, hoặc ghi đủ như 45/BC-LĐLĐ, không có dấu cách; "
        "chưa có số thì viết ~.",
    )


DUPLICATE_NAME = Rule(
    "duplicate-name",
    """Trong tệp của đợt báo cáo, một mã đặt cho hai thứ.

Mã phải là duy nhất thì lời văn và số liệu của đơn vị mới vào đúng chỗ.

Sai và đúng::

    # de-cuong.yaml
    muc:
      - {ma: thuan_loi, tieu_de: Thuận lợi}
  -   - {ma: thuan_loi, tieu_de: Khó khăn}
  +   - {ma: kho_khan, tieu_de: Khó khăn}
""",
)


def duplicate_name(text: Text, first: Text) -> Diagnostic:
    return DUPLICATE_NAME.error(
        text.span,
        f"Mã «{text.value}» đã dùng ở dòng {first.span.line} của tệp {first.span.file.name}.",
        "Đề nghị đặt một mã khác, ngắn gọn, hoặc xóa phần ghi trùng.",
    )


def two_unit_lists(path: Path, other: str) -> Diagnostic:
    return DUPLICATE_NAME.error(
        Span(path),
        f"Đợt có hai danh sách đơn vị: {path.name} và {other}.",
        "Đề nghị giữ một tệp, bỏ tệp kia.",
    )


def reserved_name(text: Text) -> Diagnostic:
    return DUPLICATE_NAME.error(
        text.span,
        f"Mã «{text.value}» trùng với khóa của phần đầu báo cáo.",
        "Đề nghị đặt một mã khác cho mục này.",
    )


def blank_filled_by_program(text: Text) -> Diagnostic:
    return DUPLICATE_NAME.error(
        text.span,
        f"Mã «{text.value}» trùng với chỗ trống mà chương trình tự điền.",
        "Đề nghị đặt một mã khác cho chỗ trống này.",
    )
