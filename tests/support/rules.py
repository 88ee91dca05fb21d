"""The ids of the rules about what people write, and of those about templates."""

from baocao.cli import explain
from baocao.diagnostics import RULES as REGISTERED

assert explain.command  # whose module imports every rule

TEMPLATE_RULES = (
    "broken-tag",
    "missing-field",
    "missing-style",
    "split-tag",
    "unknown-field",
    "unreadable-template",
    "unsafe-template",
)
RULES = tuple(sorted(REGISTERED.keys() - {*TEMPLATE_RULES}))
