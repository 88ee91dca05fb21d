"""Write the SHA-256 of each shipped template; run it after a change of `templates/`.

A template on this list is used without a check, so the tests of templates have to pass first.
"""

import hashlib
from pathlib import Path

from baocao.render.templates.approval import SHIPPED

TEMPLATES = Path(__file__).parents[1] / "templates"


def listed(templates: Path) -> str:
    """Return a line for each file, as `sha256sum` writes it."""
    digests = {
        path.relative_to(templates).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(templates.rglob("*.*"))
    }
    return "".join(f"{digest}  {name}\n" for name, digest in digests.items())


if __name__ == "__main__":
    SHIPPED.write_text(listed(TEMPLATES), "utf-8", newline="\n")
