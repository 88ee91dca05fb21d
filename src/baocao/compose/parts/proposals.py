"""Those proposed for an award, as every paper of the dossier names, sorts and counts them."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from baocao.calc.award_eligibility import collective_amount, qualifying_criteria
from baocao.model.award import Collective, Dossier, Person, Tally
from baocao.model.award_rules import Award, AwardRules, Basis
from baocao.model.campaign import Campaign, Unit
from baocao.model.content import UnitContent
from baocao.model.paper import Paper
from baocao.vietnamese.collation import collation_key, name_key
from baocao.vietnamese.figures import format_count
from baocao.vietnamese.text import bind
from baocao.vietnamese.words import in_words


def rules_and_dossier(campaign: Campaign, content: UnitContent) -> tuple[AwardRules, Dossier]:
    """Return the award rules and the dossier, which valid content has."""
    if campaign.awards is None or content.dossier is None:
        message = f"{content.unit.id}: no dossier"
        raise ValueError(message)
    return campaign.awards, content.dossier


def submission_paper(report: Paper, dossier: Dossier) -> Paper:
    """Return the submission's head, signed as the report is if it names no signer."""
    head = dossier.submission
    if head.signer is not None or head.position is not None:
        return head
    return replace(head, signer=report.signer, position=report.position)


def collective_name(campaign: Campaign, unit: Unit) -> str:
    """Return the deciding collective: `Ban Thường vụ Liên đoàn Lao động tỉnh Thí Dụ`."""
    return f"{campaign.level_of(unit).collective} {unit.name}"


def superior_name(campaign: Campaign, unit: Unit) -> str:
    return "cấp có thẩm quyền" if unit.superior is None else campaign.units[unit.superior].name


def proposed_awards(rules: AwardRules, dossier: Dossier) -> tuple[Award, ...]:
    """Return the awards that anybody is proposed for, in the campaign's order."""
    return tuple(award for award in rules.awards.values() if dossier.tally(award.id).total)


def collectives(dossier: Dossier, award: Award) -> tuple[Collective, ...]:
    """Return the collectives in the order of Vietnamese dictionaries."""
    return tuple(sorted(dossier.collectives(award.id), key=lambda each: collation_key(each.name)))


def persons(dossier: Dossier, award: Award) -> tuple[Person, ...]:
    """Return the individuals by given name, then family name."""
    return tuple(sorted(dossier.persons(award.id), key=lambda each: name_key(each.name)))


def count_in_words(number: int) -> str:
    """Format as `01 (một)`."""
    value = Decimal(number)
    return f"{format_count(value)} ({in_words(value)})"


def tally_in_words(tally: Tally) -> str:
    """Format as `01 (một) tập thể và 02 (hai) cá nhân`, without what there is none of."""
    parts = ((tally.collectives, "tập thể"), (tally.persons, "cá nhân"))
    return " và ".join(f"{count_in_words(number)} {what}" for number, what in parts if number)


def merits_of_collective(
    content: UnitContent, campaign: Campaign, award: Award, collective: Collective
) -> Iterator[str]:
    """Yield what each threshold of the award counts: `83 đoàn viên …`."""
    rule = award.collectives
    for threshold in rule.thresholds if rule is not None else ():
        value = collective_amount(threshold, collective, content.statistics, campaign.forms)
        if value is not None:
            yield bind(f"{format_count(value)} {threshold.words}")


def merits_of_person(award: Award, person: Person) -> Iterator[str]:
    """Yield the criteria that a person meets: `02 Bằng …`, or the words of the plan."""
    for merit in qualifying_criteria(award, person):
        if merit.basis is Basis.DIPLOMAS and person.diplomas is not None:
            yield bind(f"{format_count(person.diplomas.value)} {merit.words}")
        else:
            yield merit.words
