"""Stage 2: the rules, applied to what a unit wrote."""

from collections.abc import Callable, Iterator
from itertools import islice

from baocao.diagnostics import Diagnostic
from baocao.model.campaign import Campaign
from baocao.model.content import UnitContent
from baocao.rules import (
    absent_officer,
    answer_not_asked,
    attendance_mismatch,
    barred_award,
    contradicted_figure,
    date_outside_campaign,
    double_encoding,
    doubled_proposal,
    empty_dossier,
    exceeded_places,
    excess_votes,
    figure_mismatch,
    figure_out_of_range,
    form_too_wide,
    groundless_proposal,
    late_date,
    leftover_hint,
    leftover_placeholder,
    long_section,
    lookalike_letter,
    minutes_after_submission,
    misplaced_picture,
    missed_threshold,
    missing_achievement,
    missing_archive_line,
    missing_form,
    missing_row,
    missing_section,
    misspelt_name,
    needless_addressee,
    negative_figure,
    nothing_above,
    overfull_file,
    parts_mismatch,
    short_section,
    subset_exceeds_whole,
    sudden_figure,
    too_many_decimals,
    unclaimed_award,
    uncovered_character,
    undeclared_condition,
    unknown_figure,
    unknown_position,
    unproposed_report,
    wrong_symbol,
    year_outside_period,
)

Rule = Callable[[Campaign, UnitContent], Iterator[Diagnostic]]

MOST = 100
RULES: tuple[Rule, ...] = (
    missing_section.check,
    answer_not_asked.check,
    short_section.check,
    long_section.check,
    leftover_placeholder.check,
    leftover_hint.check,
    missing_form.check,
    missing_row.check,
    too_many_decimals.check,
    negative_figure.check,
    figure_out_of_range.check,
    parts_mismatch.check,
    figure_mismatch.check,
    subset_exceeds_whole.check,
    sudden_figure.check,
    form_too_wide.check,
    unknown_figure.check,
    year_outside_period.check,
    unknown_position.check,
    wrong_symbol.check,
    date_outside_campaign.check,
    late_date.check,
    needless_addressee.check,
    nothing_above.check,
    missing_archive_line.check,
    empty_dossier.check,
    barred_award.check,
    doubled_proposal.check,
    missed_threshold.check,
    contradicted_figure.check,
    undeclared_condition.check,
    groundless_proposal.check,
    exceeded_places.check,
    unclaimed_award.check,
    missing_achievement.check,
    unproposed_report.check,
    misspelt_name.check,
    attendance_mismatch.check,
    absent_officer.check,
    excess_votes.check,
    minutes_after_submission.check,
    uncovered_character.check,
    lookalike_letter.check,
    double_encoding.check,
    misplaced_picture.check,
)


def validate(campaign: Campaign, content: UnitContent) -> Iterator[Diagnostic]:
    """Give every fault that the rules find, rule by rule; of one rule no more than `MOST`."""
    for rule in RULES:
        faults = iter(rule(campaign, content))
        yield from islice(faults, MOST)
        one_more = next(faults, None)
        if one_more is not None:
            yield overfull_file.more(one_more, MOST)
