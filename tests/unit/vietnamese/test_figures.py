from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from baocao.vietnamese.figures import (
    Digits,
    FigureProblem,
    digits_of,
    format_count,
    format_figure,
    parse_figure,
)

FIGURES = st.decimals(
    min_value=Decimal(-(10**15)),
    max_value=Decimal(10**15),
    allow_nan=False,
    allow_infinity=False,
    places=4,
)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("00", "0"),
        ("02", "2"),
        ("007", "7"),
        ("1200", "1200"),
        ("2017", "2017"),
        ("1.200", "1200"),
        ("12.500", "12500"),
        ("120.000", "120000"),
        ("1.234.567", "1234567"),
        ("1.234,5", "1234.5"),
        ("1.234.567,89", "1234567.89"),
        ("1.234,567", "1234.567"),
        ("1 200", "1200"),
        ("1\u00a0200", "1200"),
        ("1\u202f200", "1200"),
        ("1\u2009200", "1200"),
        ("1 234 567,5", "1234567.5"),
        ("1 234\u00a0567", "1234567"),
        ("1 234,567", "1234.567"),
        ("12,5", "12.5"),
        ("12,50", "12.5"),
        ("1,2", "1.2"),
        ("1,20", "1.2"),
        ("1,2000", "1.2"),
        ("0,125", "0.125"),
        ("0,5", "0.5"),
        ("1234,567", "1234.567"),
        ("-5", "-5"),
        ("\u22125", "-5"),
        ("-1.200", "-1200"),
        ("-0,125", "-0.125"),
        ("\u22121.234,5", "-1234.5"),
        ("  120 ", "120"),
        ("\u00a0120\u202f", "120"),
        ("120\n", "120"),
        ("123456789012345678901234567890", "123456789012345678901234567890"),
        ("1,23456789012345678901234567890", "1.23456789012345678901234567890"),
    ],
)
def test_a_certain_figure_is_read_exactly(text: str, value: str) -> None:
    assert parse_figure(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    ["1.23", "12.5", "1.2000", "1234.567", "0.125", "012.345", "-12.5", "1 234.5", "1 234.567"],
)
def test_a_dot_that_does_not_group_thousands_is_ambiguous(text: str) -> None:
    assert parse_figure(text) is FigureProblem.DOT_IS_AMBIGUOUS


@pytest.mark.parametrize(
    "text",
    ["1,200", "12,500", "125,000", "1,200,000", "-1,200", "\u22121,200", "1,234.5", "02,500"],
)
def test_a_comma_that_may_group_thousands_is_ambiguous(text: str) -> None:
    assert parse_figure(text) is FigureProblem.COMMA_IS_AMBIGUOUS


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "-",
        "\u2212",
        "abc",
        "1a",
        "1e3",
        "1E+3",
        "inf",
        "-Infinity",
        "nan",
        "1_000",
        "0x10",
        "٣",
        "１２",
        "+5",
        "- 5",
        "--5",
        "5-",
        ".5",
        ",5",
        "5.",
        "5,",
        "1..200",
        "1,,5",
        "1.23.456",
        "1.2.3",
        "12.345.67",
        "1.234 567",
        "1 234.567.890",
        "1 23",
        "1  200",
        "1200 300",
        "0 125",
        "1,2,3",
        "0,125,000",
        "1,5.3",
        "1,234 567",
        "12 %",
        "12%",
        "120 người",
        "1\u200b200",
        "1\n200",
        "1\t200",
        "5/7",
        "~",
        "không",
    ],
)
def test_any_other_text_is_not_a_figure(text: str) -> None:
    assert parse_figure(text) is FigureProblem.NOT_A_FIGURE


@pytest.mark.parametrize(
    "text", ["1234567890123456789012345678901", "1,234567890123456789012345678901", "0" * 31]
)
def test_more_than_thirty_digits_are_too_long(text: str) -> None:
    assert parse_figure(text) is FigureProblem.TOO_LONG


