"""The key `khen_thuong` of `dot-bao-cao.yaml`: the award rules of a campaign."""

from collections.abc import Iterator, Mapping

from baocao.calc.expression import FormCell, find_cell
from baocao.diagnostics import Diagnostic
from baocao.load.records.duplicates import duplicates
from baocao.load.records.messages import malformed_value
from baocao.load.records.reader import RecordReader
from baocao.model.award_rules import (
    Comparison,
    parse_comparison,
)
from baocao.model.form import Form
from baocao.model.text import Text
from baocao.rules import unknown_name

UNIT_KEYS = ("dieu_kien", "to_trinh", "bien_ban")
"""The keys of a unit's `khen-thuong.yaml` beside the awards."""


def check_award_rules(
    fields: RecordReader, levels: tuple[str, ...], forms: Mapping[str, Form] | None
) -> Iterator[Diagnostic]:
    """Give the names that lead nowhere; `forms` are None where they could not be read."""
    awards, conditions = fields.records("hinh_thuc"), fields.records("dieu_kien")
    for records in (awards, conditions):
        yield from duplicates(text for r in records if (text := r.optional("ma")) is not None)
    known = tuple(record.words("ma") for record in conditions)
    for award in awards:
        yield from _taken(award.optional("ma"))
        yield from _unknown(award.texts("cap"), "cấp", levels)
        collectives = award.record("tap_the")
        if collectives is not None:
            yield from _unknown(collectives.texts("dieu_kien"), "điều kiện", known)
            thresholds = tuple(filter(None, map(_typed, collectives.records("nguong"))))
            yield from _unknown_figures(thresholds, forms)


def _taken(text: Text | None) -> Iterator[Diagnostic]:
    if text is not None and text.value in UNIT_KEYS:
        yield malformed_value(text, f"một mã khác {', '.join(UNIT_KEYS)}")


def _unknown(texts: tuple[Text, ...], what: str, known: tuple[str, ...]) -> Iterator[Diagnostic]:
    yield from (unknown_name.fault(text, what, known) for text in texts if text.value not in known)


def _unknown_figures(
    thresholds: tuple[tuple[Text, Comparison], ...], forms: Mapping[str, Form] | None
) -> Iterator[Diagnostic]:
    for text, comparison in thresholds:
        if forms is not None and not isinstance(find_cell(comparison.path, forms), FormCell):
            yield malformed_value(
                text, "một phép so sánh bắt đầu bằng mã chỉ tiêu và mã cột của biểu"
            )


def _typed(threshold: RecordReader) -> tuple[Text, Comparison] | None:
    text = threshold.optional("dat")
    comparison = parse_comparison(text.value) if text is not None else None
    return None if text is None or comparison is None else (text, comparison)
