"""The checks of a unit's content, in the order in which they are made."""

from collections.abc import Callable, Iterator

from baocao.diagnostics import Diagnostic
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent

ContentCheck = Callable[[Campaign, UnitContent], Iterator[Diagnostic]]

CONTENT_CHECKS: list[ContentCheck] = []


def content_rule(check: ContentCheck) -> ContentCheck:
    """Register the check of a rule about what a unit wrote."""
    CONTENT_CHECKS.append(check)
    return check
