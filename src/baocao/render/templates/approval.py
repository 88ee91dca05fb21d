"""Templates that need no check, because the same bytes passed it before.

The shipped templates are listed by their SHA-256: tests prove that each passes. A workspace's own
templates are remembered once checked, under the SHA-256 of all files concerned and of the checker
itself, so that a change of either means a new check. Only templates without an error are kept.

The memory is a file of the user's cache folder, as XDG and Windows name it. A workspace holds what
people write and what a build makes; a cache is neither, and may serve several workspaces. Without
that file, or with a damaged one, templates are checked as if never seen.
"""

import hashlib
import json
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path

from baocao import __version__

SHIPPED = Path(__file__).parents[1] / "shipped_templates.sha256"
_MOST = 200  # remembered templates
_PACKAGE = Path(__file__).parents[2]
_CHECKER = ("render/templates/*.py", "ooxml/*.py", "model/document.py")
_LIBRARIES = ("jinja2", "lxml", "tinycss2")


def unprinted_fields(
    entry: str, files: Mapping[str, bytes], check: Callable[[], tuple[str, ...]]
) -> tuple[str, ...]:
    """Return the optional fields that a template does not print; check it if it is new.

    `files` holds the bytes that will be filled, by name below `templates/`: those of `entry` and
    of all that it may include. `check` raises `TemplateError` for a template with errors.
    """
    digests = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    if digests.items() <= shipped_digests().items():
        return ()
    key = hashlib.sha256(repr((_checker(), entry, sorted(digests.items()))).encode()).hexdigest()
    found = _remembered().get(key)
    if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
        found = list(check())
        _remember(key, found)
    return tuple(found)


@cache
def shipped_digests() -> Mapping[str, str]:
    """Return the SHA-256 of each shipped template by its name below `templates/`."""
    try:
        lines = SHIPPED.read_text("utf-8").splitlines()
    except OSError:
        return {}
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


@cache
def _checker() -> str:
    """Digest what decides about a template: the check of this program, and its libraries."""
    digest = hashlib.sha256(repr((__version__, *map(version, _LIBRARIES))).encode())
    for pattern in _CHECKER:
        for path in sorted(_PACKAGE.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _cache_file() -> Path:
    """Return the file of the memory; raises `RuntimeError` for a user without a cache folder."""
    variable, default = "XDG_CACHE_HOME", "~/.cache"
    if sys.platform == "win32":
        variable, default = "LOCALAPPDATA", "~/AppData/Local"
    folder = Path(os.environ.get(variable) or default).expanduser()
    if not folder.is_absolute():
        raise RuntimeError
    return folder / "baocao" / "checked-templates.json"


def _remembered() -> dict[str, object]:
    try:
        found = json.loads(_cache_file().read_bytes())
    except (OSError, ValueError, RuntimeError):  # JSON nested too deeply is a `RuntimeError` too
        return {}
    return found if isinstance(found, dict) else {}


def _remember(key: str, unprinted: list[str]) -> None:
    kept = dict([*_remembered().items()][1 - _MOST :]) | {key: unprinted}
    with suppress(OSError, RuntimeError):
        path = _cache_file()
        new = path.with_name(f"{path.name}.{os.getpid()}")
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            new.write_text(json.dumps(kept), "utf-8")
            new.replace(path)
        finally:
            new.unlink(missing_ok=True)
