"""A document as an archival PDF: PDF/A-3b, tagged, by Typst from its own templates.

Typst is some ten times as fast as WeasyPrint and needs no system library. It is an optional extra
(`pip install 'baocao[typst]'`), imported only here. Its root folder is a copy of the templates with
the document that is being printed, so that a template reads nothing else.
"""

import re
import shutil
import tempfile
import threading
import weakref
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from baocao.errors import (
    FontMissingError,
    TemplateError,
    TemplateNotFoundError,
    TypstMissingError,
)
from baocao.model.document import Document
from baocao.render.fonts import installed_typeface
from baocao.render.templates.check_typst import FOLDER, GENERAL, check_typst, template_files
from baocao.render.templates.messages import raise_on_errors
from baocao.render.typst.fonts import write_for_print
from baocao.render.typst.metadata import PdfObjects, set_properties
from baocao.render.typst.printed_letters import lost_text
from baocao.workspace import TemplateFolders

try:
    from typst import Compiler, Fonts, TypstError

    from baocao.render.typst.document_json import serialize
except ImportError as problem:
    raise TypstMissingError from problem

_DATA: Final = "van-ban.json"
_PLACE: Final = re.compile(r"┌─ (?:.*/)?mau/(.+?):(\d+):\d+")
_EPOCH: Final = 0  # Typst must date a file; `set_properties` replaces the date


class TypstPrinter:
    """Prints documents as PDF; keep one for each process, since it holds compiled templates."""

    def __init__(self, folders: TemplateFolders) -> None:
        """Find the typeface; raises `FontMissingError` if this machine has none of the three."""
        typeface = installed_typeface()
        if typeface is None:
            raise FontMissingError
        self._folders = folders
        self._family = typeface.family
        self._compilers: dict[str, Compiler] = {}
        self._printing = threading.Lock()  # the document is one file
        own = Path(tempfile.mkdtemp(prefix="baocao-typst-"))
        weakref.finalize(self, shutil.rmtree, own, ignore_errors=True)
        self._files = template_files(folders)
        self._root = own / "mau"
        for name, path in self._files.items():
            target = self._root / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
        for path in typeface.files:
            write_for_print(path, own / "phong" / path.name)
        self._fonts = Fonts(
            include_system_fonts=False,
            include_embedded_fonts=False,
            font_paths=[str(own / "phong")],
        )

    def render(self, document: Document) -> bytes:
        """Return the bytes of a PDF, equal for the same document and typeface.

        Raises `TemplateError` if the template has errors or omits text of the document.
        """
        own = f"{document.kind}.typ"
        entry = own if own in self._files else GENERAL
        if entry not in self._files:
            name = f"{FOLDER}/{GENERAL}"
            raise TemplateNotFoundError(name, self._folders.folders)
        compiler = self._compiler(entry)
        try:
            with self._printing, self._placed(document):
                pdf = compiler.compile(
                    format="pdf", pdf_standards=["a-3b"], timestamp=_EPOCH, pdf_tags=True
                )
        except TypstError as problem:
            raise self._fault(problem, entry) from problem
        assert isinstance(pdf, bytes)  # noqa: S101 - a PDF is one file
        objects = PdfObjects(pdf)
        lost = lost_text(objects, document)
        if lost is not None:
            raise TemplateError(self._files[entry], f"mẫu bỏ mất nội dung «{lost[:60]}».")
        set_properties(objects, document.properties)
        return objects.to_bytes()

    def _compiler(self, entry: str) -> Compiler:
        """Check the templates when one is first used; keep the compiler of each."""
        if entry not in self._compilers:
            sources = (path for path in self._files.values() if path.suffix == ".typ")
            raise_on_errors(fault for path in sources for fault in check_typst(path))
            self._compilers[entry] = Compiler(
                str(self._root / entry),
                root=str(self._root),
                font_paths=self._fonts,
                ignore_system_fonts=True,
                sys_inputs={"family": self._family},
                package_path=str(self._root / "none"),
                package_cache_path=str(self._root / "none"),
            )
        return self._compilers[entry]

    @contextmanager
    def _placed(self, document: Document) -> Iterator[None]:
        """Write a document and its pictures to the folder that the templates read."""
        written = serialize(document)
        _write_over(self._root / _DATA, written.data)
        pictures = {self._root / name: data for name, data in written.pictures.items()}
        for path, data in pictures.items():
            path.write_bytes(data)
        try:
            yield
        finally:
            for path in pictures:
                path.unlink()

    def _fault(self, problem: TypstError, entry: str) -> TemplateError:
        place = _PLACE.search(problem.diagnostic)
        name, line = (place[1], f"dòng {place[2]}: ") if place is not None else (entry, "")
        path = self._files.get(name, self._files[entry])
        return TemplateError(path, f"{line}Typst không in được ({problem.message}).")


def _write_over(path: Path, data: bytes) -> None:
    """Overwrite a file without emptying it first, which would flush it to the disk on closing."""
    with path.open("r+b" if path.exists() else "wb") as file:
        file.write(data)
        file.truncate()
