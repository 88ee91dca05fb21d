"""What the static analysis of a template finds: the names it uses, and those that nothing has."""

from dataclasses import dataclass, field

from baocao.render.templates.field_types import FieldType


@dataclass(frozen=True, slots=True)
class UnknownName:
    """A name that nothing has: the line, the name as written, and the names there are."""

    line: int
    name: str
    known: tuple[str, ...]
    is_filter: bool = False  # or a test


@dataclass(frozen=True, slots=True)
class PrintedValue:
    """The type of the value that an output tag prints."""

    line: int
    type: FieldType


@dataclass
class FieldUsage:
    """How one template file uses fields; paths are such as `appendix.signature.name`."""

    unknown: list[UnknownName] = field(default_factory=list)
    printed: list[PrintedValue] = field(default_factory=list)
    loops_over_no_sequence: list[int] = field(default_factory=list)  # their lines
    used_paths: set[str] = field(default_factory=set)
    printed_paths: set[str] = field(default_factory=set)  # among the used ones
