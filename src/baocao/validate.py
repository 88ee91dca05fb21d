"""Stage 2: the rules, applied to what a unit wrote."""

from collections.abc import Callable, Iterator

from baocao.diagnostics import Diagnostic
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules import (
    missing_form,
    missing_row,
    missing_section,
    negative_figure,
    parts_mismatch,
    subset_exceeds_whole,
    too_many_decimals,
    uncovered_character,
    unknown_figure,
    unknown_position,
    wrong_symbol,
)

Rule = Callable[[Campaign, UnitContent], Iterator[Diagnostic]]

RULES: tuple[Rule, ...] = (
    missing_section.check,
    missing_form.check,
    missing_row.check,
    too_many_decimals.check,
    negative_figure.check,
    parts_mismatch.check,
    subset_exceeds_whole.check,
    unknown_figure.check,
    unknown_position.check,
    wrong_symbol.check,
    uncovered_character.check,
)


def validate(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give every fault that the rules find, rule by rule."""
    for rule in RULES:
        yield from rule(campaign, content)
