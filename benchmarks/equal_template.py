"""Templates for the rivals, equal to ours: made from what our template prints.

What our template prints of a unit is taken apart: what is the same for every unit stays in the
rival's template, what a unit says becomes a tag and its value. So a rival has the same parts,
styles and words to write as we have, and no condition to decide.

There are two, since people use both ways:

- `ready`: every block of the body, tables too, is handed over as finished XML, as in ours, except
  that nobody has to make it: raw XML is the least that a rival can be asked;
- `loops`: the body is a loop over paragraphs, the table a loop over rows; marks within a paragraph
  are left out, and so are the paragraphs' styles for a rival that cannot choose among them.
"""

import zipfile
from dataclasses import dataclass, field
from io import BytesIO
from itertools import groupby
from typing import Literal

from lxml import etree

Way = Literal["ready", "loops"]
MAIN = "word/document.xml"
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_NAMESPACE}}}"
_DECLARATIONS = (
    f' xmlns:w="{_NAMESPACE}"',
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
)
_RULE = "NetKe"  # the style of a rule, whose length depends on the words above it
_BODY = ("Heading1", "Heading2", "Heading3", "Heading4", "BodyText", "GachDauDong", "DauCong")
_PLAIN = "BodyText"
_TABLE = "BangSoLieu"


@dataclass(frozen=True, slots=True)
class Syntax:
    """How a rival writes a tag that takes XML, and how it wants that XML.

    `has_choice` where a paragraph that is not chosen goes, rather than stay empty.
    """

    xml_tag: str
    is_wrapped: bool
    has_choice: bool

    def value(self, xml: str) -> object:
        """Give XML as the rival takes it."""
        if not self.is_wrapped:
            return xml
        return {"_type": "rawXml", "xml": xml, "replaceParagraph": True}


DOCXTEMPLATER = Syntax("{{@{}}}", is_wrapped=False, has_choice=True)
EASY_TEMPLATE_X = Syntax("{{{}}}", is_wrapped=True, has_choice=False)


@dataclass(slots=True)
class Equal:
    """The main part of a template, and the values of its tags for one unit."""

    syntax: Syntax
    way: Way
    main: str = ""
    context: dict[str, object] = field(default_factory=dict)

    def tag(self, value: object) -> str:
        """Name the next tag, which has this value."""
        name = f"t{len(self.context)}"
        self.context[name] = value
        return name


def taken_apart(printed: bytes, syntax: Syntax, way: Way) -> Equal:
    """Take a Word file of ours apart into a template and its values."""
    root = etree.fromstring(_members(printed)[MAIN])
    equal = Equal(syntax, way)
    (body,) = root
    parts: list[str] = []
    for is_body, elements in groupby(body, key=lambda element: _style(element) in _BODY):
        if is_body:
            parts.append(_paragraphs(list(elements), equal))
        else:
            parts += (_rest(element, equal) for element in elements)
    equal.main = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:document{''.join(_DECLARATIONS)}><w:body>{''.join(parts)}</w:body></w:document>"
    )
    return equal


def package(printed: bytes, main: str) -> bytes:
    """Give the Word file with another main part."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in (_members(printed) | {MAIN: main.encode()}).items():
            file.writestr(name, data)
    return buffer.getvalue()


def words(printed: bytes) -> str:
    """Give all the text of a Word file."""
    root = etree.fromstring(_members(printed)[MAIN])
    return "".join(text.text or "" for text in root.iter(f"{_W}t"))


def _members(printed: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(printed)) as file:
        return {name: file.read(name) for name in file.namelist()}


def _paragraphs(elements: list[etree._Element], equal: Equal) -> str:
    if equal.way == "ready":
        return _slot("".join(map(_text, elements)), equal)
    items = [{_style(element): True, "text": _lines(element)} for element in elements]
    shapes = {_style(element): _text(element.find(f"{_W}pPr")) for element in reversed(elements)}
    if not equal.syntax.has_choice:
        return _looped(equal.tag(items), _paragraph("{text}", shapes[_PLAIN]))
    choices = (_looped(style, _paragraph("{text}", shapes[style])) for style in sorted(shapes))
    return _looped(equal.tag(items), "".join(choices))


def _rest(element: etree._Element, equal: Equal) -> str:
    """Give what stands for a table, or a paragraph outside the body."""
    if _style(element) == _RULE:
        return _slot(_text(element), equal)
    if _style(element) == _TABLE:
        return _table(element, equal)
    for rule in [p for p in element.iter(f"{_W}p") if _style(p) == _RULE and p is not element]:
        slot = etree.fromstring(f"<w:d{_DECLARATIONS[0]}>{_slot(_text(rule), equal)}</w:d>")
        rule.getparent().replace(rule, slot[0])
    for text in element.iter(f"{_W}t"):
        if text.text and not text.text.startswith("{"):
            text.text = f"{{{equal.tag(text.text)}}}"
    return _text(element)


def _table(table: etree._Element, equal: Equal) -> str:
    if equal.way == "ready":
        return _slot(_text(table), equal)
    rows = [row for row in table.findall(f"{_W}tr") if row.find(f".//{_W}tblHeader") is None]
    items = [{f"c{n}": _lines(cell) for n, cell in enumerate(row.iter(f"{_W}tc"))} for row in rows]
    loop = equal.tag(items)
    first, *others = rows
    cells = list(first.iter(f"{_W}tc"))
    for number, cell in enumerate(cells):
        start = f"{{#{loop}}}" if number == 0 else ""
        end = f"{{/{loop}}}" if number == len(cells) - 1 else ""
        text, *more = cell.iter(f"{_W}t")
        text.text = f"{start}{{c{number}}}{end}"
        for each in more:
            each.getparent().remove(each)
    for row in others:
        table.remove(row)
    return _text(table)


def _slot(xml: str, equal: Equal) -> str:
    """Give a paragraph for which the rival puts this XML."""
    return _paragraph(equal.syntax.xml_tag.format(equal.tag(equal.syntax.value(xml))))


def _looped(name: str, inner: str) -> str:
    return f"{_paragraph(f'{{#{name}}}')}{inner}{_paragraph(f'{{/{name}}}')}"


def _paragraph(text: str, shape: str = "") -> str:
    return f'<w:p>{shape}<w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'


def _style(element: etree._Element) -> str:
    found = element.find(f"*/{_W}{'tblStyle' if element.tag == f'{_W}tbl' else 'pStyle'}")
    return "" if found is None else found.get(f"{_W}val", "")


def _lines(element: etree._Element) -> str:
    """Give the text of a paragraph or a cell, a line break as a line feed."""
    parts = ("\n" if each.tag == f"{_W}br" else each.text or "" for each in element.iter())
    return "".join(parts)


def _text(element: etree._Element) -> str:
    text: str = etree.tostring(element, encoding="unicode")
    for declaration in _DECLARATIONS:
        text = text.replace(declaration, "")
    return text
