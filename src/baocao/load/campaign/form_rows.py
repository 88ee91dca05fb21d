"""The rows of a form, built from those without faults."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from baocao.load.campaign.form_source import FormSource
from baocao.load.campaign.form_specs import RowSpec
from baocao.load.campaign.formulas import formula_of
from baocao.load.records.bind import read, words
from baocao.model.form import ColumnTotal, Row, RowRole, sources_first
from baocao.model.scalars import COUNT, DIGIT, FIGURE, member

_COLUMN_TOTAL = member(ColumnTotal)


def build_rows(form: FormSource) -> tuple[Row, ...]:
    """Build the rows in the order of the print."""
    under = {
        cell.id: frozenset(leaf.id for leaf in cell.leaves()) for cell in form.cells if cell.id
    }
    rows = [_row(spec, form.label_count, under) for spec in form.rows]
    places = {row.id: place for place, row in enumerate(rows) if row.id}
    for row_id in sources_first({row.id: row.sources for row in rows if row.id}):
        place = places[row_id]
        sources = [rows[places[source]] for source in rows[place].sources if source in places]
        rows[place] = _completed(rows[place], form.rows[place], sources)
    return tuple(rows)


def _row(spec: RowSpec, label_count: int, under: Mapping[str, frozenset[str]]) -> Row:
    labels = tuple(map(words, spec.labels))
    usual_total = ColumnTotal.NONE if spec.is_share else ColumnTotal.SUM
    is_bold = spec.role in (RowRole.TOTAL, RowRole.HEADING)
    return Row(
        id=words(spec.id),
        ordinal=words(spec.ordinal),
        labels=labels if label_count <= 1 else (*labels, *[""] * (label_count - len(labels))),
        measure=words(spec.measure),
        hint=words(spec.hint),
        decimals=read(spec.decimals, DIGIT, 0),
        parts=tuple(row_id for row_id, _ in spec.named_parts()),
        whole=words(spec.whole) or None,
        column_total=read(spec.column_total, _COLUMN_TOTAL, usual_total),
        minimum=read(spec.minimum, FIGURE, Decimal(0)),
        maximum=read(spec.maximum, FIGURE, None),
        role=spec.role,
        code=words(spec.code),
        addends=tuple(row_id for row_id, _ in spec.named_addends()),
        formula=formula_of(spec.formula),
        expected=formula_of(spec.expected),
        copied_from=words(spec.copied_from) or None,
        not_applicable=frozenset(
            leaf for text in spec.not_applicable for leaf in under[words(text)]
        ),
        footnote=words(spec.footnote),
        bold=is_bold if spec.bold is None else spec.bold,
        min_rows=read(spec.min_rows, COUNT, 0),
        max_rows=read(spec.max_rows, COUNT, None),
    )


def _completed(row: Row, spec: RowSpec, sources: list[Row]) -> Row:
    """Fill in from a computed row's sources what its author did not say.

    These are the decimal places, the unit of measure, and what the columns' totals mean if all
    sources agree.
    """
    if not sources or row.role is RowRole.GIVEN:
        return row
    decimals, measure, column_total = row.decimals, row.measure, row.column_total
    not_applicable = row.not_applicable
    if spec.decimals is None:
        decimals = 1 if row.is_share else max(source.decimals for source in sources)
    if spec.column_total is None and len({source.column_total for source in sources}) == 1:
        column_total = sources[0].column_total
    if row.role is RowRole.COPY:
        measure = measure or sources[0].measure
        not_applicable |= sources[0].not_applicable
    return replace(
        row,
        decimals=decimals,
        measure=measure,
        column_total=column_total,
        not_applicable=not_applicable,
    )
