"""Box 9: to whom the document is addressed and sent (Nghị định 30/2020/NĐ-CP, Phụ lục I, II.9)."""

from collections.abc import Iterator
from dataclasses import replace

from baocao.kinds import UNADDRESSED_KINDS
from baocao.layout.typeface import width_mm
from baocao.model.campaign import SUPERIOR, Campaign, Recipient, RequiredDocument
from baocao.model.document import Brace, Recipients
from baocao.model.paper import Paper
from baocao.vietnamese.text import bind

_ENDS = " ;.,"
_LIST_SIZE = 11
_SLACK_MM, _WIDEST_LINES_MM = 1.5, 55.0  # of the column of the lines under a brace


def addressees(campaign: Campaign, required: RequiredDocument, paper: Paper) -> tuple[str, ...]:
    """Compose the lines of box 9a: one addressee on the line of «Kính gửi», more below it.

    A kind of document without an addressee has none (II.9.a).
    """
    if required.kind in UNADDRESSED_KINDS:
        return ()
    typed = tuple(text.value for text in paper.addressees)
    names = typed or _filled(campaign, paper, required.addressees(campaign.level_of(paper.unit)))
    if len(names) <= 1:
        return tuple(f"Kính gửi: {name.strip(_ENDS)}" for name in names)
    return ("Kính gửi:", *_listed(names))


def recipients(campaign: Campaign, required: RequiredDocument, paper: Paper) -> Recipients:
    """Compose box 9b: the unit's own list, else the document's, else its level's."""
    chosen = resolved_recipients(campaign, required, paper)
    names = tuple(name for each in chosen for name in each.names)
    lines = _listed(names)
    return Recipients("Nơi nhận:", lines, tuple(_braces(chosen, lines)))


def _braces(chosen: tuple[Recipient, ...], lines: tuple[str, ...]) -> Iterator[Brace]:
    first = 0
    for each in chosen:
        end = first + len(each.names)
        if each.purpose:
            longest = max(width_mm(line, _LIST_SIZE, bold=False) for line in lines[first:end])
            width = round(min(longest + _SLACK_MM, _WIDEST_LINES_MM), 1)
            yield Brace(first, len(each.names), bind(each.purpose), width)
        first = end


def resolved_recipients(
    campaign: Campaign, required: RequiredDocument, paper: Paper
) -> tuple[Recipient, ...]:
    """Return the recipients, the superior's name filled in."""
    chosen = paper.recipients or required.recipients(campaign.level_of(paper.unit))
    return tuple(replace(each, names=_filled(campaign, paper, each.names)) for each in chosen)


def _filled(campaign: Campaign, paper: Paper, names: tuple[str, ...]) -> tuple[str, ...]:
    """Replace `{cap_tren}` by the superior's name."""
    superior = paper.unit.superior
    name = campaign.units[superior].name if superior is not None else ""
    return tuple(text.replace(SUPERIOR, name) for text in names)


def _listed(names: tuple[str, ...]) -> tuple[str, ...]:
    items = tuple(f"- {name.strip(_ENDS).removeprefix('- ')}" for name in names)
    return (*(f"{item};" for item in items[:-1]), *(f"{item}." for item in items[-1:]))
