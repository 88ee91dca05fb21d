"""A zip file made of members that are already compressed.

APPNOTE.TXT 6.3.10 (PKWARE): 4.3.7 local file header, 4.3.12 central directory header, 4.3.16 end
of central directory record. What all documents of a template share is compressed once and copied;
`zipfile` would compress it for each document. No file is so large that it needs zip64.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), "<4s4H2IH"
_STORED, _DEFLATED = 0, 8  # 4.4.5
_NEEDED = 20  # 4.4.3: version 2.0 knows how to inflate
_MADE_BY = 3 << 8 | _NEEDED  # 4.4.2: Unix, so that the next two are its file mode
_MODE = 0o644 << 16
_UTF_8 = 1 << 11  # 4.4.4: the name is in UTF-8
_TIME, _DATE = 0, 1 << 5 | 1  # 4.4.6: 1/1/1980, so that the same content gives the same bytes
_RAW = -zlib.MAX_WBITS
_ONCE, _EACH_TIME = 9, 3  # 3: 0.4 of the time that 6 takes, for a file a tenth larger


@dataclass(frozen=True, slots=True)
class PackedMember:
    """A compressed member: its local header with its data, and the fields of its headers."""

    local: bytes
    fields: tuple[int, ...]
    name: bytes

    def central(self, offset: int) -> bytes:
        """Return the central directory header of a member at `offset`."""
        header = _CENTRAL.pack(
            b"PK\x01\x02", _MADE_BY, *self.fields, len(self.name), 0, 0, 0, 0, _MODE, offset
        )
        return header + self.name


def deflated(name: str, data: bytes) -> PackedMember:
    """Compress the part of one document, quickly."""
    return _packed(name, data, _deflate(data, _EACH_TIME), _DEFLATED)


def deflated_once(name: str, data: bytes) -> PackedMember:
    """Compress a part that all documents of a template share, as small as possible."""
    return _packed(name, data, _deflate(data, _ONCE), _DEFLATED)


def stored(name: str, data: bytes) -> PackedMember:
    """Store a picture, whose format is compressed already."""
    return _packed(name, data, data, _STORED)


def package(members: Iterable[PackedMember]) -> bytes:
    pieces: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for member in members:
        pieces.append(member.local)
        directory.append(member.central(offset))
        offset += len(member.local)
    headers = b"".join(directory)
    count = len(directory)
    end = struct.pack(_END, b"PK\x05\x06", 0, 0, count, count, len(headers), offset, 0)
    return b"".join((*pieces, headers, end))


def _packed(name: str, data: bytes, packed: bytes, method: int) -> PackedMember:
    stored_name = name.encode()
    flags = 0 if name.isascii() else _UTF_8
    sizes = (len(packed), len(data))
    fields = (_NEEDED, flags, method, _TIME, _DATE, zlib.crc32(data), *sizes)
    header = _LOCAL.pack(b"PK\x03\x04", *fields, len(stored_name), 0)
    return PackedMember(header + stored_name + packed, fields, stored_name)


def _deflate(data: bytes, level: int) -> bytes:
    compressor = zlib.compressobj(level, zlib.DEFLATED, _RAW)
    return compressor.compress(data) + compressor.flush()
