"""One unit: checked, composed, rendered."""

import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from baocao.batch import fingerprint
from baocao.batch.outcome import Failure, Output, RenderedOutput, RenderedUnit
from baocao.batch.task import BuildConfig, Task
from baocao.compose import compose
from baocao.errors import BaocaoError, OtherProgramError
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.document import Document
from baocao.pipeline import Format, Printer, check_unit
from baocao.workspace import CampaignFolder


class UnitBuilder:
    """The templates and the campaign, held for unit after unit.

    `unavailable` says by format why it cannot be printed here.
    """

    def __init__(self, config: BuildConfig, on_document: Callable[[Output], None]) -> None:
        """Prepare for all units of a batch; `on_document` is called before each document."""
        self._config = config
        self._on_document = on_document
        self._printer = Printer(config.templates, config.engine)
        self.unavailable = self._unavailable_formats()

    def render(self, task: Task) -> RenderedUnit:
        campaign = replace(self._config.campaign, units=task.listed)
        checked = check_unit(CampaignFolder(task.campaign_folder), campaign, task.unit)
        if checked.content is None:
            return RenderedUnit(task.unit, checked.diagnostics)
        outputs, failures = self._render_outputs(campaign, checked.content, task.outputs)
        return RenderedUnit(task.unit, checked.diagnostics, failures, outputs=outputs)

    def _render_outputs(
        self, campaign: Campaign, content: UnitContent, outputs: tuple[Output, ...]
    ) -> tuple[tuple[RenderedOutput, ...], tuple[Failure, ...]]:
        documents = cache(lambda kind: compose(campaign, kind, content))
        rendered: list[RenderedOutput] = []
        failures: list[Failure] = []
        for output in outputs:
            if output.format in self.unavailable:
                failures.append(Failure(str(output), self.unavailable[output.format]))
                continue
            try:
                files = self._print(output, documents(output.kind))
                rendered.append(RenderedOutput(output, files))
            except BaocaoError as problem:
                failures.append(Failure(str(output), str(problem)))
            except Exception:  # noqa: BLE001 - our bug stops this output, and is reported as one
                failures.append(Failure(str(output), traceback.format_exc(), is_bug=True))
        return tuple(rendered), tuple(failures)

    def _print(
        self, output: Output, documents: Mapping[tuple[str, ...], Document]
    ) -> dict[str, bytes]:
        files: dict[str, bytes] = {}
        for names, document in documents.items():
            self._on_document(output)
            name = output.format.file_name(names)
            files[name] = self._printer.render(document, output.format)
        return files

    def _unavailable_formats(self) -> Mapping[Format, str]:
        found: dict[Format, str] = {}
        for file_format, program in self._config.programs.items():
            try:
                if fingerprint.of_program(file_format, self._config.engine) != program:
                    raise OtherProgramError(file_format.value)
                if file_format is Format.PDF:
                    self._printer.prepare_pdf()
            except BaocaoError as problem:
                found[file_format] = str(problem)
        return found
