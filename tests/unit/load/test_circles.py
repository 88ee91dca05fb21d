"""Ids whose sources lead back to themselves."""

import pytest

from baocao.load.campaign.form_values import cyclic


@pytest.mark.parametrize(
    ("sources", "found"),
    [
        ({"a": ("b",), "b": ()}, []),
        ({"a": ("a",)}, [("a", "a")]),
        ({"a": ("b",), "b": ("c",), "c": ("a",)}, [("a", "b"), ("b", "c"), ("c", "a")]),
        ({"": (), "a": ("",)}, []),  # a column whose key `ma` was misspelt has no id
    ],
)
def test_each_id_of_a_circle_is_named_with_the_source_that_leads_back(
    sources: dict[str, tuple[str, ...]], found: list[tuple[str, str]]
) -> None:
    assert list(cyclic(sources)) == found
