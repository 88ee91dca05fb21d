"""The objects of a PDF as Typst writes it: a plain table of them, each stream with its length."""

import re
import zlib
from typing import Final

_TABLE: Final = re.compile(
    rb"xref\n0 (\d+)\n((?:\d{10} \d{5} [nf]\r\n)+)trailer\n(<<.*>>)\nstartxref\n\d+\n%%EOF"
)
_ENTRY, _DIGITS = 20, 10  # bytes of an object's line in the table, and of the offset in it
_LENGTH: Final = re.compile(rb"<</Length (\d+)")
_END: Final = b"\nendobj\n"
_STREAM: Final = b"\nstream\n"
_UNCLEAR_END: Final = b"\r\nendstream"


class PdfObjects:
    """The objects by number, from 1, to be read, changed and joined to a file again."""

    def __init__(self, pdf: bytes) -> None:
        """Part a file into its objects."""
        start = int(pdf[pdf.rindex(b"startxref") :].split()[1])
        table = _TABLE.fullmatch(pdf, start)
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
        """Give what stands between the number and the `endobj` of an object."""
        return self._objects[number - 1].partition(b"\n")[2].removesuffix(_END)

    def __setitem__(self, number: int, content: bytes) -> None:
        """Put `content` between the number and the `endobj` of an object."""
        self._objects[number - 1] = b"%d 0 obj\n%s%s" % (number, content, _END)

    def named(self, name: str) -> int:
        """Give the number of an object that the trailer names, such as `Info`."""
        found = re.search(rb"/%s (\d+) 0 R" % name.encode(), self._trailer)
        assert found is not None  # noqa: S101 - asked only for what Typst writes
        return int(found[1])

    def pages(self) -> tuple[int, ...]:
        """Give the numbers of the pages, in their order."""
        found = re.search(rb"/Pages (\d+) 0 R", self[self.named("Root")])
        assert found is not None  # noqa: S101 - every catalog names them
        pages = self[int(found[1])]
        kids = tuple(int(number) for number in re.findall(rb"(\d+) 0 R", pages))
        assert b"/Count %d/" % len(kids) in pages  # noqa: S101 - it puts all in one list
        return kids

    def stream(self, number: int) -> bytes:
        """Give the data of a stream that is compressed."""
        return zlib.decompress(_data(self[number]))

    def joined(self) -> bytes:
        """Give the whole file, with a table of where its objects now lie.

        A stream whose last byte is a carriage return runs into the line end before `endstream`,
        which leaves its length unclear (ISO 19005-3, 6.1.7.1); such streams are
        written in figures.
        """
        lines = [b"0000000000 65535 f\r\n"]
        end = len(self._head)
        for place, each in enumerate(self._objects):
            if _UNCLEAR_END in each:
                self._objects[place] = _in_figures(each)
            lines.append(b"%010d 00000 n\r\n" % end)
            end += len(self._objects[place])
        table = b"xref\n0 %d\n%s" % (len(lines), b"".join(lines))
        tail = b"trailer\n%s\nstartxref\n%d\n%%%%EOF" % (self._trailer, end)
        return b"".join((self._head, *self._objects, table, tail))


def _data(stream: bytes) -> bytes:
    length = _LENGTH.search(stream)
    assert length is not None  # noqa: S101 - every stream begins with it
    start = stream.index(_STREAM) + len(_STREAM)
    return stream[start : start + int(length[1])]


def _in_figures(stream: bytes) -> bytes:
    """Write the data of a stream in hexadecimal figures, whose last byte is a `>`."""
    data = _data(stream)
    figures = data.hex().encode() + b">"
    old, new = (b"<</Length %d" % len(each) for each in (data, figures))
    return (
        stream.replace(data, figures, 1)
        .replace(old, new, 1)
        .replace(b"/Filter/FlateDecode", b"/Filter[/ASCIIHexDecode/FlateDecode]", 1)
    )
