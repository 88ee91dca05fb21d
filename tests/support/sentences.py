"""The sentences that the program can say, read from its source, and those that the corpus asserts.

A message is put together from literal pieces and what was typed; every piece that stands in the
source must stand in an asserted message or hint too.
"""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import baocao
from support.corpus import Case

_PACKAGE = Path(baocao.__file__).parent
_WORDS = re.compile(r"(?=.*[À-ỹ])(?=.*\s)", re.DOTALL)
_SILENT = ("syllables", "campaign", "outline", "dossier_shape")  # their words are no sentences
_NO_SENTENCES = ("compile", "Key", "frozenset", "translate", "maketrans", "dict", "replace", "Rule")


def sources() -> tuple[Path, ...]:
    """Give the modules that word diagnostics: the rules, and all of `load`."""
    folders = (_PACKAGE / name for name in ("rules", "load"))
    modules = (path for folder in folders for path in folder.rglob("*.py"))
    silent = {"templates", *_SILENT}
    return tuple(sorted(p for p in modules if silent.isdisjoint((p.parent.name, p.stem))))


def asserted(cases: Iterable[Case]) -> str:
    """Give every message and hint that the cases assert, one a line."""
    expectations = (expectation for case in cases for expectation in case.expectations)
    sentences = {words for e in expectations for words in (e.message, e.hint) if words is not None}
    return "\n".join(sorted(sentences))


def pieces(source: Path) -> tuple[str, ...]:
    """Give the Vietnamese text literals of a module, but for docstrings and patterns."""
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
