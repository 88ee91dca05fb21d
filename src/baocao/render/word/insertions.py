"""XML that the program makes itself, put into a part after all else in it has been looked over.

A template prints an instruction in its place (XML 1.0, 2.6), which may stand only where elements
may. So what a template does with it shows in a text a tenth as long as the document, and the rest
is never parsed again.
"""

import re
from typing import NoReturn

from markupsafe import Markup

_MARK = re.compile(rb"<\?baocao \d+\?>")
_CONTROLS = bytes(code for code in range(0x20) if chr(code) not in "\t\n\r")


class Insertions:
    """What is put into the parts of one file."""

    def __init__(self) -> None:
        self._by_mark: dict[bytes, bytes] = {}

    def add(self, xml: str) -> Markup:
        """Give what a template prints where well-formed `xml` will stand; nothing for nothing."""
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

    def put_into(self, part: bytes) -> bytes:
        """Give a part with the XML in its place."""
        return _MARK.sub(lambda found: self._by_mark.get(found[0], found[0]), part)


class _Mark(Markup):
    """What a template prints; a part of it would be text, so a template gets none."""

    __slots__ = ()

    def __getitem__(self, part: object, /) -> NoReturn:
        message = "ready XML has no parts"
        raise TypeError(message)
