"""Run the benchmarks and print the table that its README quotes.

    python benchmarks/run.py [-n N] [PART…]

All parts in one run write `out/bench.json` too. N (200) scales how many documents are made; the
README beside this file says with which N each of its figures was measured.
"""

import argparse
import importlib
import json
import sys
import time
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

import machine
from figures import HEAD, Figure

PARTS = {
    **{name: name for name in ("check", "form")},
    **{
        name: f"part_{name}"
        for name in ("word", "pdf", "annex", "startup", "country", "skipping", "peak", "growth")
    },
}
RESULT = Path(__file__).parents[1] / "out" / "bench.json"


def main() -> None:
    """Run the parts, say how it goes on stderr, and print the table."""
    arguments = argparse.ArgumentParser(description="Time baocao against its rivals.")
    arguments.add_argument("-n", type=int, default=200, metavar="N", help="documents (200)")
    arguments.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (all)")
    chosen = arguments.parse_args()
    if unknown := [part for part in chosen.parts if part not in PARTS]:
        arguments.error(f"no such part: {', '.join(unknown)}")
    described = {**machine.described(), "n": str(chosen.n)}
    figures: list[Figure] = []
    failed: dict[str, str] = {}
    for part in chosen.parts or PARTS:
        started = time.perf_counter()
        try:
            for figure in _measured(part, chosen.n):
                figures.append(figure)
                _say(figure.row(), sys.stderr)
        except Exception as problem:  # noqa: BLE001 - a part that cannot run stops no other
            failed[part] = f"{type(problem).__name__}: {problem}".strip()
            traceback.print_exc()
        _say(f"{part}: {time.perf_counter() - started:.0f} s", sys.stderr)
    for name, value in described.items():
        _say(f"{name + ':':<10}{value}")
    _say("")
    for line in (HEAD, *(figure.row() for figure in figures)):
        _say(line)
    for part, reason in failed.items():
        _say(f"\n{part} could not run: {reason}")
    if not chosen.parts:
        _write(described, figures)
    sys.exit(1 if failed else 0)


def _measured(part: str, count: int) -> Iterator[Figure]:
    """Run one part; each is a module, imported only now since its rivals may be missing."""
    module = importlib.import_module(PARTS[part])
    figures: Iterator[Figure] = module.measure(count)
    return figures


def _write(described: dict[str, str], figures: list[Figure]) -> None:
    result = {
        "machine": described,
        **{figure.key: round(figure.value, 4) for figure in figures},
        "goals": {figure.key: figure.holds for figure in figures if figure.goal},
    }
    RESULT.parent.mkdir(exist_ok=True)
    RESULT.write_text(f"{json.dumps(result, ensure_ascii=False, indent=2)}\n", "utf-8")


def _say(line: str, stream: TextIO | None = None) -> None:
    (stream or sys.stdout).write(f"{line}\n")


if __name__ == "__main__":
    main()
