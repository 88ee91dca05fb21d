"""What the check of a template finds: the names it uses, those that nothing has, its faults."""

from dataclasses import dataclass, field

from baocao.diagnostics import Diagnostic
from baocao.render.templates.field_types import FieldType


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that nothing has: the line, the name as written, and the names there are."""

    line: int
    name: str
    known: tuple[str, ...]
    is_filter: bool = False  # or a test


@dataclass
class FieldUsage:
    """How one template file uses fields; paths are such as `appendix.signature.name`."""

    unknown: list[UnknownName] = field(default_factory=list)
    printed: list[tuple[int, FieldType]] = field(default_factory=list)  # line and type of each
    loops_over_no_sequence: list[int] = field(default_factory=list)  # their lines
    used_paths: set[str] = field(default_factory=set)
    printed_paths: set[str] = field(default_factory=set)  # among the used ones


@dataclass(frozen=True, slots=True)
class CheckedTemplate:
    """The fields that a template and its parts print, and its faults."""

    printed_paths: frozenset[str] = frozenset()
    diagnostics: tuple[Diagnostic, ...] = ()
