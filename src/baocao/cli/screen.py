"""Values to terminal output: diagnostics with the line and a caret, or one JSON document."""

import json
from collections.abc import Iterable, Mapping

import click

from baocao.diagnostics import Diagnostic, Severity
from baocao.load.records.file import read_source
from baocao.model.text import Source

_SEVERITIES = {Severity.ERROR: ("lỗi", "red"), Severity.WARNING: ("lưu ý", "yellow")}
_MAX_COLUMNS = 100


def mark(*, good: bool) -> str:
    """Return a green tick or a red cross."""
    return click.style("✓", fg="green") if good else click.style("✗", fg="red")


def print_json(document: Mapping[str, object]) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def print_diagnostics(diagnostics: Iterable[Diagnostic]) -> None:
    """Print each diagnostic with the line of the file and carets under its span."""
    sources: dict[str, Source | None] = {}
    for diagnostic in diagnostics:
        name = str(diagnostic.span.file)
        if name not in sources:
            sources[name] = read_source(diagnostic.span.file)[0]
        _print(diagnostic, sources[name])


def count(diagnostics: Iterable[Diagnostic]) -> str:
    """Count by severity, as «2 lỗi, 1 lưu ý», or «không có lỗi»."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    counts = [
        f"{severities.count(severity)} {word}"
        for severity, (word, _) in _SEVERITIES.items()
        if severity in severities
    ]
    return ", ".join(counts) or "không có lỗi"


def _print(diagnostic: Diagnostic, source: Source | None) -> None:
    span = diagnostic.span
    word, colour = _SEVERITIES[diagnostic.severity]
    place = click.style(f"{span.file}:{span.line}:{span.column}", bold=True)
    rule = click.style(f"[{diagnostic.rule}]", dim=True)
    click.echo(f"{place}: {click.style(word, fg=colour, bold=True)}: {diagnostic.message} {rule}")
    line = source.line(span.line) if source is not None else ""
    if line.strip():
        start = max(0, span.column - 1 - _MAX_COLUMNS // 2)
        shown = line[start : start + _MAX_COLUMNS].replace("\t", " ")
        column = span.column - 1 - start
        length = max(1, min(span.length, len(shown) - column))
        gutter = f"{span.line:>5} │ "
        click.echo(f"{gutter}{shown}")
        caret = click.style("^" * length, fg=colour)
        click.echo(f"{' ' * 5} │ {' ' * column}{caret}")
    click.echo(f"      → {diagnostic.hint}\n")
