"""SHA-256 of everything that the program writes and says, over every sample campaign.

A refactoring changes nothing: run this before and after, and compare the two files.

    python tools/digest_outputs.py before.txt
    python tools/digest_outputs.py after.txt && diff before.txt after.txt

Covered: Word, PDF by both engines, schemas, scaffolds, `explain`, `--json` and `--help`. The
program is only called by its command line, so the script outlives any move within the source.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMANDS = ("campaign", "new", "check", "build", "template", "explain", "doctor")
LEVELS = {
    "mot-cap": ("co-so|30/8/2026",),
    "moi-cap": (
        "tinh-thanh-pho|30/10/2026",
        "cap-tren-truc-tiep-co-so|30/9/2026",
        "co-so|30/8/2026",
        "so|Sở|30/9/2026|Ban Giám đốc|Giám đốc",
    ),
}


def main(target: Path) -> None:
    """Write a line an output, sorted, to `target`."""
    with tempfile.TemporaryDirectory() as made:
        workspace = _workspace(Path(made))
        lines = sorted(
            f"{digest} {name}\n"
            for part in (_texts, _scaffolds, _documents)
            for name, digest in part(workspace)
        )
    target.write_text("".join(lines), "utf-8")
    sys.stdout.write(f"{len(lines)} digests\n")


def _workspace(folder: Path) -> Path:
    """Copy every campaign into one workspace; the program then prints no path of this machine."""
    content = folder / "content"
    shutil.copytree(ROOT / "content", content)
    samples = ROOT / "tests" / "campaigns"
    shutil.copytree(samples / "content", content, dirs_exist_ok=True)
    awarded = content / "ho-so-khen-thuong"
    shutil.copytree(content / "nho", awarded)
    shutil.copytree(samples / "ho-so-khen-thuong", awarded, dirs_exist_ok=True)
    return folder


def _campaigns(workspace: Path) -> tuple[str, ...]:
    return tuple(sorted(path.name for path in (workspace / "content").iterdir()))


def _texts(workspace: Path) -> Iterator[tuple[str, str]]:
    """Digest what the commands print."""
    yield "help", _printed(workspace, "--help")
    for command in COMMANDS:
        yield f"help {command}", _printed(workspace, command, "--help")
    for group, command in (("campaign", "new"), ("template", "list"), ("template", "check")):
        yield f"help {group} {command}", _printed(workspace, group, command, "--help")
    rules = _run(workspace, "explain").stdout.decode().split("\n\n", maxsplit=1)[0].splitlines()
    yield "explain", _printed(workspace, "explain")
    for rule in (line.split(maxsplit=1)[0] for line in rules):
        yield f"explain {rule}", _printed(workspace, "explain", rule)
    yield "template list --json", _printed(workspace, "template", "list", "--json")
    for campaign in _campaigns(workspace):
        yield f"check {campaign}", _printed(workspace, "check", campaign)
        yield f"check --json {campaign}", _printed(workspace, "check", "--json", campaign)


def _scaffolds(workspace: Path) -> Iterator[tuple[str, str]]:
    """Digest schemas and scaffolds of every unit, and campaigns begun by `campaign new`."""
    fresh = workspace / "fresh"
    for campaign in _campaigns(workspace):
        copy = fresh / "content" / campaign
        shutil.copytree(workspace / "content" / campaign, copy)
        written = copy / "don-vi"
        units = tuple(sorted(path.name for path in written.iterdir())) if written.is_dir() else ()
        drafts = [path for path in (written / unit for unit in units) if path.is_dir()]
        for draft in drafts:
            shutil.rmtree(draft)
        listed = _listed(copy)
        for kinds in ((), ("--kind", "ke-hoach"), ("--kind", "to-trinh")):
            yield f"new {campaign} {kinds}", _printed(fresh, "new", campaign, *listed, *kinds)
        yield from _files(fresh, copy)
        for unit in units:  # the dossier's reports are scaffolded from the list of proposals
            proposals = workspace / "content" / campaign / "don-vi" / unit / "khen-thuong.yaml"
            if proposals.is_file():
                shutil.copy(proposals, written / unit / "khen-thuong.yaml")
                _run(fresh, "new", campaign, unit, "--kind", "to-trinh")
                yield from _files(fresh, written / unit / "khen-thuong")
    for name, levels in LEVELS.items():
        flags = (
            "--ten",
            "Đợt thử",
            "--tu-nam",
            "2024",
            "--den-nam",
            "2026",
            "--can-cu",
            "Kế hoạch",
        )
        given = (word for level in levels for word in ("--cap", level))
        arguments = (*flags, "--tu-ngay", "01/7/2026", "--so-bieu", str(len(levels)), *given)
        yield f"campaign new {name}", _printed(fresh, "campaign", "new", name, *arguments)
        yield from _files(fresh, fresh / "content" / name)


def _listed(campaign: Path) -> tuple[str, ...]:
    """Give the ids in a list of units."""
    table = campaign / "don-vi.csv"
    if table.is_file():
        return tuple(
            line.replace(";", ",").split(",")[0]
            for line in table.read_text("utf-8-sig").splitlines()[1:]
        )
    lines = (campaign / "don-vi.yaml").read_text("utf-8").splitlines()
    return tuple(
        line.split("ma:")[1].split(",")[0].strip(" \t}\"'") for line in lines if "ma:" in line
    )


def _documents(workspace: Path) -> Iterator[tuple[str, str]]:
    """Digest every document, by both engines, and what `build` says of them."""
    for campaign in _campaigns(workspace):
        for engine, formats in (("weasyprint", ("docx", "pdf")), ("typst", ("pdf",))):
            chosen = tuple(word for each in formats for word in ("--format", each))
            options = ("--pdf-engine", engine, "--out", engine, "--jobs", "1", *chosen)
            yield f"build {campaign} {engine}", _printed(workspace, "build", campaign, *options)
            yield from _files(workspace, workspace / engine / campaign, (".docx", ".pdf"))


def _files(
    base: Path, folder: Path, suffixes: tuple[str, ...] = (".yaml", ".json", ".csv", ".md")
) -> Iterator[tuple[str, str]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix in suffixes:
            yield path.relative_to(base).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest()


def _printed(workspace: Path, *arguments: str) -> str:
    """Digest the exit code and what was printed; times, which differ, are left out."""
    run = _run(workspace, *arguments)
    said = (run.stdout + b"\n---\n" + run.stderr).splitlines()
    kept = [line for line in said if "giây".encode() not in line]
    text = b"%d\n%s" % (run.returncode, b"\n".join(kept))
    shown = text.replace(os.fsencode(workspace.resolve()), b"WORKSPACE")
    return hashlib.sha256(shown.replace(os.fsencode(ROOT), b"ROOT")).hexdigest()


def _run(workspace: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "-m", "baocao", *arguments],
        cwd=workspace,
        capture_output=True,
        stdin=subprocess.DEVNULL,
        check=False,
        env={**os.environ, "COLUMNS": "100"},
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
