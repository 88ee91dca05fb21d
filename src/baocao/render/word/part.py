"""A part of a Word template, compiled once and filled for each document.

docxtpl defines what a template means. Its `patch_xml` turns a part into a Jinja2 template, once for
each part. What docxtpl's `render` does with the filled text is done here only if it would change
anything. Three differences are intended:

- docxtpl escapes properties twice where its environment escapes; here they are escaped once;
- docxtpl leaves tags in other parts, such as endnotes; here they are filled too, save in the
  comments of those who drew the template;
- docxtpl loses text where tags cut through the frames of Word; here that is an error.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import count

from docx.opc.coreprops import CoreProperties
from docx.oxml.parser import parse_xml
from docxtpl import DocxTemplate
from jinja2 import Environment
from lxml import etree

from baocao.ooxml.names import CORE_PROPERTIES, W
from baocao.render.word.insertions import Insertions

_CORE = f"{{{CORE_PROPERTIES}}}coreProperties"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TAG = re.compile(rb"\{(?:<[^>]*>)*[{%#]")  # its signs may stand in runs of their own
_OF_DOCXTPL = re.compile(rb"<(?:w:(?:document|hdr|ftr|footnotes)|(?:\w+:)?coreProperties)[\s>]")
_COMMENTS = re.compile(rb"<w:comments[\s>]")
_PROPERTIES = ("author", "comments", "identifier", "language", "subject", "title")
_PARAGRAPH = re.compile(r"<w:p([ >])")
_ESCAPES = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
_LISTING = re.compile(r"[\t\n\a\f]")
_DRAWING = re.compile(rb"(<(?:\w+:)?docPr\b[^>]*?\sid=[\"'])[^\"']*")
_FIRST_DRAWING = 1001
_DOCXTPL = DocxTemplate("")  # used for its functions on texts; it opens no file


def parts_to_fill(members: Mapping[str, bytes]) -> Iterator[str]:
    for name, data in members.items():
        is_template = _OF_DOCXTPL.search(data) or _TAG.search(data)
        if is_template and name.endswith(".xml") and not _COMMENTS.search(data):
            yield name


class WordPart:
    """A compiled part; `is_constant` if it has no tags."""

    def __init__(self, data: bytes, jinja: Environment) -> None:
        """Compile a part; raises what Jinja2 raises for a wrong tag."""
        root = parse_xml(data)
        self._is_main = root.tag == f"{W}document"
        environment = jinja
        if root.tag == _CORE:
            properties = CoreProperties(root)
            for name in _PROPERTIES:  # docxtpl adds them, empty
                if not getattr(properties, name):
                    setattr(properties, name, "")
            environment = jinja.overlay(autoescape=True)
        if root.tag == f"{W}footnotes":
            text = data.decode()  # docxtpl keeps the blanks between its elements
        else:
            text = _DECLARATION + etree.tostring(root, encoding="unicode")
        source = _PARAGRAPH.sub(r"\n<w:p\1", _DOCXTPL.patch_xml(text))
        self.is_constant = _TAG.search(source.encode()) is None
        self._template = environment.from_string("" if self.is_constant else source)
        self._constant = source if self.is_constant else ""

    def fill(self, context: Mapping[str, object], insertions: Insertions) -> bytes:
        """Fill a part; raises `XMLSyntaxError` if its tags cut through the XML."""
        text = self._constant or self._template.render(context)
        part = _resolved(text).encode()
        root = etree.fromstring(part)
        if self._is_main and any(map(_is_uneven, root.iter(f"{W}tbl"))):
            part = etree.tostring(_DOCXTPL.fix_tables(part), encoding="UTF-8", standalone=True)
        part = insertions.insert_into(part)
        return _numbered(part) if self._is_main and b"docPr" in part else part


def _resolved(text: str) -> str:
    """Resolve docxtpl's escapes and listings in the filled text."""
    text = text.replace("\n<w:p>", "<w:p>").replace("\n<w:p ", "<w:p ")
    for escape, meant in _ESCAPES:
        text = text.replace(escape, meant)
    has_signs = _LISTING.search(text, len(_DECLARATION)) is not None
    return _DOCXTPL.resolve_listing(text) if has_signs else text


def _is_uneven(table: etree._Element) -> bool:
    """Return whether rows are longer or shorter than the table's grid, which docxtpl then mends."""
    grid = table.findall(f"{W}tblGrid/{W}gridCol")
    if not grid or any(column.get(f"{W}w") is None for column in grid):
        return False  # docxtpl stops at such a grid; Word does not need it
    columns = len(grid)
    rows = [row.findall(f"{W}tc") for row in table.iter(f"{W}tr")]
    most = max(map(len, rows), default=0)
    widest = max((sum(map(_span, row)) for row in rows), default=0)
    return most > columns or widest < columns


def _span(cell: etree._Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return 1 if span is None else int(span.get(f"{W}val"))


def _numbered(part: bytes) -> bytes:
    """Return a part whose drawings have unique ids."""
    numbers = count(_FIRST_DRAWING)
    return _DRAWING.sub(lambda found: b"%s%d" % (found[1], next(numbers)), part)
