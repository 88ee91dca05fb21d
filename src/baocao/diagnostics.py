"""Faults in what people wrote: values with a place, never exceptions."""

import enum
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path


class Severity(enum.Enum):
    """An error stops the document, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: `line` and `column` count from 1 in characters; `length` is at least 1."""

    file: Path
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A breach of a rule: its place, what was found there, and what to do next."""

    rule: str
    severity: Severity
    span: Span
    message: str
    hint: str

    def as_json(self) -> dict[str, str | int]:
        """Return the fields of the command line's JSON contract."""
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "file": self.span.file.as_posix(),
            "line": self.span.line,
            "column": self.span.column,
            "message": self.message,
            "hint": self.hint,
        }


Diagnostics = Iterator[Diagnostic]
"""What a check yields."""


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


@dataclass(frozen=True, slots=True)
class Rule:
    """A kind of fault: its id and its docstring, from which the manual is made.

    Registers itself in `RULES`; raises `ValueError` if another rule has the id.
    """

    id: str
    docstring: str

    def __post_init__(self) -> None:
        if RULES.setdefault(self.id, self) is not self:
            message = f"two rules have the id {self.id}"
            raise ValueError(message)

    @classmethod
    def of_module(cls, name: str, docstring: str | None) -> "Rule":
        """Build the rule of a module: its id is the file's name with hyphens."""
        return cls(name.rpartition(".")[2].replace("_", "-"), docstring or "")

    @property
    def manual(self) -> str:
        """The text that `baocao explain` prints."""
        return _with_both_examples(cleandoc(self.docstring))

    def error(self, span: Span, message: str, hint: str) -> Diagnostic:
        return Diagnostic(self.id, Severity.ERROR, span, message, hint)

    def warning(self, span: Span, message: str, hint: str) -> Diagnostic:
        return Diagnostic(self.id, Severity.WARNING, span, message, hint)


RULES: dict[str, Rule] = {}
"""Every rule of the modules that have been imported, by id."""

_EXAMPLES = re.compile(r"^Sai và đúng::\n\n((?:  [ +-](?: .*)?\n|\n)+)", re.MULTILINE)


def _with_both_examples(manual: str) -> str:
    """Return a manual with the wrong and the right example one after the other.

    In the source they stand as one: lines of the wrong one alone are marked with a minus, those of
    the right one with a plus.
    """
    found = _EXAMPLES.search(f"{manual}\n")
    if found is None:
        return manual
    lines = found[1].rstrip().split("\n")
    wrong, right = ("\n".join(_unmarked(lines, other)) for other in "+-")
    return f"{manual[: found.start()]}Sai::\n\n{wrong}\n\nĐúng::\n\n{right}"


def _unmarked(lines: list[str], other: str) -> Iterator[str]:
    return (f"{line[:2]} {line[3:]}".rstrip() for line in lines if line[2:3] != other)
