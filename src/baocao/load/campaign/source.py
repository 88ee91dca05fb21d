"""A campaign's files as typed, as far as they could be read: what the rules of a campaign judge."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from baocao.kinds import REPORT
from baocao.load.campaign.outline_items import Item, items_by_id
from baocao.load.campaign.outline_specs import OutlineSpec
from baocao.load.records.located import Located
from baocao.model.campaign import SUPERIOR
from baocao.model.form import Form
from baocao.model.text import Text


@dataclass(frozen=True, slots=True)
class Known:
    """What a campaign's other files offer to be named; None for what could not be read.

    `attached` are the forms printed as appendices of the report, `years` the first and the last.
    """

    levels: tuple[str, ...] | None = None
    forms: Mapping[str, Form] | None = None
    attached: tuple[str, ...] | None = None
    years: tuple[str, str] | None = None


@dataclass(frozen=True)
class CampaignSource:
    """`dot-bao-cao.yaml`, and the campaign's forms; None if they have faults.

    Where not all of the file is of its shape it is not `is_sound`: what it names is not known then,
    else names would be missed elsewhere that are only misread here.
    """

    record: Located
    forms: Mapping[str, Form] | None
    is_sound: bool

    @cached_property
    def levels(self) -> tuple[Located, ...]:
        return self.record.records("levels")

    @cached_property
    def level_ids(self) -> tuple[str, ...]:
        return tuple(level.word("id") for level in self.levels)

    @cached_property
    def documents(self) -> tuple[Located, ...]:
        return self.record.records("documents")

    @cached_property
    def sendings(self) -> tuple[Located, ...]:
        return tuple(
            each for document in self.documents for each in document.records("distributions")
        )

    @property
    def appendices(self) -> tuple[Text, ...]:
        """The ids of the forms that are printed as appendices of the report."""
        reports = (each for each in self.documents if each.word("kind") == REPORT)
        return tuple(text for each in reports for text in each.texts("appendices"))

    @cached_property
    def known(self) -> Known:
        """What the outline and closing lines may name."""
        if not self.is_sound:
            return Known(forms=self.forms)
        attached = tuple(text.stripped for text in self.appendices)
        years = (self.record.word("first_year"), self.record.word("last_year"))
        return Known(self.level_ids, self.forms, attached, years)

    def levels_naming_superior(self) -> Iterator[str]:
        """Yield the levels whose addressees, recipients or closing lines name a unit's superior."""
        if not self.is_sound:
            return
        closings = tuple(text for each in self.documents for text in each.texts("closing"))
        for level in self.levels:
            level_id = level.word("id")
            own = (text for each in self.documents for text in _first_texts(each, level_id))
            if any(SUPERIOR in text.value for text in (*closings, *sent_to(level), *own)):
                yield level_id


@dataclass(frozen=True)
class OutlineSource:
    """`de-cuong.yaml`, which may name what is `known`."""

    spec: OutlineSpec
    known: Known

    @cached_property
    def top_items(self) -> tuple[Item, ...]:
        styles = tuple(text.stripped for text in self.spec.numbering)
        return tuple(Item(section, (), styles) for section in self.spec.sections)

    @cached_property
    def items(self) -> tuple[Item, ...]:
        """Every section and passage, in the order of the file."""
        return tuple(item for top in self.top_items for item in top.walk())

    @cached_property
    def sections(self) -> Mapping[str, Item]:
        """The sections that have an id, by it."""
        return items_by_id(item for item in self.items if not item.is_passage)


@dataclass(frozen=True, slots=True)
class UnitsSource:
    """The list of units; units of the levels `reporting_upwards` must name their superior."""

    records: tuple[Located, ...]
    levels: tuple[str, ...] | None
    reporting_upwards: frozenset[str]


def sent_to(record: Located) -> tuple[Text, ...]:
    """Return every text of a level or a sending that says to whom its documents go."""
    return (*record.texts("addressees"), *record.texts("recipients"))


def titles(level: Located) -> Iterator[Text]:
    """Yield every title under which a level signs."""
    for field in ("head", "acting", "deputies"):
        yield from level.texts(field)
    yield from _of_delegates(level, "title")


def principals(level: Located) -> Iterator[Text]:
    """Yield those by whose order or authority others sign."""
    return _of_delegates(level, "principal")


def _of_delegates(level: Located, field: str) -> Iterator[Text]:
    for delegates in ("by_order", "authorised"):
        yield from (text for each in level.records(delegates) if (text := each.text(field)))


def offered_to(kind: str, known: Known) -> Known:
    """Return what a kind of document may name: only the report has appendices."""
    return known if kind == REPORT else replace(known, forms=None, attached=())


def _first_texts(document: Located, level_id: str) -> Iterator[Text]:
    """Yield the lists that a document has for a level, of each kind the first that is there."""
    sendings = [
        each
        for each in document.records("distributions")
        if level_id in (each.words("levels") or (level_id,))
    ]
    yield from next(filter(None, (each.texts("addressees") for each in sendings)), ())
    yield from next(filter(None, (each.texts("recipients") for each in sendings)), ())
