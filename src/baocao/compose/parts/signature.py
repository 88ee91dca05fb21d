"""Box 7: who signs and by what authority (Nghị định 30/2020/NĐ-CP, Điều 13; Phụ lục I, II.7).

A head signs `TM. <collective>` over the position, one who acts as the head over `Q. <position>`; a
deputy puts `KT. <head>` between. Who signs by order or by authority stands under `TL. <principal>`
or `TUQ. <principal>`, for no collective.
"""

from dataclasses import replace

from baocao.compose.parts.pictures import signature_picture
from baocao.model.campaign import (
    ACTING,
    Campaign,
    Level,
)
from baocao.model.document import Block, Heading, Signature
from baocao.model.paper import Paper
from baocao.vietnamese.text import fold


def signature(campaign: Campaign, paper: Paper, note: str) -> Signature:
    """Compose the signature block; `note` is printed if no signer was named."""
    level = campaign.level_of(paper.unit)
    name = paper.signer.stripped if paper.signer is not None else ""
    return Signature(
        authority=tuple(line.upper() for line in _authority(level, signer_position(level, paper))),
        note="" if name else note,
        name=name,
        picture=signature_picture(paper.signature_image, name),
    )


def signer_position(level: Level, paper: Paper) -> str:
    """Return the signer's title as the campaign spells it, the head's if none was given."""
    if paper.position is None:
        return level.head
    typed = fold(paper.position.value)
    return next(title for title in level.positions if fold(title) == typed)


def keep_with_signature(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Keep the last block with the signature, which may not stand alone on a page."""
    *before, last = blocks
    return (*before, last if isinstance(last, Heading) else replace(last, keeps_next=True))


def _authority(level: Level, title: str) -> tuple[str, ...]:
    """Return the lines of authority over the name (Điều 13; II.7.a)."""
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
