"""Năm hoặc giai đoạn không khớp với thời gian báo cáo.

«giai đoạn 2011 - 2016» trong báo cáo của giai đoạn 2012 - 2017 thường là chép từ báo cáo cũ;
«năm 2107» thường là gõ nhầm. Giai đoạn nằm trong, hoặc nằm hẳn ngoài thời gian báo cáo (như
phương hướng giai đoạn sau) thì không hỏi; «mỗi năm 2107 lượt» cũng vậy.

Sai và đúng::

  - thuan_loi: Phong trào giai đoạn 2011 - 2016 phát triển rộng khắp.
  + thuan_loi: Phong trào giai đoạn 2012 - 2017 phát triển rộng khắp.
"""

import re

from baocao.diagnostics import Diagnostics, Rule
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.text import Text
from baocao.rules.registry import content_rule

RULE = Rule.of_module(__name__, __doc__)

_PERIOD = re.compile(r"iai đoạn\s+\(?([0-9]{4})\s*[-–]\s*([0-9]{4})")
_YEAR = re.compile(r"ăm\s+([0-9]{4})(?![0-9])")
_WORD_BEFORE = re.compile(r"(?:(\w+)\s+|(?<!\w))[nN]$")  # up to the first letter of «năm»
_NUMERALS = frozenset(
    (
        *("một", "mốt", "hai", "ba", "bốn", "tư", "lăm", "sáu", "bảy", "tám", "chín", "mười"),
        *("mươi", "mấy", "vài", "nhiều", "mỗi", "từng", "hằng", "hàng"),
    )
)
_EARLIEST_YEAR, _YEARS_AHEAD = 1900, 35  # years that a report may well speak of
_YEARS_AROUND = 10  # the campaign's: a mistyped year may mean one of these


@content_rule
def check(campaign: Campaign, content: UnitContent) -> Diagnostics:
    """Yield each period that overlaps the campaign's in part, and each mistyped year."""
    for answer in content.prose():
        yield from _check_periods(campaign, answer.text)
        for match in _YEAR.finditer(answer.text.value):
            if _is_mistyped(match[1], campaign) and _is_year(answer.text.value, match.start()):
                yield RULE.warning(
                    answer.text.span_of(match.start(1), 4),
                    f"«năm {match[1]}» khó có thể là năm muốn nói.",
                    "Đề nghị xem lại các chữ số của năm.",
                )


def _check_periods(campaign: Campaign, text: Text) -> Diagnostics:
    first, last = campaign.first_year, campaign.last_year
    for match in _PERIOD.finditer(text.value):
        begins, ends = int(match[1]), int(match[2])
        inside = first <= begins <= ends <= last
        apart = begins <= ends and (ends <= first or begins >= last)
        if not inside and not apart:
            yield RULE.warning(
                text.span_of(match.start(1), match.end(2) - match.start(1)),
                f"Giai đoạn {begins} - {ends} không khớp với thời gian báo cáo {first} - {last}.",
                f"Nếu nói về đợt này, đề nghị sửa thành {first} - {last}; nếu nói về chương trình "
                "khác thì để nguyên.",
            )


def _is_mistyped(typed: str, campaign: Campaign) -> bool:
    """Return whether a number is no likely year, but one typing error from one of the campaign."""
    if _EARLIEST_YEAR <= int(typed) <= campaign.last_year + _YEARS_AHEAD:
        return False
    near = range(campaign.first_year - _YEARS_AROUND, campaign.last_year + _YEARS_AROUND + 1)
    return any(_is_one_error(typed, str(year)) for year in near)


def _is_one_error(typed: str, meant: str) -> bool:
    """Return whether a single digit differs, or two adjacent ones are transposed."""
    differ = [place for place in range(4) if typed[place] != meant[place]]
    if len(differ) == 1:
        return True
    swapped = [typed[place] for place in reversed(differ)]
    return differ == list(range(differ[0], differ[0] + 2)) and swapped == [
        meant[place] for place in differ
    ]


def _is_year(text: str, start: int) -> bool:
    """Return whether «năm 2107» is meant, not «thăm 2107», «mỗi năm 2107»; «ăm» is at `start`."""
    before = _WORD_BEFORE.search(text, max(0, start - 20), start)
    if before is None:
        return False
    word = before[1]
    return word is None or not (word.isdecimal() or word.lower() in _NUMERALS)
