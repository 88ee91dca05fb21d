"""`khen-thuong.yaml` for a unit that begins to propose, and a report of merit for each proposal."""

from baocao.authoring.scaffold.template import render, render_for_unit
from baocao.load.unit.dossier import collective_shape, dossier_shape
from baocao.model.award import Dossier, Person, Proposal
from baocao.model.award_rules import AwardRules, Threshold
from baocao.model.campaign import Campaign, Unit
from baocao.model.paper import CollectiveMeritReport, PersonMeritReport
from baocao.model.record import Key, Record, Scalar, record_of
from baocao.vietnamese.figures import format_count
from baocao.workspace import AWARDS_FILE, COLLECTIVE_MERIT_FILE, PERSON_MERIT_FILE, schema_path


def dossier_scaffold(campaign: Campaign, rules: AwardRules, unit: Unit) -> str:
    """Return the text of a new `khen-thuong.yaml`."""
    entries = dossier_shape(rules).entries
    return render_for_unit(
        AWARDS_FILE,
        campaign=campaign,
        unit=unit,
        rules=rules,
        common={key: entries[key] for key in record_of(Dossier).entries},
        collective=collective_shape(rules),
        person=record_of(Person),
        bound=_bound,
        described=_described,
        example=_example,
    )


def merit_scaffold(proposal: Proposal) -> str:
    """Return the text of a new report of merit of a person or a collective that is proposed."""
    is_person = isinstance(proposal, Person)
    name = PERSON_MERIT_FILE if is_person else COLLECTIVE_MERIT_FILE
    return render(
        "thanh-tich.yaml",
        f"../../../{schema_path(name)}",
        proposal=proposal,
        entries=record_of(PersonMeritReport if is_person else CollectiveMeritReport).entries,
        described=_described,
        example=_example,
    )


def _bound(threshold: Threshold) -> str:
    return f"{threshold.comparison.sign_in_words} {format_count(threshold.comparison.bound)}"


def _described(entry: Key) -> str:
    note = f"{entry.title}. {entry.hint}".strip(" .")
    return note[:1].upper() + note[1:]


def _example(entry: Key) -> str:
    if isinstance(entry.shape, Scalar) and entry.shape.choices:
        return " | ".join(entry.shape.choices)
    if isinstance(entry.shape, Record):
        return f"{{{', '.join(f'{key}: …' for key in entry.shape.entries)}}}"
    return f"({entry.title})"
