"""A text that a person wrote, and its place in a file."""

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from baocao.diagnostics import Span
from baocao.model.source_offset import source_offset

_NULL = ("~", "null", "Null", "NULL")


def is_null(plain: str) -> bool:
    """Return whether a scalar typed without quotes is one of YAML's words for null."""
    return plain in _NULL


@dataclass(frozen=True)
class Source:
    """A file's text after decoding: NFC, line feeds only, so that places are an editor's."""

    path: Path
    text: str

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        offset = self.text.find("\n")
        while offset >= 0:
            starts.append(offset + 1)
            offset = self.text.find("\n", offset + 1)
        return starts

    def span(self, start: int, end: int) -> Span:
        """Return the span of the characters from `start` to `end`, cut at the end of the line."""
        start = min(start, len(self.text))
        row = bisect_right(self._line_starts, start) - 1
        line_start = self._line_starts[row]
        newline = self.text.find("\n", start)
        line_end = len(self.text) if newline < 0 else newline
        return Span(self.path, row + 1, start - line_start + 1, max(1, min(end, line_end) - start))

    def start_of(self, number: int) -> int:
        """Return the offset at which line `number`, counted from 1, begins."""
        return self._line_starts[number - 1]

    def line(self, number: int) -> str:
        """Return line `number`, counted from 1, without its end; empty past the last line."""
        if number > len(self._line_starts):
            return ""
        start = self._line_starts[number - 1]
        newline = self.text.find("\n", start)
        return self.text[start : len(self.text) if newline < 0 else newline]


class Text(NamedTuple):
    """A scalar as it was typed: nothing is guessed from its look.

    `start` and `end` are character offsets into `source.text`, quotes and block marks included.
    A tuple, since files are full of them: a frozen dataclass takes four times as long to make.
    """

    value: str
    source: Source
    start: int
    end: int
    plain: bool = True

    @property
    def stripped(self) -> str:
        """The value without white space at its ends."""
        return self.value.strip()

    @property
    def is_blank(self) -> bool:
        """True if nothing was typed, or `~`, or `null` as YAML spells it."""
        return not self.stripped or (self.plain and is_null(self.value))

    @property
    def joins_lines(self) -> bool:
        """True if YAML folds the lines typed, so that a line end means a blank line."""
        return self.source.text[self.start : self.start + 1] != "|"

    @property
    def span(self) -> Span:
        """The place of the whole text, as far as the end of its first line."""
        return self.source.span(self.start, self.end)

    def span_of(self, offset: int, length: int = 1) -> Span:
        """Return the span of `value[offset : offset + length]` in the file.

        Quotes, block indents and folded line ends change only blanks, so positions are found by
        counting letters.
        """
        letters = len("".join(self.value[:offset].split()))
        start = source_offset(self.source.text, self.start, self.end, letters)
        return self.source.span(start, start + length)
