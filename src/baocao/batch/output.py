"""What is asked for, made, recorded and reported as one: a kind of document in a format."""

from collections.abc import Mapping
from dataclasses import dataclass

from baocao.pipeline import Format


@dataclass(frozen=True, slots=True)
class Output:
    """A kind in a format, such as `bao-cao.docx`; it has one file, or one a person."""

    kind: str
    format: Format

    def __str__(self) -> str:
        """Give its name in manifests and messages."""
        return f"{self.kind}.{self.format.value}"


@dataclass(frozen=True, slots=True)
class Made:
    """An output's files in memory, by path within the unit's folder."""

    output: Output
    files: Mapping[str, bytes]
