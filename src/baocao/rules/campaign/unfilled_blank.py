"""Checks the blanks `{…}` of the author's words: each must be one that the program fills."""

import re

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.source import (
    CampaignSource,
    Known,
    OutlineSource,
    offered_to,
    sent_to,
)
from baocao.load.records.messages import malformed_value
from baocao.model.blanks import APPENDIX_BLANK, UNIT_BLANKS, YEAR_BLANKS
from baocao.model.campaign import SUPERIOR
from baocao.model.text import Text
from baocao.rules.campaign import unknown_name
from baocao.rules.registry import campaign_rule, outline_rule
from baocao.suggestion import closest, did_you_mean

_RATIO_BLANKS = ("tu", "mau", "ty_le")
_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")


@campaign_rule
def check(source: CampaignSource) -> Diagnostics:
    """Check addressees, recipients and closing lines."""
    for sender in (*source.levels, *source.sendings):
        for text in sent_to(sender):
            if "{" in text.value.replace(SUPERIOR, ""):
                yield malformed_value(text, f"lời văn, trong dấu ngoặc nhọn chỉ có {SUPERIOR}")
    for document in source.documents:
        known = offered_to(document.word("kind"), source.known)
        for text in document.texts("closing"):
            yield from _check(text, (*UNIT_BLANKS, *YEAR_BLANKS), known)


@outline_rule
def check_outline(source: OutlineSource) -> Diagnostics:
    """Check titles, passages, footnotes, choices and the patterns of ratios."""
    own = (blank.id.stripped for blank in source.spec.blanks if blank.id is not None)
    filled = (*UNIT_BLANKS, *YEAR_BLANKS, *own)
    for item in source.items:
        spec = item.spec
        printed = (*spec.title, spec.passage, spec.footnote, spec.words_if_empty)
        for text in filter(None, printed):
            yield from _check(text, filled, source.known)
        for text in spec.choices:
            yield from _check(text, YEAR_BLANKS, Known())
        if spec.pattern is not None:
            yield from _check(spec.pattern, _RATIO_BLANKS, Known())


def _check(text: Text, filled: tuple[str, ...], known: Known) -> Diagnostics:
    labels = tuple(f"{APPENDIX_BLANK}{form}" for form in known.attached or ())
    for found in _BRACES.finditer(text.value):
        typed = found[1]
        if typed is None:
            yield malformed_value(text, "lời văn có đủ dấu ngoặc nhọn mở và đóng")
            return
        is_label = typed.startswith(APPENDIX_BLANK) and YEAR_BLANKS != filled != _RATIO_BLANKS
        form = typed.removeprefix(APPENDIX_BLANK)
        if typed in (*filled, *labels) or (is_label and known.attached is None):
            continue
        span = text.span_of(found.start(), len(typed) + 2)
        if is_label and form in (known.forms or ()):
            yield unknown_name.RULE.error(
                span,
                f"Biểu «{form}» không in làm phụ lục của báo cáo nên không có tên phụ lục để gọi.",
                "Đề nghị thêm mã biểu vào phu_luc của loại bao-cao trong dot-bao-cao.yaml, hoặc "
                "bỏ chỗ gọi này.",
            )
        else:
            usable = (*filled, *labels)
            yield unknown_name.RULE.error(
                span,
                f"Không có chỗ trống nào mang mã «{typed}».{did_you_mean(closest(typed, usable))}",
                f"Đề nghị ghi đúng một trong các mã: {', '.join(dict.fromkeys(usable))}.",
            )
