"""A unit's `khen-thuong.yaml`, and the reports of merit in `khen-thuong/` beside it.

The list stands in one file, which the office writes and votes on; each report of merit has a file
of its own, because it is written by the one whom it is about: two hundred of them would be longer
than any file may be, would be typed by many people at once, and a slip in one must not tear the
others.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from baocao import workspace
from baocao.diagnostics import Diagnostic
from baocao.kinds import MERIT_REPORT, SUBMISSION
from baocao.load.records.check import check
from baocao.load.records.file import limited, read_root
from baocao.load.records.file_messages import missing_file
from baocao.load.records.messages import missing_key
from baocao.load.records.reader import RecordReader
from baocao.load.unit.dossier_shape import (
    collective_shape,
    dossier_shape,
    merit_shape,
    minutes_shape,
    person_shape,
)
from baocao.load.unit.head import read_date, read_head, read_signature, yaml_surprises
from baocao.load.unit.minutes import read_minutes
from baocao.load.unit.narrative import references, unclosed_references
from baocao.load.yaml import tree
from baocao.model.award import (
    Collective,
    Count,
    Declaration,
    Dossier,
    EarlierAward,
    MeritReport,
    Minutes,
    Person,
    Proposal,
)
from baocao.model.award_rules import Award, AwardRules
from baocao.model.campaign import Campaign, Unit
from baocao.model.paper import Answer, Paper
from baocao.model.scalars import is_folder_id
from baocao.model.text import Text
from baocao.vietnamese.text import squeeze

_YES = "co"
_TITLES = {"ong": "Ông", "ba": "Bà"}
_COLLECTIVES, _PERSONS = "tap_the", "ca_nhan"


def read_dossier(
    folder: Path, campaign: Campaign, unit: Unit
) -> tuple[Dossier | None, tuple[Diagnostic, ...]]:
    """Read what a unit proposes; None where it proposes nothing, or nothing could be read.

    A proposal that has a fault is left out and the dossier is not `is_whole`.
    """
    path = folder / workspace.AWARDS_FILE
    files = _report_files(folder)
    if not path.exists():
        return None, (missing_file(path),) if files else ()
    if campaign.awards is None:
        return None, ()
    source, root, faults = read_root(path)
    if source is None or root is None:
        return None, faults
    shape = dossier_shape(campaign.awards)
    faults += limited(check(root, shape, path.name))
    fields = RecordReader(root)
    proposals, lacking = _proposals(fields, campaign.awards, unit)
    minutes, minutes_faults = _minutes(fields, unit, folder)
    faults += lacking + minutes_faults
    listed = dict(_listed(fields, campaign.awards))
    reports, unread, report_faults = _reports(folder, unit, listed)
    submission = fields.record("to_trinh") or RecordReader(tree.Mapping({}, fields.place))
    signature, signature_faults = read_signature(submission, folder)
    dossier = Dossier(
        source=source,
        submission=Paper(
            unit=unit,
            source=source,
            kind=SUBMISSION,
            **read_head(submission),
            signature_image=signature,
        ),
        grounds=submission.texts("can_cu"),
        conditions=_declarations(fields.record("dieu_kien")),
        minutes=minutes,
        proposals=proposals,
        reports=reports,
        unread=unread,
        orphan_files=tuple(path for path in files if path.stem not in listed),
        is_whole=not faults,
    )
    head = dossier.submission
    lines = (*dossier.grounds, *head.addressees, *head.recipient_texts)
    return dossier, (*faults, *signature_faults, *yaml_surprises(lines), *report_faults)


def _proposals(
    fields: RecordReader, rules: AwardRules, unit: Unit
) -> tuple[tuple[Proposal, ...], tuple[Diagnostic, ...]]:
    """Read each proposal that is of its shape; a collective below the unit must have a name."""
    found: list[Proposal] = []
    faults: list[Diagnostic] = []
    collective, person = collective_shape(rules), person_shape()
    for award in rules.awards.values():
        group = fields.record(award.id)
        if group is None:
            continue
        for record in group.records(_COLLECTIVES):
            if any(check(record.node, collective, award.id)):
                continue
            if record.optional("ten") is None and record.words("ma") != unit.id:
                title = collective.entries["ten"].title
                faults.append(missing_key(record.place.span, "ten", title))
            else:
                found.append(_collective(record, award, unit))
        found += (
            _person(record, award)
            for record in group.records(_PERSONS)
            if not any(check(record.node, person, award.id))
        )
    return tuple(found), tuple(faults)


def _collective(fields: RecordReader, award: Award, unit: Unit) -> Collective:
    is_unit = fields.words("ma") == unit.id
    typed = fields.optional("ten")
    figures = fields.record("so_lieu")
    return Collective(
        award=award.id,
        id=fields.required("ma"),
        name=unit.name if is_unit or typed is None else squeeze(typed.value),
        is_unit=is_unit,
        typed_name=typed,
        figures={} if figures is None else dict(_counts(figures)),
        conditions=_declarations(fields.record("dieu_kien")),
        votes=_count(fields, "phieu"),
    )


def _person(fields: RecordReader, award: Award) -> Person:
    born = read_date(fields, "ngay_sinh")
    if born is None:
        message = "ngay_sinh: the shape lets through what is no date"
        raise AssertionError(message)
    return Person(
        award=award.id,
        id=fields.required("ma"),
        typed_name=fields.required("ho_ten"),
        title=_TITLES[fields.words("ong_ba")],
        born=born,
        position=fields.required("chuc_vu"),
        workplace=fields.required("don_vi_cong_tac"),
        diplomas=_count(fields, "so_bang_ldst"),
        is_adviser=fields.words("tham_muu") == _YES,
        is_follower=fields.words("theo_doi") == _YES,
        votes=_count(fields, "phieu"),
    )


def _minutes(
    fields: RecordReader, unit: Unit, folder: Path
) -> tuple[Minutes | None, tuple[Diagnostic, ...]]:
    """Read the minutes; None where they have a fault, which has been reported, or are not there."""
    record = fields.record("bien_ban")
    if record is None or any(check(record.node, minutes_shape(), "bien_ban")):
        return None, ()
    minutes, signature_faults = read_minutes(record, unit, folder)
    opinions = () if minutes.opinions is None else (minutes.opinions.text,)
    return minutes, signature_faults + _faults_of_prose(opinions)


def _listed(fields: RecordReader, rules: AwardRules) -> Iterator[tuple[str, bool]]:
    """Give the id of each proposal, of one that cannot be read too; whether it is a person's."""
    for group in filter(None, map(fields.record, rules.awards)):
        for key in (_COLLECTIVES, _PERSONS):
            ids = (record.words("ma") for record in group.records(key))
            yield from ((name, key == _PERSONS) for name in ids if is_folder_id(name))


