"""The JSON Schema of a unit's `so-lieu.yaml`: rows, alone or by groups of columns, and lists.

Completion has the form as `baocao new` writes it; validation accepts whatever `check` accepts.
A row may be typed in parts, under several column groups: each part is validated by itself, and
whether they are complete is left to `check`.
"""

from collections.abc import Iterator
from dataclasses import replace

from baocao import workspace
from baocao.authoring.column_groups import (
    NESTED,
    ColumnGroup,
    column_groups,
    with_default_groups,
)
from baocao.authoring.guidance import notes_on_columns, row_caption, row_notes, row_path
from baocao.authoring.schema.added_rows import list_schema
from baocao.authoring.schema.json_schema import (
    DIALECT,
    PLACEHOLDER,
    Definitions,
    Json,
    if_type,
    mapping_schema,
    message_of,
    refuse,
    refuse_all_but,
    refuse_blank,
    refuse_everything,
    refuse_other,
    require,
    snippet,
)
from baocao.authoring.schema.row import blank_row, row_conditions
from baocao.load.records.check import check
from baocao.load.records.messages import unknown_key
from baocao.load.unit.figure_messages import (
    computed_row,
    group_rows_expected,
    missing_form,
    titles_expected,
    unknown_row,
)
from baocao.model.campaign import Campaign, Unit
from baocao.model.content import Report, Statistics, UnitContent
from baocao.model.form import Column, ColumnRole, Form, Row, RowRole
from baocao.model.record import Record
from baocao.rules.figures import missing_row


def statistics_schema(campaign: Campaign) -> Json:
    """Return the schema of every unit's figures; of several forms each stands under its id."""
    definitions = Definitions()
    head: Json = {"$schema": DIALECT, "title": "Số liệu của đơn vị"}
    wrong_type = message_of(next(check(PLACEHOLDER, Record({}), workspace.STATISTICS_FILE)))
    if len(campaign.forms) == 1:
        (form,) = campaign.forms.values()
        body = _FormSchema(campaign, form, 0, definitions).body(wrong_type)
    else:
        missing = {
            form.id: message_of(missing_form(PLACEHOLDER.span, form))
            for form in campaign.forms.values()
        }
        forms = {
            form.id: _under_its_id(campaign, form, missing[form.id], definitions)
            for form in campaign.forms.values()
        }
        unknown = message_of(unknown_key(PLACEHOLDER, tuple(forms)))
        body = mapping_schema({**forms}, missing, unknown, wrong_type)
    shared: Json = {"definitions": definitions.written} if definitions.written else {}
    return {**head, **body, **shared}


def _under_its_id(campaign: Campaign, form: Form, missing: str, definitions: Definitions) -> Json:
    schema = _FormSchema(campaign, form, NESTED, definitions)
    return {
        "title": form.name,
        "description": form.note,
        "defaultSnippets": [snippet("các chỉ tiêu", schema.blank_form(), form.note)],
        **schema.body(missing),
    }


