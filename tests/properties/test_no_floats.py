"""Between what was typed and what is printed a figure is a `Decimal` or a `Fraction`, no float."""

import ast
from pathlib import Path

import pytest

import baocao

PACKAGE = Path(baocao.__file__).parent
MODULES = sorted(
    path
    for pattern in (
        *("calc/*", "load/campaign/form*", "load/unit/cells", "load/unit/statistics"),
        *("model/content", "model/form", "model/formula", "rules/figures/*"),
        *("rules/report/unknown_figure", "vietnamese/figures", "vietnamese/words"),
    )
    for path in PACKAGE.glob(f"{pattern}.py")
)
DIVIDE_EXACTLY = {"formula", "expression"}  # fractions, as the other test of this folder proves


def floats(source: str, *, may_divide: bool = False) -> list[int]:
    """Return the lines on which a float could come about."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.expr) and _makes_float(node, may_divide=may_divide)
    ]


def _makes_float(node: ast.expr, *, may_divide: bool) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float | complex)
    if isinstance(node, ast.Name):
        return node.id in ("float", "complex")
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.value.id in ("math", "cmath")
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div) and not may_divide


@pytest.mark.parametrize("path", MODULES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_module_of_the_figures_can_make_a_float(path: Path) -> None:
    found = floats(path.read_text("utf-8"), may_divide=path.stem in DIVIDE_EXACTLY)

    assert found == []


@pytest.mark.parametrize("source", ["x = 0.5", "y = float(x)", "z = math.fsum(v)", "w = a / b"])
def test_a_float_would_be_seen(source: str) -> None:
    assert floats(source) == [1]
