"""Năm hoặc giai đoạn không khớp với thời gian báo cáo.

«giai đoạn 2011 - 2016» trong báo cáo của giai đoạn 2012 - 2017 thường là chép từ báo cáo cũ;
«năm 2107» thường là gõ nhầm. Giai đoạn nằm trong, hoặc nằm hẳn ngoài thời gian báo cáo (như
phương hướng giai đoạn sau) thì không hỏi.

Sai::

    thuan_loi: Phong trào giai đoạn 2011 - 2016 phát triển rộng khắp.

Đúng::

    thuan_loi: Phong trào giai đoạn 2012 - 2017 phát triển rộng khắp.
"""

import re
from collections.abc import Iterator

from baocao.diagnostics import Diagnostic, warning
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.text import Text

_PERIOD = re.compile(r"iai đoạn\s+\(?([0-9]{4})\s*[-–]\s*([0-9]{4})")
_YEAR = re.compile(r"ăm\s+([0-9]{4})(?![0-9])")
_NAMES_A_YEAR = re.compile(r"(?:^|.*[^\w\s]|.*(?P<before>\b\w+))\s*\b[nN]", re.DOTALL)
_COUNTS_YEARS = frozenset(
    "hai ba bốn sáu bảy tám chín mười mươi mấy vài nhiều các mỗi từng hằng hàng một".split()
)
_EARLIEST, _AHEAD = 1900, 35


def check(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give each period that straddles the campaign's, and each year that can't be meant."""
    for answer in content.report.answers.values():
        yield from _check_periods(campaign, answer.text)
        for match in _YEAR.finditer(answer.text.value):
            if not _EARLIEST <= int(match[1]) <= campaign.last_year + _AHEAD:
                yield warning(
                    __name__,
                    answer.text.span_of(match.start(1), 4),
                    f"«năm {match[1]}» khó có thể là năm muốn nói.",
                    "Đề nghị xem lại các chữ số của năm.",
                )


def _check_periods(campaign: Campaign, text: Text) -> Iterator[Diagnostic]:
    first, last = campaign.first_year, campaign.last_year
    for match in _PERIOD.finditer(text.value):
        begins, ends = int(match[1]), int(match[2])
        inside = first <= begins <= ends <= last
        apart = begins <= ends and (ends <= first or begins >= last)
        if not inside and not apart:
            yield warning(
                __name__,
                text.span_of(match.start(1), match.end(2) - match.start(1)),
                f"Giai đoạn {begins} - {ends} không khớp với thời gian báo cáo {first} - {last}.",
                f"Nếu nói về đợt này, đề nghị sửa thành {first} - {last}; nếu nói về chương trình "
                "khác thì để nguyên.",
            )
