"""Reads one YAML file of a unit: opens, checks and binds it, gathering every fault."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from baocao.diagnostics import Diagnostic
from baocao.load.pictures.read import read_image
from baocao.load.records.bind import bind, node_of
from baocao.load.records.check import check
from baocao.load.records.file import limited, read_root
from baocao.load.unit.prose import unclosed_references, yaml_surprises
from baocao.load.yaml import tree
from baocao.model.campaign import Unit, recipient_list
from baocao.model.paper import Image, Paper
from baocao.model.record import Record
from baocao.model.scalars import TEXT
from baocao.model.text import Source, Text

_RECIPIENTS = recipient_list(TEXT)
AnyPaper = TypeVar("AnyPaper", bound=Paper)


@dataclass(frozen=True, slots=True)
class UnitFile:
    """A file whose root is a mapping; `faults` gathers what reading it brings to light.

    What is wrong is reported and left out of what is built from the file. Pictures lie in the
    unit's `folder`.
    """

    unit: Unit
    folder: Path
    source: Source
    root: tree.Mapping
    faults: list[Diagnostic]

    @property
    def keys(self) -> dict[str, Text]:
        """The keys that were typed."""
        return {name: typed for name, (typed, _) in self.root.entries.items()}

    def check(self, shape: Record) -> None:
        """Compare the whole file with its shape."""
        self.report(check(self.root, shape, self.source.path.name))

    def report(self, faults: Iterable[Diagnostic]) -> None:
        """Add faults of one sort, as many as are worth reading."""
        self.faults.extend(limited(faults))

    def check_lines(self, texts: Iterable[Text]) -> None:
        """Add each text that YAML cuts short or runs together."""
        self.faults.extend(yaml_surprises(tuple(texts)))

    def check_references(self, texts: Iterable[Text]) -> None:
        """Add each `{{` or `}}` of texts that stands alone."""
        self.report(fault for text in texts for fault in unclosed_references(text))

    def check_prose(self, texts: tuple[Text, ...]) -> None:
        self.check_lines(texts)
        self.check_references(texts)

    def image(self, path: Text | None) -> Image | None:
        """Read the picture at a path within the unit's folder; None if it has a fault."""
        image = None if path is None else read_image(path, self.folder)
        if isinstance(image, Diagnostic):
            self.faults.append(image)
            return None
        return image

    def paper(self, cls: type[AnyPaper], node: tree.Mapping, **others: object) -> AnyPaper:
        """Build a paper from a mapping of the file; `others` are its fields without a key."""
        paper = bind(cls, node, unit=self.unit, source=self.source, **others)
        recipients = node_of(cls, "recipients", node)
        is_readable = _is_readable(recipients)
        return replace(
            paper,
            recipients=paper.recipients if is_readable else (),
            recipient_texts=tuple(tree.texts(recipients)) if is_readable else (),
            signature_image=self.image(paper.signature),
        )


def open_unit_file(
    path: Path, unit: Unit, folder: Path
) -> tuple[UnitFile | None, tuple[Diagnostic, ...]]:
    """Read a file; None and what is wrong if it cannot be read at all."""
    source, root, faults = read_root(path)
    if source is None or root is None:
        return None, faults
    return UnitFile(unit, folder, source, root, list(faults)), ()


def _is_readable(recipients: tree.Node | None) -> bool:
    """Return whether every line of a list can be read, whatever is wrong with its words."""
    return (
        isinstance(recipients, tree.Sequence)
        and not any(isinstance(line, tree.Broken) for line in recipients.items)
        and not any(check(recipients, _RECIPIENTS, ""))
    )
