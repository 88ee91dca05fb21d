"""A Word file of someone else's, opened without trusting it (ECMA-376 part 2).

Members are counted and measured before any is inflated; XML is read without its own definitions;
what could run, fetch or embed anything is named. The limits are far above any template's size.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from urllib.parse import urlsplit

from lxml import etree

from baocao.diagnostics import Diagnostic, Span
from baocao.ooxml.fields import field_names
from baocao.rules.templates import unreadable_template, unsafe_template

MAIN, STYLES, TYPES = "word/document.xml", "word/styles.xml", "[Content_Types].xml"
LARGEST_FILE, LARGEST_INFLATED = 20 * 1024**2, 64 * 1024**2
MOST_MEMBERS = 1000
_LARGEST_XML = 16 * 1024**2
_MOST_INFLATED = 500  # times; Word's own XML shrinks to a tenth, blank pictures to a hundredth
_SMALL = 1024**2  # a member below this is let be, however well it shrinks
_HEADER = 30  # bytes of a member's local header before its name
_ENCRYPTED, _UTF_8 = 0x1, 0x800
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
_HARMFUL_RELATIONS = {
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
_SOURCES = {"src", "href"}  # of VML's pictures
_HARMFUL_ELEMENTS = {
    "altChunk": "phần chèn từ tệp khác (altChunk)",
    "subDoc": "văn bản con lấy từ tệp khác",
    "object": "đối tượng nhúng OLE",
    "control": "điều khiển ActiveX",
    "frameset": "khung lấy từ tệp khác",
    "mailMerge": "nguồn trộn thư",
}


def read_members(path: Path) -> tuple[dict[str, bytes], tuple[Diagnostic, ...]]:
    """Give the members of a package by name, or none and what is wrong with the package."""
    span = Span(path)
    try:
        size = path.stat().st_size
        if size > LARGEST_FILE:
            limit = f"{LARGEST_FILE // 1024**2} MB"
            return {}, (unreadable_template.too_large(span, "quá lớn", limit),)
        with zipfile.ZipFile(BytesIO(path.read_bytes())) as package:
            faults = tuple(_misleading(package.infolist(), span))
            if faults:
                return {}, faults
            members = {each.filename: package.read(each) for each in package.infolist()}
    except (OSError, EOFError, ValueError, zipfile.BadZipFile, NotImplementedError) as problem:
        return {}, (unreadable_template.no_word_file(span, str(problem)),)
    except Exception as problem:  # noqa: BLE001 - zlib, lzma and struct each have an error of their own
        return {}, (unreadable_template.no_word_file(span, f"tệp nén hỏng, {problem}"),)
    for name in (MAIN, STYLES, TYPES):
        if name not in members:
            return {}, (unreadable_template.no_word_file(span, f"thiếu phần {name}"),)
    return members, ()


def read_xml(
    members: Mapping[str, bytes], path: Path
) -> tuple[dict[str, etree._Element], tuple[Diagnostic, ...]]:
    """Give the roots of all XML parts, or what is wrong with them."""
    trees: dict[str, etree._Element] = {}
    faults: list[Diagnostic] = []
    for name, data in members.items():
        if not name.endswith((".xml", ".rels")):
            continue
        if len(data) > _LARGEST_XML:
            limit = f"{_LARGEST_XML // 1024**2} MB"
            faults.append(
                unreadable_template.too_large(Span(path), f"có phần {name} quá lớn", limit)
            )
            continue
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError as problem:
            faults.append(unreadable_template.no_word_file(Span(path), f"phần {name}: {problem}"))
            continue
        info = root.getroottree().docinfo
        if info.doctype or info.internalDTD is not None:
            what = "định nghĩa DOCTYPE trong XML"
            faults.append(unsafe_template.content(Span(path), f"phần {name}", what))
        elif (info.encoding or "UTF-8").upper() not in {"UTF-8", "ASCII", "US-ASCII"}:
            faults.append(
                unreadable_template.no_word_file(Span(path), f"phần {name} không ở mã UTF-8")
            )
        else:
            trees[name] = root
    return trees, tuple(faults)


def harmful(
    members: Mapping[str, bytes], trees: Mapping[str, etree._Element], path: Path
) -> Iterator[Diagnostic]:
    """Report what a template may not hold: code, embedded objects, links to files."""
    span = Span(path)
    for name in members:
        for pattern, what in _HARMFUL_PARTS:
            if pattern.search(name):
                yield unsafe_template.content(span, "tệp con", what.format(name))
    for name, root in trees.items():
        place = f"phần {name}"
        if name == TYPES:
            kinds = {each.get("ContentType", "").casefold() for each in root}
            if any("macroenabled" in kind or "vbaproject" in kind for kind in kinds):
                yield unsafe_template.content(span, place, "macro")
        elif name.endswith(".rels"):
            yield from _relations(root, span, place)
        else:
            yield from _elements(root, span, place)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _misleading(  # noqa: C901 - one branch for each trick
    infos: list[zipfile.ZipInfo], span: Span
) -> Iterator[Diagnostic]:
    """Report members that could not be inflated, or not be trusted to be what they seem."""
    if len(infos) > MOST_MEMBERS:
        yield unreadable_template.too_large(
            span, f"có {len(infos)} tệp con", f"{MOST_MEMBERS} tệp con"
        )
        return
    if sum(info.file_size for info in infos) > LARGEST_INFLATED:
        limit = f"{LARGEST_INFLATED // 1024**2} MB"
        yield unreadable_template.too_large(span, "quá lớn khi giải nén", limit)
    for info in infos:
        name = info.filename
        shown = name[:80]
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            yield unsafe_template.package(span, f"tên tệp con «{shown}» trỏ ra ngoài")
        elif info.flag_bits & _ENCRYPTED:
            yield unsafe_template.package(span, f"tệp con «{shown}» đặt mật khẩu")
        elif info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            yield unsafe_template.package(span, f"tệp con «{shown}» nén bằng cách lạ")
        elif info.file_size > max(_SMALL, info.compress_size * _MOST_INFLATED):
            yield unsafe_template.package(span, f"tệp con «{shown}» phình ra quá nhiều")
    names = [posixpath.normpath(info.filename).casefold() for info in infos]
    if len(set(names)) < len(names):
        yield unsafe_template.package(span, "có hai tệp con trùng tên")
    end = 0
    for info in sorted(infos, key=lambda each: each.header_offset):
        if info.header_offset < end:
            yield unsafe_template.package(span, "các tệp con nằm chồng lên nhau")
            return
        stored = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF_8 else "cp437")
        end = info.header_offset + _HEADER + len(stored) + info.compress_size


def _relations(root: etree._Element, span: Span, place: str) -> Iterator[Diagnostic]:
    for each in root:
        kind = each.get("Type", "").rpartition("/")[2].casefold()
        target = each.get("Target", "")
        is_outside = (
            each.get("TargetMode", "").casefold() == "external" or _SCHEME.match(target) is not None
        )
        if kind in _HARMFUL_RELATIONS:
            yield unsafe_template.content(span, place, f"{_HARMFUL_RELATIONS[kind]}: {target[:80]}")
        elif is_outside and not (kind == "hyperlink" and _is_link(target)):
            yield unsafe_template.content(span, place, f"liên kết ra ngoài tệp: {target[:80]}")


def _is_link(target: str) -> bool:
    try:
        return target.startswith("#") or urlsplit(target.strip()).scheme.casefold() in _LINKS
    except ValueError:
        return False


def _elements(root: etree._Element, span: Span, place: str) -> Iterator[Diagnostic]:
    found: set[str] = set()
    for each in root.iter("*"):
        found.add(each.tag.rpartition("}")[2])
        for name, value in each.items():
            if name.rpartition("}")[2] in _SOURCES and _SCHEME.match(value) and not _is_link(value):
                yield unsafe_template.content(span, place, f"liên kết ra ngoài tệp: {value[:80]}")
    for name in sorted(found & _HARMFUL_ELEMENTS.keys()):
        yield unsafe_template.content(span, place, _HARMFUL_ELEMENTS[name])
    for name in field_names(root):
        yield unsafe_template.content(span, place, f"trường tự động {name}")
