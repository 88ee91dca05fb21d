"""Messages about YAML syntax: the rule, and a sentence for each way to break it."""

import yaml

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.text import Source

YAML_SYNTAX = Rule(
    "yaml-syntax",
    """Tệp không đúng cú pháp YAML.

Máy không tách được đâu là tên mục, đâu là lời văn. Thường gặp nhất: lời văn có dấu hai chấm mà
không đặt dưới dấu |, quên đóng ngoặc, thụt lề không đều.

Sai và đúng::

  - thuan_loi: Kết quả: đạt và vượt kế hoạch.
  + thuan_loi: |
  +   Kết quả: đạt và vượt kế hoạch.
""",
)


_SPECIAL = (
    "Dấu *, & hoặc ! ở đầu lời văn bị hiểu là ký hiệu riêng của YAML.",
    'Đề nghị viết lời văn dưới dấu |, hoặc đặt cả câu trong dấu ngoặc kép "…".',
)


_CANNOT_START = (
    "Lời văn không thể bắt đầu bằng dấu này.",
    'Đề nghị đặt cả câu trong dấu ngoặc kép "…" hoặc viết dưới dấu |.',
)


_BACKSLASH = (
    "Trong dấu ngoặc kép có dấu \\ đứng trước một chữ không dùng được.",
    "Đề nghị viết \\\\ nếu muốn in dấu \\, hoặc viết lời văn dưới dấu |.",
)


_QUOTE_NOT_CLOSED = (
    "Dấu ngoặc kép hoặc nháy đơn đã mở mà đến hết tệp chưa đóng.",
    "Đề nghị đóng dấu ngoặc ở cuối câu.",
)


_NO_COLON = (
    "Dòng này không có dấu hai chấm và dấu cách sau tên mục.",
    "Nếu dòng bắt đầu bằng tên mục, đề nghị viết dấu hai chấm rồi một dấu cách sau tên; nếu là "
    "lời văn, đề nghị thụt vào hai ô dưới dấu |.",
)


_NO_COLON_NO_DASH = (
    "Dòng này không có dấu gạch đầu dòng, cũng không có dấu hai chấm sau tên mục.",
    "Nếu là một dòng của danh sách, đề nghị thêm dấu - ở đầu; nếu là lời văn, đề nghị viết dưới "
    "dấu |.",
)


_NO_KEY = (
    "Không tách được tên mục ở chỗ này.",
    "Đề nghị xem lại chỗ thụt lề và dấu ngoặc ở dòng này và dòng trên; lời văn nhiều dòng viết "
    "dưới dấu |, các dòng thụt vào bằng nhau.",
)


_LESS_INDENTED = (
    "Dòng này thụt vào không bằng các dòng trên.",
    "Đề nghị thụt các dòng của cùng một mục vào bằng nhau; lời văn nhiều dòng viết dưới dấu |.",
)


_DASH_OF_NO_LIST = (
    "Dấu gạch đầu dòng ở đây không thuộc danh sách nào.",
    "Nếu là danh sách, đề nghị bỏ chữ viết sau tên mục ở dòng trên; nếu là lời văn, đề nghị viết "
    "dưới dấu | và thụt vào hai ô.",
)


_GOES_ON_AFTER = {
    '"': (
        "Câu trong dấu ngoặc kép đã hết ở đây mà sau đó còn chữ.",
        "Đề nghị viết cả câu dưới dấu |; ở đó dấu ngoặc kép là dấu của câu văn.",
    ),
    "'": (
        "Câu trong dấu nháy đơn đã hết ở đây mà sau đó còn chữ.",
        "Đề nghị viết cả câu dưới dấu |; ở đó dấu nháy đơn là dấu của câu văn.",
    ),
    "]": (
        "Sau dấu ] không được viết gì nữa.",
        "Nếu là ghi chú, đề nghị chuyển lên dòng riêng, sau dấu #; nếu cả dòng là lời văn, đề nghị "
        "viết dưới dấu |.",
    ),
    "}": (
        "Sau dấu } không được viết gì nữa.",
        "Nếu lời văn bắt đầu bằng {{ … }}, đề nghị viết cả câu dưới dấu |.",
    ),
}


