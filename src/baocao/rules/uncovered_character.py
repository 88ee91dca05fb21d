"""Ký tự mà phông chữ của văn bản không có.

Văn bản in bằng Times New Roman (hoặc phông có cùng kích thước); ký tự mà phông không có sẽ in
thành ô vuông hoặc bằng phông khác. Hay gặp: biểu tượng cảm xúc, dấu đầu dòng lạ chép từ Word.

Sai::

    thuan_loi: Phong trào phát triển mạnh 👍

Đúng::

    thuan_loi: Phong trào phát triển mạnh.
"""

import unicodedata
from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, error
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.text import Text
from baocao.typeface import uncovered

_JOINER = "\u200d"  # joins emoji into one sign
_MOST_SHOWN = 3


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:  # noqa: ARG001 - every rule is called alike
    """Give the first place of each run of characters that the fonts lack, text by text."""
    for text in content.report.texts():
        yield from (fault(text, offset, char) for offset, char in uncovered(text.value))


def fault(text: Text, offset: int, char: str) -> Diagnostic:
    """Report the character at `offset` of a text that is printed."""
    name = unicodedata.name(char, "không tên")
    return error(
        __name__,
        text.span_of(offset),
        f"Phông chữ của văn bản không có ký tự «{char}» (U+{ord(char):04X}, {name}).",
        "Đề nghị xóa ký tự này hoặc thay bằng chữ thường dùng.",
    )
