"""Trong tệp mẫu có thẻ viết sai, chưa đóng hoặc lồng sai.

Thẻ `{{ … }}` in một trường, `{% … %}` chọn hoặc lặp lại; chữ `p`, `tr`, `tc`, `r` viết liền sau
dấu mở nói thẻ ấy đứng thay cả đoạn, hàng, ô hay dãy chữ. Thẻ hỏng thì phần văn bản quanh nó không
in được, hoặc mất chữ mà không ai hay.
"""

from baocao.diagnostics import Diagnostic, Rule, Span

RULE = Rule.of_module(__name__, __doc__)

_AS_SHIPPED = "Đề nghị so với thẻ cùng loại trong mẫu kèm theo chương trình rồi sửa cho giống."


def unclosed(span: Span, place: str, around: str) -> Diagnostic:
    """Report an opening sign without its closing sign in the same text, or the reverse."""
    return RULE.error(
        span,
        f"{place}: thẻ ở «{around}» thiếu dấu mở hoặc dấu đóng trong cùng một đoạn.",
        "Đề nghị viết trọn thẻ trong một đoạn: {{ … }} hoặc {% … %}.",
    )


def syntax(span: Span, place: str, tag: str, detail: str) -> Diagnostic:
    """Report a tag that Jinja2 cannot read; `detail` is its own word on it."""
    return RULE.error(span, f"{place}: không hiểu được thẻ «{tag}» ({detail}).", _AS_SHIPPED)


def unprintable(span: Span, reason: str) -> Diagnostic:
    """Report a template that stops on a document with everything, or loses some of it."""
    return RULE.error(span, f"In thử không được: {reason}", _AS_SHIPPED)


def not_opened(span: Span, place: str, tag: str) -> Diagnostic:
    """Report a closing or middle tag that belongs to nothing."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» không có thẻ mở tương ứng ở trước.",
        "Đề nghị thêm thẻ mở (if, for …) hoặc bỏ thẻ này.",
    )


def not_closed(span: Span, place: str, tag: str, end: str) -> Diagnostic:
    """Report a tag that no later tag closes."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» không có thẻ đóng {end}.",
        f"Đề nghị thêm thẻ {end} cùng loại ở cuối phần cần lặp hoặc chọn.",
    )


def crossed(span: Span, place: str, tag: str, opening: str, opening_place: str) -> Diagnostic:
    """Report a tag that closes, or parts, what another kind of tag opened."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» không khớp với thẻ mở «{opening}» ở {opening_place}.",
        "Đề nghị đóng thẻ mở sau trước, bằng thẻ cùng loại: {%p if … %} đóng bằng {%p endif %}, "
        "{%tr for … %} đóng bằng {%tr endfor %}.",
    )


def elsewhere(span: Span, place: str, tag: str, opening: str, opening_place: str) -> Diagnostic:
    """Report a pair of tags that stand in different cells, rows or tables."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» không đứng cùng ô, hàng hay bảng với thẻ mở «{opening}» ở "
        f"{opening_place}.",
        "Đề nghị đặt thẻ mở và thẻ đóng trong cùng một ô; lặp cả hàng của bảng thì dùng "
        "{%tr for … %} và {%tr endfor %} ở hai hàng riêng.",
    )


def not_alone(span: Span, place: str, tag: str, lost: str) -> Diagnostic:
    """Report a tag that stands for a whole paragraph that holds other words."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» đứng thay cả đoạn nên sẽ làm mất «{lost}» ở cùng đoạn.",
        "Đề nghị để thẻ ấy đứng một mình một đoạn.",
    )


def no_frame(span: Span, place: str, tag: str, frame: str) -> Diagnostic:
    """Report a tag for a row or cell that stands outside any table."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» đứng thay cả {frame} của bảng mà lại ở ngoài bảng.",
        "Đề nghị đưa thẻ vào trong bảng, hoặc dùng thẻ {%p … %} đứng thay cả đoạn.",
    )


def needs_paragraph(span: Span, place: str, tag: str, name: str) -> Diagnostic:
    """Report blocks that are printed within a line."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» in cả một khối đoạn và bảng nên không đặt giữa dòng được.",
        f"Đề nghị viết {{{{p {name} }}}} và để một mình một đoạn.",
    )


def needs_line(span: Span, place: str, tag: str) -> Diagnostic:
    """Report words that are printed in the place of a whole paragraph."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» in chữ mà lại đứng thay cả đoạn nên chữ không còn đoạn để đứng.",
        "Đề nghị viết {{ … }}, không có chữ p sau dấu mở.",
    )


def no_sequence(span: Span, place: str, tag: str) -> Diagnostic:
    """Report a loop over what is no sequence."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» lặp trên một giá trị không phải là dãy.",
        "Đề nghị lặp trên một trường gồm nhiều dòng, xem baocao template list.",
    )


def no_single_value(span: Span, place: str, tag: str) -> Diagnostic:
    """Report a tag that prints a group of fields, or a sequence, as if it were words."""
    return RULE.error(
        span,
        f"{place}: thẻ «{tag}» in cả một nhóm trường hoặc một dãy chứ không phải một giá trị.",
        "Đề nghị nêu một trường của nhóm, hoặc lặp qua từng dòng bằng for; xem baocao template "
        "list.",
    )
