"""Comment lines and scalars of YAML."""

import re
from collections.abc import Iterator
from textwrap import wrap

WIDTH = 90
_NBSP = "\u00a0"
_REFERENCE = re.compile(r"\{\{.*?\}\}")  # never broken over two lines
_PLAIN = re.compile(r"[^\W_][\w ,.()/&–-]*")
_NULL = re.compile("null", re.IGNORECASE)


def comment(text: str, *, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """Wrap a text into comment lines, `indent` blanks in, `hanging` more from line two on."""
    first = "# " + " " * indent
    lines = wrap(
        _REFERENCE.sub(lambda found: found[0].replace(" ", _NBSP), text),
        WIDTH,
        initial_indent=first,
        subsequent_indent=first + " " * hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
    yield from (line.replace(_NBSP, " ") for line in lines)


def scalar(text: str) -> str:
    """Return a text as a YAML scalar, quoted if YAML would read another value."""
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and not _NULL.fullmatch(text):
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return char if char.isprintable() else f"\\U{ord(char):08x}"
