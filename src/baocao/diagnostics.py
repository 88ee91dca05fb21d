"""What is wrong in what people wrote: a value with a place, never an exception."""

import enum
from dataclasses import dataclass
from inspect import cleandoc
from pathlib import Path


class Severity(enum.Enum):
    """How much a diagnostic weighs: an error stops the document, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A place in a file: `line` and `column` count characters from 1, `length` at least 1."""

    file: Path
    line: int = 1
    column: int = 1
    length: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One fault: which rule it breaks, where, what was found, and what to do next."""

    rule: str
    severity: Severity
    span: Span
    message: str
    hint: str

    def as_json(self) -> dict[str, str | int]:
        """Give the fields of the command line's JSON contract."""
        return {
            "rule": self.rule,
            "severity": self.severity.value,
            "file": self.span.file.as_posix(),
            "line": self.span.line,
            "column": self.span.column,
            "message": self.message,
            "hint": self.hint,
        }


def has_errors(diagnostics: tuple[Diagnostic, ...] | list[Diagnostic]) -> bool:
    """Tell whether any of them stops a document from being made."""
    return any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics)


@dataclass(frozen=True, slots=True)
class Rule:
    """Something that can be wrong in what people write, and the manual that `explain` prints."""

    id: str
    manual: str

    def __post_init__(self) -> None:
        """Register the rule; its manual may be indented as a docstring is."""
        object.__setattr__(self, "manual", cleandoc(self.manual))
        if RULES.setdefault(self.id, self) is not self:
            message = f"two rules have the id {self.id}"
            raise ValueError(message)

    @classmethod
    def of_module(cls, name: str, docstring: str | None) -> "Rule":
        """Make the rule that a module is: its id is the file's name with hyphens."""
        return cls(name.rpartition(".")[2].replace("_", "-"), docstring or "")

    def error(self, span: Span, message: str, hint: str) -> Diagnostic:
        """Word a fault that stops the document."""
        return Diagnostic(self.id, Severity.ERROR, span, message, hint)

    def warning(self, span: Span, message: str, hint: str) -> Diagnostic:
        """Word a fault that does not stop the document."""
        return Diagnostic(self.id, Severity.WARNING, span, message, hint)


RULES: dict[str, Rule] = {}
"""Every rule of the modules that have been imported, by id."""
