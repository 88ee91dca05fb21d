"""Ký tự mà phông chữ của văn bản không có.

Văn bản in bằng Times New Roman (hoặc phông có cùng kích thước); ký tự mà phông không có sẽ in
thành ô vuông hoặc bằng phông khác. Hay gặp: biểu tượng cảm xúc, dấu đầu dòng lạ chép từ Word.

Sai::

    thuan_loi: Phong trào phát triển mạnh 👍

Đúng::

    thuan_loi: Phong trào phát triển mạnh.
"""

import re
from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, Rule
from baocao.layout.typeface import uncovered
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.text import Text
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)

_JOINER = "\u200d"  # joins emoji into one sign
_MOST_SHOWN = 3


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:  # noqa: ARG001 - every rule is called alike
    """Give the first place of each run of characters that the fonts lack, text by text."""
    if next(uncovered(content.wording), None) is None:
        return
    for text in content.texts:
        yield from faults(text)


def faults(text: Text) -> Iterator[Diagnostic]:
    """Give the first place of each run of characters that the fonts lack in a printed text."""
    lacking = "".join(char for _, char in uncovered(text.value))
    if not lacking:
        return
    seen: set[str] = set()
    for match in re.finditer(f"[{re.escape(lacking)}][{re.escape(lacking)}{_JOINER}]*", text.value):
        run = match[0]
        if run in seen:
            continue
        seen.add(run)
        codes = " ".join(f"U+{ord(char):04X}" for char in run[:_MOST_SHOWN])
        more = " …" if len(run) > _MOST_SHOWN else ""
        yield RULE.error(
            text.span_of(match.start(), len(run)),
            f"Phông chữ của văn bản không có ký tự «{run}» ({codes}{more}).",
            "Đề nghị xóa ký tự này hoặc thay bằng chữ thường dùng.",
        )
