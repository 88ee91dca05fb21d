"""A Word file as its reader sees it: every property resolved from the XML, by no library's model.

A property comes from `w:docDefaults`, then the styles from the root of `w:basedOn` down, then the
paragraph or the run itself (ECMA-376 part 1, 17.7.2). Lengths are millimetres, sizes points.
"""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MM_PER_TWIP = 25.4 / 1440
_LINE = 240  # a single line, in `w:spacing w:line`
_OFF = {"0", "false", "off", "none"}
_FACES = ("ascii", "hAnsi", "eastAsia", "cs")

Properties = Mapping[str, str]  # `ind/left` → `567`; an element without attributes is `on`


@dataclass(frozen=True, slots=True)
class RunFormat:
    """How a run is set."""

    fonts: frozenset[str]
    size: float
    bold: bool
    italic: bool
    colour: str
    language: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text under one setting; line breaks in it are newlines."""

    text: str
    format: RunFormat


@dataclass(frozen=True, slots=True)
class ParagraphFormat:
    """How a paragraph is set; `line` counts single lines, None where the height is fixed."""

    align: str
    first_line: float
    left: float
    right: float
    before: float
    after: float
    line: float | None
    keeps_next: bool
    keeps_lines: bool
    outline_level: int | None
    has_rule_below: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `width` is that of the column it stands in, in mm."""

    style: str
    runs: tuple[Run, ...]
    format: ParagraphFormat
    width: float

    @property
    def text(self) -> str:
        """The text with newlines where lines are broken by hand."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, with what stands in frames inside it; `continues` one above that shares it."""

    paragraphs: tuple[Paragraph, ...]
    columns: int
    continues: bool

    @property
    def text(self) -> str:
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; a head row repeats on each page."""

    cells: tuple[Cell, ...]
    is_head: bool
    cannot_split: bool


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `has_borders` where its style or itself draws any."""

    rows: tuple[Row, ...]
    has_borders: bool

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph, row by row and cell by cell."""
        return tuple(
            paragraph for row in self.rows for cell in row.cells for paragraph in cell.paragraphs
        )


@dataclass(frozen=True, slots=True)
class Header:
    """A page header: its paragraphs and the fields in it, such as `PAGE`."""

    paragraphs: tuple[Paragraph, ...]
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section's page, in mm, and what stands over and under its text."""

    width: float
    height: float
    is_landscape: bool
    top: float
    right: float
    bottom: float
    left: float
    header_distance: float
    has_own_first_page: bool
    first_number: int | None
    headers: Mapping[str, Header]
    footers: int


