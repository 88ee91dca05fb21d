"""What a document depends on, as one SHA-256: content, templates, program.

Two equal fingerprints mean equal bytes, so that a document need not be made again.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter
from pathlib import Path

from baocao import __version__
from baocao.model.campaign import Campaign, PdfEngine, Unit
from baocao.pipeline import Format
from baocao.render.fonts import installed_family
from baocao.workspace import UNITS_CSV, UNITS_FILE, CampaignFolder, TemplateFolders

_fields = attrgetter(*(field.name for field in fields(Unit)))
_WORD, _WEASYPRINT, _TYPST = "docx", "html", "typst"
_COMPOSED_BY = ("markdown-it-py", "pillow", "resvg-py")
_PRINTED_BY = {
    _WORD: ("docxtpl", "python-docx", "jinja2", "lxml"),
    _WEASYPRINT: ("weasyprint", "pydyf", "tinycss2", "fonttools", "jinja2"),
    _TYPST: ("typst", "fonttools"),
}


def of_format(
    folder: CampaignFolder, templates: TemplateFolders, file_format: Format, engine: PdfEngine
) -> str:
    """Digest what all units share in a format, except the program: campaign and templates."""
    templates_folder = _templates_folder(file_format, engine)
    digest = hashlib.sha256()
    own = (path for path in files_in(folder.path, deep=False) if _is_of_all(path))
    _add(digest, folder.path, own)
    for each in templates.folders:
        _add(digest, each, files_in(each / templates_folder, deep=True))
    return digest.hexdigest()


def of_program(file_format: Format, engine: PdfEngine) -> str:
    """Digest the program, the libraries that print a format, and the typeface of this machine."""
    libraries = (*_COMPOSED_BY, *_PRINTED_BY[_templates_folder(file_format, engine)])
    versions = [(name, _version(name)) for name in libraries]
    return hashlib.sha256(repr((_of_package(), installed_family(), versions)).encode()).hexdigest()


def of_unit(folder: Path, listed: Mapping[str, Unit], unit: str) -> bytes:
    """Digest a unit's files and what the list of units says of it and of its superior."""
    digest = hashlib.sha256(repr((unit, [_fields(each) for each in listed.values()])).encode())
    _add(digest, folder, files_in(folder, deep=True))
    return digest.digest()


def joined(program: str, of_all: str, of_one: bytes) -> str:
    """Return the fingerprint of a unit's documents in a format."""
    return hashlib.sha256(f"{program}{of_all}".encode() + of_one).hexdigest()


def listed_units(campaign: Campaign, unit_id: str) -> dict[str, Unit]:
    """Return the units of the list that a unit's documents name: itself and its superior."""
    unit = campaign.units.get(unit_id)
    if unit is None:
        return {}
    superior = {} if unit.superior is None else {unit.superior: campaign.units[unit.superior]}
    return {unit.id: unit, **superior}


def files_in(folder: Path | str, *, deep: bool) -> Iterator[str]:
    """Yield the paths of a folder's files in order; hidden ones are not content."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return  # whoever reads the content tells
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_file():
            yield entry.path
        elif deep and entry.is_dir():
            yield from files_in(entry.path, deep=True)


@cache
def _of_package() -> str:
    """Digest the program's own files, which a checkout changes under one version."""
    digest = hashlib.sha256(__version__.encode())
    package = Path(__file__).parents[1]
    _add(digest, package, (path for path in files_in(package, deep=True) if path.endswith(".py")))
    return digest.hexdigest()


def _templates_folder(file_format: Format, engine: PdfEngine) -> str:
    if file_format is Format.DOCX:
        return _WORD
    return _TYPST if engine is PdfEngine.TYPST else _WEASYPRINT


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _is_of_all(path: str) -> bool:
    return os.path.basename(path) not in (UNITS_FILE, UNITS_CSV)  # noqa: PTH119 - a text, for speed


def _add(digest: "hashlib._Hash", folder: Path, paths: Iterable[str]) -> None:
    start = len(os.fspath(folder))
    for path in paths:
        try:
            with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - some 100,000 files
                data = file.read()
        except OSError as problem:
            data = repr(problem).encode()
        digest.update(f"{path[start:]}\0{len(data)}\0".encode())
        digest.update(data)
