import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.ordinals import letter, ordinal_word, roman

ROMAN_WORTH = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@pytest.mark.parametrize(
    ("number", "sign"),
    [
        (1, "I"),
        (2, "II"),
        (3, "III"),
        (4, "IV"),
        (5, "V"),
        (6, "VI"),
        (8, "VIII"),
        (9, "IX"),
        (10, "X"),
        (14, "XIV"),
        (19, "XIX"),
        (40, "XL"),
        (49, "XLIX"),
        (90, "XC"),
        (99, "XCIX"),
        (400, "CD"),
        (444, "CDXLIV"),
        (900, "CM"),
        (1000, "M"),
        (1994, "MCMXCIV"),
        (2017, "MMXVII"),
        (3888, "MMMDCCCLXXXVIII"),
        (3999, "MMMCMXCIX"),
    ],
)
def test_parts_are_numbered_in_roman(number: int, sign: str) -> None:
    assert roman(number) == sign


def test_points_are_lettered_as_the_decree_lists_the_letters() -> None:
    letters = " ".join(letter(number) for number in range(1, 24))

    assert letters == "a b c d đ e g h i k l m n o p q r s t u v x y"


@pytest.mark.parametrize(
    ("number", "word"),
    [
        (1, "thứ nhất"),
        (2, "thứ hai"),
        (3, "thứ ba"),
        (4, "thứ tư"),
        (5, "thứ năm"),
        (6, "thứ sáu"),
        (7, "thứ bảy"),
        (8, "thứ tám"),
        (9, "thứ chín"),
        (10, "thứ mười"),
        (11, "thứ mười một"),
        (12, "thứ mười hai"),
        (14, "thứ mười bốn"),
        (15, "thứ mười lăm"),
        (20, "thứ hai mươi"),
        (21, "thứ hai mươi mốt"),
        (24, "thứ hai mươi tư"),
        (25, "thứ hai mươi lăm"),
        (31, "thứ ba mươi mốt"),
        (44, "thứ bốn mươi tư"),
        (55, "thứ năm mươi lăm"),
        (99, "thứ chín mươi chín"),
        (101, "thứ một trăm linh một"),
    ],
)
def test_older_parts_are_numbered_in_words(number: int, word: str) -> None:
    assert ordinal_word(number) == word


@pytest.mark.parametrize("number", [-1, 0, 4000])
def test_there_is_no_roman_numeral_outside_1_to_3999(number: int) -> None:
    with pytest.raises(ValueError, match="not within 1 to 3999"):
        roman(number)


@pytest.mark.parametrize("number", [-1, 0, 24])
def test_there_is_no_letter_outside_1_to_23(number: int) -> None:
    with pytest.raises(ValueError, match="not within 1 to 23"):
        letter(number)


@pytest.mark.parametrize("number", [-1, 0, 10**18 + 1])
def test_there_is_no_ordinal_below_1_or_beyond_the_words(number: int) -> None:
    with pytest.raises(ValueError, match="not within 1 to 1000000000000000000"):
        ordinal_word(number)


@given(st.integers(min_value=1, max_value=3999))
def test_a_roman_numeral_adds_up_to_its_number(number: int) -> None:
    worths = [ROMAN_WORTH[sign] for sign in roman(number)]

    total = sum(
        -worth if any(later > worth for later in worths[place + 1 :]) else worth
        for place, worth in enumerate(worths)
    )

    assert total == number


@given(st.integers(min_value=2, max_value=3999))
def test_no_roman_sign_stands_four_times_in_a_row(number: int) -> None:
    assert not any(sign * 4 in roman(number) for sign in ROMAN_WORTH)
