"""Comments, rules and scalars: the YAML that a scaffold is put together from."""

import re
from collections.abc import Iterator
from textwrap import wrap

WIDTH = 90
_NBSP = "\u00a0"
_REFERENCE = re.compile(r"\{\{.*?\}\}")  # never broken over two lines
_PLAIN = re.compile(r"[^\W_][\w ,.()/&–-]*")
_NULL = re.compile("null", re.IGNORECASE)


def comment(text: str, *, indent: int = 0, hanging: int = 0) -> Iterator[str]:
    """Give a text as comment lines; `indent` blanks before it, `hanging` more from line two on."""
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


def rule(sign: str) -> str:
    """Give a comment line that is ruled all along with one sign."""
    return f"# {sign * (WIDTH - 2)}"


def scalar(text: str) -> str:
    """Write a text as a YAML scalar, in quotes where YAML would read anything else."""
    if _PLAIN.fullmatch(text) and not text.endswith(" ") and not _NULL.fullmatch(text):
        return text
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(char: str) -> str:
    if char in '"\\':
        return f"\\{char}"
    return char if char.isprintable() else f"\\U{ord(char):08x}"
