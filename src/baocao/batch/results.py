"""The result file of a batch, `ket-qua.json`: what became of every unit.

One JSON document, the same that `baocao build --json` prints:

    campaign     its id
    summary      how many units of each state, of them with files kept; seconds; interrupted;
                 what the machine lacks, so that a format was not made at all
    files        the documents in place, by unit
    units        by unit: state (built, skipped, faulty, failed), seconds, written now, kept since
                 a person changed them, copies of such before they were overwritten
    failures     why outputs could not be made or written, by unit
    diagnostics  every fault of the campaign and of its units

It is written while the units end, and holds none of them in memory.
"""

import json
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import IO, Self

from baocao.batch.outcome import Outcome, State
from baocao.diagnostics import Diagnostic

NAME = "ket-qua.json"
_BY_UNIT = ("files", "units", "failures")
_LISTED = "diagnostics"
_PIECE = 65536  # characters
_json = json.JSONEncoder(ensure_ascii=False).encode


class Summary:
    """Counts of units, each of one state, and of those with files that a person changed."""

    def __init__(self) -> None:
        self.states = dict.fromkeys(State, 0)
        self.kept = 0
        self.bugs = 0
        self.seconds = 0.0
        self.is_interrupted = False
        self.unavailable: tuple[str, ...] = ()

    @property
    def units(self) -> int:
        return sum(self.states.values())

    def add(self, outcome: Outcome) -> None:
        self.states[outcome.state] += 1
        self.kept += bool(outcome.changes.kept)
        self.bugs += any(failure.is_bug for failure in outcome.failures)

    def as_json(self) -> Mapping[str, object]:
        return {
            **{state.value: number for state, number in self.states.items()},
            "kept": self.kept,
            "seconds": round(self.seconds, 3),
            "interrupted": self.is_interrupted,
            "lacking": list(self.unavailable),
        }


class ResultFile:
    """The result file while a batch goes on; a context, which ends with its temporary files."""

    def __init__(self, campaign: str) -> None:
        self._campaign = campaign
        self._open = ExitStack()
        self._parts: dict[str, IO[str]] = {}
        self._begun: set[str] = set()

    def __enter__(self) -> Self:
        for part in (*_BY_UNIT, _LISTED):
            file = tempfile.TemporaryFile("w+", encoding="utf-8")
            self._parts[part] = self._open.enter_context(file)
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def add(self, outcome: Outcome) -> None:
        changes = outcome.changes
        in_place = (*changes.written, *changes.unchanged, *changes.kept)
        self._add("files", outcome.unit, _paths(in_place))
        record = {
            "state": outcome.state.value,
            "seconds": round(outcome.seconds, 3),
            "written": _paths(changes.written),
            "kept": _paths(changes.kept),
            "copies": _paths(changes.copies),
        }
        self._add("units", outcome.unit, record)
        if outcome.failures:
            failures = [
                {"output": each.output, "reason": each.reason, "bug": each.is_bug}
                for each in outcome.failures
            ]
            self._add("failures", outcome.unit, failures)
        self.add_diagnostics(outcome.diagnostics)

    def add_diagnostics(self, diagnostics: Iterable[Diagnostic]) -> None:
        for diagnostic in diagnostics:
            self._separate(_LISTED)
            self._parts[_LISTED].write(_json(diagnostic.as_json()))

    def pieces(self, summary: Summary) -> Iterator[str]:
        """Yield the whole document in pieces."""
        head = {"campaign": self._campaign, "summary": summary.as_json()}
        yield _json(head).removesuffix("}")
        for part, spooled in self._parts.items():
            opens, closes = "[]" if part == _LISTED else "{}"
            yield f',\n"{part}": {opens}\n'
            spooled.seek(0)
            yield from iter(partial(spooled.read, _PIECE), "")
            yield f"\n{closes}"
        yield "}\n"

    def _add(self, part: str, unit: str, value: object) -> None:
        self._separate(part)
        self._parts[part].write(f"{_json(unit)}: {_json(value)}")

    def _separate(self, part: str) -> None:
        if part in self._begun:
            self._parts[part].write(",\n")
        self._begun.add(part)


def _paths(paths: Iterable[Path]) -> list[str]:
    return [path.as_posix() for path in paths]
