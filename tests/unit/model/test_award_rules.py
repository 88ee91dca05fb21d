"""A threshold says what a figure must be, and is met at its bound."""

from decimal import Decimal

import pytest

from baocao.model.award_rules import parse_comparison


@pytest.mark.parametrize(
    ("text", "demand", "met", "missed"),
    [
        ("bang_ldst.tong >= 50", "ít nhất", "50", "49"),
        ("bang_ldst.tong ≥ 50", "ít nhất", "50", "49"),
        ("bang_ldst.tong > 50", "trên", "51", "50"),
        ("bang_ldst.tong <= 50", "nhiều nhất", "50", "51"),
        ("bang_ldst.tong ≤ 50", "nhiều nhất", "50", "51"),
        ("bang_ldst.tong < 50", "dưới", "49", "50"),
        ("bang_ldst.tong = 50", "đúng", "50", "51"),
        ("so_lieu.bang_ldst.2016>=1.250", "ít nhất", "1250", "1249.9"),
        ("ty_le.tong >= 12,5", "ít nhất", "12.5", "12.4"),
    ],
)
def test_a_threshold_holds_at_its_bound_and_not_beyond(
    text: str, demand: str, met: str, missed: str
) -> None:
    comparison = parse_comparison(text)

    assert comparison is not None
    assert comparison.sign_in_words == demand
    assert comparison.holds(Decimal(met))
    assert not comparison.holds(Decimal(missed))


@pytest.mark.parametrize(
    "text",
    ["", "bang_ldst >= 50", "50 <= bang_ldst.tong", "a.b >= năm mươi", "a.b => 5", "a.b >= 1,200"],
)
def test_anything_else_is_no_threshold(text: str) -> None:
    assert parse_comparison(text) is None


def test_a_collective_below_the_unit_gives_the_figure_of_the_row() -> None:
    comparison = parse_comparison("so_lieu.bang_ldst.tong >= 30")

    assert comparison is not None
    assert comparison.row == "bang_ldst"
