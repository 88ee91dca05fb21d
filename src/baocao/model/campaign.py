"""The campaign (đợt báo cáo): who must report to whom, by when, with which documents."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from baocao.model.form import Form
from baocao.model.outline import Outline
from baocao.vietnamese.ordinals import roman

REPORT = "bao-cao"
"""The kind of document that prints the outline."""

KINDS = (REPORT, "bieu-so-lieu")
PROFILES = ("nd30-2020",)
SUPERIOR = "{cap_tren}"
"""Stands in a level's texts for the name of each unit's superior."""


@dataclass(frozen=True, slots=True)
class Level:
    """A level of the organisation (cấp), and how its units write, sign and address.

    `collective` is whom a signer stands for (TM.), `head` the title of the one who signs without
    KT., `deputies` the titles of those who sign for the head. Titles are in sentence case.
    """

    id: str
    name: str
    deadline: dt.date
    collective: str
    head: str
    deputies: tuple[str, ...]
    addressees: tuple[str, ...]
    recipients: tuple[str, ...]

    @property
    def positions(self) -> tuple[str, ...]:
        """The titles under which a document of this level may be signed."""
        return (self.head, *self.deputies)


@dataclass(frozen=True, slots=True)
class Order:
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

    @property
    def subject(self) -> str:
        """The abstract as running text."""
        return " ".join(self.abstract)


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
    orders: Mapping[str, Order]
    outline: Outline
    forms: Mapping[str, Form]
    units: Mapping[str, Unit]

    def level_of(self, unit: Unit) -> Level:
        """Give the level at which `unit` stands."""
        return self.levels[unit.level]

    def blanks_of(self, unit: Unit) -> dict[str, str]:
        """Give what fills the blanks named `UNIT_BLANKS`; none for a superior that is not."""
        superior = {} if unit.superior is None else {"cap_tren": self.units[unit.superior].name}
        return {"don_vi": unit.name, "dia_danh": unit.place, **superior}
