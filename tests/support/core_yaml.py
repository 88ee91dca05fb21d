"""YAML as an editor reads it: scalars become JSON values by the core schema of YAML 1.2."""

import re
from pathlib import Path

from baocao.load.records.file import read_source
from baocao.load.yaml import tree
from baocao.model.text import Text

_CONSTANTS: dict[str, object] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_NUMBERS = (
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
    (re.compile(r"[-+]?\.(inf|Inf|INF)"), lambda text: float(text.replace(".", ""))),
    (re.compile(r"\.(nan|NaN|NAN)"), lambda _: float("nan")),
)


class BrokenYamlError(ValueError):
    """The file is not YAML, or not YAML that both readers take alike: no value to compare."""


def read_json(path: Path) -> object:
    """Read a file; one that is empty is an empty mapping, as to the program.

    Raises `BrokenYamlError`.
    """
    source, faults = read_source(path)
    if source is None:
        raise BrokenYamlError(faults)
    result = tree.read_tree(source)
    if result.diagnostics:
        raise BrokenYamlError(result.diagnostics)
    return {} if result.root is None else _as_json(result.root)


def _as_json(node: tree.Node) -> object:
    if isinstance(node, Text):
        return _scalar(node.value) if node.plain else node.value
    if isinstance(node, tree.Sequence):
        return [_as_json(item) for item in node.items]
    if isinstance(node, tree.Mapping):
        return {key: _as_json(value) for key, (_, value) in node.entries.items()}
    raise BrokenYamlError(node)


def _scalar(text: str) -> object:
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    for form, read in _NUMBERS:
        if form.fullmatch(text):
            return read(text)
    return text
