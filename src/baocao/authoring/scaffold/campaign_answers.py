"""The answers that begin a campaign, parsed from typed text.

Every function `read_…` raises `UnusableAnswerError`, whose message says what to type.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from baocao.errors import UnusableAnswerError
from baocao.model.scalars import is_folder_id, is_year
from baocao.suggestion import closest, did_you_mean
from baocao.vietnamese.dates import format_date_short, parse_date
from baocao.vietnamese.text import fold, squeeze

MOST_FORMS = 9
_SAMPLE = "-vi-du"
_HEAD = "Chủ tịch"
_BY_KNOWN_ID, _WITH_COLLECTIVE, _WITH_HEAD = 2, 4, 5
_FULL = "mã|tên cấp|hạn nộp|thay mặt"


@dataclass(frozen=True, slots=True)
class PresetLevel:
    """A level of the union of which only the deadline is asked."""

    name: str
    collective: str
    sample: str
    symbol: str


PRESETS: Mapping[str, PresetLevel] = {
    "tong-lien-doan": PresetLevel(
        "Tổng Liên đoàn", "Đoàn Chủ tịch", "Tổng Liên đoàn Lao động Việt Nam", "TLĐ"
    ),
    "tinh-thanh-pho": PresetLevel(
        "Liên đoàn Lao động tỉnh, thành phố",
        "Ban Thường vụ",
        "Liên đoàn Lao động tỉnh Ví Dụ",
        "LĐLĐ",
    ),
    "cap-tren-truc-tiep-co-so": PresetLevel(
        "Công đoàn cấp trên trực tiếp cơ sở",
        "Ban Thường vụ",
        "Liên đoàn Lao động huyện Ví Dụ",
        "LĐLĐ",
    ),
    "co-so": PresetLevel(
        "Công đoàn cơ sở", "Ban Chấp hành", "Công đoàn cơ sở Công ty Ví Dụ", "CĐCS"
    ),
}


@dataclass(frozen=True, slots=True)
class LevelAnswer:
    """A level that reports; `sample_name` and `symbol` are those of its fictitious unit."""

    id: str
    name: str
    deadline: dt.date
    collective: str
    head: str
    sample_name: str
    symbol: str

    @property
    def sample_id(self) -> str:
        return f"{self.id}{_SAMPLE}"


@dataclass(frozen=True, slots=True)
class CampaignAnswers:
    """What a new campaign's files are made from; `levels` from the highest down."""

    id: str
    title: str
    first_year: int
    last_year: int
    opens: dt.date
    base_plan: str
    levels: tuple[LevelAnswer, ...]
    forms: int


def _require(condition: object, otherwise: str) -> None:
    if not condition:
        raise UnusableAnswerError(otherwise)


def read_id(text: str) -> str:
    """Parse the campaign's id, which names its folder."""
    if is_folder_id(text):
        return text
    meant = "-".join("".join(c if c.isalnum() else " " for c in fold(text)).split())
    asked = did_you_mean(meant) if is_folder_id(meant) else ""
    message = f"mã đợt chỉ có chữ thường không dấu, chữ số và dấu gạch nối.{asked}"
    raise UnusableAnswerError(message)


def read_line(text: str) -> str:
    """Parse printable words; runs of blanks become one."""
    words = squeeze(text)
    _require(words, "chưa ghi lời nào.")
    _require(words.isprintable(), "có ký tự không in ra được; đề nghị gõ lại.")
    return words


def read_year(text: str, not_before: int | None = None) -> int:
    """Parse a year of four digits."""
    year = text.strip()
    _require(is_year(year), f"«{year}» không phải một năm bốn chữ số, ví dụ 2026.")
    is_in_order = not_before is None or not_before <= int(year)
    _require(is_in_order, f"năm cuối {year} ở trước năm đầu {not_before}.")
    return int(year)


def read_day(text: str, not_before: dt.date | None = None) -> dt.date:
    """Parse a date in any form that content files accept."""
    day = parse_date(text)
    if day is None:
        message = f"«{text.strip()}» không phải một ngày, ví dụ 30/8/2026."
        raise UnusableAnswerError(message)
    if not_before is not None and day < not_before:
        ends, begins = format_date_short(day), format_date_short(not_before)
        message = f"hạn nộp {ends} ở trước ngày mở đợt {begins}."
        raise UnusableAnswerError(message)
    return day


def read_form_count(text: str) -> int:
    """Parse the number of forms, 1 to `MOST_FORMS`."""
    count = text.strip()
    is_in_range = count in map(str, range(1, MOST_FORMS + 1))
    _require(is_in_range, f"«{count}» không phải một số từ 1 đến {MOST_FORMS}.")
    return int(count)


def read_level(text: str, opens: dt.date, above: tuple[LevelAnswer, ...]) -> LevelAnswer:
    """Parse `mã|hạn nộp` of a preset level, or `mã|tên|hạn nộp|thay mặt[|người đứng đầu]`."""
    parts = [squeeze(part) for part in text.split("|")]
    level_id = parts[0]
    _require(
        is_folder_id(f"{level_id}{_SAMPLE}"),
        f"mã cấp «{level_id}» chỉ được có chữ thường không dấu, chữ số và dấu gạch nối.",
    )
    is_new = all(level.id != level_id for level in above)
    _require(is_new, f"cấp «{level_id}» đã ghi ở trước.")
    if len(parts) == _BY_KNOWN_ID:
        return _preset(level_id, read_day(parts[1], opens))
    _require(
        len(parts) in (_WITH_COLLECTIVE, _WITH_HEAD),
        f"đề nghị viết «{_FULL}», hoặc «mã|hạn nộp» với cấp có sẵn: {', '.join(PRESETS)}.",
    )
    name, collective = read_line(parts[1]), read_line(parts[3])
    is_bare = not fold(collective).startswith("tm.")
    _require(is_bare, f"«{collective}» không cần chữ TM. ở đầu, khi in máy tự thêm.")
    head = read_line(parts[4]) if len(parts) == _WITH_HEAD else _HEAD
    deadline = read_day(parts[2], opens)
    return LevelAnswer(level_id, name, deadline, collective, head, f"{name} Ví Dụ", "VD")


def _preset(level_id: str, deadline: dt.date) -> LevelAnswer:
    ready = PRESETS.get(level_id)
    if ready is None:
        asked = did_you_mean(closest(level_id, PRESETS))
        message = (
            f"không có sẵn cấp «{level_id}».{asked} Các cấp có sẵn: {', '.join(PRESETS)}; "
            f"cấp khác thì viết đủ «{_FULL}»."
        )
        raise UnusableAnswerError(message)
    return LevelAnswer(
        level_id, ready.name, deadline, ready.collective, _HEAD, ready.sample, ready.symbol
    )
