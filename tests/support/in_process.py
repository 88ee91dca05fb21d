"""A unit's documents made in this process: the stages one after the other, without a batch."""

from collections.abc import Iterable
from pathlib import Path

from baocao.compose import compose
from baocao.model.campaign import Campaign
from baocao.pipeline import CheckedUnit, Format, Printer, check_campaign, check_unit
from baocao.workspace import CampaignFolder, template_folders
from baocao.write import output_folder, output_path, write_whole
from support.samples import ROOT


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


def build_campaign(
    folder: CampaignFolder, units: Iterable[str], kinds: Iterable[str], out: Path
) -> None:
    """Write the documents of units without a fault, by the templates of the checkout."""
    campaign, faults = check_campaign(folder)
    assert campaign is not None, faults
    printer = Printer(template_folders(ROOT))
    for unit in units:
        checked = check_unit(folder, campaign, unit)
        assert checked.content is not None, checked.diagnostics
        build_unit(campaign, checked, kinds, tuple(Format), printer, out)
