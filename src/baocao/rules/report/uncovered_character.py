"""Ký tự mà phông chữ của văn bản không có.

Văn bản in bằng Times New Roman (hoặc phông có cùng kích thước); ký tự mà phông không có sẽ in
thành ô vuông hoặc bằng phông khác. Hay gặp: biểu tượng cảm xúc, dấu đầu dòng lạ chép từ Word.

Sai::

    thuan_loi: Phong trào phát triển mạnh 👍

Đúng::

    thuan_loi: Phong trào phát triển mạnh.
"""

from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, Rule
from baocao.layout.typeface import is_covered, uncovered_runs
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.text import Text
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)

_MOST_SHOWN = 3


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Yield the first place of each run of such characters, text by text."""
    if is_covered(content.wording):
        return
    for text in content.texts:
        yield from check_text(text)


def check_text(text: Text) -> Iterator[Diagnostic]:
    """Check one text that is to be printed."""
    for offset, run in uncovered_runs(text.value):
        codes = " ".join(f"U+{ord(char):04X}" for char in run[:_MOST_SHOWN])
        more = " …" if len(run) > _MOST_SHOWN else ""
        yield RULE.error(
            text.span_of(offset, len(run)),
            f"Phông chữ của văn bản không có ký tự «{run}» ({codes}{more}).",
            "Đề nghị xóa ký tự này hoặc thay bằng chữ thường dùng.",
        )
