"""The JSON Schema of a unit's `so-lieu.yaml`: each row a list of as many figures as columns."""

from baocao import workspace
from baocao.diagnostics import Diagnostic
from baocao.editor.guidance import column_paths, row_caption, row_notes, row_path
from baocao.editor.json_schema import (
    DIALECT,
    SOMETHING,
    Json,
    mapping,
    matching,
    refuse,
    refuse_all_but,
    refuse_words,
    sentence,
    snippet,
)
from baocao.load.shape import Record, check
from baocao.load.statistics import read_row
from baocao.model.campaign import Campaign, Unit
from baocao.model.content import Report, Statistics, UnitContent
from baocao.model.form import Form, Row
from baocao.rules import (
    missing_form,
    missing_row,
    not_a_figure,
    unknown_key,
    unknown_row,
    wrong_figure_count,
)

_FIGURE = r"[-−]?[0-9][0-9.,\s]*"


def statistics_schema(campaign: Campaign) -> Json:
    """Give the schema by which every unit fills in the forms; several stand under their ids."""
    head: Json = {"$schema": DIALECT, "title": "Số liệu của đơn vị"}
    unlike = sentence(next(check(SOMETHING, Record({}), workspace.STATISTICS_FILE)))
    if len(campaign.forms) == 1:
        (form,) = campaign.forms.values()
        return {**head, **_rows(campaign, form, unlike)}
    missing = {
        form.id: sentence(missing_form.fault(SOMETHING.span, form))
        for form in campaign.forms.values()
    }
    forms = {
        form.id: {
            "title": " ".join(form.title),
            "description": form.note,
            "defaultSnippets": [snippet("các chỉ tiêu", _blank_rows(form), form.note)],
            **_rows(campaign, form, missing[form.id]),
        }
        for form in campaign.forms.values()
    }
    unknown = sentence(unknown_key.fault(SOMETHING, tuple(forms)))
    return {**head, **mapping({**forms}, missing, unknown, unlike)}


def _with_no_row_of(form: str) -> UnitContent:
    """Make the content of a unit that began a form and wrote nothing in it."""
    unit = Unit("", "", "", None, "", "")
    statistics = Statistics(form, SOMETHING.source, {}, {})
    return UnitContent(unit, Report(unit, SOMETHING.source), {form: statistics})


def _rows(campaign: Campaign, form: Form, unlike: str) -> Json:
    faults = missing_row.check(campaign, _with_no_row_of(form.id))
    missing = dict(zip((row.id for row in form.rows), map(sentence, faults), strict=True))
    rows = {row.id: _row(form, row) for row in form.rows}
    return mapping({**rows}, missing, sentence(unknown_row.fault(SOMETHING, form)), unlike)


def _row(form: Form, row: Row) -> Json:
    columns = form.figure_columns()
    titles = ", ".join(form.figure_names())
    each = f"Mỗi cột một số: {titles}."
    hint = wrong_figure_count.fault(SOMETHING.span, 0, row, columns).hint
    miscounted = f"Chỉ tiêu «{row.name}» cần {len(columns)} số ({titles}). {hint}"
    faults = list[Diagnostic]()
    read_row(row, SOMETHING, form, faults)
    unlike = sentence(faults[0])
    counted = {"minItems": len(columns), "maxItems": len(columns)}
    return {
        "title": row_caption(row),
        "description": "\n\n".join((row_path(form, row), *row_notes(form, row), each)),
        "defaultSnippets": [snippet(f"[~, …] cho các cột {titles}", _blanks(form))],
        "allOf": [
            {"if": {"type": "array"}, "then": {"items": _cells(form, row)}},
            {"if": {"type": "array"}, "then": {"items": _figure(row)}},
            refuse(("array",), miscounted, **{"not": counted}),
            refuse_all_but(("array", "null", "string"), unlike),
            refuse_words(unlike),
        ],
    }


def _cells(form: Form, row: Row) -> list[Json]:
    return [
        {"title": " › ".join(path), "description": row_path(form, row)}
        for path in column_paths(form)
    ]


def _figure(row: Row) -> Json:
    wrong = sentence(not_a_figure.fault(SOMETHING, row))
    regex = f"{_FIGURE}%?" if row.measure == "%" else _FIGURE
    return {
        **matching(regex, wrong),
        "allOf": [refuse_all_but(("string", "number", "null"), wrong)],
    }


def _blank_rows(form: Form) -> dict[str, str]:
    width = len(form.figure_columns())
    return {row.id: _blanks(form, 1 + place * width) for place, row in enumerate(form.rows)}


def _blanks(form: Form, first: int = 1) -> str:
    """Give a row that waits for its figures, the cursor on each in turn, at its stop `first`."""
    stops = range(first, first + len(form.figure_columns()))
    return f"[{', '.join(f'${{{stop}:~}}' for stop in stops)}]"
