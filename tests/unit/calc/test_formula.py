"""Formulas: what is read, what is refused and where, and what comes of blanks and of zero."""

from fractions import Fraction

import pytest

from baocao.calc.formula import Malformed, Value, evaluate, parse, strict_sum
from baocao.calc.tabulation import round_half_up
from baocao.model.formula import is_ratio, names

CELLS = {"a": Fraction(6), "b": Fraction(4), "khong": Fraction(0), "2016": Fraction(9)}


def value(text: str, *, whole: bool = False) -> Value:
    formula = parse(text)
    assert not isinstance(formula, Malformed)
    return evaluate(formula, CELLS.get, strict_sum) if whole else evaluate(formula, CELLS.get)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a + b", 10),
        ("a - b - b", -2),
        ("a − b", 2),
        ("a - (b - b)", 6),
        ("a + b * 2", 14),
        ("(a + b) × 2", 20),
        ("a / b", Fraction(3, 2)),
        ("a : b / 3", Fraction(1, 2)),
        ("tong(a, b, 2)", 12),
        ("ty_le(b, a)", Fraction(200, 3)),
        ("tang_truong(b, a)", 50),
        ("[2016] - a", 3),
        ("2016 - a", 2010),
        (" a\n+ b ", 10),
    ],
)
def test_a_formula_is_computed_exactly(text: str, expected: Fraction | int) -> None:
    assert value(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trong", None),
        ("a + trong", 6),
        ("tong(trong, a)", 6),
        ("tong(trong, trong)", None),
        ("a + (trong + b)", 10),
        ("a - trong", None),
        ("trong - a", None),
        ("a - trong + b", None),
        ("tong(a, b - trong)", None),
        ("a * trong", None),
        ("a / khong", None),
        ("b + a / khong", None),
        ("ty_le(a, khong)", None),
        ("ty_le(khong, a)", 0),
        ("tang_truong(khong, a)", None),
        ("tang_truong(a, khong)", -100),
        ("tang_truong(a, trong)", None),
    ],
)
def test_blank_is_not_zero_and_nothing_is_divided_by_zero(text: str, expected: int | None) -> None:
    assert value(text) == expected


def test_for_comparing_a_sum_over_a_blank_is_blank() -> None:
    assert value("a + trong", whole=True) is None
    assert value("tong(a, b)", whole=True) == 10


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("", 0),
        ("a +", 3),
        ("a b", 2),
        ("a + + b", 4),
        ("(a", 2),
        ("a)", 1),
        ("tong()", 5),
        ("tong(a,)", 7),
        ("ty_le(a)", 0),
        ("a + ty_le(a, b, a)", 4),
        ("max(a, b)", 0),
        ("a + 1,5", 5),
        ("12a3 + B", 7),
        ("[a", 0),
        ("a.b", 1),
        ("a ** b", 3),
        ("-a", 0),
    ],
)
def test_what_is_no_formula_is_refused_where_it_leaves_the_grammar(text: str, offset: int) -> None:
    assert parse(text) == Malformed(offset)


def test_a_formula_has_its_limits() -> None:
    assert not isinstance(parse("-".join("a" * 101)), Malformed)
    assert parse("-".join("a" * 102)) == Malformed(203, is_too_long=True)
    assert not isinstance(parse(f"{'(' * 40}a{')' * 40}"), Malformed)
    assert parse(f"{'(' * 41}a{')' * 41}") == Malformed(41, is_too_long=True)
    assert not isinstance(parse("9" * 30), Malformed)
    assert parse("9" * 31) == Malformed(0)
    assert not isinstance(parse("+".join("a" * 5000)), Malformed)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a / b", True),
        ("ty_le(a, b) + 1", True),
        ("tang_truong(a, b)", True),
        ("a * b - 1", False),
        ("a", False),
    ],
)
def test_what_divides_is_a_share(text: str, expected: bool) -> None:  # noqa: FBT001 - as the table has it
    formula = parse(text)
    assert not isinstance(formula, Malformed)
    assert is_ratio(formula) is expected


def test_names_come_from_left_to_right_with_their_places() -> None:
    formula = parse("tong(b, [2016]) - a * b")
    assert not isinstance(formula, Malformed)
    assert [(name.id, name.offset) for name in names(formula)] == [
        ("b", 5),
        ("2016", 8),
        ("a", 18),
        ("b", 22),
    ]


@pytest.mark.parametrize(
    ("value", "places", "expected"),
    [
        (Fraction(1, 2), 0, "1"),
        (Fraction(-1, 2), 0, "-1"),
        (Fraction(3, 2), 0, "2"),
        (Fraction(5, 2), 0, "3"),
        (Fraction(49, 100), 0, "0"),
        (Fraction(-49, 100), 0, "0"),
        (Fraction(1, 3), 2, "0.33"),
        (Fraction(2, 3), 2, "0.67"),
        (Fraction(1005, 1000), 2, "1.01"),
        (Fraction(7), 2, "7.00"),
        (Fraction(10**40) + Fraction(1, 2), 0, f"{10**40 + 1}"),
    ],
)
def test_half_is_rounded_away_from_zero_once(value: Fraction, places: int, expected: str) -> None:
    assert str(round_half_up(value, places)) == expected


def test_what_is_blank_stays_blank() -> None:
    assert round_half_up(None, 2) is None
