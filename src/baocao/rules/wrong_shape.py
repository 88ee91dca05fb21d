"""Viết sai dạng: chỗ cần một lời văn lại là danh sách, hoặc ngược lại.

Mỗi mục của đề cương là một đoạn lời văn; mỗi chỉ tiêu của biểu là một dãy số trong dấu [ ].

Sai::

    thuan_loi:
      doan_mot: Được sự quan tâm của cấp ủy.

Đúng::

    thuan_loi: |
      Được sự quan tâm của cấp ủy.
"""

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.text import Text

RULE = Rule.of_module(__name__, __doc__)


def key_by_colon(at: Text) -> Diagnostic:
    """Report a line that its colon made a key, where one line of words was meant."""
    span = at.source.span(at.start, len(at.source.text))
    line = at.source.line(span.line)[span.column - 1 :]
    return RULE.error(
        at.source.span(at.start, at.start + 1),
        f"«{line}» có dấu hai chấm nên bị hiểu là một khóa.",
        f'Đề nghị đặt cả dòng trong dấu ngoặc kép: - "{line}".',
    )


def several_lines(text: Text) -> Diagnostic:
    """Report words over several lines where one line is printed."""
    return RULE.error(
        text.span,
        "Chỗ này chỉ viết trên một dòng, nay có nhiều dòng.",
        "Đề nghị viết gọn trên một dòng; nhiều nơi thì mỗi nơi một dòng có dấu gạch ở đầu.",
    )


def curly_quotes(text: Text) -> Diagnostic:
    """Report words in Word's curly quotes, which would be printed."""
    return RULE.error(
        text.span,
        f"Dấu ngoặc kép cong «{text.value[:1]}» ở đầu sẽ in ra giấy.",
        'Đề nghị bỏ dấu ngoặc, hoặc gõ lại bằng dấu ngoặc kép thẳng "…".',
    )


def unclosed_quote(span: Span) -> Diagnostic:
    """Report a quote of a CSV line that is not closed on it."""
    return RULE.error(
        span,
        "Dấu ngoặc kép mở ở đây mà đến hết dòng chưa đóng.",
        "Đề nghị đóng dấu ngoặc kép ở cuối ô.",
    )


def fault(span: Span, name: str, expected: str, hint: str) -> Diagnostic:
    """Report that `name` is not what is `expected`, such as «một lời văn»."""
    return RULE.error(span, f"«{name}» phải là {expected}.", hint)
