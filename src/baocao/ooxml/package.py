"""A Word file of someone else's, opened without trusting it (ECMA-376 part 2).

Members are counted and measured before any is inflated, and XML is read without its own
definitions. The limits are far above the size of any template.
"""

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from lxml import etree

from baocao.ooxml.names import CONTENT_TYPES_PART, MAIN_PART, STYLES_PART

LARGEST_FILE: Final = 20 * 1024**2
LARGEST_INFLATED: Final = 64 * 1024**2
MOST_MEMBERS: Final = 1000
_LARGEST_XML: Final = 16 * 1024**2
_HIGHEST_RATIO: Final = 500  # Word's own XML shrinks to a tenth, blank pictures to a hundredth
_SMALL: Final = 1024**2  # a member below this is let be, however well it shrinks
_LOCAL_HEADER: Final = 30  # bytes before the member's name
_ENCRYPTED, _UTF_8 = 0x1, 0x800


@dataclass(frozen=True, slots=True)
class NotWord:
    """The file is no package of Word, or a broken one."""

    reason: str


@dataclass(frozen=True, slots=True)
class TooLarge:
    """The package exceeds a limit, such as «quá lớn khi giải nén» and «64 MB»."""

    excess: str
    limit: str


@dataclass(frozen=True, slots=True)
class Misleading:
    """The members are arranged so as to mislead whoever unpacks them."""

    trick: str


@dataclass(frozen=True, slots=True)
class Harmful:
    """The package holds active or external content; `place` says in which part."""

    place: str
    content: str


PackageFault = NotWord | TooLarge | Misleading | Harmful


def read_package(path: Path) -> tuple[bytes, dict[str, bytes], tuple[PackageFault, ...]]:
    """Return the bytes of a package and its members by name; no members if there are faults."""
    data = b""
    try:
        if path.stat().st_size > LARGEST_FILE:
            return data, {}, (TooLarge("quá lớn", _megabytes(LARGEST_FILE)),)
        data = path.read_bytes()
        with zipfile.ZipFile(BytesIO(data)) as package:
            faults = tuple(_member_faults(package.infolist()))
            if faults:
                return data, {}, faults
            members = {each.filename: package.read(each) for each in package.infolist()}
    except (OSError, EOFError, ValueError, zipfile.BadZipFile, NotImplementedError) as problem:
        return data, {}, (NotWord(str(problem)),)
    except Exception as problem:  # noqa: BLE001 - zlib, lzma and struct each have an error of their own
        return data, {}, (NotWord(f"tệp nén hỏng, {problem}"),)
    for name in (MAIN_PART, STYLES_PART, CONTENT_TYPES_PART):
        if name not in members:
            return data, {}, (NotWord(f"thiếu phần {name}"),)
    return data, members, ()


def parse_parts(
    members: Mapping[str, bytes],
) -> tuple[dict[str, etree._Element], tuple[PackageFault, ...]]:
    """Parse all XML parts, relationships included; a part with a fault is left out."""
    roots: dict[str, etree._Element] = {}
    faults: list[PackageFault] = []
    for name, data in members.items():
        if not name.endswith((".xml", ".rels")):
            continue
        if len(data) > _LARGEST_XML:
            faults.append(TooLarge(f"có phần {name} quá lớn", _megabytes(_LARGEST_XML)))
            continue
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError as problem:
            faults.append(NotWord(f"phần {name}: {problem}"))
            continue
        info = root.getroottree().docinfo
        if info.doctype or info.internalDTD is not None:
            faults.append(Harmful(f"phần {name}", "định nghĩa DOCTYPE trong XML"))
        elif (info.encoding or "UTF-8").upper() not in {"UTF-8", "ASCII", "US-ASCII"}:
            faults.append(NotWord(f"phần {name} không ở mã UTF-8"))
        else:
            roots[name] = root
    return roots, tuple(faults)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)


def _member_faults(  # noqa: C901 - one branch for each trick
    infos: list[zipfile.ZipInfo],
) -> Iterator[PackageFault]:
    if len(infos) > MOST_MEMBERS:
        yield TooLarge(f"có {len(infos)} tệp con", f"{MOST_MEMBERS} tệp con")
        return
    if sum(info.file_size for info in infos) > LARGEST_INFLATED:
        yield TooLarge("quá lớn khi giải nén", _megabytes(LARGEST_INFLATED))
    for info in infos:
        name = info.filename
        shown = name[:80]
        if name.startswith("/") or "\\" in name or ":" in name or ".." in name.split("/"):
            yield Misleading(f"tên tệp con «{shown}» trỏ ra ngoài")
        elif info.flag_bits & _ENCRYPTED:
            yield Misleading(f"tệp con «{shown}» đặt mật khẩu")
        elif info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            yield Misleading(f"tệp con «{shown}» nén bằng cách lạ")
        elif info.file_size > max(_SMALL, info.compress_size * _HIGHEST_RATIO):
            yield Misleading(f"tệp con «{shown}» phình ra quá nhiều")
    names = [posixpath.normpath(info.filename).casefold() for info in infos]
    if len(set(names)) < len(names):
        yield Misleading("có hai tệp con trùng tên")
    end = 0
    for info in sorted(infos, key=lambda each: each.header_offset):
        if info.header_offset < end:
            yield Misleading("các tệp con nằm chồng lên nhau")
            return
        stored = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF_8 else "cp437")
        end = info.header_offset + _LOCAL_HEADER + len(stored) + info.compress_size


def _megabytes(size: int) -> str:
    return f"{size // 1024**2} MB"
