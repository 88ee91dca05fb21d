import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.dates import blank_date, format_date_long, format_date_short, parse_date

FOUR_DIGIT_YEARS = st.dates(min_value=date(1000, 1, 1))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("05/7/2017", date(2017, 7, 5)),
        ("5/7/2017", date(2017, 7, 5)),
        ("05/07/2017", date(2017, 7, 5)),
        ("5-7-2017", date(2017, 7, 5)),
        ("05.7.2017", date(2017, 7, 5)),
        ("2017-07-05", date(2017, 7, 5)),
        ("30/8/2017", date(2017, 8, 30)),
        ("31/01/2018", date(2018, 1, 31)),
        ("29/02/2016", date(2016, 2, 29)),
        ("  05/7/2017\u00a0", date(2017, 7, 5)),
        ("ngày 05 tháng 7 năm 2017", date(2017, 7, 5)),
        ("ngày 5 tháng 07 năm 2017", date(2017, 7, 5)),
        ("Ngày 30 tháng 10 năm 2017", date(2017, 10, 30)),
        ("NGÀY 05 THÁNG 7 NĂM 2017", date(2017, 7, 5)),
        ("ngày\u00a005 tháng\u00a07 năm\u00a02017", date(2017, 7, 5)),
        ("ngày   05\ttháng 7\nnăm\u202f2017", date(2017, 7, 5)),
        (unicodedata.normalize("NFD", "ngày 05 tháng 7 năm 2017"), date(2017, 7, 5)),
        (unicodedata.normalize("NFD", "NGÀY 05 THÁNG 7 NĂM 2017"), date(2017, 7, 5)),
    ],
)
def test_a_date_is_read_in_each_way_people_type_it(text: str, day: date) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    "text",
    ["31/2/2017", "29/02/2017", "31-4-2017", "00/7/2017", "05/13/2017", "05/0/2017", "2017-02-30",
     "ngày 31 tháng 2 năm 2017"],
)  # fmt: skip
def test_a_day_that_no_calendar_has_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text",
    ["05/7/17", "5-7-17", "05/7/217", "0017-07-05", "05/7/0017", "ngày 05 tháng 7 năm 17"],
)
def test_a_year_of_fewer_than_four_digits_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2017",
        "7/2017",
        "05/7-2017",
        "05-7/2017",
        "05 7 2017",
        "05/7/2017.",
        "05/7/20170",
        "005/7/2017",
        "2017/07/05",
        "2017-7-5",
        "20170705",
        "٠٥/٧/٢٠١٧",
        "ngày 05 tháng 7",
        "ngày tháng năm 2017",
        "ngay 05 thang 7 nam 2017",
        "ngày05 tháng7 năm2017",
        "Hà Nội, ngày 05 tháng 7 năm 2017",
        "hôm qua",
    ],
)
def test_any_other_text_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2017, 7, 5), "ngày~05 tháng~7 năm~2017"),
        (date(2020, 1, 5), "ngày~05 tháng~01 năm~2020"),
        (date(2020, 2, 9), "ngày~09 tháng~02 năm~2020"),
        (date(2020, 3, 10), "ngày~10 tháng~3 năm~2020"),
        (date(2017, 10, 30), "ngày~30 tháng~10 năm~2017"),
        (date(2017, 12, 1), "ngày~01 tháng~12 năm~2017"),
    ],
)
def test_a_long_date_zeroes_small_days_and_months_1_and_2_and_binds_each_number(
    day: date, text: str
) -> None:
    assert format_date_long(day) == text.replace("~", "\u00a0")


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2017, 7, 5), "05/7/2017"),
        (date(2018, 1, 31), "31/01/2018"),
        (date(2018, 2, 9), "09/02/2018"),
        (date(2018, 3, 10), "10/3/2018"),
        (date(2017, 11, 20), "20/11/2017"),
    ],
)
def test_a_short_date_has_the_zeros_of_the_long_one(day: date, text: str) -> None:
    assert format_date_short(day) == text


def test_a_date_not_yet_given_leaves_five_fixed_blanks_for_each_number() -> None:
    assert blank_date(2017) == "ngày~~~~~tháng~~~~~năm~2017".replace("~", "\u00a0")
    assert blank_date(None) == "ngày~~~~~tháng~~~~~năm~~~~~".replace("~", "\u00a0")


@given(FOUR_DIGIT_YEARS)
def test_every_printed_date_reads_back(day: date) -> None:
    assert parse_date(format_date_long(day)) == day
    assert parse_date(format_date_short(day)) == day
    assert parse_date(day.isoformat()) == day


@given(st.text(alphabet="0123456789/-. ngàythángnăm"))
def test_any_text_is_a_date_or_none(text: str) -> None:
    read = parse_date(text)

    assert read is None or isinstance(read, date)
