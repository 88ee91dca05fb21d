"""What in a Word file could run, fetch or embed anything: macros, objects, links to files."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from lxml import etree

from baocao.ooxml.fields import unsafe_fields
from baocao.ooxml.names import CONTENT_TYPES_PART
from baocao.ooxml.package import Harmful

_LINKS = {"http", "https", "mailto"}
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|//|\\\\", re.IGNORECASE)
_HARMFUL_PARTS = (
    (re.compile(r"vba(project|data)", re.IGNORECASE), "macro ({})"),
    (re.compile(r"word/(embeddings|activex)/", re.IGNORECASE), "đối tượng nhúng ({})"),
    (
        re.compile(r"\.(exe|dll|js|vbs|hta|lnk|mht|html?|rtf|docm?|dotm)$", re.IGNORECASE),
        "tệp lạ ({})",
    ),
)
_HARMFUL_RELATIONSHIPS = {
    "afchunk": "phần chèn từ tệp khác (altChunk)",
    "attachedtemplate": "liên kết tới tệp mẫu khác (attachedTemplate)",
    "oleobject": "đối tượng nhúng OLE",
    "package": "tệp nhúng",
    "control": "điều khiển ActiveX",
    "vbaproject": "macro",
    "frame": "khung lấy từ tệp khác",
    "subdocument": "văn bản con lấy từ tệp khác",
    "mailmergesource": "nguồn trộn thư",
}
_VML_SOURCES = {"src", "href"}
_HARMFUL_ELEMENTS = {
    "altChunk": "phần chèn từ tệp khác (altChunk)",
    "subDoc": "văn bản con lấy từ tệp khác",
    "object": "đối tượng nhúng OLE",
    "control": "điều khiển ActiveX",
    "frameset": "khung lấy từ tệp khác",
    "mailMerge": "nguồn trộn thư",
}


def find_active_content(
    members: Mapping[str, bytes], roots: Mapping[str, etree._Element]
) -> Iterator[Harmful]:
    """Yield code, embedded objects and links to files; `roots` are the parsed parts."""
    for name in members:
        for pattern, content in _HARMFUL_PARTS:
            if pattern.search(name):
                yield Harmful("tệp con", content.format(name))
    for name, root in roots.items():
        place = f"phần {name}"
        if name == CONTENT_TYPES_PART:
            types = {each.get("ContentType", "").casefold() for each in root}
            if any("macroenabled" in each or "vbaproject" in each for each in types):
                yield Harmful(place, "macro")
        elif name.endswith(".rels"):
            yield from (Harmful(place, content) for content in _in_relationships(root))
        else:
            yield from (Harmful(place, content) for content in _in_elements(root))


def _in_relationships(root: etree._Element) -> Iterator[str]:
    for each in root:
        kind = each.get("Type", "").rpartition("/")[2].casefold()
        target = each.get("Target", "")
        is_outside = (
            each.get("TargetMode", "").casefold() == "external" or _SCHEME.match(target) is not None
        )
        if kind in _HARMFUL_RELATIONSHIPS:
            yield f"{_HARMFUL_RELATIONSHIPS[kind]}: {target[:80]}"
        elif is_outside and not (kind == "hyperlink" and _is_link(target)):
            yield f"liên kết ra ngoài tệp: {target[:80]}"


def _is_link(target: str) -> bool:
    try:
        return target.startswith("#") or urlsplit(target.strip()).scheme.casefold() in _LINKS
    except ValueError:
        return False


def _in_elements(root: etree._Element) -> Iterator[str]:
    found: set[str] = set()
    for each in root.iter("*"):
        found.add(each.tag.rpartition("}")[2])
        for name, value in each.items():
            is_source = name.rpartition("}")[2] in _VML_SOURCES
            if is_source and _SCHEME.match(value) and not _is_link(value):
                yield f"liên kết ra ngoài tệp: {value[:80]}"
    for name in sorted(found & _HARMFUL_ELEMENTS.keys()):
        yield _HARMFUL_ELEMENTS[name]
    for name in unsafe_fields(root):
        yield f"trường tự động {name}"
