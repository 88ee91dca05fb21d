"""The award dossier (hồ sơ khen thưởng) of a unit: proposals, reports of merit, minutes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from baocao.model.paper import Answer, DocumentDate, Image, Paper
from baocao.model.text import Source, Text
from baocao.vietnamese.text import squeeze


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number as typed and as read."""

    text: Text
    value: int


@dataclass(frozen=True, slots=True)
class Declaration:
    """«co» or «khong», as typed and as read."""

    text: Text
    value: bool


@dataclass(frozen=True, slots=True)
class Collective:
    """A collective (tập thể) that is proposed for the award of id `award`.

    `is_unit` if it is the unit itself, whose numbers are those of its form and whose conditions
    stand once in the dossier; others give their own. `typed_name` is what was typed, if anything.
    """

    award: str
    id: Text
    name: str
    is_unit: bool
    typed_name: Text | None
    figures: Mapping[str, Count]
    conditions: Mapping[str, Declaration]
    votes: Count | None


@dataclass(frozen=True, slots=True)
class Person:
    """An individual (cá nhân) that is proposed for the award of id `award`.

    `title` is «Ông» or «Bà»; `is_adviser` and `is_follower` are the declared merits.
    """

    award: str
    id: Text
    typed_name: Text
    title: str
    born: DocumentDate
    position: Text
    workplace: Text
    diplomas: Count | None
    is_adviser: bool
    is_follower: bool
    votes: Count | None

    @property
    def name(self) -> str:
        """The full name, blanks closed up."""
        return squeeze(self.typed_name.value)


Proposal = Collective | Person


@dataclass(frozen=True, slots=True)
class EarlierAward:
    """A line of the tables of earlier titles and awards: the year, what, and by which decision."""

    year: Text
    name: Text
    decision: Text

    def texts(self) -> tuple[Text, ...]:
        return (self.name, self.decision)


@dataclass(frozen=True, slots=True)
class MeritReport:
    """A report of merit (báo cáo thành tích): `khen-thuong/<id>.yaml`.

    `head` carries the day and the picture of the signature. `outline` is the life or the character
    of the one proposed, `merit` what was achieved. The collective's signer acts for `collective`,
    as its head or another of `position`.
    """

    head: Paper
    name: Text | None
    outline: Answer | None
    merit: Answer | None
    titles: tuple[EarlierAward, ...]
    awards: tuple[EarlierAward, ...]
    collective: Text | None
    signer: Text | None
    position: Text | None

    def answers(self) -> Iterator[Answer]:
        yield from (answer for answer in (self.outline, self.merit) if answer is not None)

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed."""
        heads = (self.name, self.collective, self.signer, self.position)
        yield from (text for text in heads if text is not None)
        yield from (answer.text for answer in self.answers())
        for line in (*self.titles, *self.awards):
            yield from line.texts()


@dataclass(frozen=True, slots=True)
class Attendant:
    """One line of the attendance, «Họ tên - chức vụ»: the whole text, the name, and the rest."""

    text: Text
    name: str
    remark: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """The minutes (biên bản) of the meeting that chose whom to propose.

    `head` carries the number and the day of the meeting, and the picture of the chair's signature;
    `members` is how many may vote.
    """

    head: Paper
    begins: Text
    ends: Text
    venue: Text
    members: Count
    chair: Text
    secretary: Text
    present: tuple[Attendant, ...]
    absent: tuple[Attendant, ...]
    opinions: Answer | None
    secretary_signature: Image | None = None

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed."""
        yield from (self.begins, self.ends, self.venue, self.chair, self.secretary)
        yield from (attendant.text for attendant in (*self.present, *self.absent))
        if self.opinions is not None:
            yield self.opinions.text


@dataclass(frozen=True, slots=True)
class Tally:
    """The numbers of collectives and of individuals proposed."""

    collectives: int
    persons: int

    @property
    def total(self) -> int:
        return self.collectives + self.persons


@dataclass(frozen=True, slots=True)
class Dossier:
    """A unit's `khen-thuong.yaml` and the reports of merit beside it, by the proposal's id.

    `submission` is the head of the tờ trình; `grounds` are the unit's own. `orphan_files` are files
    in the folder of reports that no proposal has. If anything in the file was wrong it is not
    `is_whole`: what could not be read is left out.
    """

    source: Source
    submission: Paper
    grounds: tuple[Text, ...]
    conditions: Mapping[str, Declaration]
    minutes: Minutes | None
    proposals: tuple[Proposal, ...]
    reports: Mapping[str, MeritReport]
    unread: frozenset[str]
    orphan_files: tuple[Path, ...]
    is_whole: bool

    def collectives(self, award: str | None = None) -> tuple[Collective, ...]:
        """Return the collectives, of one award or of all."""
        return tuple(
            each
            for each in self.proposals
            if isinstance(each, Collective) and award in (None, each.award)
        )

    def persons(self, award: str | None = None) -> tuple[Person, ...]:
        """Return the individuals, of one award or of all."""
        return tuple(
            each
            for each in self.proposals
            if isinstance(each, Person) and award in (None, each.award)
        )

    def tally(self, award: str | None = None) -> Tally:
        """Count those proposed, for one award or for all."""
        return Tally(len(self.collectives(award)), len(self.persons(award)))

    def papers(self) -> Iterator[Paper]:
        """Yield the papers of the dossier that have a number or a date of their own."""
        yield self.submission
        if self.minutes is not None:
            yield self.minutes.head
        yield from (report.head for report in self.reports.values())

    def answers(self) -> Iterator[Answer]:
        """Yield the prose of the whole dossier."""
        if self.minutes is not None and self.minutes.opinions is not None:
            yield self.minutes.opinions
        for report in self.reports.values():
            yield from report.answers()

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed, file by file, without the papers' heads."""
        yield from self.grounds
        if self.minutes is not None:
            yield from self.minutes.texts()
        for each in self.proposals:
            if isinstance(each, Person):
                yield from (each.typed_name, each.position, each.workplace)
            elif each.typed_name is not None:
                yield each.typed_name
        for report in self.reports.values():
            yield from report.texts()
