"""Messages about a file's bytes and its YAML: the rules and their sentences."""

from dataclasses import replace

import yaml

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.form import Row
from baocao.model.text import Source, Text
from baocao.vietnamese.figures import format_figure

UNKNOWN_ENCODING = Rule(
    "unknown-encoding",
    """Không rõ tệp lưu bằng bảng mã nào.

Tệp phải lưu bằng bảng mã UTF-8 (UTF-16 có dấu nhận biết cũng đọc được). Trong Notepad: chọn Lưu
thành (Save as), ô Mã hóa (Encoding) chọn UTF-8. Lời báo lỗi do phần đọc tệp soạn.
""",
)


NOT_TEXT = Rule(
    "not-text",
    """Tệp không phải là tệp chữ mà là tệp Word, Excel, PDF đổi tên.

Nội dung báo cáo viết trong tệp chữ thuần (YAML), không phải tệp Word. Lời báo lỗi do phần đọc tệp
soạn, vì chỉ ở đó mới biết tệp thuộc loại nào.
""",
)


WINDOWS_1258 = Rule(
    "windows-1258",
    """Tệp lưu bằng bảng mã cũ Windows-1258; đã đọc được nhưng nên lưu lại bằng UTF-8.

Bảng mã này chép qua máy khác dễ hỏng dấu. Lời báo lỗi do phần đọc tệp soạn.
""",
)


LEGACY_FONT = Rule(
    "legacy-font",
    """Chữ gõ bằng phông cũ TCVN3 (ABC) hoặc VNI.

Chép từ tệp Word đời cũ (phông .VnTime, VNI-Times) sang thì chữ hiện thành ký hiệu lạ; in ra không
đọc được. Lời báo lỗi do phần đọc tệp soạn, kèm chữ đã chuyển sang Unicode.

Sai và đúng::

  - thuan_loi: C«ng ®oµn c¬ së ®· ph¸t ®éng phong trµo thi ®ua.
  + thuan_loi: Công đoàn cơ sở đã phát động phong trào thi đua.
""",
)


CONTROL_CHARACTER = Rule(
    "control-character",
    """Có ký tự điều khiển không in được.

Thường do chép từ Word (dấu ngắt dòng, ngắt trang) hoặc do tệp hỏng khi chuyển bảng mã. Lời báo lỗi
do phần đọc tệp soạn.
""",
)


TAB_INDENTATION = Rule(
    "tab-indentation",
    """Thụt lề bằng phím Tab.

YAML không cho thụt lề bằng Tab vì mỗi trình soạn thảo hiện Tab rộng hẹp khác nhau. Lời báo lỗi do
phần đọc tệp soạn.

Đúng::

    noi_nhan:
      - Như trên
      - "Lưu: VT"
""",
)


UNSUPPORTED_YAML = Rule(
    "unsupported-yaml",
    """Dùng cách viết YAML mà báo cáo không cần đến.

Neo (&), bí danh (*), nhãn kiểu (!) và nhiều tài liệu trong một tệp (---) là cách viết của người
lập trình; trong báo cáo chúng hầu hết do gõ nhầm và có thể làm mất chữ.

Sai và đúng::

  - thuan_loi: &a Được sự quan tâm của cấp ủy.
  - kho_khan: *a
  + thuan_loi: Được sự quan tâm của cấp ủy.
  + kho_khan: "*Khó khăn* chung của ngành."
""",
)


_QUOTE = (
    'Nếu đó là dấu của câu văn, đề nghị đặt cả câu trong dấu ngoặc kép "…" hoặc viết dưới dấu |.'
)


def unsupported_feature(source: Source, start: int, event: yaml.NodeEvent) -> Diagnostic:
    if isinstance(event, yaml.AliasEvent):
        span = source.span(start, start + len(event.anchor or "") + 1)
        message = f"Dấu * ở đây gọi lại đoạn có tên «{event.anchor}», báo cáo không dùng cách này."
    elif event.anchor is not None:
        span = source.span(start, start + len(event.anchor) + 1)
        message = f"Dấu & ở đây đặt tên «{event.anchor}» cho đoạn, báo cáo không dùng cách này."
    else:
        span = source.span(start, start + 1)
        message = "Dấu ! ở đây đặt kiểu cho đoạn, báo cáo không dùng cách này."
    return UNSUPPORTED_YAML.error(span, message, _QUOTE)


