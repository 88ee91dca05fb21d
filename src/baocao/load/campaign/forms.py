"""`bieu-so-lieu.yaml`: the forms as the campaign's author wrote them."""

from pathlib import Path

from baocao.diagnostics import Diagnostic
from baocao.load.campaign.form_columns import build_columns
from baocao.load.campaign.form_rows import build_rows
from baocao.load.campaign.form_source import FormSource
from baocao.load.campaign.form_specs import FormsSpec, HeadSpec
from baocao.load.records.bind import bind, words
from baocao.load.records.file import read_record
from baocao.model.form import Form, FormHeadSpec
from baocao.model.record import record_of


def read_forms(path: Path) -> tuple[tuple[FormSource, ...], tuple[Diagnostic, ...]]:
    """Read the forms in the file's order, as far as they can be read."""
    root, faults = read_record(path, record_of(FormsSpec))
    forms = () if root is None else bind(FormsSpec, root).forms
    return tuple(map(FormSource, forms)), faults


def build_form(source: FormSource) -> Form:
    """Build a form from a source without faults."""
    spec = source.spec
    return Form(
        id=words(spec.id),
        title=tuple(map(words, spec.title)),
        attached=words(spec.attached),
        signature_note=words(spec.signature_note),
        note=words(spec.note),
        landscape=spec.landscape,
        blank=words(spec.blank),
        columns=build_columns(source),
        rows=build_rows(source),
        not_applicable=words(spec.not_applicable) or "x",
        head=FormHeadSpec() if spec.head is None else _head(spec.head),
        cosigners=spec.cosigners,
    )


def _head(spec: HeadSpec) -> FormHeadSpec:
    return FormHeadSpec(
        number=words(spec.number),
        issued=words(spec.issued),
        due=words(spec.due),
        sender=words(spec.sender),
        receiver=words(spec.receiver),
    )