class _FormSchema:
    """Builds the schema of one form's part of the file."""

    def __init__(
        self, campaign: Campaign, form: Form, margin: int, definitions: Definitions
    ) -> None:
        self._campaign = campaign
        self._form = form
        self._definitions = definitions
        self._typed = form.typed_rows
        self._lists = tuple(row for row in form.rows if row.role is RowRole.LIST)
        self._repeated = form.repeated_branches
        added = "|".join(cell.id for branch in self._repeated for cell in branch.walk() if cell.id)
        self._repeats = f"^({added})_[0-9]+$" if added else ""
        groups = column_groups(with_default_groups(form), margin)
        self._is_by_groups = bool(groups[0].id)
        self._groups = groups if self._is_by_groups and not self._repeated else ()

    def body(self, wrong_type: str) -> Json:
        """Return the schema of the form; `wrong_type` is the message for anything but a mapping."""
        every = {row.id: self._row(row) for row in self._typed}
        rows = {} if self._is_by_groups else every
        groups = {group.id: self._group(group) for group in self._groups}
        lists = {
            row.id: list_schema(self._form, row, self._definitions, self._repeats)
            for row in self._lists
        }
        titles = {branch.id: self._titles(branch) for branch in self._repeated}
        order = {row.id: rows.get(row.id) or lists.get(row.id) for row in self._form.rows}
        properties = titles | groups | {key: each for key, each in order.items() if each}
        missing = dict(self._missing())
        always = {row.id: missing[row.id] for row in self._lists}
        unknown = message_of(unknown_row(PLACEHOLDER, self._form))
        base = mapping_schema({**properties}, always, unknown, wrong_type)
        passed = {f"^{key}$": each for key, each in every.items() if key not in rows}
        patterns = {**passed, **self._refused(), **self._other_groups(groups)}
        whole = self._whole_rows({key: missing[key] for key in every})
        return {
            **base,
            **({"patternProperties": patterns} if patterns else {}),
            **whole,
        }

    def blank_form(self) -> Json:
        """Return a snippet of the blank form; its cells are the cursor's stops."""
        body: Json = {branch.id: f"[{branch.title}]" for branch in self._repeated}
        stop = 1
        form = with_default_groups(self._form)
        for group in self._groups or (ColumnGroup("", (form.typed_columns(),)),):
            rows: Json = {}
            for row in form.typed_rows:
                rows[row.id] = blank_row(form, row, group.columns, stop)
                stop += len(group.columns)
            body |= {group.id: rows} if group.id else rows
        return body | dict.fromkeys((row.id for row in self._lists), "~")

    def _row(self, row: Row, group: ColumnGroup | None = None) -> Json:
        form, filled = self._form, with_default_groups(self._form)
        columns = form.typed_columns() if group is None else group.columns
        waiting = blank_row(filled, row, filled.typed_columns() if group is None else columns)
        titles = ", ".join(form.column_names[column.id] for column in columns)
        figures = all(column.role is ColumnRole.FIGURE for column in columns)
        each = f"Mỗi cột một {'số' if figures else 'ô'}: {titles}."
        notes = (row_path(form, row), *row_notes(form, row), each)
        repeats = "" if group is not None else self._repeats
        return {
            "title": row_caption(row),
            "description": "\n\n".join((*notes, *notes_on_columns(form, columns))),
            "defaultSnippets": [snippet(f"[~, …] cho các cột {titles}", waiting)],
            "allOf": list(row_conditions(form, row, columns, self._definitions, repeats)),
        }

    def _group(self, group: ColumnGroup) -> Json:
        """Return the schema of a column group as `baocao new` writes it."""
        form = self._form
        stops = (1 + place * len(group.columns) for place in range(len(self._typed)))
        rows = zip(self._typed, stops, strict=True)
        body = {row.id: blank_row(form, row, group.columns, stop) for row, stop in rows}
        titles = ", ".join(form.column_names[column.id] for column in group.columns)
        return {
            "title": _group_title(form, group.id),
            "description": f"Nhóm cột: {titles}.",
            "defaultSnippets": [snippet("các chỉ tiêu của nhóm cột", body)],
            **self._of_rows({row.id: self._row(row, group) for row in self._typed}, group.id),
        }

    def _of_rows(self, rows: dict[str, Json], group_id: str) -> Json:
        wrong_type = message_of(group_rows_expected(PLACEHOLDER, group_id))
        lists = {row.id: message_of(computed_row(PLACEHOLDER, row)) for row in self._lists}
        return {
            "properties": {**rows},
            "patternProperties": {
                **{f"^{key}$": refuse_everything(words) for key, words in lists.items()},
                **self._refused(),
            },
            "additionalProperties": False,
            "errorMessage": message_of(unknown_row(PLACEHOLDER, self._form)),
            "allOf": list(refuse_other(("object",), wrong_type)),
        }

    def _other_groups(self, groups: dict[str, Json]) -> dict[str, Json]:
        """Return the column groups that `check` accepts though `baocao new` never writes them."""
        own = {branch.id for branch in self._repeated}
        ids = [
            key for key in self._form.typed_columns_under if key not in groups and key not in own
        ]
        plain: dict[str, Json] = {row.id: {} for row in self._typed}
        return {
            pattern: self._of_rows(plain, "…")
            for pattern in (f"^({'|'.join(ids)})$" if ids else "", self._repeats)
            if pattern
        }

    def _refused(self) -> dict[str, Json]:
        """Return, by pattern, a refusal of each computed row."""
        rows = (row for row in self._form.rows if row.id and row not in self._lists)
        return {
            f"^{row.id}$": refuse_everything(message_of(computed_row(PLACEHOLDER, row)))
            for row in rows
            if not row.role.is_typed
        }

    def _titles(self, branch: Column) -> Json:
        wrong_type = message_of(titles_expected(PLACEHOLDER, branch.id))
        title = refuse_all_but(("string", "number", "boolean"), wrong_type)
        return {
            "title": branch.title,
            "description": "Tên các nhóm cột, mỗi nhóm một tên.",
            "defaultSnippets": [snippet("[tên nhóm, …]", f"[${{1:{branch.title}}}]")],
            "allOf": [
                refuse_all_but(("array", "object"), wrong_type),
                refuse(("array",), wrong_type, maxItems=0),
                if_type("array", {"items": {"allOf": [title, refuse_blank(wrong_type)]}}),
                if_type("object", self._of_rows({row.id: {} for row in self._typed}, branch.id)),
            ],
        }

    def _missing(self) -> Iterator[tuple[str, str]]:
        """Yield the message of `missing-row` for each row, from content that has none."""
        asked = [row.id for row in self._form.rows if row in (*self._typed, *self._lists)]
        diagnostics = missing_row.check(self._campaign, _content_with(self._form, {}))
        yield from zip(asked, map(message_of, diagnostics), strict=True)

    def _whole_rows(self, missing: dict[str, str]) -> Json:
        """Require every row with all its columns unless rows are typed by column group."""
        if not missing:
            return {}
        own = [branch.id for branch in self._repeated]
        ids = [key for key in self._form.typed_columns_under if key not in own]
        group: list[Json] = [{"enum": ids}]
        if self._repeats:
            group.append({"pattern": self._repeats})
        by_rows: Json = {"propertyNames": {"not": {"anyOf": group}}}
        if own:
            by_rows["properties"] = {key: {"not": {"type": "object"}} for key in own}
        then: Json = {"allOf": [require(key, words) for key, words in missing.items()]}
        if not self._repeated:
            then["patternProperties"] = {
                f"^{row.id}$": self._all_columns(row) for row in self._typed
            }
        return {"if": by_rows, "then": then}

    def _all_columns(self, row: Row) -> Json:
        """Require every column of a row that is a mapping of its columns."""
        columns = self._form.typed_columns()
        unnamed = replace(columns[0], id="…", title="…")
        form = replace(self._form, columns=(unnamed, *columns[1:]), rows=(row,))
        rest = frozenset(column.id for column in columns[1:])
        typed = {row.id: rest, "": rest | {"…"}}
        (diagnostic,) = missing_row.check(self._campaign, _content_with(form, typed))
        words = message_of(diagnostic).replace(" cột: ….", " đủ các cột.")
        required = [column.id for column in columns]
        return if_type("object", {"required": required, "errorMessage": words})


def _content_with(form: Form, typed: dict[str, frozenset[str]]) -> UnitContent:
    """Build content in which only these columns, by row id, were typed."""
    unit = Unit(id="", name="", level="", place="", symbol="")
    keys = {row.id: PLACEHOLDER for row in form.rows if row.id in typed}
    statistics = Statistics(form, PLACEHOLDER.source, keys, {}, typed)
    return UnitContent(unit, Report(unit, PLACEHOLDER.source), {form.id: statistics})


def _group_title(form: Form, group_id: str) -> str:
    cells = (cell for top in form.columns for cell in top.walk())
    return next(cell.title for cell in cells if cell.id == group_id)
