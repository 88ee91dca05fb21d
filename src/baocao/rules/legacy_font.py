"""Chữ gõ bằng phông cũ TCVN3 (ABC) hoặc VNI.

Chép từ tệp Word đời cũ (phông .VnTime, VNI-Times) sang thì chữ hiện thành ký hiệu lạ; in ra không
đọc được.

Sai::

    thuan_loi: C«ng ®oµn c¬ së ®· ph¸t ®éng phong trµo thi ®ua.

Đúng::

    thuan_loi: Công đoàn cơ sở đã phát động phong trào thi đua.
"""

from baocao.diagnostics import Diagnostic, Span, error


def fault(span: Span, encoding: str, sample: str, as_unicode: str) -> Diagnostic:
    """Report text in `encoding`, TCVN3 or VNI, with what the `sample` means."""
    return error(
        __name__,
        span,
        f"«{sample}» là chữ gõ bằng phông cũ {encoding}, có lẽ là «{as_unicode}».",
        "Đề nghị chuyển đoạn này sang Unicode (bằng UniKey: Ctrl+Shift+F6, nguồn "
        f"{encoding}, đích Unicode) rồi chép lại.",
    )
