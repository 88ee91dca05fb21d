"""A unit's `khen-thuong.yaml`, and the reports of merit in `khen-thuong/` beside it.

The list stands in one file, which the office writes and votes on; each report of merit has a file
of its own, because it is written by the one whom it is about: two hundred of them would be longer
than any file may be, would be typed by many people at once, and a slip in one must not tear the
others.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from baocao import workspace
from baocao.diagnostics import Diagnostic
from baocao.load.records.bind import bind, node_of
from baocao.load.records.check import check
from baocao.load.records.file_messages import missing_file
from baocao.load.records.messages import missing_key
from baocao.load.unit.merit_report import merit_files, read_merit_reports
from baocao.load.unit.unit_file import UnitFile, open_unit_file
from baocao.load.yaml import tree
from baocao.model.award import (
    WHOLE_NUMBER,
    Collective,
    Count,
    Declaration,
    Dossier,
    Minutes,
    Person,
    Proposal,
    ProposalGroup,
    Submission,
)
from baocao.model.award_rules import Award, AwardRules
from baocao.model.campaign import Campaign, Unit
from baocao.model.record import Key, ListOf, Record, keys_of, record_of, record_with
from baocao.model.scalars import YES_NO, is_folder_id
from baocao.model.text import Text


def read_dossier(
    folder: Path, campaign: Campaign, unit: Unit
) -> tuple[Dossier | None, tuple[Diagnostic, ...]]:
    """Read what a unit proposes; None if it proposes nothing, or nothing could be read."""
    path = folder / workspace.AWARDS_FILE
    written = merit_files(folder)
    if not path.exists():
        return None, (missing_file(path),) if written else ()
    if campaign.awards is None:
        return None, ()
    file, faults = open_unit_file(path, unit, folder)
    if file is None:
        return None, faults
    file.check(dossier_shape(campaign.awards))
    proposals = tuple(_read_proposals(file, campaign.awards))
    minutes = _read_minutes(file)
    is_whole = not file.faults
    proposed = dict(_proposed(file.root, campaign.awards))
    read = tuple(read_merit_reports(folder, unit, proposed))
    dossier = Dossier(
        source=file.source,
        submission=_read_submission(file),
        conditions=_declarations(node_of(Dossier, "conditions", file.root)),
        minutes=minutes,
        proposals=proposals,
        reports={each.proposal: each.report for each in read if each.report is not None},
        unread=frozenset(each.proposal for each in read if each.report is None),
        orphan_files=tuple(path for path in written if path.stem not in proposed),
        is_whole=is_whole,
    )
    return dossier, (*file.faults, *(fault for each in read for fault in each.faults))


def dossier_shape(rules: AwardRules) -> Record:
    """Return the shape of the whole file: what belongs to all awards, then a key for each."""
    common = record_with(Dossier, conditions=_conditions(rules))
    groups = {
        award.id: Key(
            _group(award, rules), award.name, f"Đề nghị tặng {award.name} ({award.clause})."
        )
        for award in rules.awards.values()
    }
    return Record({**common.entries, **groups})


def collective_shape(rules: AwardRules) -> Record:
    """Return the shape of a collective's proposal."""
    figures = {
        row: Key(WHOLE_NUMBER, f"số liệu của chỉ tiêu {row}") for row in rules.threshold_rows()
    }
    return record_with(Collective, figures=Record(figures), conditions=_conditions(rules))


def _group(award: Award, rules: AwardRules) -> Record:
    group = record_with(ProposalGroup, collectives=ListOf(collective_shape(rules)))
    is_offered = {"collectives": award.collectives, "persons": award.criteria}
    offered = (name for field, (name, _) in keys_of(ProposalGroup).items() if is_offered[field])
    return Record({name: group.entries[name] for name in offered})


def _conditions(rules: AwardRules) -> Record:
    return Record({each.id: Key(YES_NO, each.name) for each in rules.conditions.values()})


def _read_proposals(file: UnitFile, rules: AwardRules) -> Iterator[Proposal]:
    """Yield each proposal without a fault; a collective below the unit must have a name."""
    shape = collective_shape(rules)
    name, title = _key_of_name()
    for award in rules.awards.values():
        group = file.root.value(award.id)
        for node in _records(group, "collectives"):
            if any(check(node, shape, award.id)):
                continue
            collective = _read_collective(node, award, file.unit)
            if collective.typed_name is None and not collective.is_unit:
                file.faults.append(missing_key(node.place.span, name, title))
            else:
                yield collective
        for node in _records(group, "persons"):
            if not any(check(node, record_of(Person), award.id)):
                yield bind(Person, node, award=award.id)


def _key_of_name() -> tuple[str, str]:
    name, entry = keys_of(Collective)["typed_name"]
    return name, entry.title


def _records(group: tree.Node | None, field: str) -> tuple[tree.Mapping, ...]:
    """Return the records of a field of a `ProposalGroup`."""
    if not isinstance(group, tree.Mapping):
        return ()
    return tree.mappings(node_of(ProposalGroup, field, group))


def _read_collective(node: tree.Mapping, award: Award, unit: Unit) -> Collective:
    return bind(
        Collective,
        node,
        unit=unit,
        award=award.id,
        figures=_counts(node_of(Collective, "figures", node)),
        conditions=_declarations(node_of(Collective, "conditions", node)),
    )


def _read_minutes(file: UnitFile) -> Minutes | None:
    """Read the minutes; None if they have a fault, which has been reported, or are not there."""
    node = node_of(Dossier, "minutes", file.root)
    if not isinstance(node, tree.Mapping) or any(check(node, record_of(Minutes), "")):
        return None
    minutes = bind(Minutes, node, unit=file.unit, source=file.source)
    if minutes.opinions is not None:
        file.check_prose((minutes.opinions.text,))
    return replace(
        minutes,
        signature_image=file.image(minutes.signature),
        secretary_image=file.image(minutes.secretary_signature),
    )


def _read_submission(file: UnitFile) -> Submission:
    node = node_of(Dossier, "submission", file.root)
    typed = node if isinstance(node, tree.Mapping) else tree.Mapping({}, file.root.place)
    submission = file.paper(Submission, typed)
    file.check_lines((*submission.grounds, *submission.addressees, *submission.recipient_texts))
    return submission


def _proposed(root: tree.Mapping, rules: AwardRules) -> Iterator[tuple[str, bool]]:
    """Yield the id of each proposal, even of one with faults, and whether it is a person's."""
    for award in rules.awards:
        for field, cls in (("collectives", Collective), ("persons", Person)):
            for node in _records(root.value(award), field):
                typed = node_of(cls, "id", node)
                if isinstance(typed, Text) and is_folder_id(typed.stripped):
                    yield typed.stripped, cls is Person


def _declarations(node: tree.Node | None) -> Mapping[str, Declaration]:
    return {name: Declaration(text, YES_NO.read(text) is True) for name, text in _scalars(node)}


def _counts(node: tree.Node | None) -> Mapping[str, Count]:
    return {name: Count(text, int(text.stripped)) for name, text in _scalars(node)}


def _scalars(node: tree.Node | None) -> Iterator[tuple[str, Text]]:
    """Yield the texts of a mapping that are not blank, by key."""
    entries = node.entries if isinstance(node, tree.Mapping) else {}
    for name, (_, value) in entries.items():
        if isinstance(value, Text) and not value.is_blank:
            yield name, value
