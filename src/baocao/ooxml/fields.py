"""The fields of a Word file (ECMA-376 part 1, 17.16): which of them reach beyond the file.

Fields are allowed by name, since Word grows new ones, and since the harmful can be put together
from others: a field without a name of its own is refused too.
"""

import re
from collections.abc import Iterator

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HARMLESS = frozenset(
    (
        *("=", "ADVANCE", "AUTHOR", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BIBLIOGRAPHY"),
        *("CITATION", "COMMENTS", "COMPARE", "CREATEDATE", "DATE", "DOCPROPERTY", "DOCVARIABLE"),
        *("EDITTIME", "EQ", "FILENAME", "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "HYPERLINK"),
        *("IF", "INDEX", "KEYWORDS", "LASTSAVEDBY", "LISTNUM", "NOTEREF", "NUMCHARS", "NUMPAGES"),
        *("NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "REF", "REVNUM", "SAVEDATE", "SECTION"),
        *("SECTIONPAGES", "SEQ", "SET", "STYLEREF", "SUBJECT", "SYMBOL", "TC", "TIME", "TITLE"),
        *("TOC", "XE"),
    )
)
_FAR = re.compile(r"(?i)\bfile:|\\\\\\\\|[\"\s](?!https?:|mailto:)[a-z][a-z0-9+.-]+:")
_SHOWN = 40


def field_names(root: etree._Element) -> Iterator[str]:
    """Give what is harmful among the fields of a part: a name, or a link's target."""
    for instruction in _instructions(root):
        name = instruction.split(maxsplit=1)[0].upper() if instruction.strip() else ""
        if not any(name == each or (each == "=" and name.startswith("=")) for each in _HARMLESS):
            yield name[:_SHOWN] or "không tên"
        elif name == "HYPERLINK" and _FAR.search(instruction):
            yield instruction.strip()[: 2 * _SHOWN]


def _instructions(root: etree._Element) -> Iterator[str]:
    """Give the instruction of each field, without those of the fields within it."""
    for simple in root.iter(f"{_W}fldSimple"):
        yield simple.get(f"{_W}instr", "")
    open_fields: list[tuple[list[str], bool]] = []
    for element in root.iter(f"{_W}fldChar", f"{_W}instrText", f"{_W}delInstrText"):
        if element.tag != f"{_W}fldChar":
            if open_fields and open_fields[-1][1]:
                open_fields[-1][0].append(element.text or "")
            elif (element.text or "").strip():
                yield element.text or ""  # an instruction outside any field: take it at its word
            continue
        kind = element.get(f"{_W}fldCharType")
        if kind == "begin":
            open_fields.append(([], True))
        elif kind == "separate" and open_fields:
            open_fields[-1] = (open_fields[-1][0], False)
        elif kind == "end" and open_fields:
            yield "".join(open_fields.pop()[0])
    yield from ("".join(texts) for texts, _ in open_fields)
