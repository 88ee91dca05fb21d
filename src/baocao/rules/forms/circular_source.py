"""Checks that nothing in a form is computed from itself, part of itself, or its own standard."""

from collections.abc import Mapping

from baocao.calc.cycles import cycles
from baocao.diagnostics import Diagnostics
from baocao.load.campaign.form_header import MAX_DEPTH, HeaderCell
from baocao.load.campaign.form_source import FormSource
from baocao.load.campaign.form_specs import RowSpec
from baocao.load.records.bind import words
from baocao.model.text import Text
from baocao.rules.campaign.circular_reference import circular
from baocao.rules.registry import block_rule, form_rule


@block_rule
def check_blocks(form: FormSource) -> Diagnostics:
    """Check that no block of columns stands within itself, nor too many within one another."""
    for cell in form.cells:
        block = cell.spec.block
        if block is not None and (words(block) in cell.within or len(cell.within) > MAX_DEPTH):
            yield circular(block)


@form_rule
def check(form: FormSource) -> Diagnostics:
    """Check columns and rows.

    What is compared may lead back the other way, so each kind of source is checked by itself.
    """
    yield from _check(form.numeric_columns)
    yield from _check(form.numeric_rows)


def _check(items: Mapping[str, HeaderCell | RowSpec]) -> Diagnostics:
    yield from _circles({own: dict(item.named_sources()) for own, item in items.items()})
    yield from _circles({own: dict(item.named_parts()) for own, item in items.items()})
    yield from _circles({own: dict(item.named_whole()) for own, item in items.items()})
    for own, item in items.items():
        yield from (circular(text) for name, text in item.named_expected() if name == own)


def _circles(named: Mapping[str, Mapping[str, Text]]) -> Diagnostics:
    """Yield each circle at the place where its first member names the next."""
    for circle in cycles(named):
        first, following = circle[0], circle[1 % len(circle)]
        yield circular(named[first][following])
