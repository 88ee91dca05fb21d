"""Tệp không đúng cú pháp YAML.

Máy không tách được đâu là tên mục, đâu là lời văn. Thường gặp nhất: lời văn có dấu hai chấm mà
không đặt dưới dấu |, quên đóng ngoặc, thụt lề không đều.

Sai::

    thuan_loi: Kết quả: đạt và vượt kế hoạch.

Đúng::

    thuan_loi: |
      Kết quả: đạt và vượt kế hoạch.
"""

import yaml

from baocao.diagnostics import Diagnostic, error
from baocao.model.text import Source

_SENTENCES = {
    "mapping values are not allowed in this context": (
        "Dấu hai chấm ở đây bị hiểu là bắt đầu một mục mới.",
        "Nếu là dấu của câu văn, đề nghị viết dấu | sau tên mục rồi xuống dòng, thụt vào hai ô, "
        "viết lời văn; nếu là mục mới, đề nghị viết tên mục sát đầu dòng.",
    ),
    "found character that cannot start any token": (
        "Lời văn không thể bắt đầu bằng dấu này.",
        'Đề nghị đặt cả câu trong dấu ngoặc kép "…" hoặc viết dưới dấu |.',
    ),
    "found unexpected end of stream": (
        "Dấu ngoặc kép hoặc nháy đơn đã mở mà đến hết tệp chưa đóng.",
        "Đề nghị đóng dấu ngoặc ở cuối câu.",
    ),
    "did not find expected ',' or ']'": (
        "Danh sách mở bằng dấu [ ở phía trên chưa đóng, hoặc thiếu dấu phẩy giữa hai số.",
        "Đề nghị đóng bằng dấu ] và ngăn các số bằng dấu phẩy, ví dụ [120, 135, 140].",
    ),
    "did not find expected ',' or '}'": (
        "Dấu { đã mở mà chưa đóng.",
        "Nếu lời văn bắt đầu bằng {{ … }}, đề nghị viết dưới dấu |.",
    ),
    "did not find expected '-' indicator": (
        "Dòng này đứng ngang hàng với danh sách ở trên nhưng không có dấu gạch đầu dòng.",
        "Đề nghị thêm dấu - ở đầu dòng, hoặc sửa lại chỗ thụt lề.",
    ),
    "did not find expected key": (
        "Không tách được tên mục ở chỗ này.",
        "Đề nghị xem lại chỗ thụt lề và dấu ngoặc ở dòng này và dòng trên; lời văn nhiều dòng "
        "viết dưới dấu |, các dòng thụt vào bằng nhau.",
    ),
    "did not find expected alphabetic or numeric character": (
        "Dấu * hoặc & ở đầu lời văn bị hiểu là ký hiệu riêng của YAML.",
        'Đề nghị viết lời văn dưới dấu |, hoặc đặt cả câu trong dấu ngoặc kép "…".',
    ),
    "found unknown escape character": (
        "Trong dấu ngoặc kép có dấu \\ đứng trước một chữ không dùng được.",
        "Đề nghị viết \\\\ nếu muốn in dấu \\, hoặc viết lời văn dưới dấu |.",
    ),
    "block sequence entries are not allowed in this context": (
        "Dấu gạch đầu dòng không thể đứng cùng dòng với tên mục.",
        "Đề nghị xuống dòng rồi mới viết dấu gạch; lời văn có gạch đầu dòng viết dưới dấu |.",
    ),
    "did not find expected comment or line break": (
        "Sau dấu | hoặc > phải xuống dòng.",
        "Đề nghị chuyển lời văn xuống dòng dưới và thụt vào hai ô.",
    ),
    "could not find expected ':'": (
        "Sau tên mục thiếu dấu hai chấm.",
        "Đề nghị thêm dấu hai chấm sau tên mục; nếu dòng này là lời văn, đề nghị thụt vào hai ô.",
    ),
}
_UNCLOSED = (
    "found unexpected end of stream",
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
)
_OTHER = (
    "Tệp không đúng cú pháp YAML từ chỗ này.",
    "Đề nghị xem lại dấu hai chấm, dấu ngoặc và chỗ thụt lề ở dòng này và dòng trên; lời văn "
    "nên viết dưới dấu |.",
)


def fault(source: Source, start: int, problem: yaml.MarkedYAMLError) -> Diagnostic:
    """Say in Vietnamese what libyaml found in the text from `start`.

    What was opened and never closed is placed where it was opened.
    """
    message, hint = _SENTENCES.get(problem.problem or "", _OTHER)
    mark, opened = problem.problem_mark, problem.context_mark
    if mark is not None and opened is not None and opened.line < mark.line:
        mark = opened if problem.problem in _UNCLOSED else mark
    index = start + (mark.index if mark is not None else 0)
    return error(__name__, source.span(index, index + 1), message, hint)


def unreadable(source: Source, start: int, problem: yaml.YAMLError) -> Diagnostic:
    """Report a character that YAML does not allow, which decoding should have caught."""
    index = start + int(getattr(problem, "position", 0))
    return error(__name__, source.span(index, index + 1), *_OTHER)
