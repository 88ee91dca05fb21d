"""A document of a unit as its file heads and signs it, with its answers and pictures."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from baocao.model.campaign import Recipient, Unit
from baocao.model.outline import Ratio
from baocao.model.text import Source, Text

AnswerValue = Decimal | dt.date | Ratio | str | tuple[str, ...]
"""An answer that is no prose, as read: a choice is a string, checked boxes are several."""


REFERENCE = re.compile(r"\{\{((?:(?!\{\{).)*?)\}\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture made safe to print: 8 bits, sRGB or grey, upright, no alpha, no metadata.

    `data` is a file of `media_type`, `image/png` or `image/jpeg`. It is not to be printed larger
    than `width_mm` by `height_mm`.
    """

    data: bytes = field(repr=False)
    media_type: str
    width_mm: float
    height_mm: float


@dataclass(frozen=True, slots=True)
class AttachedPicture:
    """A picture under one section; `image` is None if its file has faults.

    `alternative` is what is read out to those who cannot see it; the caption if none was typed.
    """

    section: Text
    caption: Text
    alternative: Text
    image: Image | None


@dataclass(frozen=True, slots=True)
class Reference:
    """A `{{ … }}` of a narrative: what stands inside, and where in the text."""

    expression: str
    offset: int
    length: int


@dataclass(frozen=True, slots=True)
class Answer:
    """What a unit wrote under one section: the key, the text, and the figures that it prints.

    `value` is what an answer of another kind than prose says; None if it is blank.
    """

    key: Text
    text: Text
    references: tuple[Reference, ...] = ()
    value: AnswerValue | None = None

    @property
    def is_blank(self) -> bool:
        """True if nothing was answered; that no box is checked is an answer."""
        return self.value is None and self.text.is_blank


@dataclass(frozen=True, slots=True)
class DocumentDate:
    """A date as typed and as read."""

    text: Text
    value: dt.date


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document number as typed (`45` or `45/BC-LĐLĐ`), and its figure."""

    text: Text
    value: int
    symbol: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of a unit as its file heads and signs it; what was left blank is None or empty.

    `kind` is that of the order it meets. `keys` are the keys that were typed. `recipients` are
    what will be printed, `recipient_texts` every text of theirs as typed, in the file's order.
    """

    unit: Unit
    source: Source
    kind: str
    keys: Mapping[str, Text] = field(default_factory=dict)
    number: DocumentNumber | None = None
    date: DocumentDate | None = None
    signer: Text | None = None
    position: Text | None = None
    addressees: tuple[Text, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    recipient_texts: tuple[Text, ...] = ()
    signature_image: Image | None = None

    def texts(self) -> Iterator[Text]:
        """Yield every text that is printed as typed, in the order of the file's keys."""
        yield from (text for text in (self.signer, self.position) if text is not None)
        yield from self.addressees
        yield from self.recipient_texts

    def prose(self) -> Iterator[Answer]:
        """Yield every text in which marks and references may stand."""
        return iter(())
