"""A workspace of many units, and the command line that builds them.

`Workspace.build` starts the command as a user does. `build_here` calls it in this process, without
workers, for tests of what is built and written: that saves starting two interpreters.
"""

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from baocao.batch.build_unit import UnitBuilder
from baocao.batch.outcome import Outcome
from baocao.batch.publish import publish_outputs, stage_outputs
from baocao.batch.task import BuildConfig, Task
from baocao.cli import main
from baocao.pipeline import Format
from support.samples import CAMPAIGN, ROOT

NAME = CAMPAIGN.name
MODEL = "cdcs-co-khi-vi-du"


@dataclass(frozen=True, slots=True)
class Run:
    """A finished call of `baocao build … --json`."""

    code: int
    report: Mapping[str, Any]
    errors: str

    def states(self) -> dict[str, str]:
        return {unit: record["state"] for unit, record in self.report["units"].items()}

    def of_state(self, state: str) -> list[str]:
        return sorted(unit for unit, found in self.states().items() if found == state)

    def written(self, unit: str) -> list[str]:
        """Return the files written for a unit, by path within its folder."""
        paths: list[str] = self.report["units"][unit]["written"]
        return [path.split(f"/{unit}/")[1] for path in paths]


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with the sample campaign and units like the sample's CĐCS."""

    folder: Path
    units: tuple[str, ...]

    @classmethod
    def make(cls, folder: Path, count: int) -> "Workspace":
        """Create one with so many units, and templates of its own."""
        workspace = cls(folder, tuple(f"cdcs-{number:03}" for number in range(count)))
        shutil.copytree(ROOT / "templates", folder / "templates")
        workspace.campaign.mkdir(parents=True)
        for path in CAMPAIGN.glob("*.yaml"):
            shutil.copy(path, workspace.campaign)
        with (workspace.campaign / "don-vi.yaml").open("a", encoding="utf-8") as units:
            for unit in workspace.units:
                units.write(
                    f"  - {{ma: {unit}, ten: Công đoàn cơ sở {unit}, cap: co-so, "
                    "cap_tren: ldld-thi-du, dia_danh: Thí Dụ, ky_hieu: CĐCS}\n"
                )
                own = workspace.campaign / "don-vi" / unit
                shutil.copytree(CAMPAIGN / "don-vi" / MODEL, own)
                workspace.edit(
                    own / "bao-cao.yaml", "thuan_loi: |", f"thuan_loi: |\n  Của {unit}.\n"
                )
        return workspace

    @property
    def campaign(self) -> Path:
        return self.folder / "content" / NAME

    @property
    def out(self) -> Path:
        return self.folder / "out" / NAME

    def rewrite(self, unit: str) -> None:
        self.edit(self.content(unit), "thuan_loi: |", "thuan_loi: |\n  Thêm một ý.\n")

    def content(self, unit: str, name: str = "bao-cao.yaml") -> Path:
        return self.campaign / "don-vi" / unit / name

    def edit(self, path: Path, old: str, new: str) -> None:
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def file(self, unit: str, name: str = "bao-cao.docx") -> Path:
        return self.out / unit / name

    def outputs(self) -> dict[str, bytes]:
        """Return every document under `out`, by path."""
        return {
            path.relative_to(self.out).as_posix(): path.read_bytes()
            for path in sorted(self.out.rglob("*"))
            if path.suffix in (".docx", ".pdf")
        }

    def command(self, *options: str) -> list[str]:
        """Return the words of a call: Word alone, unless the options say otherwise."""
        formats = () if "--format" in options else ("--format", "docx")
        return [sys.executable, "-m", "baocao", "build", NAME, *formats, *options]

    def build(self, *options: str, **settings: Any) -> Run:  # noqa: ANN401 - of subprocess.run
        """Build to the end; `settings` are those of `subprocess.run`."""
        settings["env"] = {**os.environ, **settings.get("env", {})}
        run = subprocess.run(
            self.command("--json", *options),
            cwd=self.folder,
            capture_output=True,
            encoding="utf-8",
            timeout=300,
            check=False,
            **settings,
        )
        assert run.stdout, run.stderr
        return Run(run.returncode, json.loads(run.stdout), run.stderr)

    def build_here(self, *options: str) -> Run:
        """Build to the end in this process."""
        shown, complained = io.StringIO(), io.StringIO()
        code = 0
        with (
            chdir(self.folder),
            mock.patch("baocao.cli.build.LocalPool", _NoPool),
            mock.patch.object(sys, "argv", ["baocao", *self.command("--json", *options)[3:]]),
            redirect_stdout(shown),
            redirect_stderr(complained),
        ):
            try:
                main()
            except SystemExit as end:
                code = int(end.code or 0)
        report = json.loads(shown.getvalue()) if shown.getvalue() else {}
        return Run(code, report, complained.getvalue())

    def start(self, *options: str, env: Mapping[str, str] | None = None) -> subprocess.Popen[str]:
        """Begin to build in a process group of its own."""
        return subprocess.Popen(
            self.command("--json", *options),
            cwd=self.folder,
            env={**os.environ, **(env or {})},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            start_new_session=True,
            preexec_fn=_heeding_ctrl_c,  # noqa: PLW1509 - the tests start no threads
        )


class _NoPool:
    """Builds each unit in this process as it is submitted."""

    window = 1

    def __init__(self, config: BuildConfig, jobs: int, seconds: float) -> None:  # noqa: ARG002 - as `LocalPool`
        self._config = config
        self._builder = UnitBuilder(config, lambda _: None)

    def unavailable_formats(self) -> Mapping[Format, str]:
        return self._builder.unavailable

    def submit(self, task: Task) -> Future[Outcome]:
        done: Future[Outcome] = Future()
        rendered = self._builder.render(task)
        done.set_result(publish_outputs(stage_outputs(rendered, task, self._config)))
        return done

    def close(self) -> None:
        pass


def _heeding_ctrl_c() -> None:
    """Restore what Ctrl-C does, which children of a test run in the background ignore."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def await_that(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def changed_program(folder: Path, code: str) -> dict[str, str]:
    """Return an environment in which Python runs `code` at its start."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(code, "utf-8")
    path = os.pathsep.join((str(folder), *filter(None, [os.environ.get("PYTHONPATH")])))
    return {"PYTHONPATH": path}


def spoiled_render(folder: Path, code: str) -> dict[str, str]:
    """Return an environment in which each Word document runs `code` first; it sees `words`."""
    body = "".join(f"    {line}\n" for line in code.splitlines())
    return changed_program(
        folder,
        "import os, signal, time\n"
        "from pathlib import Path\n"
        "from baocao.render.word.template import WordTemplate\n"
        "render = WordTemplate.render\n"
        "def spoiled(self, document):\n"
        "    words = ' '.join(document.texts())\n"
        f"{body}"
        "    return render(self, document)\n"
        "WordTemplate.render = spoiled\n",
    )
