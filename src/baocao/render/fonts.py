"""The installed font family among the three with the widths of Times New Roman."""

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from baocao.layout.typeface import FAMILIES

_FACES = {  # upright, bold, italic and both, as they are named on one system or another
    "Times New Roman": (
        ("times.ttf", "timesbd.ttf", "timesi.ttf", "timesbi.ttf"),
        tuple(f"Times New Roman{face}.ttf" for face in ("", " Bold", " Italic", " Bold Italic")),
        tuple(f"Times_New_Roman{face}.ttf" for face in ("", "_Bold", "_Italic", "_Bold_Italic")),
    ),
    **{
        family: (
            tuple(f"{name}-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic")),
        )
        for family, name in (("Liberation Serif", "LiberationSerif"), ("Tinos", "Tinos"))
    },
}


@dataclass(frozen=True, slots=True)
class Typeface:
    """An installed family, and the files of its faces."""

    family: str
    files: tuple[Path, ...]


def installed_family() -> str | None:
    typeface = installed_typeface()
    return None if typeface is None else typeface.family


@cache
def installed_typeface() -> Typeface | None:
    """Return the first of the families that is installed, None if there is none."""
    found = {path.name.casefold(): path for folder in _folders() for path in folder.rglob("*.ttf")}
    for family in FAMILIES:
        for faces in _FACES[family]:
            files = [found[face.casefold()] for face in faces if face.casefold() in found]
            if faces[0].casefold() in found:
                return Typeface(family, tuple(files))
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
