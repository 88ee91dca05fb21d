"""The tagged structure of a PDF (ISO 32000-1, 14.7), with the page of every marked stretch."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdftypes import resolve1

Mark = tuple[int, int]  # the page's number from 1, and the stretch's number on it


@dataclass(frozen=True, slots=True)
class Element:
    """An element with all that it holds, in reading order."""

    tag: str
    kids: tuple["Element | Mark", ...]


def structure(document: PDFDocument, pages: Mapping[object, int]) -> tuple[Element, ...]:
    """Read the structure of a document; `pages` are the numbers of its pages by object."""
    root = resolve1(document.catalog.get("StructTreeRoot")) or {}
    roles = {name: role.name for name, role in (resolve1(root.get("RoleMap")) or {}).items()}

    def read(held: object, page: int) -> Iterator[Element | Mark]:
        value: Any = resolve1(held)
        if isinstance(value, int):
            yield page, value
        elif isinstance(value, list):
            for each in value:
                yield from read(each, page)
        elif isinstance(value, dict) and "Obj" not in value:
            page = pages[value["Pg"].objid] if "Pg" in value else page
            if "MCID" in value:
                yield page, value["MCID"]
            else:
                tag = value["S"].name
                kids = tuple(read(value.get("K", []), page))
                yield Element(roles.get(tag, tag), kids)

    return tuple(kid for kid in read(root.get("K", []), 0) if isinstance(kid, Element))
