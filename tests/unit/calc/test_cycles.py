"""Ids whose sources lead back to themselves."""

import pytest

from baocao.calc.cycles import cycles


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ({"a": ("b",), "b": ()}, []),
        ({"a": ("a",)}, [("a",)]),
        ({"a": ("b",), "b": ("c",), "c": ("a",)}, [("a", "b", "c")]),
        ({"d": ("b",), "b": ("c",), "c": ("b",), "e": ("e",)}, [("b", "c"), ("e",)]),
        ({"": (), "a": ("",)}, []),  # a column whose key `ma` was misspelt has no id
    ],
)
def test_each_circle_is_found_once_from_its_first_member_to_its_last(
    sources: dict[str, tuple[str, ...]], found: list[tuple[str, ...]]
) -> None:
    assert list(cycles(sources)) == found
