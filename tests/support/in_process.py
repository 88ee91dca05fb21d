"""A unit's documents made in this process: the stages one after the other, without a batch."""

from collections.abc import Iterable
from pathlib import Path

from baocao.compose import compose
from baocao.model.campaign import Campaign
from baocao.pipeline import CheckedUnit, Format, Printer
from baocao.write import output_folder, output_path, write_whole


def build_unit(
    campaign: Campaign,
    checked: CheckedUnit,
    kinds: Iterable[str],
    formats: Iterable[Format],
    press: Printer,
    out: Path,
) -> tuple[Path, ...]:
    """Write a unit's documents under `out`; give their paths, none for a unit with errors."""
    if checked.content is None:
        return ()
    folder = output_folder(out, campaign.id, checked.unit)
    paths: list[Path] = []
    formats = tuple(formats)
    for kind in kinds:
        documents = compose(campaign, kind, checked.content)
        for file_format in formats:
            for names, document in documents.items():
                paths.append(output_path(folder, file_format.file_name(names)))
                write_whole(paths[-1], press.render(document, file_format))
    return tuple(paths)
