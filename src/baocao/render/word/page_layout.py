"""The sheets of a Word template: its sections, their widths, the columns that rules stand in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from baocao.model.document import Orientation

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True, slots=True)
class PageFormat:
    """A sheet of one orientation: its `w:sectPr`, and the width in twips of the text on it."""

    section: str
    width: int


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What a template leaves to be laid out: its rules' tags, and its sheets.

    By each tag stand the name of the rule's field and the width in twips of its column, None
    where the rule stands under the text, not in a column.
    """

    rules: Mapping[str, tuple[str, int | None]]
    sheets: Mapping[Orientation, PageFormat]


def extract_layout(main: etree._Element, rules: tuple[str, ...]) -> PageLayout:
    """Take out of a template's text what each document has of its own, and leave tags for it."""
    return PageLayout(_take_rules(main, rules), _take_sheets(main))


def _take_rules(main: etree._Element, names: tuple[str, ...]) -> dict[str, tuple[str, int | None]]:
    """Give each rule's tag its own name.

    A template may have a letterhead for sheets of either orientation, and so a rule twice.
    """
    rules: dict[str, tuple[str, int | None]] = {}
    for paragraph in list(main.iter(f"{_W}p")):
        text = "".join(paragraph.itertext())
        for name in names:
            if re.search(rf"\{{\{{p\s+{name}\s*\}}\}}", text):
                own = f"{name}_{len(rules)}"
                rules[own] = (name, _column_width(paragraph))
                paragraph.getparent().replace(paragraph, _tag_element(own))
    return rules


def _take_sheets(main: etree._Element) -> dict[Orientation, PageFormat]:
    """Take the template's sections out of its text and leave tags for them in their places.

    A template with sheets of one orientation only has the other made from it, sides turned.
    """
    found: dict[Orientation, str] = {}
    sections = list(main.iter(f"{_W}sectPr"))
    for section in sections:
        lies = section.find(f"{_W}pgSz").get(f"{_W}orient") == "landscape"
        orientation = Orientation.LANDSCAPE if lies else Orientation.PORTRAIT
        section.tail = None
        found.setdefault(orientation, etree.tostring(section, encoding="unicode"))
    for section, tag in zip(
        (sections[0], sections[-1]), ("first_section_break", "last_section"), strict=True
    ):
        if tag == "last_section":
            section.getparent().replace(section, _tag_element(tag))
        elif len(sections) > 1:
            paragraph = next(section.iterancestors(f"{_W}p"))
            paragraph.getparent().replace(paragraph, _tag_element(tag))
    for orientation in Orientation:
        if orientation not in found:
            found[orientation] = _turned(next(iter(found.values())), orientation)
    return {
        orientation: PageFormat(section, _text_width(section))
        for orientation, section in found.items()
    }


def _text_width(section_xml: str) -> int:
    """Give the width in twips of the text on the sheet of a `w:sectPr`."""
    section = etree.fromstring(section_xml)
    size, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    return _twips(size, "w") - sum(_twips(margins, side) for side in ("left", "right"))


def _column_width(paragraph: etree._Element) -> int | None:
    cell = next(paragraph.iterancestors(f"{_W}tc"), None)
    if cell is None:
        return None
    table = next(cell.iterancestors(f"{_W}tbl"))
    place = cell.getparent().findall(f"{_W}tc").index(cell)
    grid = table.findall(f"{_W}tblGrid/{_W}gridCol")
    own = cell.find(f"{_W}tcPr/{_W}tcW")
    if own is not None and own.get(f"{_W}type") == "dxa":
        return _twips(own, "w")
    return _twips(grid[place], "w") if place < len(grid) else 0  # AutoFit keeps widths in the grid


def _twips(element: etree._Element | None, name: str) -> int:
    """Give a length in twips; nothing where it is absent or in another measure."""
    value = "" if element is None else element.get(f"{_W}{name}", "")
    return int(value) if value.isdecimal() else 0


def _tag_element(name: str) -> etree._Element:
    """Make a paragraph that is nothing but a tag; docxtpl's `{{p …}}` replaces it whole."""
    paragraph = etree.Element(f"{_W}p")
    text = etree.SubElement(etree.SubElement(paragraph, f"{_W}r"), f"{_W}t")
    text.text = f"{{{{p {name} }}}}"
    return paragraph


def _turned(section_xml: str, orientation: Orientation) -> str:
    section = etree.fromstring(section_xml)
    size = section.find(f"{_W}pgSz")
    width, height = size.get(f"{_W}w"), size.get(f"{_W}h")
    size.set(f"{_W}w", height)
    size.set(f"{_W}h", width)
    size.set(f"{_W}orient", orientation.value)
    return str(etree.tostring(section, encoding="unicode"))
