"""Boxes 7 and 9: who signs and by what authority, to whom the document goes (Điều 13; II.7, II.9).

A head signs `TM. <collective>` over the position, one who acts as the head over `Q. <position>`; a
deputy puts `KT. <head>` between. Who signs by order or by authority stands under `TL. <principal>`
or `TUQ. <principal>`, for no collective.
"""

from collections.abc import Iterator
from dataclasses import replace

from baocao.compose.parts.pictures import signature_picture
from baocao.kinds import UNADDRESSED_KINDS
from baocao.layout.typeface import width_mm
from baocao.model.campaign import ACTING, SUPERIOR, Campaign, Level, Recipient, RequiredDocument
from baocao.model.document import Block, Brace, Heading, Recipients, Signature
from baocao.model.paper import Paper
from baocao.vietnamese.text import bind, fold

_ENDS = " ;.,"
_LIST_SIZE = 11
_SLACK_MM, _WIDEST_LINES_MM = 1.5, 55.0  # of the column of the lines under a brace


def signature(campaign: Campaign, paper: Paper, note: str) -> Signature:
    """Compose the signature block; `note` stands in the blank where no signer was named."""
    level = campaign.level_of(paper.unit)
    name = paper.signer.value.strip() if paper.signer is not None else ""
    return Signature(
        authority=tuple(line.upper() for line in _authority(level, position(level, paper))),
        note="" if name else note,
        name=name,
        picture=signature_picture(paper.signature_image, name),
    )


def position(level: Level, paper: Paper) -> str:
    """Give the signer's title as the campaign spells it; the head's where none was given."""
    if paper.position is None:
        return level.head
    typed = fold(paper.position.value)
    return next(title for title in level.positions if fold(title) == typed)


def addressees(campaign: Campaign, order: RequiredDocument, paper: Paper) -> tuple[str, ...]:
    """Compose the lines of box 9a: one addressee on the line of «Kính gửi», more below it.

    A kind of document that is sent to nobody in particular has none (II.9.a).
    """
    if order.kind in UNADDRESSED_KINDS:
        return ()
    typed = tuple(text.value for text in paper.addressees)
    names = typed or _filled(campaign, paper, order.addressees(campaign.level_of(paper.unit)))
    if len(names) <= 1:
        return tuple(f"Kính gửi: {name.strip(_ENDS)}" for name in names)
    return ("Kính gửi:", *_listed(names))


def recipients(campaign: Campaign, order: RequiredDocument, paper: Paper) -> Recipients:
    """Compose box 9b; a unit's own list wins over that of the order, and that over its level's."""
    chosen = sent_to(campaign, order, paper)
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


def sent_to(campaign: Campaign, order: RequiredDocument, paper: Paper) -> tuple[Recipient, ...]:
    """Give the recipients as the list has them, the superior's name where it is called."""
    chosen = paper.recipients or order.recipients(campaign.level_of(paper.unit))
    return tuple(replace(each, names=_filled(campaign, paper, each.names)) for each in chosen)


def tied(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Tie the last block to the signature after it, which may not stand alone on a page."""
    *before, last = blocks
    return (*before, last if isinstance(last, Heading) else replace(last, keeps_next=True))


def _authority(level: Level, title: str) -> tuple[str, ...]:
    """Give the lines of authority over the name (Điều 13; II.7.a)."""
    collective = f"TM. {level.collective}"
    if title == level.head:
        return (collective, title)
    if title in level.acting:
        return (collective, f"Q. {title.removeprefix(ACTING)}")
    if title in level.deputies:
        return (collective, f"KT. {level.head}", title)
    for sign, delegates in (("TL.", level.by_order), ("TUQ.", level.authorised)):
        for each in delegates:
            if each.title == title:
                return (f"{sign} {each.principal or level.head}", title)
    message = f"{title} is no position of {level.id}"
    raise ValueError(message)


def _filled(campaign: Campaign, paper: Paper, names: tuple[str, ...]) -> tuple[str, ...]:
    """Put the superior's name where the campaign's text says `{cap_tren}`."""
    superior = paper.unit.superior
    name = campaign.units[superior].name if superior is not None else ""
    return tuple(text.replace(SUPERIOR, name) for text in names)


def _listed(names: tuple[str, ...]) -> tuple[str, ...]:
    items = tuple(f"- {name.strip(_ENDS).removeprefix('- ')}" for name in names)
    return (*(f"{item};" for item in items[:-1]), *(f"{item}." for item in items[-1:]))
