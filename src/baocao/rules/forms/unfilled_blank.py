"""Checks the blanks `{…}` in the lines over a form's title: the program fills those of the unit."""

from baocao.diagnostics import Diagnostics
from baocao.load.campaign.form_source import FormSource, given
from baocao.load.campaign.form_specs import HeadSpec
from baocao.load.records.messages import malformed_value
from baocao.model.blanks import UNIT_BLANKS, fill
from baocao.model.record import keys_of
from baocao.rules.registry import forms_rule


@forms_rule
def check(forms: tuple[FormSource, ...]) -> Diagnostics:
    blanks = dict.fromkeys(UNIT_BLANKS, "")
    names = ", ".join(f"{{{name}}}" for name in UNIT_BLANKS)
    for head in (form.spec.head for form in forms if form.spec.head is not None):
        for _, text in given(head, keys_of(HeadSpec)):
            if "{" in fill(text.value, blanks):
                yield malformed_value(text, f"lời văn, trong dấu ngoặc nhọn chỉ có {names}")
