"""What is wrong in what people wrote: a value with a place, never an exception."""

import enum
from dataclasses import dataclass
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


def error(module: str, span: Span, message: str, hint: str) -> Diagnostic:
    """Make an error of the rule that `module` is: its id is the file's name with hyphens."""
    return Diagnostic(_rule_of(module), Severity.ERROR, span, message, hint)


def warning(module: str, span: Span, message: str, hint: str) -> Diagnostic:
    """Make a warning of the rule that `module` is."""
    return Diagnostic(_rule_of(module), Severity.WARNING, span, message, hint)


def _rule_of(module: str) -> str:
    return module.rpartition(".")[2].replace("_", "-")
