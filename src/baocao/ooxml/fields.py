"""The fields of a Word file (ECMA-376 part 1, 17.16): which of them reach beyond the file.

Fields are allowed by name, because Word gains new ones. A harmful field can be put together from
others, so a field without a name of its own is unsafe too.
"""

import re
from collections.abc import Iterator

from lxml import etree

from baocao.ooxml.names import W

_HARMLESS = frozenset(
    (
        *("ADVANCE", "AUTHOR", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "BIBLIOGRAPHY"),
        *("CITATION", "COMMENTS", "COMPARE", "CREATEDATE", "DATE", "DOCPROPERTY", "DOCVARIABLE"),
        *("EDITTIME", "EQ", "FILENAME", "FORMCHECKBOX", "FORMDROPDOWN", "FORMTEXT", "HYPERLINK"),
        *("IF", "INDEX", "KEYWORDS", "LASTSAVEDBY", "LISTNUM", "NOTEREF", "NUMCHARS", "NUMPAGES"),
        *("NUMWORDS", "PAGE", "PAGEREF", "PRINTDATE", "REF", "REVNUM", "SAVEDATE", "SECTION"),
        *("SECTIONPAGES", "SEQ", "SET", "STYLEREF", "SUBJECT", "SYMBOL", "TC", "TIME", "TITLE"),
        *("TOC", "XE"),
    )
)
_OUTSIDE_LINK = re.compile(r"(?i)\bfile:|\\\\\\\\|[\"\s](?!https?:|mailto:)[a-z][a-z0-9+.-]+:")
_LONGEST_NAME, _LONGEST_LINK = 40, 80


def unsafe_fields(root: etree._Element) -> Iterator[str]:
    """Yield the name of each field that is not allowed, and each link to a file, of a part."""
    for instruction in _instructions(root):
        name = instruction.split(maxsplit=1)[0].upper() if instruction.strip() else ""
        if name not in _HARMLESS and not name.startswith("="):
            yield name[:_LONGEST_NAME] or "không tên"
        elif name == "HYPERLINK" and _OUTSIDE_LINK.search(instruction):
            yield instruction.strip()[:_LONGEST_LINK]


def _instructions(root: etree._Element) -> Iterator[str]:
    """Yield the instruction of each field, without those of the fields nested in it."""
    for simple in root.iter(f"{W}fldSimple"):
        yield simple.get(f"{W}instr", "")
    open_fields: list[tuple[list[str], bool]] = []
    for element in root.iter(f"{W}fldChar", f"{W}instrText", f"{W}delInstrText"):
        if element.tag != f"{W}fldChar":
            if open_fields and open_fields[-1][1]:
                open_fields[-1][0].append(element.text or "")
            elif (element.text or "").strip():
                yield element.text or ""  # outside any field, yet a reader may run it
            continue
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            open_fields.append(([], True))
        elif kind == "separate" and open_fields:
            open_fields[-1] = (open_fields[-1][0], False)
        elif kind == "end" and open_fields:
            yield "".join(open_fields.pop()[0])
    yield from ("".join(texts) for texts, _ in open_fields)
