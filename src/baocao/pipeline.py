"""The ends of the way: files to checked content, and a `Document` to bytes.

`batch.build_unit` puts `compose` between the two, for unit after unit.
"""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from baocao import rules
from baocao.calc.applicability import levels_naming_superior
from baocao.diagnostics import Diagnostic, has_errors
from baocao.errors import TemplateError
from baocao.load.campaign.campaign import build_campaign, read_campaign
from baocao.load.campaign.forms import build_form, read_forms
from baocao.load.campaign.outline import build_outline, read_outline
from baocao.load.campaign.source import Known
from baocao.load.campaign.units import build_units, read_sound_units, read_units
from baocao.load.unit.unit import read_unit
from baocao.model.campaign import Campaign, PdfEngine, Unit
from baocao.model.content import UnitContent
from baocao.model.document import Document
from baocao.model.form import Form
from baocao.model.outline import Outline
from baocao.rules.award import barred_award
from baocao.rules.campaign import unknown_unit, unmentioned_appendix
from baocao.rules.forms import form_too_wide
from baocao.workspace import (
    AWARDS_FILE,
    CAMPAIGN_FILE,
    FORMS_FILE,
    OUTLINE_FILE,
    CampaignFolder,
    TemplateFolders,
    template_names,
)

if TYPE_CHECKING:
    from baocao.render.html.pdf import PdfPrinter
    from baocao.render.typst.printer import TypstPrinter
    from baocao.render.word.template import WordTemplate


class Format(enum.Enum):
    """A format of file; the value is its ending."""

    DOCX = "docx"
    PDF = "pdf"

    def file_name(self, names: tuple[str, ...]) -> str:
        """Return a document's path within its unit's folder, such as `bao-cao-thanh-tich/x.pdf`."""
        return f"{'/'.join(names)}.{self.value}"


@dataclass(frozen=True, slots=True)
class CheckedUnit:
    """A unit's content, None if it has errors, and every diagnostic, sorted by place."""

    unit: str
    content: UnitContent | None
    diagnostics: tuple[Diagnostic, ...]


def check_campaign(folder: CampaignFolder) -> tuple[Campaign | None, tuple[Diagnostic, ...]]:
    """Read a campaign's files and apply every rule; None if they have faults, sorted by place."""
    forms, form_faults = check_forms(folder.path / FORMS_FILE)
    source, faults = read_campaign(folder.path / CAMPAIGN_FILE, forms)
    known = Known(forms=forms) if source is None else source.known
    outline, outline_faults = _check_outline(folder, known)
    upwards = frozenset(() if source is None else source.levels_naming_superior())
    if outline is not None and known.levels is not None:
        upwards |= levels_naming_superior(outline, known.levels)
    units, unit_faults = _check_units(folder, known.levels, upwards)
    if source is not None:
        faults += tuple(rules.check_campaign_file(source))
    faults += outline_faults + form_faults + unit_faults
    if source is None or outline is None or forms is None or units is None or faults:
        return None, by_place(faults)
    campaign = build_campaign(source, folder.name, outline, units)
    faults = tuple(unmentioned_appendix.check(campaign, source.appendices))
    return (None if faults else campaign), by_place(faults)


def check_forms(path: Path) -> tuple[Mapping[str, Form] | None, tuple[Diagnostic, ...]]:
    """Read a campaign's forms and apply every rule; None if they have faults."""
    sources, faults = read_forms(path)
    faults = tuple(dict.fromkeys((*faults, *rules.check_forms(sources))))
    if faults:
        return None, faults
    forms = {form.id: form for form in map(build_form, sources)}
    for form, source in zip(forms.values(), sources, strict=True):
        faults += tuple(form_too_wide.check_blank(form, source.spec.place.span))
    return (None if faults else forms), faults


def _check_outline(
    folder: CampaignFolder, known: Known
) -> tuple[Outline | None, tuple[Diagnostic, ...]]:
    source, faults = read_outline(folder.path / OUTLINE_FILE, known)
    if source is None:
        return None, faults
    faults += tuple(rules.check_outline(source))
    return (None if faults else build_outline(source)), faults


def _check_units(
    folder: CampaignFolder, levels: tuple[str, ...] | None, upwards: frozenset[str]
) -> tuple[Mapping[str, Unit] | None, tuple[Diagnostic, ...]]:
    """Read the list in one pass, which for a country takes seconds; if it fails, by its places."""
    units = read_sound_units(folder.path, levels, upwards)
    if units is not None:
        return units, ()
    source, faults = read_units(folder.path, levels, upwards)
    faults += tuple(rules.check_units(source))
    return (None if faults else build_units(source)), faults


def check_unit(folder: CampaignFolder, campaign: Campaign, unit_id: str) -> CheckedUnit:
    """Read a unit's files and apply every rule; nothing is written."""
    unit_folder = folder.unit(unit_id)
    unit = campaign.units.get(unit_id)
    if unit is None:
        faults = unknown_unit.check_folder(unit_folder, tuple(campaign.units))
        return CheckedUnit(unit_id, None, tuple(faults))
    content, diagnostics = read_unit(unit_folder, campaign, unit)
    dossier = unit_folder / AWARDS_FILE
    if dossier.exists():
        diagnostics += tuple(barred_award.check_file(campaign, dossier))
    if content is not None:
        diagnostics += tuple(rules.check_content(campaign, content))
    valid = None if has_errors(diagnostics) else content
    return CheckedUnit(unit_id, valid, by_place(diagnostics))


def by_place(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sort by file, line and column and drop repetitions; equal places keep their order."""
    return tuple(sorted(dict.fromkeys(diagnostics), key=lambda diagnostic: diagnostic.span))


class Printer:
    """Turns documents into bytes; holds the templates, each opened once and used for every unit."""

    def __init__(
        self, templates: TemplateFolders, engine: PdfEngine = PdfEngine.WEASYPRINT
    ) -> None:
        """Set the folders of templates, which are opened when first needed."""
        self._templates = templates
        self._engine = engine
        self._word: dict[Path, WordTemplate | TemplateError] = {}

    def render(self, document: Document, file_format: Format) -> bytes:
        """Print a document in a format; raises a `BaocaoError` where the machine cannot."""
        if file_format is Format.PDF:
            return self._pdf.render(document)
        return self._word_template(document.kind).render(document)

    def prepare_pdf(self) -> None:
        """Load what a PDF needs; raises the `BaocaoError` that says what the machine lacks."""
        self._pdf  # noqa: B018 - loading is the point

    @cached_property
    def _pdf(self) -> "PdfPrinter | TypstPrinter":
        if self._engine is PdfEngine.TYPST:
            from baocao.render.typst.printer import TypstPrinter  # noqa: PLC0415 - an extra

            return TypstPrinter(self._templates)
        from baocao.render.html.pdf import PdfPrinter  # noqa: PLC0415 - Word must not wait for it

        return PdfPrinter(self._templates)

    def _word_template(self, kind: str) -> "WordTemplate":
        from baocao.render.word.template import WordTemplate  # noqa: PLC0415 - `check` must not wait for it

        own, general = template_names(kind, "docx", "docx")
        path = self._templates.find_any((own,)) or self._templates.find(general)
        if path not in self._word:
            try:
                self._word[path] = WordTemplate(path)
            except TemplateError as refusal:
                self._word[path] = refusal
        opened = self._word[path]
        if isinstance(opened, TemplateError):
            raise opened.with_traceback(None)  # else it would grow with every unit
        return opened
