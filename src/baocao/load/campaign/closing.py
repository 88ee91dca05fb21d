"""The key `ket_thuc` of an order: its closing lines, and the blanks in them."""

from collections.abc import Iterator
from dataclasses import replace

from baocao.diagnostics import Diagnostic
from baocao.kinds import REPORT
from baocao.load.campaign.outline import fixed_blanks
from baocao.load.campaign.outline_checks import Known, check_braces
from baocao.load.records.reader import RecordReader
from baocao.model.blanks import UNIT_BLANKS, YEAR_BLANKS, fill
from baocao.model.campaign import RequiredDocument

_KEY = "ket_thuc"
_BLANKS = (*UNIT_BLANKS, *YEAR_BLANKS)


def check_closing(order: RecordReader, known: Known) -> Iterator[Diagnostic]:
    """Give each blank in the closing lines that nothing fills."""
    for text in order.texts(_KEY):
        yield from check_braces(text, _BLANKS, _offered(order.words("loai"), known))


def with_filled_closing(document: RequiredDocument, known: Known) -> RequiredDocument:
    """Return the document with what is the same for every unit in its closing lines' blanks."""
    fixed = fixed_blanks(_offered(document.kind, known))
    return replace(document, closing=tuple(fill(line, fixed) for line in document.closing))


def _offered(kind: str, known: Known) -> Known:
    """Return what a document may name: only the report has appendices."""
    return known if kind == REPORT else replace(known, forms=None, attached=())
