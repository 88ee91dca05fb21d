"""Boxes 7 and 9: who signs and by what authority, to whom the document goes (Điều 13; II.7, II.9).

A head signs `TM. <collective>` over the position; a deputy puts `KT. <head>` between.
"""

from dataclasses import replace

from baocao.model.campaign import SUPERIOR, Campaign, Level
from baocao.model.content import Report
from baocao.model.document import Block, Heading, Recipients, Signature
from baocao.vietnamese.text import fold

_ENDS = " ;.,"


def signature(campaign: Campaign, report: Report, note: str) -> Signature:
    """Compose the signature block; `note` stands in the blank where no signer was named."""
    level = campaign.level_of(report.unit)
    name = report.signer.value.strip() if report.signer is not None else ""
    return Signature(
        authority=tuple(line.upper() for line in _authority(level, report)),
        note="" if name else note,
        name=name,
    )


def position(level: Level, report: Report) -> str:
    """Give the signer's title as the campaign spells it; the head's where none was given."""
    if report.position is None:
        return level.head
    typed = fold(report.position.value)
    return next(title for title in level.positions if fold(title) == typed)


def addressees(campaign: Campaign, report: Report) -> tuple[str, ...]:
    """Compose the lines of box 9a: one addressee on the line of «Kính gửi», more below it."""
    typed = tuple(text.value for text in report.addressees)
    names = typed or _filled(campaign, report, campaign.level_of(report.unit).addressees)
    if len(names) <= 1:
        return tuple(f"Kính gửi: {name.strip(_ENDS)}" for name in names)
    return ("Kính gửi:", *_listed(names))


def recipients(campaign: Campaign, report: Report) -> Recipients:
    """Compose box 9b; a unit's own list wins over its level's."""
    typed = tuple(text.value for text in report.recipients)
    names = typed or _filled(campaign, report, campaign.level_of(report.unit).recipients)
    return Recipients("Nơi nhận:", _listed(names))


def tied(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Tie the last block to the signature after it, which may not stand alone on a page."""
    *before, last = blocks
    return (*before, last if isinstance(last, Heading) else replace(last, keeps_next=True))


def _authority(level: Level, report: Report) -> tuple[str, ...]:
    title = position(level, report)
    lines = (f"TM. {level.collective}",)
    return (*lines, title) if title == level.head else (*lines, f"KT. {level.head}", title)


def _filled(campaign: Campaign, report: Report, names: tuple[str, ...]) -> tuple[str, ...]:
    """Put the superior's name where the campaign's text says `{cap_tren}`."""
    superior = report.unit.superior
    name = campaign.units[superior].name if superior is not None else ""
    return tuple(text.replace(SUPERIOR, name) for text in names)


def _listed(names: tuple[str, ...]) -> tuple[str, ...]:
    items = tuple(f"- {name.strip(_ENDS).removeprefix('- ')}" for name in names)
    return (*(f"{item};" for item in items[:-1]), *(f"{item}." for item in items[-1:]))
