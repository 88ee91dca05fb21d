"""Còn sót chỗ trống chờ điền.

Dãy chấm, dãy gạch dưới, «ngày … tháng …», «xxx», «TODO» là chỗ người viết định quay lại điền; in ra
thì văn bản không ký được. Ba chấm ở cuối một loạt ví dụ thì không hỏi.

Sai và đúng::

  - thuan_loi: Toàn đơn vị có ........ đoàn viên.
  + thuan_loi: Toàn đơn vị có 318 đoàn viên.
"""

import re
from collections.abc import Iterator

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)

_SIGN_RUNS = re.compile(
    r"\.{4,}|…{2,}|(?:…\.|\.…)[….]*|_{3,}|\[ *(?:…|\.{2,}|_*) *\]|<[ .…_]*>"
    r"|(?:(?<=gày )|(?<=áng ))(?:\.{2,3}|…)|(?<=ố )(?:\.{2,3}|…)(?=/)"  # ngày …, tháng …, số …/BC
)
_WORDS = re.compile(r"\b(?:x{3,}|(?<!thứ )(?<!hóa )(?<!hoá )X{3,}|TODO|todo)\b")
_SIGNS = ("..", "…", "___", "[", "<")  # a quick first look: every run has one of these
_LETTERS = ("xxx", "XXX", "TODO", "todo")


@content_rule
def check(_campaign: Campaign, content: UnitContent) -> Diagnostics:
    if not any(sign in content.printed_text for sign in (*_SIGNS, *_LETTERS)):
        return
    for text in content.texts:
        for match in _placeholders(text.value):
            yield RULE.error(
                text.span_of(match.start(), len(match[0])),
                f"«{_shortened(match[0])}» là chỗ trống chưa điền.",
                "Đề nghị điền nội dung vào chỗ này, hoặc viết lại câu cho trọn.",
            )


def _placeholders(text: str) -> Iterator[re.Match[str]]:
    if any(sign in text for sign in _SIGNS):
        yield from _SIGN_RUNS.finditer(text)
    if any(letters in text for letters in _LETTERS):
        yield from _WORDS.finditer(text)


def _shortened(found: str) -> str:
    return found if len(found) <= 12 else f"{found[:12]}…"  # noqa: PLR2004 - enough to recognise