def _reports(
    folder: Path, unit: Unit, listed: Mapping[str, bool]
) -> tuple[Mapping[str, MeritReport], frozenset[str], tuple[Diagnostic, ...]]:
    """Read the report of each that is listed, where there is one."""
    reports: dict[str, MeritReport] = {}
    unread: set[str] = set()
    faults: tuple[Diagnostic, ...] = ()
    for name, is_person in listed.items():
        path = folder / workspace.AWARDS_FOLDER / f"{name}.yaml"
        if not path.exists():
            continue
        report, report_faults = _report(path, folder, unit, is_person=is_person)
        faults += report_faults
        if report is None:
            unread.add(name)
        else:
            reports[name] = report
    return reports, frozenset(unread), faults


def _report(
    path: Path, folder: Path, unit: Unit, *, is_person: bool
) -> tuple[MeritReport | None, tuple[Diagnostic, ...]]:
    source, root, faults = read_root(path)
    if source is None or root is None:
        return None, faults
    faults += limited(check(root, merit_shape(is_person=is_person), path.name))
    fields = RecordReader(root)
    signature, signature_faults = read_signature(fields, folder)
    head = Paper(
        unit=unit,
        source=source,
        kind=MERIT_REPORT,
        date=read_date(fields, "ngay"),
        signature_image=signature,
    )
    report = MeritReport(
        head=head,
        name=fields.optional("ho_ten" if is_person else "ten"),
        outline=_answer(root, "so_luoc"),
        merit=_answer(root, "thanh_tich"),
        titles=tuple(_earlier(fields, "danh_hieu_thi_dua", "danh_hieu")),
        awards=tuple(_earlier(fields, "hinh_thuc_khen_thuong", "hinh_thuc")),
        collective=fields.optional("thay_mat"),
        signer=fields.optional("nguoi_ky"),
        position=fields.optional("chuc_vu"),
    )
    prose = tuple(answer.text for answer in report.answers())
    return report, faults + signature_faults + _faults_of_prose(prose)


def _faults_of_prose(texts: tuple[Text, ...]) -> tuple[Diagnostic, ...]:
    unclosed = limited(fault for text in texts for fault in unclosed_references(text))
    return (*yaml_surprises(texts), *unclosed)


def _earlier(fields: RecordReader, key: str, what: str) -> Iterator[EarlierAward]:
    for record in fields.records(key):
        cells = tuple(record.optional(each) for each in ("nam", what, "so_quyet_dinh"))
        year, name, decision = cells
        if year is not None and name is not None and decision is not None:
            yield EarlierAward(year, name, decision)


def _answer(root: tree.Mapping, key: str) -> Answer | None:
    key_text, value = root.entries.get(key, (None, None))
    if key_text is None or not isinstance(value, Text) or value.is_blank:
        return None
    return Answer(key_text, value, references(value))


def _declarations(fields: RecordReader | None) -> Mapping[str, Declaration]:
    if fields is None:
        return {}
    typed = {key: fields.optional(key) for key in fields.node.entries}
    return {
        key: Declaration(text, text.stripped == _YES)
        for key, text in typed.items()
        if text is not None
    }


def _counts(fields: RecordReader) -> Iterator[tuple[str, Count]]:
    for key in fields.node.entries:
        count = _count(fields, key)
        if count is not None:
            yield key, count


def _count(fields: RecordReader, key: str) -> Count | None:
    text = fields.optional(key)
    return None if text is None else Count(text, int(text.value))


def _report_files(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted((folder / workspace.AWARDS_FOLDER).glob("*.yaml")))
