"""What an answer of the outline is: prose, or one of a few kinds that are read exactly."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class AnswerKind(Enum):
    """The kinds of answer, by the word that the outline has for them."""

    PROSE = "van"
    FIGURE = "so"
    DATE = "ngay"
    RATIO = "ty_le"
    CHOICE = "chon"
    CHECKS = "danh_dau"


@dataclass(frozen=True, slots=True)
class Prose:
    """Free words: paragraphs, list items, figures of the forms."""


@dataclass(frozen=True, slots=True)
class NumberType:
    """A number with at most `decimals` places, from `minimum` to `maximum`."""

    measure: str = ""
    decimals: int = 0
    minimum: Decimal = Decimal(0)
    maximum: Decimal | None = None


@dataclass(frozen=True, slots=True)
class DateType:
    """A day of the calendar."""


@dataclass(frozen=True, slots=True)
class RatioType:
    """So many out of so many, `45/50`; the per cent is computed, to `decimals` places.

    `pattern` is how it prints, with `{tu}`, `{mau}` and `{ty_le}` for the three numbers.
    """

    pattern: str
    decimals: int = 1
    may_exceed: bool = False


@dataclass(frozen=True, slots=True)
class ChoiceType:
    """One of `choices`."""

    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChecksType:
    """Any number of `choices`, as boxes to be checked."""

    choices: tuple[str, ...]


AnswerType = Prose | NumberType | DateType | RatioType | ChoiceType | ChecksType


@dataclass(frozen=True, slots=True)
class Ratio:
    """So many out of so many; `whole` is not zero."""

    part: int
    whole: int

    def per_cent(self, places: int) -> Decimal:
        """Return the per cent to so many decimal places, exactly, halves rounded up."""
        scaled, rest = divmod(self.part * 100 * 10**places, self.whole)
        digits = scaled + (2 * rest >= self.whole)
        return Decimal(f"{digits}E-{places}")
