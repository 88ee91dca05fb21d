"""The one Jinja2 environment for both formats: sandboxed, escaping, strict about names."""

from jinja2 import BaseLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment


def environment(loader: BaseLoader | None = None) -> ImmutableSandboxedEnvironment:
    """Make an environment in which a template can neither run code nor lose a misspelt field."""
    return ImmutableSandboxedEnvironment(
        loader=loader, autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True
    )