def complex_key(span: Span) -> Diagnostic:
    return UNSUPPORTED_YAML.error(
        span,
        "Tên mục ở đây không phải là một từ.",
        "Đề nghị viết tên mục ở đầu dòng, liền sau là dấu hai chấm.",
    )


def second_document(span: Span) -> Diagnostic:
    return UNSUPPORTED_YAML.error(
        span,
        "Dòng --- mở đầu một tài liệu thứ hai trong cùng một tệp.",
        "Đề nghị bỏ dòng --- đi; mỗi tệp chỉ chứa một bản.",
    )


DUPLICATE_KEY = Rule(
    "duplicate-key",
    """Một khóa ghi hai lần.

Khi một khóa đứng hai lần trong cùng một tệp, chương trình không thể biết lấy lời nào, mà bỏ đi
một trong hai thì mất chữ của người viết.

Sai và đúng::

  - thuan_loi: Được sự quan tâm của cấp ủy.
  - thuan_loi: Đội ngũ cán bộ nhiệt tình.
  + thuan_loi: |
  +   Được sự quan tâm của cấp ủy.
  +
  +   Đội ngũ cán bộ nhiệt tình.
""",
)


def duplicate_key(key: Text, first: Text) -> Diagnostic:
    return DUPLICATE_KEY.error(
        key.span,
        f"Khóa «{key.value}» đã ghi ở dòng {first.span.line}, nay lại ghi lần nữa.",
        "Đề nghị gộp nội dung vào một chỗ rồi xóa khóa thừa.",
    )


def duplicate_cells(key: Text, row: Row, columns: tuple[str, ...], first: Text) -> Diagnostic:
    """Build the diagnostic of columns that `first` typed under another key, such as a group's."""
    return DUPLICATE_KEY.error(
        key.span,
        f"Chỉ tiêu «{row.name}» đã ghi ở dòng {first.span.line}, nay lại ghi lần nữa cột: "
        f"{', '.join(columns)}.",
        "Đề nghị giữ số liệu ở một chỗ, xóa ở chỗ kia.",
    )


TOO_DEEP = Rule(
    "too-deep",
    """Tệp lồng quá nhiều bậc.

Nội dung báo cáo viết phẳng, mỗi mục một khóa; tệp lồng quá sâu là tệp gõ nhầm hoặc tệp hỏng.

Sai và đúng::

  - thuan_loi: [[[[[[[[[[[[[[[[[[[[[[[[[[[ Đoạn văn ]]]]]]]]]]]]]]]]]]]]]]]]]]]
  + thuan_loi: Đoạn văn.
""",
)


def too_deep(span: Span, limit: int) -> Diagnostic:
    return TOO_DEEP.error(
        span,
        f"Chỗ này lồng quá {limit} bậc.",
        "Đề nghị bỏ bớt dấu ngoặc hoặc bớt thụt lề, mỗi mục chỉ viết một khóa ở đầu dòng.",
    )


OVERFULL_FILE = Rule(
    "overfull-file",
    """Tệp có quá nhiều giá trị, hoặc quá nhiều lỗi, nên chương trình ngừng đọc giữa chừng.

Tệp như vậy hầu hết là chọn nhầm tệp hoặc tệp hỏng; đọc hết chỉ làm máy chậm. Mỗi tệp của đơn vị đọc
nhiều nhất khoảng một trăm nghìn giá trị.
""",
)


def too_many_values(span: Span, limit: int) -> Diagnostic:
    most = format_figure(limit)
    return OVERFULL_FILE.error(
        span,
        f"Đến đây tệp đã có hơn {most} giá trị nên chương trình ngừng đọc.",
        "Đề nghị xem lại có chọn nhầm tệp không, hoặc có đoạn nào chép lặp nhiều lần.",
    )


def too_many_faults(span: Span, limit: int) -> Diagnostic:
    return OVERFULL_FILE.error(
        span,
        f"Đến đây đã có {limit} chỗ như vậy nên chương trình không nêu thêm.",
        "Đề nghị sửa các chỗ đã nêu rồi kiểm tra lại.",
    )


def more_faults(fault: Diagnostic, limit: int) -> Diagnostic:
    """Build the diagnostic for a rule's faults after `limit`, as grave as the first of them."""
    return replace(too_many_faults(fault.span, limit), severity=fault.severity)
