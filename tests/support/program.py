"""The command `baocao`: in a process of its own, as a user calls it, or in this one, quickly."""

import os
import subprocess
import sys
from collections.abc import Mapping
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest

from baocao.cli import main

SECONDS = 180
Finished = subprocess.CompletedProcess[str]


def run(*arguments: str, within: Path, environment: Mapping[str, str] | None = None) -> Finished:
    """Start the program in a folder."""
    return subprocess.run(
        [sys.executable, "-m", "baocao", *arguments],
        cwd=within,
        env={**os.environ, "NO_COLOR": "1", **(environment or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=False,
    )


def call(*arguments: str, within: Path) -> Finished:
    """Call the program's `main` in a folder, for commands that start no worker."""
    out, errors = StringIO(), StringIO()
    with (
        chdir(within),
        patch.object(sys, "argv", ["baocao", *arguments]),
        redirect_stdout(out),
        redirect_stderr(errors),
        pytest.raises(SystemExit) as ended,
    ):
        main()
    code = ended.value.code or 0
    assert isinstance(code, int)
    return subprocess.CompletedProcess(arguments, code, out.getvalue(), errors.getvalue())
