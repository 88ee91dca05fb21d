"""The JSON Schema of a unit's `so-lieu.yaml`: rows, alone or by groups of columns, and lists.

What `new` lays out is proposed; what `check` takes as well is let through. A row that may be typed
in parts, under several groups, is looked at part by part: whether all of it is there is left to
`check`.
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
from baocao.authoring.guidance import notes_of_columns, row_caption, row_notes, row_path
from baocao.authoring.schema.added_rows import list_schema
from baocao.authoring.schema.json_schema import (
    DIALECT,
    SOMETHING,
    Definitions,
    Json,
    mapping,
    refuse,
    refuse_all_but,
    refuse_blank,
    refuse_everything,
    refuse_words,
    sentence,
    snippet,
)
from baocao.authoring.schema.row import blanks, row_conditions
from baocao.load.records.check import check
from baocao.load.records.messages import unknown_key
from baocao.load.unit.figure_messages import computed_row, missing_form, unknown_row
from baocao.load.unit.statistics import unlike_block, unlike_titles
from baocao.model.campaign import Campaign, Unit
from baocao.model.content import Report, Statistics, UnitContent
from baocao.model.form import Column, ColumnRole, Form, Row, RowRole
from baocao.model.record import Record
from baocao.rules.figures import missing_row


def statistics_schema(campaign: Campaign) -> Json:
    """Give the schema by which every unit fills in the forms; several stand under their ids."""
    definitions = Definitions()
    head: Json = {"$schema": DIALECT, "title": "Số liệu của đơn vị"}
    unlike = sentence(next(check(SOMETHING, Record({}), workspace.STATISTICS_FILE)))
    if len(campaign.forms) == 1:
        (form,) = campaign.forms.values()
        body = _FormSchema(campaign, form, 0, definitions).body(unlike)
    else:
        missing = {
            form.id: sentence(missing_form(SOMETHING.span, form))
            for form in campaign.forms.values()
        }
        forms = {
            form.id: _under_its_id(campaign, form, missing[form.id], definitions)
            for form in campaign.forms.values()
        }
        unknown = sentence(unknown_key(SOMETHING, tuple(forms)))
        body = mapping({**forms}, missing, unknown, unlike)
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
    """Makes the schema of one form's part of the file."""

    def __init__(
        self, campaign: Campaign, form: Form, margin: int, definitions: Definitions
    ) -> None:
        self._campaign = campaign
        self._form = form
        self._definitions = definitions
        self._given = form.typed_rows
        self._lists = tuple(row for row in form.rows if row.role is RowRole.LIST)
        self._repeated = form.repeated_branches
        added = "|".join(cell.id for branch in self._repeated for cell in branch.walk() if cell.id)
        self._repeats = f"^({added})_[0-9]+$" if added else ""
        parted = column_groups(with_default_groups(form), margin)
        self._is_by_groups = bool(parted[0].id)
        self._blocks = parted if self._is_by_groups and not self._repeated else ()

    def body(self, unlike: str) -> Json:
        """Give the schema of the form; `unlike` is said of what is no mapping."""
        every = {row.id: self._row(row) for row in self._given}
        rows = {} if self._is_by_groups else every
        groups = {block.id: self._group(block) for block in self._blocks}
        lists = {
            row.id: list_schema(self._form, row, self._definitions, self._repeats)
            for row in self._lists
        }
        titles = {branch.id: self._titles(branch) for branch in self._repeated}
        order = {row.id: rows.get(row.id) or lists.get(row.id) for row in self._form.rows}
        properties = titles | groups | {key: each for key, each in order.items() if each}
        missing = dict(self._missing())
        always = {row.id: missing[row.id] for row in self._lists}
        unknown = sentence(unknown_row(SOMETHING, self._form))
        base = mapping({**properties}, always, unknown, unlike)
        passed = {f"^{key}$": each for key, each in every.items() if key not in rows}
        patterns = {**passed, **self._refused(), **self._other_groups(groups)}
        whole = self._whole_rows({key: missing[key] for key in every})
        return {
            **base,
            **({"patternProperties": patterns} if patterns else {}),
            **whole,
        }

    def blank_form(self) -> Json:
        """Give a form that waits to be filled in, the cursor on each cell in turn."""
        body: Json = {branch.id: f"[{branch.title}]" for branch in self._repeated}
        stop = 1
        form = with_default_groups(self._form)
        for block in self._blocks or (ColumnGroup("", (form.typed_columns(),)),):
            rows: Json = {}
            for row in form.typed_rows:
                rows[row.id] = blanks(form, row, block.columns, stop)
                stop += len(block.columns)
            body |= {block.id: rows} if block.id else rows
        return body | dict.fromkeys((row.id for row in self._lists), "~")

    def _row(self, row: Row, block: ColumnGroup | None = None) -> Json:
        form, columns = self._form, self._form.typed_columns()
        waiting = blanks(form, row, columns)
        if block is not None:
            columns = block.columns
            waiting = blanks(form, row, columns)
        elif self._repeated:
            waiting = blanks(
                with_default_groups(form), row, with_default_groups(form).typed_columns()
            )
        titles = ", ".join(form.column_names[column.id] for column in columns)
        figures = all(column.role is ColumnRole.FIGURE for column in columns)
        each = f"Mỗi cột một {'số' if figures else 'ô'}: {titles}."
        notes = (row_path(form, row), *row_notes(form, row), each)
        repeats = "" if block is not None else self._repeats
        return {
            "title": row_caption(row),
            "description": "\n\n".join((*notes, *notes_of_columns(form, columns))),
            "defaultSnippets": [snippet(f"[~, …] cho các cột {titles}", waiting)],
            "allOf": list(row_conditions(form, row, columns, self._definitions, repeats)),
        }

    def _group(self, block: ColumnGroup) -> Json:
        """Give the schema of a group of columns that `new` lays out."""
        form = self._form
        stops = (1 + place * len(block.columns) for place in range(len(self._given)))
        rows = zip(self._given, stops, strict=True)
        body = {row.id: blanks(form, row, block.columns, stop) for row, stop in rows}
        titles = ", ".join(form.column_names[column.id] for column in block.columns)
        return {
            "title": _group_title(form, block.id),
            "description": f"Nhóm cột: {titles}.",
            "defaultSnippets": [snippet("các chỉ tiêu của nhóm cột", body)],
            **self._of_rows({row.id: self._row(row, block) for row in self._given}, block.id),
        }

    def _of_rows(self, rows: dict[str, Json], block_id: str) -> Json:
        unlike = sentence(unlike_block(SOMETHING, block_id))
        lists = {row.id: sentence(computed_row(SOMETHING, row)) for row in self._lists}
        return {
            "properties": {**rows},
            "patternProperties": {
                **{f"^{key}$": refuse_everything(words) for key, words in lists.items()},
                **self._refused(),
            },
            "additionalProperties": False,
            "errorMessage": sentence(unknown_row(SOMETHING, self._form)),
            "allOf": [
                refuse_all_but(("object", "null", "string"), unlike),
                refuse_words(unlike),
            ],
        }

    def _other_groups(self, groups: dict[str, Json]) -> dict[str, Json]:
        """Give the groups that `check` takes though `new` does not lay them out."""
        own = {branch.id for branch in self._repeated}
        ids = [
            key for key in self._form.typed_columns_under if key not in groups and key not in own
        ]
        plain: dict[str, Json] = {row.id: {} for row in self._given}
        return {
            pattern: self._of_rows(plain, "…")
            for pattern in (f"^({'|'.join(ids)})$" if ids else "", self._repeats)
            if pattern
        }

    def _refused(self) -> dict[str, Json]:
        """Give the rows that nobody types, each with what is said of it."""
        rows = (row for row in self._form.rows if row.id and row not in self._lists)
        return {
            f"^{row.id}$": refuse_everything(sentence(computed_row(SOMETHING, row)))
            for row in rows
            if not row.role.is_typed
        }

    def _titles(self, branch: Column) -> Json:
        unlike = sentence(unlike_titles(SOMETHING, branch.id))
        title = refuse_all_but(("string", "number", "boolean"), unlike)
        return {
            "title": branch.title,
            "description": "Tên các nhóm cột, mỗi nhóm một tên.",
            "defaultSnippets": [snippet("[tên nhóm, …]", f"[${{1:{branch.title}}}]")],
            "allOf": [
                refuse_all_but(("array", "object"), unlike),
                refuse(("array",), unlike, maxItems=0),
                {
                    "if": {"type": "array"},
                    "then": {"items": {"allOf": [title, refuse_blank(unlike)]}},
                },
                {
                    "if": {"type": "object"},
                    "then": self._of_rows({row.id: {} for row in self._given}, branch.id),
                },
            ],
        }

    def _missing(self) -> Iterator[tuple[str, str]]:
        """Give what `missing-row` says of each row, by asking it of a unit that wrote none."""
        asked = [row.id for row in self._form.rows if row in (*self._given, *self._lists)]
        faults = missing_row.check(self._campaign, _content(self._form, {}))
        yield from zip(asked, map(sentence, faults), strict=True)

    def _whole_rows(self, missing: dict[str, str]) -> Json:
        """Demand every row, and every column of it, where nothing is typed by groups."""
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
        then: Json = {
            "allOf": [{"required": [key], "errorMessage": words} for key, words in missing.items()]
        }
        if not self._repeated:
            then["patternProperties"] = {
                f"^{row.id}$": self._all_columns(row) for row in self._given
            }
        return {"if": by_rows, "then": then}

    def _all_columns(self, row: Row) -> Json:
        """Demand every column of a row that names its columns."""
        columns = self._form.typed_columns()
        unnamed = replace(columns[0], id="…", title="…")
        form = replace(self._form, columns=(unnamed, *columns[1:]), rows=(row,))
        rest = frozenset(column.id for column in columns[1:])
        typed = {row.id: rest, "": rest | {"…"}}
        (fault,) = missing_row.check(self._campaign, _content(form, typed))
        words = sentence(fault).replace(" cột: ….", " đủ các cột.")
        required = [column.id for column in columns]
        return {"if": {"type": "object"}, "then": {"required": required, "errorMessage": words}}


def _content(form: Form, typed: dict[str, frozenset[str]]) -> UnitContent:
    """Make the content of a unit that typed these columns of these rows, and nothing else."""
    unit = Unit(id="", name="", level="", place="", symbol="")
    keys = {row.id: SOMETHING for row in form.rows if row.id in typed}
    statistics = Statistics(form, SOMETHING.source, keys, {}, typed)
    return UnitContent(unit, Report(unit, SOMETHING.source), {form.id: statistics})


def _group_title(form: Form, block_id: str) -> str:
    cells = (cell for top in form.columns for cell in top.walk())
    return next(cell.title for cell in cells if cell.id == block_id)