_SENTENCES = {
    "mapping values are not allowed in this context": (
        "Dấu hai chấm ở đây bị hiểu là bắt đầu một mục mới.",
        "Nếu là dấu của câu văn, đề nghị viết dấu | sau tên mục rồi xuống dòng, thụt vào hai ô, "
        "viết lời văn; nếu là mục mới, đề nghị viết tên mục sát đầu dòng.",
    ),
    "could not find expected ':'": _NO_COLON,
    "did not find expected key": _NO_KEY,
    "did not find expected ',' or ']'": (
        "Danh sách mở bằng dấu [ chưa đóng, hoặc thiếu dấu phẩy giữa hai số.",
        "Đề nghị đóng bằng dấu ] và ngăn các số bằng dấu phẩy, ví dụ [120, 135, 140].",
    ),
    "did not find expected ',' or '}'": (
        "Dấu { đã mở mà chưa đóng.",
        "Nếu lời văn bắt đầu bằng {{ … }}, đề nghị viết dưới dấu |.",
    ),
    "did not find expected node content": (
        "Trước dấu này chưa có giá trị nào.",
        "Đề nghị bỏ dấu thừa; ô chưa có số liệu thì viết ~.",
    ),
    "did not find expected '-' indicator": (
        "Dòng này đứng ngang hàng với danh sách ở trên nhưng không có dấu gạch đầu dòng.",
        "Đề nghị thêm dấu - ở đầu dòng, hoặc sửa lại chỗ thụt lề.",
    ),
    "block sequence entries are not allowed in this context": (
        "Dấu gạch đầu dòng không thể đứng cùng dòng với tên mục.",
        "Đề nghị xuống dòng rồi mới viết dấu gạch; lời văn có gạch đầu dòng viết dưới dấu |.",
    ),
    "did not find expected comment or line break": (
        "Sau dấu | hoặc > phải xuống dòng.",
        "Đề nghị chuyển lời văn xuống dòng dưới và thụt vào hai ô.",
    ),
    "did not find expected alphabetic or numeric character": _SPECIAL,
    "did not find expected whitespace or line break": _SPECIAL,
    "did not find expected tag URI": _SPECIAL,
    "found undefined tag handle": _SPECIAL,
    "found character that cannot start any token": _CANNOT_START,
    "mapping keys are not allowed in this context": _CANNOT_START,
    "found unknown escape character": _BACKSLASH,
    "did not find expected hexdecimal number": _BACKSLASH,
    "found unexpected end of stream": _QUOTE_NOT_CLOSED,
    "found unexpected document indicator": _QUOTE_NOT_CLOSED,
    "did not find expected <document start>": (
        "Phần từ đây trở đi nằm ngoài nội dung của tệp.",
        "Đề nghị viết mọi tên mục sát đầu dòng, và bỏ dòng kết thúc (...) nếu phía trên có.",
    ),
}


_BRACKETS = ("did not find expected ',' or ']'", "did not find expected ',' or '}'")


_AT_ITS_BEGINNING = (_SPECIAL, _QUOTE_NOT_CLOSED, _NO_COLON)


_OTHER = (
    "Tệp không đúng cú pháp YAML từ chỗ này.",
    "Đề nghị xem lại dấu hai chấm, dấu ngoặc và chỗ thụt lề ở dòng này và dòng trên; lời văn "
    "nên viết dưới dấu |.",
)


def yaml_syntax(source: Source, start: int, problem: yaml.MarkedYAMLError) -> Diagnostic:
    """Translate an error of libyaml, which read the text from `start`.

    What was opened and never closed is placed where it was opened.
    """
    sentences = _SENTENCES.get(problem.problem or "", _OTHER)
    mark, opened = problem.problem_mark, problem.context_mark
    if mark is not None and opened is not None:
        is_open_bracket = problem.problem in _BRACKETS and opened.line < mark.line
        mark = opened if is_open_bracket or sentences in _AT_ITS_BEGINNING else mark
    index = start + (mark.index if mark is not None else 0)
    span = source.span(index, index + 1)
    if sentences is _NO_COLON:
        span = source.span(index, len(source.text))
        sentences = _NO_COLON if span.column == 1 else _NO_COLON_NO_DASH
    elif sentences is _NO_KEY:
        sentences = _instead_of_key(source.line(span.line), span.column - 1)
    return YAML_SYNTAX.error(span, *sentences)


def reference_at_start(span: Span) -> Diagnostic:
    return YAML_SYNTAX.error(
        span,
        "Lời văn bắt đầu bằng dấu {{ nên bị hiểu là một nhóm khóa.",
        'Đề nghị viết lời văn dưới dấu |, hoặc đặt cả câu trong dấu ngoặc kép "…".',
    )


def unreadable_yaml(source: Source, start: int, problem: yaml.YAMLError) -> Diagnostic:
    index = start + int(getattr(problem, "position", 0))
    return YAML_SYNTAX.error(source.span(index, index + 1), *_OTHER)


def _instead_of_key(line: str, offset: int) -> tuple[str, str]:
    """Return the sentence and the hint for what stands in the place of a key."""
    before = line[:offset].rstrip()
    if before:
        return _GOES_ON_AFTER.get(before[-1], _NO_KEY)
    if line[offset : offset + 1] == "-":
        return _DASH_OF_NO_LIST
    return _LESS_INDENTED if offset else _NO_KEY
