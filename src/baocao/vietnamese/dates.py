"""Dates: the ways people type them, and the two ways a document prints them.

A printed day below 10 and the months 1 and 2 take a leading zero, other months none
(Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4): ``ngày 05 tháng 7 năm 2017``, ``05/7/2017``.
"""

import re
import unicodedata
from datetime import date

_NBSP = "\u00a0"
_TO_BE_FILLED = _NBSP * 5
_LAST_MONTH_WITH_ZERO = 2

_DAY = "(?P<day>[0-9]{1,2})"
_MONTH = "(?P<month>[0-9]{1,2})"
_YEAR = "(?P<year>[1-9][0-9]{3})"

_FORMS = (
    re.compile(rf"{_DAY}(?P<sign>[-/.]){_MONTH}(?P=sign){_YEAR}"),
    re.compile("(?P<year>[1-9][0-9]{3})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(rf"ngày\s+{_DAY}\s+tháng\s+{_MONTH}\s+năm\s+{_YEAR}"),
)


def parse_date(text: str) -> date | None:
    """Read ``05/7/2017``, ``5-7-2017``, ``05.7.2017``, ``2017-07-05`` or the date in words.

    Words may be in any case, NFC or NFD, with any blanks between. None for anything else,
    for a day that no calendar has (31/2) and for a year of fewer than four digits.
    """
    written = unicodedata.normalize("NFC", text).casefold().strip()
    for form in _FORMS:
        found = form.fullmatch(written)
        if found:
            return _on_calendar(int(found["year"]), int(found["month"]), int(found["day"]))
    return None


def format_date_long(day: date) -> str:
    """Write ``ngày 05 tháng 7 năm 2017``, each word held to its number by U+00A0."""
    return f"ngày{_NBSP}{_day(day)} tháng{_NBSP}{_month(day)} năm{_NBSP}{day.year}"


def format_date_short(day: date) -> str:
    """Write ``05/7/2017``, with the zeros of the long form."""
    return f"{_day(day)}/{_month(day)}/{day.year}"


def blank_date(year: int | None) -> str:
    """Write ``ngày     tháng     năm 2017`` for a pen to fill in; no year leaves that blank too.

    All blanks are U+00A0, five for each number that is missing.
    """
    written_year = _TO_BE_FILLED if year is None else f"{_NBSP}{year}"
    return f"ngày{_TO_BE_FILLED}tháng{_TO_BE_FILLED}năm{written_year}"


def _on_calendar(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day(day: date) -> str:
    return f"{day.day:02}"


def _month(day: date) -> str:
    return f"{day.month:02}" if day.month <= _LAST_MONTH_WITH_ZERO else f"{day.month}"
