"""The key `ket_thuc` of an order: its closing lines, and the blanks in them."""

from collections.abc import Iterator
from dataclasses import replace

from baocao.diagnostics import Diagnostic
from baocao.kinds import REPORT
from baocao.load.campaign.outline import fixed_blanks
from baocao.load.campaign.outline_checks import Known, check_braces
from baocao.load.records.reader import RecordReader
from baocao.model.blanks import UNIT_BLANKS, YEAR_BLANKS, fill

_KEY = "ket_thuc"
_BLANKS = (*UNIT_BLANKS, *YEAR_BLANKS)


def check_closing(order: RecordReader, known: Known) -> Iterator[Diagnostic]:
    """Give each blank in the closing lines that nothing fills."""
    for text in order.texts(_KEY):
        yield from check_braces(text, _BLANKS, _offered(order, known))


def read_closing(order: RecordReader, known: Known) -> tuple[str, ...]:
    """Give the closing lines, with what is the same for every unit in its blanks."""
    fixed = fixed_blanks(_offered(order, known))
    return tuple(fill(line, fixed) for line in order.strings(_KEY))


def _offered(order: RecordReader, known: Known) -> Known:
    """Give what an order may name: only the report has appendices."""
    is_report = order.words("loai") == REPORT
    return known if is_report else replace(known, forms=None, attached=())
