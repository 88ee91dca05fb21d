"""The sentences of diagnostics, read from the program's source, and those that the corpus asserts.

A message is put together from literals and from what was typed; every literal in the source must
be part of an asserted message or hint too.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import baocao
from support.corpus import Case

_PACKAGE = Path(baocao.__file__).parent
_WORDS = re.compile(r"\A(?!\^)(?=.*[À-ỹ])(?=.*\s)", re.DOTALL)
_SILENT = ("dossier_shape", "outline", "syllables")  # Vietnamese words, but none of a diagnostic
_NO_SENTENCES = (
    "compile",
    "Key",
    "key",
    "optional_key",
    "Rule",
    "frozenset",
    "translate",
    "maketrans",
    "dict",
    "replace",
)


def sources() -> tuple[Path, ...]:
    """Return the modules that word diagnostics: those of `rules`, but for templates, and `load`."""
    rules = (
        path for path in (_PACKAGE / "rules").rglob("[!_]*.py") if "templates" not in path.parts
    )
    load = (path for path in (_PACKAGE / "load").rglob("*.py") if path.stem not in _SILENT)
    return tuple(sorted((*rules, *load)))


def asserted(cases: Iterable[Case]) -> str:
    """Return every message and hint that the cases assert, one a line."""
    expectations = (expectation for case in cases for expectation in case.expectations)
    sentences = {words for e in expectations for words in (e.message, e.hint) if words is not None}
    return "\n".join(sorted(sentences))


def pieces(source: Path) -> tuple[str, ...]:
    """Return the Vietnamese text literals of a module, but for docstrings and patterns."""
    tree = ast.parse(source.read_text("utf-8"))
    return tuple(dict.fromkeys(_pieces(tree)))


def _pieces(node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Constant):
            if isinstance(child.value, str) and _WORDS.search(child.value):
                yield child.value
        elif isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue  # a docstring
        elif isinstance(child, ast.Call) and _name(child.func) in _NO_SENTENCES:
            yield from (piece for part in child.args for piece in _called(part))
        else:
            yield from _pieces(child)


def _called(argument: ast.expr) -> Iterator[str]:
    """Look past the literals of a call that makes no sentences, into the calls within it."""
    if isinstance(argument, ast.Call):
        yield from _pieces(argument)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""
