"""The templates of the scaffolds: `templates/` shows each file as an official gets it.

In a template `{% filter comment %}…{% endfilter %}` wraps a text into comment lines, none if the
text is blank; `scalar` quotes a value if YAML needs it, `date` writes a date.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from baocao.authoring.scaffold.yaml_text import comment, scalar
from baocao.vietnamese.dates import format_date_short
from baocao.workspace import schema_path


def render_for_unit(name: str, **context: object) -> str:
    """Return the scaffold of the content file `name` in a unit's folder."""
    return render(name, f"../../{schema_path(name)}", **context)


def render(name: str, schema: str, **context: object) -> str:
    """Return the scaffold of the content file `name`, whose editor finds its schema at `schema`."""
    return _environment().get_template(f"{name}.j2").render(context, schema=schema)


@cache
def _environment() -> Environment:
    environment = Environment(  # noqa: S701 - YAML, not HTML: `scalar` quotes what needs it
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(comment=_comment, scalar=scalar, date=format_date_short)
    return environment


def _comment(text: str, indent: int = 0, hanging: int = 0, margin: int = 0) -> str:
    """Return a text, which a template may have broken into lines, as comment lines."""
    joined = " ".join(line.strip() for line in text.strip().split("\n"))
    lines = comment(joined, indent=indent, hanging=hanging)
    return "".join(f"{' ' * margin}{line}\n" for line in lines)
