"""The pictures that a unit attaches: files beside its YAML, read once and made safe to print.

They stand in a list under the key `hinh`, one record each, and the signature's under `chu_ky`:
a list keeps the narrative free of marks, every picture has a place of its own for diagnostics and
an editor can complete its keys. Any file whose prose stands under keys can have such a list.

Where no picture is attached, neither library of pictures is even imported.
"""

import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from baocao.diagnostics import Diagnostic, Diagnostics
from baocao.load.pictures.messages import (
    backslash_in_path,
    empty_picture,
    missing_picture,
    other_type,
    picture_behind_link,
    picture_not_regular,
    picture_outside_folder,
    too_many_bytes,
    too_many_pictures,
    unknown_ending,
    unreadable_picture,
)
from baocao.model.paper import AttachedPicture, Image
from baocao.model.text import Text

LIMIT = 20 * 1024 * 1024
"""The largest file read, in bytes."""

MOST = 40
"""The most pictures of one file."""

_PNG, _JPEG = b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff"
_DRAWING = ".svg"
_TYPES = {".png": ("PNG", _PNG), ".jpg": ("JPEG", _JPEG), ".jpeg": ("JPEG", _JPEG)}


def read_pictures(
    attached: Iterable[AttachedPicture], folder: Path
) -> tuple[tuple[AttachedPicture, ...], tuple[Diagnostic, ...]]:
    """Read the files of pictures, which lie in the unit's `folder`; a fault stands at its path."""
    pictures: list[AttachedPicture] = []
    faults: list[Diagnostic] = []
    for picture in attached:
        if len(pictures) == MOST:
            faults.append(too_many_pictures(picture.path, MOST))
            break
        image = read_image(picture.path, folder)
        if isinstance(image, Diagnostic):
            faults.append(image)
        usable = image if isinstance(image, Image) else None
        pictures.append(replace(picture, image=usable))
    return tuple(pictures), tuple(faults)


def read_image(path: Text, folder: Path) -> Image | Diagnostic:
    """Read the picture at `path` of the unit's `folder`, or say what is wrong with it."""
    typed = path.stripped
    ending = PurePosixPath(typed).suffix.lower()
    wrong = next(_misplaced(path, folder), None)
    if wrong is None and ending not in (*_TYPES, _DRAWING):
        wrong = unknown_ending(path)
    raw = _read(path, folder) if wrong is None else wrong
    if isinstance(raw, Diagnostic):
        return raw
    if ending == _DRAWING:
        from baocao.load.pictures.svg import draw  # noqa: PLC0415 - only where there is one

        return draw(path, raw)
    name, signature = _TYPES[ending]
    if not raw.startswith(signature):
        return other_type(path, name)
    from baocao.load.pictures.raster import develop  # noqa: PLC0415 - only where there is one

    return develop(path, raw, name)


def _misplaced(path: Text, folder: Path) -> Diagnostics:
    typed = path.stripped
    parts = PurePosixPath(typed).parts
    if typed.startswith("/") or ".." in parts or ":" in typed or "\0" in typed:
        yield picture_outside_folder(path)
        return
    if "\\" in typed:
        yield backslash_in_path(path)
        return
    step = folder
    for part in parts:
        step /= part
        if step.is_symlink():
            yield picture_behind_link(path)
            return


def _read(path: Text, folder: Path) -> bytes | Diagnostic:
    """Read a file whole, unless it is none or is larger than any picture should be."""
    file = _as_stored(folder / path.stripped)
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            return picture_not_regular(path)
        if status.st_size == 0:
            return empty_picture(path)
        if status.st_size > LIMIT:
            return too_many_bytes(path, status.st_size, LIMIT)
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return missing_picture(path, tuple(_near(folder)))
    except OSError as problem:
        return unreadable_picture(path, problem)


def _as_stored(file: Path) -> Path:
    """Return the path as the disk spells it: macOS stores NFD, the YAML was composed to NFC."""
    if file.exists() or file.name.isascii() or not file.parent.is_dir():
        return file
    names = (each for each in file.parent.iterdir() if not each.is_symlink())
    same = (each for each in names if unicodedata.normalize("NFC", each.name) == file.name)
    return next(same, file)


def _near(folder: Path) -> Iterator[str]:
    """Yield the picture files of a unit's folder and of its subfolders."""
    for pattern in ("*", "*/*"):
        for file in sorted(folder.glob(pattern)):
            if file.suffix.lower() in (*_TYPES, _DRAWING):
                yield file.relative_to(folder).as_posix()