class WordFile:
    """A Word file read from its zip."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}
        self._styles = _Styles(etree.fromstring(self.parts["word/styles.xml"]))
        self._body = etree.fromstring(self.parts["word/document.xml"]).find(f"{_W}body")
        calls = self._body.iter(f"{_W}footnoteReference")
        self._calls = {call.get(f"{_W}id"): n for n, call in enumerate(calls, start=1)}

    @cached_property
    def blocks(self) -> tuple[Paragraph | Table, ...]:
        """The body in document order."""
        width = self.sections[0].width - self.sections[0].left - self.sections[0].right
        return tuple(self._blocks(self._body, width))

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph in document order, those in tables too."""
        return tuple(paragraph for block in self.blocks for paragraph in _paragraphs(block))

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Table))

    @cached_property
    def footnotes(self) -> tuple[Paragraph, ...]:
        """The footnotes that the text calls, in the order of their numbers, which begin them."""
        root = etree.fromstring(self.parts["word/footnotes.xml"])
        notes = {note.get(f"{_W}id"): note for note in root}
        return tuple(self._paragraph(notes[key].find(f"{_W}p"), 0) for key in self._calls)

    @property
    def headings(self) -> tuple[Paragraph, ...]:
        """The paragraphs of the navigation pane."""
        return tuple(p for p in self.paragraphs if p.format.outline_level is not None)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        return tuple(map(self._section, self._body.iter(f"{_W}sectPr")))

    @property
    def styles(self) -> Mapping[str, "Style"]:
        return {style.name: style for style in self._styles.by_id.values()}

    def property_of_file(self, part: str, name: str) -> str | None:
        """Read a document property, such as `title` of `docProps/core.xml`; None where absent."""
        root = etree.fromstring(self.parts[part])
        found = [node.text or "" for node in root.iter() if etree.QName(node).localname == name]
        return found[0] if found else None

    def _blocks(self, parent: etree._Element, width: float) -> Iterator[Paragraph | Table]:
        for child in parent:
            if child.tag == f"{_W}p":
                yield self._paragraph(child, width)
            elif child.tag == f"{_W}tbl":
                yield self._table(child)

    def _table(self, element: etree._Element) -> Table:
        style_id = element.find(f"{_W}tblPr/{_W}tblStyle").get(f"{_W}val")
        borders = (
            *element.iterfind(f"{_W}tblPr/{_W}tblBorders/*"),
            *self._styles.table_borders(style_id),
        )
        return Table(
            rows=tuple(self._row(row) for row in element.iterfind(f"{_W}tr")),
            has_borders=any(border.get(f"{_W}val") not in _OFF for border in borders),
        )

    def _row(self, element: etree._Element) -> Row:
        properties = _flat(element.find(f"{_W}trPr"))
        return Row(
            cells=tuple(self._cell(cell) for cell in element.iterfind(f"{_W}tc")),
            is_head=_is_on(properties, "tblHeader"),
            cannot_split=_is_on(properties, "cantSplit"),
        )

    def _cell(self, element: etree._Element) -> Cell:
        properties = _flat(element.find(f"{_W}tcPr"))
        width = int(properties["tcW/w"]) * _MM_PER_TWIP
        blocks = self._blocks(element, width)
        return Cell(
            paragraphs=tuple(p for each in blocks for p in _paragraphs(each)),
            columns=int(properties.get("gridSpan/val", "1")),
            continues=properties.get("vMerge") == "on",
        )

    def _paragraph(self, element: etree._Element, width: float) -> Paragraph:
        own = element.find(f"{_W}pPr")
        style = self._styles.of_paragraph(own)
        properties = {**style.paragraph, **_flat(own)}
        return Paragraph(
            style=style.name,
            runs=tuple(
                Run(self._number(run), _run(run, style).format)
                if self._number(run)
                else _run(run, style)
                for run in element.iterfind(f"{_W}r")
            ),
            format=_paragraph_format(properties),
            width=width,
        )

    def _number(self, run: etree._Element) -> str:
        """Return the number that a run calls a footnote by, or begins one with, as Word counts."""
        if run.find(f"{_W}footnoteRef") is not None:
            (note,) = run.iterancestors(f"{_W}footnote")
            return f" {self._calls[note.get(f'{_W}id')]} "
        call = run.find(f"{_W}footnoteReference")
        return "" if call is None else f" {self._calls[call.get(f'{_W}id')]} "

    def _section(self, element: etree._Element) -> Section:
        properties = _flat(element)

        def mm(name: str) -> float:
            return int(properties[name]) * _MM_PER_TWIP

        start = properties.get("pgNumType/start")
        return Section(
            width=mm("pgSz/w"),
            height=mm("pgSz/h"),
            is_landscape=properties.get("pgSz/orient") == "landscape",
            top=mm("pgMar/top"),
            right=mm("pgMar/right"),
            bottom=mm("pgMar/bottom"),
            left=mm("pgMar/left"),
            header_distance=mm("pgMar/header"),
            has_own_first_page=_is_on(properties, "titlePg"),
            first_number=None if start is None else int(start),
            headers=dict(self._headers(element)),
            footers=len(element.findall(f"{_W}footerReference")),
        )

    def _headers(self, section: etree._Element) -> Iterator[tuple[str, Header]]:
        relations = etree.fromstring(self.parts["word/_rels/document.xml.rels"])
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        for reference in section.iterfind(f"{_W}headerReference"):
            root = etree.fromstring(self.parts[f"word/{targets[reference.get(f'{_R}id')]}"])
            paragraphs = tuple(self._paragraph(p, 0) for p in root.iterfind(f"{_W}p"))
            fields = tuple((field.text or "").strip() for field in root.iter(f"{_W}instrText"))
            yield reference.get(f"{_W}type"), Header(paragraphs, fields)


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it inherits."""

    name: str
    paragraph: Properties
    run: Properties


class _Styles:
    """The styles of a file by id, each resolved down from the document's defaults."""

    def __init__(self, root: etree._Element) -> None:
        defaults = root.find(f"{_W}docDefaults")
        self._defaults = Style(
            "",
            _flat(defaults.find(f"{_W}pPrDefault/{_W}pPr")),
            _flat(defaults.find(f"{_W}rPrDefault/{_W}rPr")),
        )
        self._elements = {style.get(f"{_W}styleId"): style for style in root.iter(f"{_W}style")}
        self.by_id = {style_id: self._resolve(style_id) for style_id in self._elements}
        self._normal = next(
            style_id
            for style_id, style in self._elements.items()
            if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") == "1"
        )

    def of_paragraph(self, properties: etree._Element | None) -> Style:
        return self.by_id[_flat(properties).get("pStyle/val", self._normal)]

    def table_borders(self, style_id: str) -> tuple[etree._Element, ...]:
        element = self._elements[style_id]
        own = tuple(element.iterfind(f"{_W}tblPr/{_W}tblBorders/*"))
        based_on = element.find(f"{_W}basedOn")
        return own or (() if based_on is None else self.table_borders(based_on.get(f"{_W}val")))

    def _resolve(self, style_id: str) -> Style:
        element = self._elements[style_id]
        based_on = element.find(f"{_W}basedOn")
        above = self._defaults if based_on is None else self._resolve(based_on.get(f"{_W}val"))
        return Style(
            element.find(f"{_W}name").get(f"{_W}val"),
            {**above.paragraph, **_flat(element.find(f"{_W}pPr"))},
            {**above.run, **_flat(element.find(f"{_W}rPr"))},
        )


