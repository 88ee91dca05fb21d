"""The campaign (đợt báo cáo): who must report to whom, by when, with which documents."""

import datetime as dt
import enum
from collections.abc import Mapping
from dataclasses import dataclass

from baocao.kinds import UNADDRESSED_KINDS
from baocao.model.award_rules import AwardRules
from baocao.model.form import Form
from baocao.model.outline import Outline
from baocao.vietnamese.ordinals import roman
from baocao.vietnamese.text import fold

ACTING = "Quyền "
"""Begins the title of one who acts as the head, whose own title follows it."""
ABOVE = "Như trên"
"""The recipient that means those of «Kính gửi»."""
_ABOVE_FOLDED = fold(ABOVE)
PROFILES = ("nd30-2020",)


class PdfEngine(enum.Enum):
    """What lays out the PDF; the value is its name in `dot-bao-cao.yaml`."""

    WEASYPRINT = "weasyprint"
    TYPST = "typst"


SUPERIOR = "{cap_tren}"
"""Stands in a level's texts for the name of each unit's superior."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of the recipients, or several under a brace with `purpose` beside it."""

    names: tuple[str, ...]
    purpose: str = ""


@dataclass(frozen=True, slots=True)
class Delegate:
    """One who signs in place of another: `title`, by order or authority of `principal`."""

    title: str
    principal: str


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the organisation (cấp), and how its units write, sign and address.

    `collective` is whom a signer stands for (TM.), `head` the title of the one who signs without
    KT., `deputies` the titles of those who sign for the head. `acting` sign as the head (Q.),
    `by_order` and `authorised` in the name of another (TL., TUQ.). Titles are in sentence case.
    """

    id: str
    name: str
    deadline: dt.date
    collective: str
    head: str
    deputies: tuple[str, ...]
    addressees: tuple[str, ...]
    recipients: tuple[Recipient, ...]
    acting: tuple[str, ...] = ()
    by_order: tuple[Delegate, ...] = ()
    authorised: tuple[Delegate, ...] = ()

    @property
    def positions(self) -> tuple[str, ...]:
        """The titles under which a document of this level may be signed."""
        delegates = (each.title for each in (*self.by_order, *self.authorised))
        return (self.head, *self.acting, *self.deputies, *delegates)


@dataclass(frozen=True, slots=True)
class Sending:
    """To whom a kind of document goes from units of `levels` (None: all), where not as usual.

    An empty list leaves it to the level's own.
    """

    levels: tuple[str, ...] | None
    addressees: tuple[str, ...] = ()
    recipients: tuple[Recipient, ...] = ()

    def is_of(self, level: Level) -> bool:
        """Tell whether this holds for units of a level."""
        return self.levels is None or level.id in self.levels


@dataclass(frozen=True, slots=True)
class RequiredDocument:
    """A kind of document that the campaign asks for, and its fixed words.

    `symbol` is the kind's part of the document number (BC, KH …); empty where it takes no number.
    `abstract` may be broken into lines by its author.
    """

    kind: str
    type_name: str
    symbol: str
    abstract: tuple[str, ...]
    closing: tuple[str, ...]
    appendices: tuple[str, ...]
    sendings: tuple[Sending, ...] = ()

    @property
    def subject(self) -> str:
        """The abstract as running text."""
        return " ".join(self.abstract)

    def addressees(self, level: Level) -> tuple[str, ...]:
        """Give whom units of a level address with this kind, and nobody where it has no address."""
        if self.kind in UNADDRESSED_KINDS:
            return ()
        own = (each.addressees for each in self.sendings if each.is_of(level))
        return next(filter(None, own), level.addressees)

    def recipients(self, level: Level) -> tuple[Recipient, ...]:
        """Give whom units of a level send this kind to; the first sending that says so wins.

        What the level has for all kinds says «Như trên» only where there is somebody above.
        """
        own = (each.recipients for each in self.sendings if each.is_of(level))
        chosen = next(filter(None, own), level.recipients)
        if self.addressees(level):
            return chosen
        return tuple(each for each in chosen if fold(each.names[0].strip(" -;.")) != _ABOVE_FOLDED)


def appendix_labels(count: int) -> tuple[str, ...]:
    """Give the labels of so many appendices; two or more take Roman numbers."""
    if count == 1:
        return ("Phụ lục",)
    return tuple(f"Phụ lục {roman(place)}" for place in range(1, count + 1))


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that must report; `superior` is the id of the unit it reports to."""

    id: str
    name: str
    level: str
    superior: str | None
    place: str
    symbol: str


@dataclass(frozen=True, slots=True)
class Campaign:
    """Everything that one campaign is, read from its folder."""

    id: str
    title: str
    first_year: int
    last_year: int
    profile: str
    base_plan: str
    opens: dt.date
    levels: Mapping[str, Level]
    documents: Mapping[str, RequiredDocument]
    outline: Outline
    forms: Mapping[str, Form]
    units: Mapping[str, Unit]
    awards: AwardRules | None = None
    engine: PdfEngine = PdfEngine.WEASYPRINT

    def level_of(self, unit: Unit) -> Level:
        """Give the level at which `unit` stands."""
        return self.levels[unit.level]

    def blanks_of(self, unit: Unit) -> dict[str, str]:
        """Give what fills the blanks named `UNIT_BLANKS`; none for a superior that is not."""
        superior = {} if unit.superior is None else {"cap_tren": self.units[unit.superior].name}
        return {"don_vi": unit.name, "dia_danh": unit.place, **superior}
