"""Tệp mẫu không in một trường bắt buộc, nên văn bản sẽ mất nội dung.

Mẫu phải có chỗ cho phần đầu, tên loại và trích yếu, nơi gửi, thân, nơi nhận, chữ ký và phụ lục.
Trường nhỏ hơn, như số ký hiệu, chỉ được lưu ý khi kiểm tra mẫu; văn bản nào có trường ấy thì không
lập bằng mẫu này.
"""

from baocao.diagnostics import Diagnostic, Rule, Span

RULE = Rule.of_module(__name__, __doc__)


def whole(span: Span, names: tuple[str, ...]) -> Diagnostic:
    """Report parts of every document for which the template has no place."""
    return RULE.error(
        span,
        f"Mẫu thiếu thẻ {', '.join(names)} nên sẽ mất nội dung.",
        "Đề nghị thêm thẻ ấy vào chỗ cần in, như trong mẫu kèm theo chương trình.",
    )


def part(span: Span, name: str, meaning: str) -> Diagnostic:
    """Report a field that the template does not print; some documents have it."""
    return RULE.warning(
        span,
        f"Mẫu không in trường {name}{f' ({meaning})' if meaning else ''}.",
        "Văn bản nào có trường ấy thì chưa lập được bằng mẫu này; đề nghị thêm thẻ nếu đơn vị cần.",
    )
