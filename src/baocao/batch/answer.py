"""What a worker says to the one who waits."""

from collections.abc import Mapping
from dataclasses import dataclass

from baocao.batch.outcome import Outcome
from baocao.batch.output import Output
from baocao.pipeline import Format


@dataclass(frozen=True, slots=True)
class Ready:
    """The first answer: why a format cannot be printed here, by format."""

    lacking: Mapping[Format, str]


@dataclass(frozen=True, slots=True)
class Starting:
    """The next document is one of this output."""

    output: Output


Answer = Ready | Starting | Outcome
