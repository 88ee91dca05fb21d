"""The page layout of a Word template: its sections, and the rules with their column widths."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from baocao.model.document import Orientation
from baocao.ooxml.names import W


@dataclass(frozen=True, slots=True)
class PageFormat:
    """The page of one orientation: its `w:sectPr`, and the width of its text in twips."""

    section: str
    width: int


@dataclass(frozen=True, slots=True)
class PageLayout:
    """The page formats and rules of a template.

    `rules` has, by tag, the name of the rule and the width of its column in twips, None for a rule
    that is in no column of a table.
    """

    rules: Mapping[str, tuple[str, int | None]]
    pages: Mapping[Orientation, PageFormat]


def extract_layout(main: etree._Element, rules: tuple[str, ...]) -> PageLayout:
    """Remove rules and sections from the main part, in place, and leave tags instead of them."""
    return PageLayout(_extract_rules(main, rules), _extract_pages(main))


def _extract_rules(
    main: etree._Element, names: tuple[str, ...]
) -> dict[str, tuple[str, int | None]]:
    """Rename the tag of each rule, since a template may have one twice.

    It does if it has a letterhead for each orientation.
    """
    rules: dict[str, tuple[str, int | None]] = {}
    for paragraph in list(main.iter(f"{W}p")):
        text = "".join(paragraph.itertext())
        for name in names:
            if re.search(rf"\{{\{{p\s+{name}\s*\}}\}}", text):
                own = f"{name}_{len(rules)}"
                rules[own] = (name, _column_width(paragraph))
                paragraph.getparent().replace(paragraph, _tag_element(own))
    return rules


def _extract_pages(main: etree._Element) -> dict[Orientation, PageFormat]:
    """Replace the sections by tags; a missing orientation is made by turning the other."""
    found: dict[Orientation, str] = {}
    sections = list(main.iter(f"{W}sectPr"))
    for section in sections:
        lies = section.find(f"{W}pgSz").get(f"{W}orient") == "landscape"
        orientation = Orientation.LANDSCAPE if lies else Orientation.PORTRAIT
        section.tail = None
        found.setdefault(orientation, etree.tostring(section, encoding="unicode"))
    for section, tag in zip(
        (sections[0], sections[-1]), ("first_section_break", "last_section"), strict=True
    ):
        if tag == "last_section":
            section.getparent().replace(section, _tag_element(tag))
        elif len(sections) > 1:
            paragraph = next(section.iterancestors(f"{W}p"))
            paragraph.getparent().replace(paragraph, _tag_element(tag))
    for orientation in Orientation:
        if orientation not in found:
            found[orientation] = _turned(next(iter(found.values())), orientation)
    return {
        orientation: PageFormat(section, _text_width(section))
        for orientation, section in found.items()
    }


def _text_width(section_xml: str) -> int:
    section = etree.fromstring(section_xml)
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    return _twips(size, "w") - sum(_twips(margins, side) for side in ("left", "right"))


def _column_width(paragraph: etree._Element) -> int | None:
    cell = next(paragraph.iterancestors(f"{W}tc"), None)
    if cell is None:
        return None
    table = next(cell.iterancestors(f"{W}tbl"))
    place = cell.getparent().findall(f"{W}tc").index(cell)
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    own = cell.find(f"{W}tcPr/{W}tcW")
    if own is not None and own.get(f"{W}type") == "dxa":
        return _twips(own, "w")
    return _twips(grid[place], "w") if place < len(grid) else 0  # AutoFit keeps widths in the grid


def _twips(element: etree._Element | None, name: str) -> int:
    """Return a length in twips, 0 if it is absent or in another unit."""
    value = "" if element is None else element.get(f"{W}{name}", "")
    return int(value) if value.isdecimal() else 0


def _tag_element(name: str) -> etree._Element:
    """Return a paragraph with a tag only; docxtpl's `{{p …}}` replaces the whole paragraph."""
    paragraph = etree.Element(f"{W}p")
    text = etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t")
    text.text = f"{{{{p {name} }}}}"
    return paragraph


def _turned(section_xml: str, orientation: Orientation) -> str:
    section = etree.fromstring(section_xml)
    size = section.find(f"{W}pgSz")
    width, height = size.get(f"{W}w"), size.get(f"{W}h")
    size.set(f"{W}w", height)
    size.set(f"{W}h", width)
    size.set(f"{W}orient", orientation.value)
    return str(etree.tostring(section, encoding="unicode"))
