"""The process that makes documents: told over its standard input, answering on its output.

It reads a `Commission`, says what it cannot print, then takes a `Task` at a time. Before each
document it names it, so that whoever waits can tell which one never ends. It ends with its
standard input: nobody is left who wants the work.
"""

import os
import pickle
import queue
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import BinaryIO

from baocao.batch import fingerprint
from baocao.batch.answer import Answer, Ready, Starting
from baocao.batch.delivery import staged
from baocao.batch.outcome import Failure, Outcome
from baocao.batch.output import Made, Output
from baocao.batch.task import Commission, Task
from baocao.compose import compose
from baocao.errors import BaocaoError, OtherProgramError
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.model.document import Document
from baocao.pipeline import Format, Printer, check_unit
from baocao.workspace import CampaignFolder


class Workplace:
    """The templates and the campaign, held for unit after unit."""

    def __init__(self, commission: Commission, starting: Callable[[Output], None]) -> None:
        """Take the commission; `starting` is called before each document."""
        self._commission = commission
        self._starting = starting
        self._press = Printer(commission.templates, commission.engine)
        self.lacking = self._examine()

    def perform(self, task: Task) -> Outcome:
        """Check a unit, make its outputs, and stage them where the commission says."""
        campaign = replace(self._commission.campaign, units=task.listed)
        checked = check_unit(CampaignFolder(task.campaign_folder), campaign, task.unit)
        outcome = Outcome(task.unit, checked.diagnostics)
        if checked.content is not None:
            made, failures = self._make(campaign, checked.content, task.outputs)
            outcome = replace(outcome, made=made, failures=failures)
            if self._commission.out is not None:
                outcome = staged(outcome, task, self._commission)
        return outcome

    def _make(
        self, campaign: Campaign, content: UnitContent, outputs: tuple[Output, ...]
    ) -> tuple[tuple[Made, ...], tuple[Failure, ...]]:
        documents = cache(lambda kind: compose(campaign, kind, content))
        made: list[Made] = []
        failures: list[Failure] = []
        for output in outputs:
            if output.format in self.lacking:
                failures.append(Failure(str(output), self.lacking[output.format]))
                continue
            try:
                made.append(Made(output, self._print(output, documents(output.kind))))
            except BaocaoError as problem:
                failures.append(Failure(str(output), str(problem)))
            except Exception:  # noqa: BLE001 - our bug stops this output, and is reported as one
                failures.append(Failure(str(output), traceback.format_exc(), is_bug=True))
        return tuple(made), tuple(failures)

    def _print(
        self, output: Output, documents: Mapping[tuple[str, ...], Document]
    ) -> dict[str, bytes]:
        files: dict[str, bytes] = {}
        for names, document in documents.items():
            self._starting(output)
            files[output.format.file_name(names)] = self._press.render(document, output.format)
        return files

    def _examine(self) -> Mapping[Format, str]:
        """Tell what cannot be printed here, and why."""
        found: dict[Format, str] = {}
        for file_format, program in self._commission.programs.items():
            try:
                if fingerprint.of_program(file_format, self._commission.engine) != program:
                    raise OtherProgramError(file_format.value)
                if file_format is Format.PDF:
                    self._press.prepare_pdf()
            except BaocaoError as problem:
                found[file_format] = str(problem)
        return found


def main() -> None:
    """Serve until the standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who waits
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    inbox: queue.SimpleQueue[Commission | Task] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(sys.stdin.buffer, inbox), daemon=True).start()

    def answer(message: Answer) -> None:
        pickle.dump(message, answers)
        answers.flush()

    workplace: Workplace | None = None
    while True:
        message = inbox.get()
        if isinstance(message, Commission):
            workplace = Workplace(message, lambda output: answer(Starting(output)))
            answer(Ready(workplace.lacking))
        elif workplace is not None:
            answer(_performed(workplace, message))


def _performed(workplace: Workplace, task: Task) -> Outcome:
    try:
        return workplace.perform(task)
    except Exception:  # noqa: BLE001 - our bug stops this unit, and is reported as one
        return Outcome(task.unit, failures=(Failure("", traceback.format_exc(), is_bug=True),))


def _receive(stream: BinaryIO, inbox: "queue.SimpleQueue[Commission | Task]") -> None:
    """Take messages while documents are made; at the end of the stream end the process."""
    while True:
        try:
            inbox.put(pickle.load(stream))  # noqa: S301 - from the process that started this one
        except (EOFError, OSError):
            os._exit(0)
