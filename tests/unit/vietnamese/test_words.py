from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.words import in_words

LARGEST = 10**18
WITHIN_WORDS = st.integers(min_value=-LARGEST, max_value=LARGEST) | st.integers(-99_999, 99_999)

UNITS = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "tư": 4,
    "năm": 5, "lăm": 5, "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("0", "không"),
        ("-0", "không"),
        ("1", "một"),
        ("4", "bốn"),
        ("5", "năm"),
        ("9", "chín"),
        ("10", "mười"),
        ("11", "mười một"),
        ("14", "mười bốn"),
        ("15", "mười lăm"),
        ("19", "mười chín"),
        ("20", "hai mươi"),
        ("21", "hai mươi mốt"),
        ("24", "hai mươi tư"),
        ("25", "hai mươi lăm"),
        ("40", "bốn mươi"),
        ("44", "bốn mươi tư"),
        ("55", "năm mươi lăm"),
        ("91", "chín mươi mốt"),
        ("100", "một trăm"),
        ("101", "một trăm linh một"),
        ("104", "một trăm linh bốn"),
        ("105", "một trăm linh năm"),
        ("110", "một trăm mười"),
        ("111", "một trăm mười một"),
        ("115", "một trăm mười lăm"),
        ("121", "một trăm hai mươi mốt"),
        ("555", "năm trăm năm mươi lăm"),
        ("999", "chín trăm chín mươi chín"),
        ("1000", "một nghìn"),
        ("1001", "một nghìn không trăm linh một"),
        ("1005", "một nghìn không trăm linh năm"),
        ("1010", "một nghìn không trăm mười"),
        ("1021", "một nghìn không trăm hai mươi mốt"),
        ("1200", "một nghìn hai trăm"),
        ("2017", "hai nghìn không trăm mười bảy"),
        ("10000", "mười nghìn"),
        ("15015", "mười lăm nghìn không trăm mười lăm"),
        ("21000", "hai mươi mốt nghìn"),
        ("105000", "một trăm linh năm nghìn"),
        ("100001", "một trăm nghìn không trăm linh một"),
        ("1000000", "một triệu"),
        ("1000005", "một triệu không trăm linh năm"),
        ("1000100", "một triệu một trăm"),
        ("1001000", "một triệu không trăm linh một nghìn"),
        ("1005000", "một triệu không trăm linh năm nghìn"),
        ("1015000", "một triệu không trăm mười lăm nghìn"),
        ("1005005", "một triệu không trăm linh năm nghìn không trăm linh năm"),
        ("1500000", "một triệu năm trăm nghìn"),
        (
            "1234567",
            "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy",
        ),
        ("1000000000", "một tỷ"),
        ("1000000001", "một tỷ không trăm linh một"),
        ("1000001000", "một tỷ không trăm linh một nghìn"),
        ("1050000000", "một tỷ không trăm năm mươi triệu"),
        ("2500000000", "hai tỷ năm trăm triệu"),
        ("24000000000", "hai mươi tư tỷ"),
        ("1000000000000", "một nghìn tỷ"),
        ("1005000000000", "một nghìn không trăm linh năm tỷ"),
        ("1200000000000", "một nghìn hai trăm tỷ"),
        ("1000000000005", "một nghìn tỷ không trăm linh năm"),
        ("1000000000000000", "một triệu tỷ"),
        ("100000000000000000", "một trăm triệu tỷ"),
        ("1000000000000000000", "một tỷ tỷ"),
        ("1E+18", "một tỷ tỷ"),
        ("-1000000000000000000", "âm một tỷ tỷ"),
        ("-1", "âm một"),
        ("-21", "âm hai mươi mốt"),
        ("12.05", "mười hai phẩy không năm"),
        ("12.5", "mười hai phẩy năm"),
        ("12.50", "mười hai phẩy năm"),
        ("12.0", "mười hai"),
        ("0.5", "không phẩy năm"),
        ("-0.5", "âm không phẩy năm"),
        ("0.125", "không phẩy một hai năm"),
        ("3.14", "ba phẩy một bốn"),
        ("1.21", "một phẩy hai một"),
        ("1000.001", "một nghìn phẩy không không một"),
        ("1E+3", "một nghìn"),
    ],
)
def test_a_number_is_read_as_vietnamese_says_it(value: str, words: str) -> None:
    assert in_words(Decimal(value)) == words


@pytest.mark.parametrize("value", [str(LARGEST + 1), f"{LARGEST}.5", f"-{LARGEST}.001", "1E+19"])
def test_there_are_no_words_beyond_a_billion_billion(value: str) -> None:
    with pytest.raises(ValueError, match="no words for a number beyond"):
        in_words(Decimal(value))


@pytest.mark.parametrize("value", ["NaN", "Infinity"])
def test_what_is_no_number_has_no_words(value: str) -> None:
    with pytest.raises(ValueError, match="no digits in"):
        in_words(Decimal(value))


@given(WITHIN_WORDS, st.integers(min_value=0, max_value=5))
def test_words_are_single_spaced(number: int, shift: int) -> None:
    words = in_words(Decimal(number).scaleb(-shift))

    assert words == " ".join(words.split())


@given(WITHIN_WORDS)
def test_words_read_back_as_their_number(number: int) -> None:
    assert number_of(in_words(Decimal(number))) == number


@given(st.decimals(min_value=-1000, max_value=1000, places=3))
def test_decimals_are_read_digit_by_digit(value: Decimal) -> None:
    whole, _, decimals = in_words(value).partition(" phẩy ")
    digits = "".join(str(UNITS[word]) for word in decimals.split())

    assert Decimal(f"{abs(number_of(whole))}.{digits}") == abs(value)


def number_of(words: str) -> int:
    """Read a whole number back, by the grammar of spoken groups."""
    total = billions = group = 0
    for word in words.removeprefix("âm ").split():
        match word:
            case "tỷ":
                billions, total, group = (billions + total + group) * 10**9, 0, 0
            case "triệu":
                total, group = total + group * 10**6, 0
            case "nghìn":
                total, group = total + group * 10**3, 0
            case "trăm":
                group *= 100
            case "mươi":
                group = group // 100 * 100 + group % 100 * 10
            case "mười":
                group += 10
            case "linh":
                assert group % 100 == 0
            case _:
                group += UNITS[word]
    number = billions + total + group
    return -number if words.startswith("âm ") else number
