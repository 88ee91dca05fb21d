"""LibreOffice as a second reader of Word files."""

import subprocess
import tempfile
from pathlib import Path

SECONDS = 180


def print_to_pdf(word_files: tuple[Path, ...], folder: Path) -> None:
    """Print Word files into `folder`, all in one call, each under its own name.

    The profile is this call's own: LibreOffice lets no two processes share one.
    """
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "soffice",
            f"-env:UserInstallation={Path(profile).as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *map(str, word_files),
        ]
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", timeout=SECONDS, check=False
        )
    missing = [file.name for file in word_files if not (folder / f"{file.stem}.pdf").is_file()]
    assert not missing, f"LibreOffice did not print {missing}: {done.stdout}{done.stderr}"
