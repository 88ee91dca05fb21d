"""`khen-thuong.yaml` for a unit that begins to propose, and a report of merit for each proposal."""

from collections.abc import Iterator

from baocao.authoring.scaffold.comments import comment, modeline, rule, scalar
from baocao.load.records.shape import Key, ListOf, Record, Scalar
from baocao.load.unit.dossier_shape import (
    collective_shape,
    dossier_shape,
    merit_shape,
    person_shape,
)
from baocao.model.award import Person, Proposal
from baocao.model.award_rules import Award, AwardRules
from baocao.model.campaign import Campaign, Unit
from baocao.vietnamese.figures import format_count

_COMMON = ("dieu_kien", "to_trinh", "bien_ban")
_LISTS = ("danh_hieu_thi_dua", "hinh_thuc_khen_thuong")


def dossier_scaffold(
    campaign: Campaign, rules: AwardRules, unit: Unit, schema_reference: str
) -> str:
    """Give the text of a new `khen-thuong.yaml`; its schema lies at `schema_reference` from it."""
    shape = dossier_shape(rules)
    lines = [
        modeline(schema_reference),
        "",
        *comment(f"ĐỀ NGHỊ KHEN THƯỞNG CỦA {unit.name.upper()}"),
        "#",
        *_instructions(campaign, unit),
    ]
    for key in _COMMON:
        entry = shape.entries[key]
        lines += ["", rule("─"), *comment(f"{entry.title}. {entry.hint}"), f"{key}:"]
        lines += _keys(entry.shape)
    for award in rules.awards.values():
        lines += ["", rule("─"), *_award(rules, unit, award)]
    return "\n".join(lines) + "\n"


def merit_scaffold(proposal: Proposal, schema_reference: str) -> str:
    """Give the text of a new report of merit of one who is proposed."""
    is_person = isinstance(proposal, Person)
    lines = [
        modeline(schema_reference),
        "",
        *comment(f"BÁO CÁO THÀNH TÍCH CỦA {proposal.name.upper()}"),
        *comment("Số liệu của biểu viết {{ mã.cột }}, không gõ lại. Chưa có thì để ~."),
    ]
    for key, entry in merit_shape(is_person=is_person).entries.items():
        lines += ["", *comment(f"{entry.title}. {entry.hint}".strip(" ."))]
        if key in ("ho_ten", "ten"):
            lines.append(f"{key}: {scalar(proposal.name)}")
        elif key in _LISTS and isinstance(entry.shape, ListOf):
            lines += [f"{key}:", *_commented(entry.shape.item)]
        else:
            lines += [f"{key}: |", "  "] if key in ("so_luoc", "thanh_tich") else [f"{key}: ~"]
    return "\n".join(lines) + "\n"


def _instructions(campaign: Campaign, unit: Unit) -> Iterator[str]:
    for line in (
        "Điền sau dấu hai chấm, chưa có thì để ~. Dòng có dấu # ở đầu là lời dẫn, không in ra.",
        "Mỗi tập thể, cá nhân là một nhóm dòng như mẫu: chép mẫu, bỏ dấu # rồi điền.",
        "Ghi xong danh sách thì chạy lệnh dưới đây để có tệp báo cáo thành tích của từng người:",
    ):
        yield from comment(f"- {line}", hanging=2)
    yield f"#       baocao new {campaign.id} {unit.id} --kind to-trinh"


def _keys(shape: object) -> Iterator[str]:
    """Give the keys of a record, blank, each under its note."""
    for key, entry in shape.entries.items() if isinstance(shape, Record) else ():
        note = f"{entry.title}. {entry.hint}".strip(" .")
        yield from (f"  {line}" for line in comment(note[:1].upper() + note[1:]))
        yield f"  {key}: ~"


def _award(rules: AwardRules, unit: Unit, award: Award) -> Iterator[str]:
    yield from comment(f"{award.name} ({award.clause})")
    if unit.level not in award.levels:
        yield from comment("Cấp này không được đề nghị hình thức này; để nguyên như dưới đây.")
        yield f"{award.id}: {{}}"
        return
    yield f"{award.id}:"
    if award.collectives is not None:
        for threshold in award.collectives.thresholds:
            comparison = threshold.comparison
            bound = f"{comparison.demand} {format_count(comparison.bound)}"
            yield from _note(f"Tiêu chuẩn: {bound} {threshold.words}.")
        for condition in award.collectives.conditions:
            yield from _note(f"Điều kiện {condition}: {rules.conditions[condition]}.")
        yield "  tap_the:"
        yield from _commented(collective_shape(rules))
    if award.merits:
        for merit in award.merits:
            yield from _note(f"Căn cứ {merit.basis.value}: {merit.words} ({merit.clause}).")
        yield "  ca_nhan:"
        yield from _commented(person_shape())


def _note(text: str) -> Iterator[str]:
    return (f"  {line}" for line in comment(text, hanging=2))


def _commented(shape: object) -> Iterator[str]:
    """Give a record's keys as a commented item of a list, to be copied."""
    if isinstance(shape, Record):
        lead = "-"
        for key, entry in shape.entries.items():
            yield f"    # {lead} {key}: {_example(entry)}".rstrip()
            lead = " "


def _example(entry: Key) -> str:
    if isinstance(entry.shape, Scalar):
        return " | ".join(entry.shape.choices) or f"({entry.title})"
    if isinstance(entry.shape, Record):
        return f"{{{', '.join(f'{key}: …' for key in entry.shape.entries)}}}"
    return f"({entry.title})"