def _paragraphs(block: Paragraph | Table) -> tuple[Paragraph, ...]:
    return block.paragraphs if isinstance(block, Table) else (block,)


def _flat(element: etree._Element | None) -> dict[str, str]:
    """Turn an element of properties into one entry for each attribute of each child."""
    flat: dict[str, str] = {}
    for child in () if element is None else element.iter():
        name = etree.QName(child).localname
        if child is element:
            continue
        if child.getparent() is not element:
            name = f"{etree.QName(child.getparent()).localname}/{name}"
        attributes = {etree.QName(key).localname: value for key, value in child.attrib.items()}
        flat |= {f"{name}/{key}": value for key, value in attributes.items()}
        flat[name] = attributes.get("val", "on")
    return flat


def _is_on(properties: Properties, name: str) -> bool:
    return properties.get(name, "off") not in _OFF


def _run(element: etree._Element, style: Style) -> Run:
    properties = {**style.run, **_flat(element.find(f"{_W}rPr"))}
    texts = (
        (child.text or "") if child.tag == f"{_W}t" else "\n"
        for child in element
        if child.tag in {f"{_W}t", f"{_W}br"}
    )
    return Run("".join(texts), _run_format(properties))


def _run_format(properties: Properties) -> RunFormat:
    return RunFormat(
        fonts=frozenset(properties.get(f"rFonts/{face}", "") for face in _FACES),
        size=int(properties["sz"]) / 2,
        bold=_is_on(properties, "b"),
        italic=_is_on(properties, "i"),
        colour=properties.get("color", "auto"),
        language=properties.get("lang/val", ""),
    )


def _paragraph_format(properties: Properties) -> ParagraphFormat:
    def number(name: str) -> int:
        return int(properties.get(name, "0"))

    fixed = properties.get("spacing/lineRule", "auto") != "auto"
    level = properties.get("outlineLvl")
    return ParagraphFormat(
        align=properties.get("jc", "left"),
        first_line=number("ind/firstLine") * _MM_PER_TWIP,
        left=number("ind/left") * _MM_PER_TWIP,
        right=number("ind/right") * _MM_PER_TWIP,
        before=number("spacing/before") / 20,
        after=number("spacing/after") / 20,
        line=None if fixed else number("spacing/line") / _LINE,
        keeps_next=_is_on(properties, "keepNext"),
        keeps_lines=_is_on(properties, "keepLines"),
        outline_level=None if level is None else int(level),
        has_rule_below=_is_on(properties, "pBdr/bottom"),
    )
