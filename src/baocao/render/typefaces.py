"""Which of the typefaces with the widths of Times New Roman this machine has."""

import os
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from baocao.typeface import FAMILIES

_FILES = {
    "Times New Roman": (
        "times.ttf",
        "Times New Roman.ttf",
        "Times_New_Roman.ttf",
    ),
    "Liberation Serif": ("LiberationSerif-Regular.ttf",),
    "Tinos": ("Tinos-Regular.ttf",),
}


@cache
def installed_family() -> str | None:
    """Give the first of the three families that is installed, or None."""
    names = {path.name.casefold() for folder in _folders() for path in folder.rglob("*.ttf")}
    for family in FAMILIES:
        if any(name.casefold() in names for name in _FILES[family]):
            return family
    return None


def _folders() -> Iterator[Path]:
    home = Path.home()
    if sys.platform == "win32":
        yield Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts"
        yield Path(os.environ.get("LOCALAPPDATA", str(home))) / "Microsoft/Windows/Fonts"
        return
    yield from (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
    yield from (home / ".fonts", home / ".local/share/fonts")
    yield from (Path("/Library/Fonts"), Path("/System/Library/Fonts"), home / "Library/Fonts")
