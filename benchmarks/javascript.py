"""The rivals that run in Node, driven from here so that they take turns with the others."""

import json
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Self

from equal_template import DOCXTEMPLATER, EASY_TEMPLATE_X, Equal, Way, package, taken_apart, words
from race import Clocked, Rival

TOOLS = Path(__file__).parents[1] / ".tools" / "bench"
_SERVER = Path(__file__).with_name("rivals.mjs")
_SYNTAXES = {
    "docxtemplater, opened anew": DOCXTEMPLATER,
    "docxtemplater, opened once": DOCXTEMPLATER,
    "easy-template-x, opened anew": EASY_TEMPLATE_X,
    "easy-template-x, one handler": EASY_TEMPLATE_X,
}
_WAYS: tuple[Way, ...] = ("ready", "loops")


class Node:
    """One process of Node that holds the rivals, their templates and every unit's values."""

    def __init__(self, printed: list[bytes]) -> None:
        """Take what our template printed; leave out units that need another letterhead."""
        self._closing = ExitStack()
        self._folder = Path(self._closing.enter_context(tempfile.TemporaryDirectory()))
        self._templates: dict[str, str] = {}
        self._contexts: dict[str, list[dict[str, object]]] = {}
        self.used = _alike(printed)
        for syntax in (DOCXTEMPLATER, EASY_TEMPLATE_X):
            for way in _WAYS:
                apart = [taken_apart(printed[number], syntax, way) for number in self.used]
                self._add(_template_name(syntax is DOCXTEMPLATER, way), apart, printed)

    def __enter__(self) -> Self:
        """Start Node."""
        jobs = self._folder / "jobs.json"
        jobs.write_text(json.dumps({"templates": self._templates, "contexts": self._contexts}))
        self._process = self._closing.enter_context(
            subprocess.Popen(
                ["node", _SERVER, TOOLS, jobs],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        problem: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End Node."""
        if self._process.stdin is not None:
            self._process.stdin.close()
        self._closing.close()

    def rivals(self) -> dict[str, Rival]:
        """Give each rival each way, as `docxtemplater, opened anew, loops`."""
        return {
            f"{name}, {way}": self._rival(name, _template_name(syntax is DOCXTEMPLATER, way))
            for name, syntax in _SYNTAXES.items()
            for way in _WAYS
        }

    def differing(self, printed: list[bytes]) -> tuple[str, ...]:
        """Name the rivals whose file has not the same words as ours; there should be none."""
        expected = words(printed[self.used[0]])
        return tuple(
            f"{name}, {way}"
            for name, syntax in _SYNTAXES.items()
            for way in _WAYS
            if words(self._kept(name, _template_name(syntax is DOCXTEMPLATER, way))) != expected
        )

    def _add(self, name: str, apart: list[Equal], printed: list[bytes]) -> None:
        path = self._folder / f"{name}.docx"
        path.write_bytes(package(printed[self.used[0]], apart[0].main))
        self._templates[name] = str(path)
        self._contexts[name] = [equal.context for equal in apart]

    def _rival(self, name: str, template: str) -> Rival:
        return lambda number: self._ask(name, template, number % len(self.used))

    def _kept(self, name: str, template: str) -> bytes:
        path = self._folder / "kept.docx"
        self._ask(name, template, 0, path)
        return path.read_bytes()

    def _ask(self, name: str, template: str, number: int, keep: Path | None = None) -> Clocked:
        pipe, answers = self._process.stdin, self._process.stdout
        if pipe is None or answers is None:
            raise BrokenPipeError
        request = {"rival": name, "template": template, "number": number}
        if keep is not None:
            request["keep"] = str(keep)
        pipe.write(f"{json.dumps(request)}\n")
        pipe.flush()
        return Clocked(json.loads(answers.readline())["seconds"])


def _template_name(is_docxtemplater: bool, way: Way) -> str:  # noqa: FBT001 - two syntaxes
    return f"{'docxtemplater' if is_docxtemplater else 'easy-template-x'}-{way}"


def _alike(printed: Iterable[bytes]) -> list[int]:
    """Give the units that have the first one's template: as many lines in the letterhead."""
    mains = [taken_apart(each, DOCXTEMPLATER, "ready").main for each in printed]
    return [number for number, main in enumerate(mains) if main == mains[0]]
