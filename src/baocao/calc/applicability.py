"""Which items of the outline apply to a unit, and which of them are printed."""

from collections.abc import Iterator
from dataclasses import replace

from baocao.model.campaign import SUPERIOR
from baocao.model.content import Report
from baocao.model.outline import Applicability, Condition, Outline, Passage, Section


def exclusion_reason(
    applicability: Applicability, report: Report
) -> Condition | frozenset[str] | None:
    """Return what excludes an item (its levels or the unmet condition), None if it applies."""
    if applicability.levels is not None and report.unit.level not in applicability.levels:
        return applicability.levels
    return next((each for each in applicability.conditions if not _is_met(each, report)), None)


def applies(item: Section | Passage, report: Report) -> bool:
    """Return whether the report must answer an item, or print it."""
    return exclusion_reason(item.applicability, report) is None


def outline_for_level(outline: Outline, level: str) -> Outline:
    """Return the outline without the items that never apply to units of a level."""
    return replace(outline, sections=tuple(_of_level(outline.sections, level)))


def printed_outline(outline: Outline, report: Report) -> Outline:
    """Return the outline without items that don't apply or may be left out when empty."""
    sections = tuple(_printed(outline.sections, report))
    return outline if sections == outline.sections else replace(outline, sections=sections)


def levels_naming_superior(outline: Outline, levels: tuple[str, ...]) -> frozenset[str]:
    """Return the levels whose reports name the unit's superior in a title or passage."""
    demands = tuple(_naming_superior(outline.sections))
    asked = (levels if d.levels is None else d.levels for d in demands)
    return frozenset(level for each in asked for level in each)


def _naming_superior(items: tuple[Section | Passage, ...]) -> Iterator[Applicability]:
    for item in items:
        words: tuple[str, ...] = (item.footnote,)
        if isinstance(item, Section):
            words += (*item.lines, item.text_if_empty)
            yield from _naming_superior(item.children)
        else:
            words += (item.text.value,)
        if any(SUPERIOR in each for each in words):
            yield item.applicability


def _is_met(condition: Condition, report: Report) -> bool:
    answer = report.answers.get(condition.section)
    value = None if answer is None else answer.value
    chosen = (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ()
    return any(each in condition.values for each in chosen)


def _of_level(items: tuple[Section | Passage, ...], level: str) -> Iterator[Section | Passage]:
    for item in items:
        if item.applicability.levels is not None and level not in item.applicability.levels:
            continue
        if isinstance(item, Section):
            yield replace(item, children=tuple(_of_level(item.children, level)))
        else:
            yield item


def _printed(items: tuple[Section | Passage, ...], report: Report) -> Iterator[Section | Passage]:
    for item in items:
        if not applies(item, report):
            continue
        if isinstance(item, Passage):
            yield item
            continue
        children = tuple(_printed(item.children, report))
        section = item if children == item.children else replace(item, children=children)
        asks_below = bool(item.sections())
        if section.sections() or _prints(section, report) or not (section.id or asks_below):
            yield section


def _prints(section: Section, report: Report) -> bool:
    """Return whether the section prints anything besides its title."""
    if section.form is not None:
        return True
    if section.id is None:
        return False
    answer = report.answers.get(section.id)
    is_empty = answer is None or answer.is_blank
    return not (is_empty and section.is_optional) or bool(section.text_if_empty)
