"""Tệp mẫu gọi một trường, một bộ lọc hay một khối mà chương trình không có.

Tên trường viết sai một chữ thì chỗ ấy không in được, dù thẻ nằm trong nhánh ít khi dùng đến. Xem
mọi trường dùng được bằng lệnh baocao template list.
"""

from collections.abc import Iterable

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.suggestion import closest, did_you_mean

RULE = Rule.of_module(__name__, __doc__)

_LIST = "Đề nghị chạy baocao template list để xem mọi trường rồi viết đúng tên."


def field(span: Span, place: str, name: str, known: Iterable[str]) -> Diagnostic:
    """Report a name that nothing in the document has."""
    meant = did_you_mean(closest(name.rpartition(".")[2], known))
    return RULE.error(span, f"{place}: không có trường «{name}».{meant}", _LIST)


def filter_or_test(span: Span, place: str, name: str, known: Iterable[str]) -> Diagnostic:
    """Report a filter or test that templates do not have."""
    usable = sorted(known)
    return RULE.error(
        span,
        f"{place}: không có bộ lọc hay phép thử «{name}».{did_you_mean(closest(name, usable))}",
        f"Đề nghị chỉ dùng: {', '.join(usable)}.",
    )


def template(span: Span, place: str, name: str) -> Diagnostic:
    """Report a file that a template builds on and that is in no folder of templates."""
    return RULE.error(
        span,
        f"{place}: không có tệp mẫu «{name}».",
        "Đề nghị viết đúng tên một tệp trong templates/html, hoặc bỏ thẻ này.",
    )


def block(span: Span, place: str, name: str, known: Iterable[str]) -> Diagnostic:
    """Report a block that replaces nothing in the template that it builds on."""
    usable = tuple(known)
    return RULE.error(
        span,
        f"{place}: mẫu gốc không có khối «{name}» nên khối này không in ra đâu cả."
        f"{did_you_mean(closest(name, usable))}",
        f"Đề nghị dùng tên một khối của mẫu gốc: {', '.join(usable) or 'không có'}.",
    )