def test_grouping_signs_do_not_count_as_digits() -> None:
    thirty_digits = ".".join(["123"] * 10)

    assert parse_figure(thirty_digits) == Decimal("123" * 10)


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [
        ("0", 0, "0"),
        ("-0", 0, "0"),
        ("-0.00", 1, "0,0"),
        ("7", 0, "7"),
        ("999", 0, "999"),
        ("1200", 0, "1.200"),
        ("1E+3", 0, "1.000"),
        ("1E+3", 2, "1.000,00"),
        ("0E+3", 0, "0"),
        ("1234567.89", 2, "1.234.567,89"),
        ("1234567", 2, "1.234.567,00"),
        ("12.5", 1, "12,5"),
        ("12.5", 3, "12,500"),
        ("-5", 0, "-5"),
        ("-1234.5", 1, "-1.234,5"),
        ("0.125", 3, "0,125"),
        ("1E-7", 0, "0,0000001"),
        ("123456789012345678901234567890", 0, "123.456.789.012.345.678.901.234.567.890"),
    ],
)
def test_a_figure_is_written_with_dots_and_a_comma(value: str, places: int, text: str) -> None:
    assert format_figure(Decimal(value), places) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [("12.55", 1, "12,55"), ("0.999", 0, "0,999"), ("1.005", 2, "1,005"), ("-2.5", 0, "-2,5")],
)
def test_decimals_beyond_the_places_are_kept_and_never_rounded(
    value: str, places: int, text: str
) -> None:
    assert format_figure(Decimal(value), places) == text


@pytest.mark.parametrize(
    ("value", "places", "text"), [("4.00", 0, "4"), ("1.50", 0, "1,5"), ("1.50", 1, "1,5")]
)
def test_zeros_beyond_the_places_say_nothing_and_are_left_out(
    value: str, places: int, text: str
) -> None:
    assert format_figure(Decimal(value), places) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("-0", "0"),
        ("1", "01"),
        ("2", "02"),
        ("2.0", "02"),
        ("9", "09"),
        ("10", "10"),
        ("50", "50"),
        ("1200", "1.200"),
        ("-2", "-2"),
        ("2.5", "2,5"),
        ("0.5", "0,5"),
    ],
)
def test_a_small_count_in_prose_takes_a_leading_zero(value: str, text: str) -> None:
    assert format_count(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        ("007", Digits(negative=False, whole="7", decimals="")),
        ("1E+3", Digits(negative=False, whole="1000", decimals="")),
        ("1000.0", Digits(negative=False, whole="1000", decimals="")),
        ("-0.50", Digits(negative=True, whole="0", decimals="5")),
        ("-0.0", Digits(negative=False, whole="0", decimals="")),
    ],
)
def test_equal_numbers_have_the_same_digits_however_they_were_computed(
    value: str, digits: Digits
) -> None:
    assert digits_of(Decimal(value)) == digits


@pytest.mark.parametrize("value", ["NaN", "sNaN", "Infinity", "-Infinity"])
def test_what_is_no_number_has_no_digits(value: str) -> None:
    with pytest.raises(ValueError, match="no digits in"):
        digits_of(Decimal(value))


@given(FIGURES, st.integers(min_value=0, max_value=6))
def test_a_written_figure_reads_back_unless_its_comma_looks_english(
    value: Decimal, places: int
) -> None:
    written = format_figure(value, places)
    decimals = len(written.partition(",")[2])
    looks_english = decimals == 3 and 1 <= abs(value) < 1000

    read = parse_figure(written)

    assert read == (FigureProblem.COMMA_IS_AMBIGUOUS if looks_english else value)


@given(FIGURES)
def test_a_count_reads_back_as_the_figure_does(value: Decimal) -> None:
    assert parse_figure(format_count(value)) == parse_figure(format_figure(value))


@given(st.text(alphabet="0123456789.,- \u2212\u00a0eE_+"))
def test_any_text_is_a_finite_figure_or_a_problem(text: str) -> None:
    read = parse_figure(text)

    assert isinstance(read, FigureProblem) or read.is_finite()
