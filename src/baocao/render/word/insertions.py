"""XML made by the program, inserted into a part after the filled template has been parsed.

A template prints a processing instruction instead (XML 1.0, 2.6), which is legal where elements
are. So only a text a tenth as long as the document is parsed again.
"""

import re
from typing import NoReturn

from markupsafe import Markup

_MARK = re.compile(rb"<\?baocao \d+\?>")
_CONTROLS = bytes(code for code in range(0x20) if chr(code) not in "\t\n\r")


class Insertions:
    """The XML that is inserted into the parts of one file."""

    def __init__(self) -> None:
        self._by_mark: dict[bytes, bytes] = {}

    def add(self, xml: str) -> Markup:
        """Return the placeholder of well-formed `xml`, empty for empty."""
        if not xml:
            return Markup()
        data = xml.encode()
        has_controls = len(data.translate(None, _CONTROLS)) < len(data)
        if has_controls or "\ufffe" in xml or "\uffff" in xml:  # XML 1.0, 2.2
            message = "a character that XML does not have"
            raise ValueError(message)
        mark = f"<?baocao {len(self._by_mark)}?>"
        self._by_mark[mark.encode()] = data
        return _Mark(mark)

    def insert_into(self, part: bytes) -> bytes:
        return _MARK.sub(lambda found: self._by_mark.get(found[0], found[0]), part)


class _Mark(Markup):
    """A placeholder; a template may not slice it, since a part of it would be text."""

    __slots__ = ()

    def __getitem__(self, part: object, /) -> NoReturn:
        message = "ready XML has no parts"
        raise TypeError(message)
