"""Checks that no range of a form ends before it begins."""

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.form_source import FormSource
from baocao.load.records.bind import read
from baocao.load.records.messages import malformed_value
from baocao.model.record import Scalar
from baocao.model.scalars import COUNT, FIGURE
from baocao.model.text import Text
from baocao.rules.registry import form_rule


@form_rule
def check(form: FormSource) -> Diagnostics:
    """Check the limits of a column's or row's figures, and of a list's rows."""
    for leaf in form.leaves:
        yield from _check(leaf.spec.minimum, leaf.spec.maximum, FIGURE, "nho_nhat")
    for row in form.rows:
        yield from _check(row.minimum, row.maximum, FIGURE, "nho_nhat")
        yield from _check(row.min_rows, row.max_rows, COUNT, "it_nhat")


def _check(least: Text | None, most: Text | None, scalar: Scalar, key: str) -> Diagnostics:
    minimum, maximum = read(least, scalar, None), read(most, scalar, None)
    if most is not None and minimum is not None and maximum is not None and maximum < minimum:
        yield malformed_value(most, f"một số không nhỏ hơn {key}")
