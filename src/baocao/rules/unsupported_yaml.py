"""Dùng cách viết YAML mà báo cáo không cần đến.

Neo (&), bí danh (*), nhãn kiểu (!) và nhiều tài liệu trong một tệp (---) là cách viết của người
lập trình; trong báo cáo chúng hầu hết do gõ nhầm và có thể làm mất chữ.

Sai::

    thuan_loi: &a Được sự quan tâm của cấp ủy.
    kho_khan: *a

Đúng::

    thuan_loi: Được sự quan tâm của cấp ủy.
    kho_khan: "*Khó khăn* chung của ngành."
"""

import yaml

from baocao.diagnostics import Diagnostic, Rule, Span
from baocao.model.text import Source

RULE = Rule.of_module(__name__, __doc__)

_QUOTE = (
    'Nếu đó là dấu của câu văn, đề nghị đặt cả câu trong dấu ngoặc kép "…" hoặc viết dưới dấu |.'
)


def feature(source: Source, start: int, event: yaml.NodeEvent) -> Diagnostic:
    """Report the anchor, alias or tag of the event at offset `start`."""
    if isinstance(event, yaml.AliasEvent):
        span = source.span(start, start + len(event.anchor or "") + 1)
        message = f"Dấu * ở đây gọi lại đoạn có tên «{event.anchor}», báo cáo không dùng cách này."
    elif event.anchor is not None:
        span = source.span(start, start + len(event.anchor) + 1)
        message = f"Dấu & ở đây đặt tên «{event.anchor}» cho đoạn, báo cáo không dùng cách này."
    else:
        span = source.span(start, start + 1)
        message = "Dấu ! ở đây đặt kiểu cho đoạn, báo cáo không dùng cách này."
    return RULE.error(span, message, _QUOTE)


def complex_key(span: Span) -> Diagnostic:
    """Report a key that is a list or a mapping."""
    return RULE.error(
        span,
        "Tên mục ở đây không phải là một từ.",
        "Đề nghị viết tên mục ở đầu dòng, liền sau là dấu hai chấm.",
    )


def second_document(span: Span) -> Diagnostic:
    """Report the line `---` that opens a second document."""
    return RULE.error(
        span,
        "Dòng --- mở đầu một tài liệu thứ hai trong cùng một tệp.",
        "Đề nghị bỏ dòng --- đi; mỗi tệp chỉ chứa một bản.",
    )
