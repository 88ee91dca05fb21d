import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.dates import blank_date, format_date_long
from baocao.vietnamese.text import bind, fold

NBSP = "\u00a0"
WORDS = [
    "ngày",
    "tháng",
    "năm",
    "quý",
    "Điều",
    "điểm",
    "Số",
    "số:",
    "đồng",
    "tỷ",
    "%",
    "người",
    "a",
]
FIGURES = ["1", "02", "200", "345", "2017", "1,5", "III"]
SIGNS = [" ", "  ", NBSP, "\t", "\n", ".", "\u0301"]
PROSE = st.lists(st.sampled_from(WORDS + FIGURES + SIGNS)).map("".join)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Thuận lợi", "thuan loi"),
        ("KHÓ KHĂN", "kho khan"),
        ("Đề xuất, kiến nghị", "de xuat, kien nghi"),
        ("đường", "duong"),
        ("Nguyễn Thị Ngọc Ưởng", "nguyen thi ngoc uong"),
        ("thuan_loi", "thuan_loi"),
        ("12,5 %", "12,5 %"),
        ("", ""),
    ],
)
def test_folded_text_is_blind_to_marks_and_case(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded
    assert fold(text.upper()) == folded


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("trước ngày 30 tháng 8 năm 2017.", "trước ngày~30 tháng~8 năm~2017."),
        ("Ngày 05 Tháng 7", "Ngày~05 Tháng~7"),
        ("giai đoạn năm 2012 - 2017", "giai đoạn năm~2012~-~2017"),
        ("quý 3, quý III/2017", "quý~3, quý~III/2017"),
        ("theo khoản 9 Điều 84", "theo khoản~9 Điều~84"),
        ("điểm a khoản 2 Điều 5", "điểm~a khoản~2 Điều~5"),
        ("điểm đ, mục II.4", "điểm~đ, mục~II.4"),
        ("Phần I, Chương IV, Phụ lục II", "Phần~I, Chương~IV, Phụ lục~II"),
        ("Hướng dẫn số 1217/HD-TLĐ", "Hướng dẫn số~1217/HD-TLĐ"),
        ("Số: 05/BC-LĐLĐ", "Số:~05/BC-LĐLĐ"),
        ("lần thứ 2, khóa XII", "lần thứ~2, khóa~XII"),
        ("12,5 triệu đồng", "12,5~triệu đồng"),
        ("1.200 tỷ và 5 nghìn", "1.200~tỷ và 5~nghìn"),
        ("500 đồng/người", "500~đồng/người"),
        ("đạt 12,5 %, tức 120 người", "đạt 12,5~%, tức 120~người"),
        ("lúc 8 giờ, dài 5 km, rộng 30 m2", "lúc 8~giờ, dài 5~km, rộng 30~m2"),
        ("có 1 200 sáng kiến", "có 1~200 sáng kiến"),
        ("lợi 1 234 567,5 đồng", "lợi 1~234~567,5~đồng"),
        ("lợi 1 234~567", "lợi 1~234~567"),
    ],
)
def test_a_figure_is_bound_to_what_belongs_to_it(text: str, bound: str) -> None:
    assert bind(text.replace("~", NBSP)) == bound.replace("~", NBSP)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tháng này, năm nay, số sáng kiến",
        "trong 5 năm qua",
        "7 năm",
        "02 Bằng Lao động sáng tạo",
        "năm  2017",
        "quý Các đồng chí",
        "tham mưu cho Điều phối viên",
        "điểm ba",
        "cái 5 mét",
        "120 kmh",
        "đạt 85% tỷ lệ",
        "2012 345 là hai số",
        "0 125",
        "1 2345",
        "1 23",
        "3,1 416",
    ],
)
def test_other_blanks_are_left_alone(text: str) -> None:
    assert bind(text) == text


@pytest.mark.parametrize("words", ["tỷ lệ", "tỷ trọng", "đồng thời", "đồng bộ", "triệu tập"])
def test_a_measure_that_only_begins_a_longer_word_is_not_bound(words: str) -> None:
    assert bind(f"năm 2017 {words}") == f"năm{NBSP}2017 {words}"


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_printed_date_is_bound_already_and_a_typed_one_becomes_so(day: date) -> None:
    printed = format_date_long(day)

    assert bind(printed) == printed
    assert bind(printed.replace(NBSP, " ")) == printed
    assert bind(blank_date(day.year)) == blank_date(day.year)


@given(PROSE | st.text())
def test_binding_only_ever_turns_an_ordinary_space_into_a_fixed_one(text: str) -> None:
    bound = bind(text)

    assert len(bound) == len(text)
    assert all(
        after == before or (before, after) == (" ", NBSP)
        for before, after in zip(text, bound, strict=True)
    )


@given(PROSE)
def test_binding_twice_is_binding_once(text: str) -> None:
    assert bind(bind(text)) == bind(text)
