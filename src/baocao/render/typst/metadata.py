"""The metadata of a PDF by Typst: title, dates, the fields of the decree (ISO 32000-1, 14.3).

Typst writes no custom keys, and dates every archival file, so the information dictionary and the
metadata stream (ISO 16684-1, XMP) are replaced. The file is patched as bytes: Typst writes a plain
cross-reference table of all objects, and a PDF library takes twice as long as the whole document.
"""

import re
import zlib
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from baocao.model.document import Properties
from baocao.render.metadata import CREATOR, decree_fields

_CROSS_REFERENCES: Final = re.compile(
    rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [nf]\r\n)+)trailer\n(<<.*>>)\nstartxref\n\d+\n%%EOF"
)
_ENTRY, _DIGITS = 20, 10  # bytes of an object's line in the table, and of the offset in it
_STREAM_LENGTH: Final = re.compile(rb"<</Length (\d+)")
_END: Final = b"\nendobj\n"
_STREAM: Final = b"\nstream\n"
_UNCLEAR_END: Final = b"\r\nendstream"
_PRODUCER: Final = "Typst"
_METADATA: Final = re.compile(rb"/Metadata (\d+) 0 R")
_CATALOG: Final = re.compile(rb"(/ViewerPreferences<<)")
_XMP: Final = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<rdf:Description rdf:about="">
<pdfaid:part>3</pdfaid:part>
<pdfaid:conformance>B</pdfaid:conformance>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>vi</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>{dates}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>"""


class PdfObjects:
    """The indirect objects of a PDF by number, from 1 (ISO 32000-1, 7.3.10)."""

    def __init__(self, pdf: bytes) -> None:
        start = int(pdf[pdf.rindex(b"startxref") :].split()[1])
        table = _CROSS_REFERENCES.fullmatch(pdf, start)
        assert table is not None  # noqa: S101 - so Typst ends a file; tests hold it to that
        size, entries, self._trailer = int(table[1]), table[2], table[3]
        offsets = [int(entries[at : at + _DIGITS]) for at in range(_ENTRY, len(entries), _ENTRY)]
        assert offsets == sorted(offsets)  # noqa: S101 - it writes them by number
        assert len(offsets) == size - 1  # noqa: S101
        self._head = pdf[: offsets[0]]
        self._objects = [
            pdf[here:there] for here, there in zip(offsets, (*offsets[1:], start), strict=True)
        ]

    def __getitem__(self, number: int) -> bytes:
        """Return the content of an object, between `obj` and `endobj`."""
        return self._objects[number - 1].partition(b"\n")[2].removesuffix(_END)

    def __setitem__(self, number: int, content: bytes) -> None:
        self._objects[number - 1] = b"%d 0 obj\n%s%s" % (number, content, _END)

    def named(self, name: str) -> int:
        """Return the number of an object that the trailer names, such as `Info`."""
        found = re.search(rb"/%s (\d+) 0 R" % name.encode(), self._trailer)
        assert found is not None  # noqa: S101 - asked only for what Typst writes
        return int(found[1])

    def pages(self) -> tuple[int, ...]:
        """Return the object numbers of the pages, in their order."""
        found = re.search(rb"/Pages (\d+) 0 R", self[self.named("Root")])
        assert found is not None  # noqa: S101 - every catalog names them
        pages = self[int(found[1])]
        kids = tuple(int(number) for number in re.findall(rb"(\d+) 0 R", pages))
        assert b"/Count %d/" % len(kids) in pages  # noqa: S101 - it puts all in one list
        return kids

    def stream(self, number: int) -> bytes:
        return zlib.decompress(_data(self[number]))

    def to_bytes(self) -> bytes:
        """Return the file, with a new cross-reference table (7.5.4).

        A stream whose last byte is a carriage return runs into the line end before `endstream`,
        which leaves its length unclear (ISO 19005-3, 6.1.7.1); it is written in hexadecimal.
        """
        lines = [b"0000000000 65535 f\r\n"]
        end = len(self._head)
        for place, each in enumerate(self._objects):
            if _UNCLEAR_END in each:
                self._objects[place] = _in_hexadecimal(each)
            lines.append(b"%010d 00000 n\r\n" % end)
            end += len(self._objects[place])
        table = b"xref\n0 %d\n%s" % (len(lines), b"".join(lines))
        tail = b"trailer\n%s\nstartxref\n%d\n%%%%EOF" % (self._trailer, end)
        return b"".join((self._head, *self._objects, table, tail))


def set_properties(objects: PdfObjects, properties: Properties) -> None:
    """Set the metadata to the document's properties, with no date but the document's."""
    root = objects.named("Root")
    catalog = objects[root]
    metadata = _METADATA.search(catalog)
    assert metadata is not None  # noqa: S101 - every archival file has them
    entries = b"".join(
        b"/%s%s" % (name.encode(), _string(text))
        for name, text in _info(properties, len(objects.pages()))
    )
    xmp = _xmp(properties)
    objects[objects.named("Info")] = b"<<%s>>" % entries
    objects[int(metadata[1])] = (
        b"<</Length %d/Type/Metadata/Subtype/XML>>\nstream\n%s\nendstream" % (len(xmp), xmp)
    )
    objects[root] = _CATALOG.sub(rb"\1/DisplayDocTitle true", catalog)


def _info(properties: Properties, pages: int) -> Iterator[tuple[str, str]]:
    yield "Title", properties.title
    yield "Author", properties.issuing_body
    yield "Subject", properties.subject
    yield "Creator", CREATOR
    yield "Producer", _PRODUCER
    if properties.issued is not None:
        yield "CreationDate", f"D:{properties.issued:%Y%m%d}"
        yield "ModDate", f"D:{properties.issued:%Y%m%d}"
    yield from decree_fields(properties, pages)


def _xmp(properties: Properties) -> bytes:
    dates = ""
    if properties.issued is not None:
        day = properties.issued.isoformat()
        dates = f"""
<xmp:CreateDate>{day}</xmp:CreateDate>
<xmp:ModifyDate>{day}</xmp:ModifyDate>"""
    return _XMP.format(
        title=escape(properties.title),
        author=escape(properties.issuing_body),
        subject=escape(properties.subject),
        creator=CREATOR,
        producer=_PRODUCER,
        dates=dates,
    ).encode()


def _string(text: str) -> bytes:
    """Write a text string (ISO 32000-1, 7.9.2.2) in hexadecimal."""
    data = text.encode() if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    return b"<%s>" % data.hex().upper().encode()


def _data(stream: bytes) -> bytes:
    length = _STREAM_LENGTH.search(stream)
    assert length is not None  # noqa: S101 - every stream begins with it
    start = stream.index(_STREAM) + len(_STREAM)
    return stream[start : start + int(length[1])]


def _in_hexadecimal(stream: bytes) -> bytes:
    """Encode the data of a stream by ASCIIHexDecode (7.4.2), so that its last byte is `>`."""
    data = _data(stream)
    digits = data.hex().encode() + b">"
    old, new = (b"<</Length %d" % len(each) for each in (data, digits))
    return (
        stream.replace(data, digits, 1)
        .replace(old, new, 1)
        .replace(b"/Filter/FlateDecode", b"/Filter[/ASCIIHexDecode/FlateDecode]", 1)
    )
