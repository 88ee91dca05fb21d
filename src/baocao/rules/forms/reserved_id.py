"""Checks that no id is one that the program gives: to added rows, to repeated columns."""

import re

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.form_source import FormSource
from baocao.load.campaign.form_specs import CHILDREN, is_yes
from baocao.load.records.bind import words
from baocao.load.records.messages import malformed_value
from baocao.model.form import RowRole
from baocao.rules.registry import form_rule

_ADDED = re.compile(r"(?P<source>.+)_[1-9][0-9]*")


@form_rule
def check_children(form: FormSource) -> Diagnostics:
    """Check that no row has the id that stands for the rows under a group."""
    for row in form.rows:
        if row.id is not None and row.id.stripped == CHILDREN:
            yield malformed_value(row.id, f"một mã khác {CHILDREN}")


@form_rule
def check_added(form: FormSource) -> Diagnostics:
    """Check that no id is one that a list's rows or repeated columns may come to have."""
    lists = {words(row.id) for row in form.rows if row.role is RowRole.LIST}
    repeated = (cell for cell in form.cells if is_yes(cell.spec.repeated))
    groups = {each.id for cell in repeated for each in cell.walk()}
    ids = [(words(row.id), row.id) for row in form.rows]
    ids += [(cell.id, cell.spec.id) for cell in form.cells]
    for own, text in ids:
        found = _ADDED.fullmatch(own)
        if text is None or found is None:
            continue
        if found["source"] in lists:
            yield malformed_value(text, f"một mã khác mã các dòng của danh sách {found['source']}")
        elif found["source"] in groups:
            yield malformed_value(text, f"một mã khác mã các cột lặp lại từ {found['source']}")
