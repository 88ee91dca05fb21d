"""The per cent of a ratio: exact, halves rounded up."""

from decimal import Decimal

import pytest

from baocao.model.outline import Ratio


@pytest.mark.parametrize(
    ("part", "whole", "places", "expected"),
    [
        (45, 50, 1, "90.0"),
        (2, 3, 1, "66.7"),
        (2, 3, 2, "66.67"),
        (1, 3, 0, "33"),
        (1, 8, 1, "12.5"),
        (1, 8, 0, "13"),
        (1, 2000, 1, "0.1"),  # 0.05
        (9999, 20000, 2, "50.00"),  # 49.995
        (9989, 20000, 2, "49.95"),  # 49.945
        (0, 7, 1, "0.0"),
        (1045, 999, 1, "104.6"),
        (10**29, 3 * 10**29, 6, "33.333333"),
    ],
)
def test_the_per_cent_is_computed_exactly(
    part: int, whole: int, places: int, expected: str
) -> None:
    assert Ratio(part, whole).per_cent(places) == Decimal(expected)
