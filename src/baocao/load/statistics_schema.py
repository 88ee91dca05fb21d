"""The JSON Schema of a unit's `so-lieu.yaml`: each row a list of as many figures as columns."""

from baocao import workspace
from baocao.diagnostics import Diagnostic
from baocao.load.guidance import column_paths, row_caption, row_notes
from baocao.load.json_schema import (
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
    faults = missing_form.check(campaign, _with_no_row_of(""))
    missing = dict(zip(campaign.forms, map(sentence, faults), strict=True))
    forms = {
        form.id: {
            "title": " ".join(form.title),
            "description": form.note,
            "defaultSnippets": [
                snippet("các chỉ tiêu", {row.id: _blanks(form) for row in form.rows})
            ],
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
    titles = ", ".join(column.title for column in columns)
    hint = wrong_figure_count.fault(SOMETHING.span, 0, row, columns).hint
    miscounted = f"Chỉ tiêu «{row.name}» cần {len(columns)} số ({titles}). {hint}"
    faults: list[Diagnostic] = []
    read_row(row, SOMETHING, form, faults)
    unlike = sentence(faults[0])
    counted = {"minItems": len(columns), "maxItems": len(columns)}
    return {
        "title": row_caption(row),
        "description": "\n\n".join((*row_notes(form, row), f"Mỗi cột một số: {titles}.")),
        "defaultSnippets": [snippet(f"[~, …] cho các cột {titles}", _blanks(form))],
        "allOf": [
            {"if": {"type": "array"}, "then": {"items": _cells(form, row)}},
            refuse(("array",), miscounted, **{"not": counted}),
            refuse_all_but(("array", "null", "string"), unlike),
            refuse_words(unlike),
        ],
    }


def _cells(form: Form, row: Row) -> list[Json]:
    wrong = sentence(not_a_figure.fault(SOMETHING, row))
    figure = f"{_FIGURE}%?" if row.measure == "%" else _FIGURE
    return [
        {
            "title": " › ".join(path),
            "description": row_caption(row),
            **matching(figure, wrong),
            "allOf": [refuse_all_but(("string", "number", "null"), wrong)],
        }
        for path in column_paths(form)
    ]


def _blanks(form: Form) -> str:
    """Give a row that waits for its figures, the cursor on each in turn."""
    cells = (f"${{{place}:~}}" for place, _ in enumerate(form.figure_columns(), start=1))
    return f"[{', '.join(cells)}]"
