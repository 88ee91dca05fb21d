"""What a PDF of Typst's says of itself: title, dates and the fields of the decree.

Typst writes no keys of one's own, and dates every archival file, so the information dictionary and
the metadata (ISO 16684-1, XMP) are written anew.
"""

import re
from collections.abc import Iterator
from typing import Final
from xml.sax.saxutils import escape

from baocao.model.document import Properties
from baocao.render.metadata import CREATOR, decree_fields
from baocao.render.typst.pdf_objects import PdfObjects

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


def set_properties(objects: PdfObjects, properties: Properties) -> None:
    """Give a PDF of Typst's the properties of its document, and no date but the document's."""
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
    """Write a text string (ISO 32000-1, 7.9.2.2) in hexadecimal figures."""
    data = text.encode() if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    return b"<%s>" % data.hex().upper().encode()
